import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual, promisify } from 'node:util'
import { expect } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { asMapping, valueAt } from '../../src/parse/untyped.ts'
import { parseText } from '../../src/parse/yaml.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const CHARTS = join(SHARED, 'charts')
const packages = existsSync(CHARTS) ? readdirSync(CHARTS).filter(name => name.endsWith('.tgz')) : ['(none)']

const VALUES = `# the values of our own
replicaCount: 2
webhook:
  create: true
serviceAccount:
  annotations: {}
`

/** Rules whose fault no value of the operator's chart takes away. */
const WITHOUT_KNOB = [
  // The chart has no admission policies.
  'missing-admission-policy',
]
/** Charts from 2.8.0 on have network policies. */
const WITHOUT_KNOB_ONCE = [...WITHOUT_KNOB, 'eso-without-network-policy']
const WITH_POLICIES = ['external-secrets-2.9.0.tgz']

/** Rules about an object that is not there, by its kind. */
const MISSING: Readonly<Record<string, string>> = {
  'eso-without-network-policy': 'NetworkPolicy',
  'unmonitored-operator': 'ServiceMonitor',
}

interface Rendered {
  readonly body: unknown
  readonly id: string
}

/** What helm renders with more values over the release's own; undefined when it fails. Without the CRDs, which take most of the time. */
async function renderedWith(root: string, chart: string, more: unknown): Promise<Rendered[] | undefined> {
  const file = join(tree({ 'more.json': JSON.stringify(more) }), 'more.json')
  const flags = ['--values', join(root, 'values.yaml'), '--values', file, '--set=installCRDs=false']
  const versions = '--api-versions=monitoring.coreos.com/v1,monitoring.coreos.com/v1/ServiceMonitor'
  const args = ['template', 'external-secrets', chart, '--namespace=external-secrets', '--skip-schema-validation']
  try {
    const { stdout } = await promisify(execFile)(HELM, [...args, versions, ...flags], { cwd: root, maxBuffer: 1e8 })
    return stdout.split(/^---$/m).map(text => {
      const { body } = parseText(text)
      return { body, id: `${valueAt(body, ['kind'])} ${valueAt(body, ['metadata', 'name'])}` }
    })
  } catch {
    return undefined
  }
}

/** Values for a key that differ from whatever it has. */
const OTHERS: readonly unknown[] = [true, false, 7, 'other', { other: 'other' }, [], null]

const nested = (key: readonly string[], value: unknown): unknown =>
  key.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)

/** Whether another value of the key changes, removes or, where an object is missing, adds what a finding is about. */
function isAnswered({ rule, object, path }: Finding, before: readonly Rendered[], after: readonly Rendered[]): boolean {
  const kind = MISSING[rule]
  const ids = new Set(before.map(({ id }) => id))
  if (kind !== undefined) return after.some(({ id }) => id.startsWith(`${kind} `) && !ids.has(id))
  const bodyOf = (all: readonly Rendered[]) => all.find(({ id }) => id === `${object?.kind} ${object?.name}`)?.body
  const [old, now] = [bodyOf(before), bodyOf(after)]
  return asMapping(old) !== undefined && !isDeepStrictEqual(valueAt(old, path), valueAt(now, path))
}

for (const name of packages)
  testShared(`${name}: findings stand in the values file where a value decides them, and it does`, async () => {
    const root = tree({
      'values.yaml': VALUES,
      '.eso-hardener.yaml': `releases:\n  - { chart: ${name}, name: external-secrets, namespace: external-secrets, values: [values.yaml] }\n`,
    })
    copyFileSync(join(CHARTS, name), join(root, name))
    const { findings } = await assess({ root, folder: root, paths: ['.'], helm: HELM, minSeverity: 'info' })
    const elsewhere = findings.filter(({ location }) => location?.file !== 'values.yaml').map(({ rule }) => rule)
    expect(new Set(elsewhere)).toEqual(new Set(WITH_POLICIES.includes(name) ? WITHOUT_KNOB : WITHOUT_KNOB_ONCE))

    const before = await renderedWith(root, name, {})
    expect(before?.length).toBeGreaterThan(10)
    const byKey = Map.groupBy(
      findings.filter(({ location }) => location?.key !== undefined),
      ({ location }) => location?.key ?? '',
    )
    expect(byKey.size).toBeGreaterThan(10)
    const wrong: string[] = []
    for (const [key, found] of byKey) {
      let left = found
      for (const other of OTHERS) {
        const after = left.length > 0 && (await renderedWith(root, name, nested(key.split('.'), other)))
        if (after) left = left.filter(finding => !isAnswered(finding, before ?? [], after))
      }
      wrong.push(...left.map(({ rule, object, path }) => `${key}: ${rule} ${object?.name} ${path.join('.')}`))
      for (const { location } of found) expectLine(location)
    }
    expect(wrong).toEqual([])
  })

const LINES = VALUES.split('\n')

/** The line has the key, or what it would be added to: no line at all where the file has nothing of it. */
function expectLine(location: Finding['location']): void {
  const steps = location?.key?.split('.') ?? []
  const first = LINES.findIndex(line => line.startsWith(`${steps[0]}:`))
  if (first < 0) expect(location).toMatchObject({ isMissing: true })
  expect(location?.startLine).toBe(first < 0 ? undefined : lineOf(steps, first))
}

function lineOf([, second]: readonly string[], first: number): number {
  const below = LINES.findIndex((line, i) => i > first && line.startsWith(`  ${second}:`))
  return (below < 0 || below > first + 1 ? first : below) + 1
}
