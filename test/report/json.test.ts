import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { type PhysicalLocation, type ProvenFix, ROWS, SEVERITIES, THREATS } from '../../src/finding.ts'
import { QUESTIONS } from '../../src/paths/steps.ts'
import { jsonReport } from '../../src/report/json.ts'
import type { Assessment } from '../../src/report/report.ts'
import { assessment, finding, HOSTILE, hostileAssessment, hostileFinding, installFinding, TOOL } from './assessment.ts'

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const isValid = ajv.compile(schema)

const report = (given: Assessment) => JSON.parse(jsonReport(given, TOOL))

function expectValid(value: unknown): void {
  isValid(value)
  expect(isValid.errors ?? []).toEqual([])
}

/** Fields that came after the first version 1: reports without them stay valid. */
const ADDED = [
  'base',
  'fixed',
  'new',
  'suppressed',
  'suppression',
  'warnings',
  'accepted',
  'acceptedReason',
  'paths',
  'morePaths',
  'crossNamespace',
  'stores',
  'subjects',
  'deployers',
  'worlds',
  'variant',
  'fix',
  'changed',
  'moreChanged',
  'schema',
  'head',
  'stretches',
  'changedGuard',
  'crlf',
  'assessedRules',
  'plainManifests',
  'commit',
]

const FIX: ProvenFix = {
  fingerprint: '0123456789abcdef',
  edits: [{ file: 'values.yaml', startLine: 1, endLine: 2, replacement: 'a: 1', isCrlf: true }],
  generates: ['namespace'],
  changed: [{ change: 'removed', kind: 'ClusterRole', namespace: undefined, name: 'edit' }],
  moreChanged: 3,
  safety: 'unsafe',
  question: 'Does anybody use it?',
}

/** Everything that can be in a report, each at least once. */
const full = assessment({
  findings: [hostileFinding('a'), finding({ severity: 'low', fix: FIX }), installFinding()],
  failures: [
    { release: null, message: 'not YAML', location: { file: 'a.yaml', startLine: 1, via: 'manifest' } },
    { release: 'shop', message: 'failed', location: null, accepted: 'needs a registry' },
  ],
  base: hostileAssessment('a').base,
  hasChangedGuard: false,
  head: {
    commit: '1'.repeat(40),
    files: [{ file: 'a.yaml', blob: '2'.repeat(40), stretches: [{ line: 1, headLine: 2, count: 3 }] }],
  },
  fixed: [finding()],
  suppressed: hostileAssessment('a').suppressed,
  warnings: hostileAssessment('a').warnings,
})

/** All nodes of a JSON value that are objects, with their paths. */
function* objectsIn(value: unknown, path: readonly string[] = []): Generator<[readonly string[], object]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [path, value]
  for (const [key, child] of Object.entries(value)) yield* objectsIn(child, [...path, key])
}

describe('schema', () => {
  test('accepts an empty and a full report', () => {
    const nothing = { findings: [], failures: [], releases: [], threats: [], coverage: [], notes: [], timings: {} }
    const inventory = { installs: [], crossNamespace: [], stores: [], subjects: [], deployers: [] }
    expectValid(report(assessment({ ...nothing, inventory, attack: { paths: [], more: [] } })))
    expectValid(report(full))
  })

  test.each(HOSTILE)('accepts foreign text %j and gives it back', text => {
    const value = report(hostileAssessment(text))
    expectValid(value)
    expect(value.findings[0].object.name).toBe(text)
    expect(value.failures[0].message).toBe(text)
  })

  test('refuses a field that it does not know, wherever it is', () => {
    for (const [path] of objectsIn(report(full))) {
      if (path[0] === 'timings') continue
      const changed = report(full)
      const [, node] = [...objectsIn(changed)].find(([other]) => other.join() === path.join()) ?? []
      Object.assign(node ?? {}, { surprise: 1 })
      expect(isValid(changed), path.join('.')).toBe(false)
    }
  })

  test('refuses a report without one of its fields', () => {
    const optional = new Set(['startLine', 'endLine', ...ADDED])
    for (const [path, object] of objectsIn(report(full)))
      for (const key of Object.keys(object)) {
        if (path[0] === 'timings' || optional.has(key)) continue
        const changed = report(full)
        const [, node] = [...objectsIn(changed)].find(([other]) => other.join() === path.join()) ?? []
        Reflect.deleteProperty(node ?? {}, key)
        expect(isValid(changed), [...path, key].join('.')).toBe(false)
      }
  })

  test.each([
    ['a severity', { severity: 'severe' }],
    ['a row of the guidance', { guide: ['XX1'] }],
    ['a fingerprint', { fingerprint: 'abc' }],
    ['a line', { location: { file: 'a.yaml', startLine: 0, via: 'manifest' } }],
    ['a path', { path: [null] }],
  ])('refuses %s that cannot be', (_, change) => {
    expect(isValid(report(assessment({ findings: [finding(change as object)] })))).toBe(false)
  })

  test('knows the same words as the program', () => {
    const { severity, row, threatId, location, question } = schema.definitions
    const via: Record<PhysicalLocation['via'], true> = {
      ...{ manifest: true, values: true, template: true, declaration: true },
    }
    expect(severity.enum).toEqual(SEVERITIES)
    expect(row.enum).toEqual(ROWS)
    expect(threatId.enum).toEqual(THREATS)
    expect(question.enum).toEqual(QUESTIONS)
    expect(location.properties.via.enum).toEqual(expect.arrayContaining(Object.keys(via)))
  })

  test('is closed and says what each field is', () => {
    const faults = [...objectsIn(schema)].flatMap(([path, node]) => {
      if ('properties' in node && !('additionalProperties' in node)) return `${path.join('.')} is open`
      const isField = path.at(-2) === 'properties'
      return isField && !('description' in node) && !('$ref' in node) ? `${path.join('.')} has no description` : []
    })
    expect(faults).toEqual([])
  })
})

describe('report', () => {
  test('holds nothing of the code frame', () => {
    expect(jsonReport(full, TOOL)).not.toContain('frame')
  })

  test('says null where there is nothing', () => {
    const { findings } = report(assessment({ findings: [finding(), installFinding()] }))
    expect(findings[0].object.namespace).toBeNull()
    expect(findings[0].rendered).toBeNull()
    expect(findings[1]).toMatchObject({ object: null, location: null, path: [], places: [] })
  })

  test('differs between runs in its timings only', () => {
    const again = { ...full, timings: { render: 9 }, releases: full.releases.map(it => ({ ...it, renderMs: 7 })) }
    const timeless = (given: Assessment) =>
      jsonReport(given, TOOL)
        .replace(/"renderMs": \d+/, '')
        .replace(/"timings": \{[^}]*\}/, '')
    expect(jsonReport(again, TOOL)).not.toBe(jsonReport(full, TOOL))
    expect(timeless(again)).toBe(timeless(full))
  })

  test('does not depend on the order in which fields were set', () => {
    const backwards = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T
    const turned = backwards({
      ...full,
      findings: full.findings.map(it => ({ ...backwards(it), object: it.object && backwards(it.object) })),
      releases: full.releases.map(backwards),
    })
    expect(jsonReport(turned, backwards(TOOL))).toBe(jsonReport(full, TOOL))
  })

  test('is indented by two and ends in a line feed', () => {
    const text = jsonReport(full, TOOL)
    expect(text.startsWith('{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "eso-hardener"')).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
  })
})
