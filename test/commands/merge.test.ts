import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli, report } from '../command-line.ts'
import { tree } from '../tree.ts'

const STORE = (name: string): string => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: ${name} }
spec: { provider: { fake: { data: [{ key: a, value: b }] } } }
`

function twoReports(): string {
  const root = tree({
    'east/a.yaml': STORE('a'),
    'west/b.yaml': STORE('b'),
    'broken/c.yaml': 'kind: SecretStore\na: [',
  })
  for (const name of ['east', 'west', 'broken']) cli(root, 'check', name, '--output', `${name}.json`)
  return root
}

test('two reports are one with the findings of both, in any format, with the exit code of the worst', () => {
  const root = twoReports()
  const findings = (name: string) => JSON.parse(readFileSync(join(root, `${name}.json`), 'utf8')).findings
  const merged = report(root, 'merge', 'east.json', 'west.json')
  expect(merged.status).toBe(1)
  expect(merged.findings).toHaveLength(findings('east').length + findings('west').length)
  expect(report(root, 'merge', 'east.json', 'west.json', '--fail-on=never').status).toBe(0)
  expect(report(root, 'merge', 'east.json', 'broken.json', '--fail-on=never').status).toBe(2)
  const { stdout } = cli(root, 'merge', 'east.json', 'west.json', '--output', 'all.md')
  expect(stdout).toContain('--> east/a.yaml:')
  expect(readFileSync(join(root, 'all.md'), 'utf8')).toContain('west/b.yaml')
})

test('a report of another version is joined with a note', () => {
  const root = twoReports()
  const file = join(root, 'west.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "\d[^"]*"/, '"version": "0.0.1"'))
  expect(cli(root, 'merge', 'east.json', 'west.json').stdout).toMatch(/written by\s+eso-hardener 0\.0\.1 \(data/)
})

test.each([
  [['merge'], 'merge takes JSON reports'],
  [['merge', 'nowhere.json'], 'nowhere.json: no such file or folder'],
  [['merge', 'a.yaml'], 'a.yaml: this is not a report of eso-hardener'],
])('%j is exit code 2 with what to do', (args, message) => {
  const { status, stderr } = cli(tree({ 'a.yaml': STORE('a') }), ...args)
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})
