import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { formsLine } from '../../scripts/forms-line.ts'
import type { PhysicalLocation } from '../../src/finding.ts'
import { RULES } from '../../src/rules/index.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const CORPUS = join(SHARED, 'corpus')
const repositories = existsSync(CORPUS)
  ? readdirSync(CORPUS, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
  : ['(none)']

const table = readFileSync(join(import.meta.dirname, 'repositories.md'), 'utf8')

/** Rules that reported something on a real chart or repository. */
const tried = new Set<string>()

for (const name of repositories)
  testShared(`${name} is checked to the end, and every place exists`, async () => {
    const root = join(CORPUS, name)
    const assessment = await assess({ root, folder: root, paths: ['.'], helm: HELM })
    const { findings, failures, conclusion } = assessment
    expect(table, '`npm run tried` writes the table').toContain(formsLine(name.replace('__', '/'), assessment))
    const places = [
      ...findings.flatMap(finding => [...finding.places, ...finding.related.map(({ location }) => location)]),
    ]
    for (const place of [...places, ...failures.map(({ location }) => location)]) if (place) expectPlace(root, place)
    for (const { object, location } of findings) expect(object === null || location !== null).toBe(true)
    for (const { rule } of findings) tried.add(rule)
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
    expect(conclusion === 'success').toBe(
      failures.length === 0 && !findings.some(({ severity }) => severity === 'high' || severity === 'critical'),
    )
  })

testShared('every rule has been tried on a real chart, but for those in test/open.json', async () => {
  const root = tree({ 'values.yaml': 'webhook: { failurePolicy: Ignore }' })
  const chart = join(SHARED, 'charts/external-secrets-0.9.20.tgz')
  const { findings } = await assess({
    root,
    folder: root,
    paths: [chart],
    helm: HELM,
    release: { values: ['values.yaml'] },
  })
  for (const { rule } of findings) tried.add(rule)
  const { untried } = JSON.parse(readFileSync('test/open.json', 'utf8'))
  expect([...tried].sort()).toEqual(RULES.map(({ id }) => id).filter(id => !untried.includes(id)))
})

function expectPlace(root: string, { file, startLine, via }: PhysicalLocation): void {
  expect(existsSync(join(root, file)), file).toBe(true)
  if (startLine === undefined || file.endsWith('.tgz')) return
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  expect(startLine, `${file} has ${lines.length} lines`).toBeLessThanOrEqual(lines.length)
  if (via === 'manifest') expect(lines[startLine - 1]?.trim(), `${file}:${startLine}`).not.toBe('')
}
