import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from '../command-line.ts'
import { OPERATOR } from '../generate/operator.ts'
import { tree } from '../tree.ts'

const CONFIG = `clusters:
  east: { paths: [east] }
  west: { paths: [west] }
`

test('it prints what a generator makes, with the command in the header', () => {
  const { status, stdout, stderr } = cli(tree({ 'eso.yaml': OPERATOR }), 'generate', 'namespace')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^# Made by: eso-hardener generate namespace\n/)
  expect(stdout).toContain('  name: eso\n')
})

test('--out writes files, of several clusters each in a folder of its own', () => {
  const root = tree({ 'east/eso.yaml': OPERATOR, 'west/eso.yaml': OPERATOR, '.eso-hardener.yaml': CONFIG })
  const { status, stdout } = cli(root, 'generate', 'namespace', '--out', 'made')
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'made/east/namespace.yaml\nmade/west/namespace.yaml\n' })
  expect(readFileSync(join(root, 'made/west/namespace.yaml'), 'utf8')).toContain('kind: Namespace')
})

test('what is printed can be applied: values and tests are for folders', () => {
  const root = tree({ 'eso.yaml': OPERATOR })
  const { stdout, stderr } = cli(root, 'generate', 'admission', '--engine', 'kyverno')
  expect(stdout).toContain('kind: ValidatingPolicy')
  expect(stdout).not.toContain('cli.kyverno.io')
  expect(stderr).toMatch(/^note: --out FOLDER writes .*kyverno-test\.yaml.* as well$/m)
  expect(cli(root, 'generate', 'admission', '--engine', 'kyverno', '--out', 'made').stdout).toContain(
    'kyverno-test.yaml',
  )
})

test('what cannot be read makes it incomplete, and is named', () => {
  const root = tree({
    'eso.yaml': OPERATOR,
    'broken.yaml': 'kind: SecretStore\napiVersion: external-secrets.io/v1\na: [',
  })
  const { status, stdout, stderr } = cli(root, 'generate', 'namespace')
  expect(status).toBe(2)
  expect(stdout).toContain('kind: Namespace')
  expect(stderr).toMatch(/^note: .*broken\.yaml/)
})

test.each([
  [[], 'error: generate what?'],
  [['namespaces'], "error: there is nothing called 'namespaces' to generate\nhint: did you mean 'namespace'?"],
  [['admission', '--engine', 'opa'], "error: --engine cannot be 'opa'"],
])('bad input %j writes nothing', (args, message) => {
  const root = tree({ 'eso.yaml': OPERATOR })
  const { status, stdout, stderr } = cli(root, 'generate', ...args, '--out', 'made')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(message)
  expect(existsSync(join(root, 'made'))).toBe(false)
})
