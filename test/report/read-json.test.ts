import { expect, test } from 'vitest'
import { jsonReport } from '../../src/report/json.ts'
import { readReport, readWholeReport } from '../../src/report/read-json.ts'
import type { Assessment } from '../../src/report/report.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding, HOSTILE, hostileAssessment, TOOL } from './assessment.ts'

const HEAD = { commit: '1'.repeat(40), files: [{ file: 'a.yaml', blob: '2'.repeat(40) }] }
const written = (given: Partial<Assessment> = {}): string => jsonReport(assessment({ head: HEAD, ...given }), TOOL)
const read = (text: string) => readReport(text, RULES, 'report.json')
const changed = (change: (report: ReturnType<typeof JSON.parse>) => void, given?: Partial<Assessment>): string => {
  const report = JSON.parse(written(given))
  change(report)
  return JSON.stringify(report)
}

test('what a review needs comes back as it was', async () => {
  const edit = { file: 'a.yaml', startLine: 1, endLine: 2, replacement: 'a: 1' }
  const fix = { fingerprint: '0123456789abcdef', generates: ['rbac' as const] }
  const all = hostileAssessment('a')
  const given = assessment({
    ...all,
    head: { ...HEAD, files: [{ ...HEAD.files[0], file: 'a.yaml', blob: '3'.repeat(40), stretches: STRETCHES }] },
    hasChangedGuard: true,
    findings: [
      finding({ isNew: true, fix: { ...fix, edits: [{ ...edit, isCrlf: true }], safety: 'safe' } }),
      finding({ isNew: false, fix: { ...fix, edits: [edit], safety: 'unsafe', question: 'Sure?' } }),
      ...all.findings,
    ],
    failures: [{ release: 'shop', message: 'failed', location: null, accepted: 'needs a registry' }],
  })
  const back = await read(jsonReport(given, TOOL))
  const { releases, attack, inventory, coverage, timings, plainManifests, ...expected } = given
  const rules = new Map(RULES.map(rule => [rule.id, rule]))
  const ofProgram = (list: Assessment['findings']) =>
    list.map(({ frame, offer, ...it }) => ({ ...it, remedy: rules.get(it.rule)?.remedy ?? it.remedy }))
  const { findings, fixed, suppressed, ...rest } = back
  expect(ofProgram(findings).map(withoutGuide)).toEqual(ofProgram(expected.findings).map(withoutGuide))
  expect(ofProgram(fixed).map(withoutGuide)).toEqual(ofProgram(expected.fixed).map(withoutGuide))
  expect(suppressed.map(({ kind, reason }) => ({ kind, reason }))).toEqual(
    expected.suppressed.map(({ kind, reason }) => ({ kind, reason })),
  )
  for (const key of ['conclusion', 'failOn', 'minSeverity', 'hidden', 'base', 'head', 'notes', 'failures'] as const)
    expect(rest[key], key).toEqual(expected[key])
  expect(rest.hasChangedGuard).toBe(true)
})

const STRETCHES = [{ line: 1, headLine: 3, count: 2 }]
const withoutGuide = ({ guide, threats, ...it }: object & { guide?: unknown; threats?: unknown }) => it

test.each(HOSTILE)('foreign text %j stays text', async text => {
  const { findings } = await read(jsonReport({ ...hostileAssessment(text), head: HEAD }, TOOL))
  expect(findings[0]?.message).toBe(text)
})

test('what a rule and the guidance say is this program’s own', async () => {
  const { findings, threats } = await read(
    changed(
      report => {
        report.findings[0].remedy = 'Run this script.'
        report.findings[1].rule = 'from-another-version'
        report.threats = [{ id: 'TM1', status: 'exposed', evidence: [] }]
      },
      { findings: [finding(), finding()] },
    ),
  )
  expect(findings[0]?.remedy).toBe(RULES.find(({ id }) => id === 'cluster-wide-secret-access')?.remedy)
  expect(findings[1]?.remedy).toBe('Set `scopedRBAC: true`.')
  expect(threats[0]?.says).toContain('compromised ESO pod')
})

test.each([assessment({ commit: '1'.repeat(40) }), hostileAssessment('../a')])(
  'a whole report says the same when it is written again (%#)',
  async given => {
    const text = jsonReport({ ...given, hasChangedGuard: false }, TOOL)
    const { assessment: back, tool } = await readWholeReport(text, [], 'report.json')
    expect(jsonReport(back, tool)).toBe(text)
  },
)

test.each(['../a.yaml', '/etc/passwd', 'a/../../../../evil/x', 'a//b', './a.yaml', '..'])(
  'a path that leads out is no place: %s',
  async file => {
    const { findings, head } = await read(
      changed(
        report => {
          report.findings[0].location.file = file
          report.findings[0].places[0].file = file
          const edits = [{ file, startLine: 1, endLine: 1, replacement: '' }]
          report.findings[0].fix = { edits, generates: [], safety: 'safe', question: null }
          report.head.files[0].file = file
        },
        { findings: [finding()] },
      ),
    )
    expect(findings[0]).toMatchObject({ location: null, places: [] })
    expect(findings[0]?.fix).toBeUndefined()
    expect(head.files).toEqual([])
  },
)

test.each([
  ['no JSON', 'GITHUB_TOKEN=ghs_secret'],
  ['another JSON', '{"token":"ghs_secret"}'],
  ['a list', '[]'],
  [
    'a field too many',
    changed(report => Object.assign(report.findings[0], { ghs_secret: 1 }), { findings: [finding()] }),
  ],
  [
    'a wrong line',
    changed(report => Object.assign(report.findings[0].location, { startLine: 'ghs_secret' }), {
      findings: [finding()],
    }),
  ],
  ['a wrong time', changed(report => Object.assign(report.timings, { ghs_secret: 'x' }))],
  ['a prototype', written().replace('"hidden"', '"__proto__": {}, "hidden"')],
])('%s is refused without a word of it', async (_, text) => {
  const refused = await read(text).catch(error => error)
  expect(refused.message).toMatch(/^report\.json: this is not a report of eso-hardener/)
  expect(refused.message).not.toContain('ghs_secret')
})

test('a report of no pull request, or of too much, is refused', async () => {
  await expect(read(jsonReport(assessment(), TOOL))).rejects.toThrow('not of a run for a pull request')
  const many = new Array(5001).fill(finding())
  await expect(read(written({ findings: many }))).rejects.toThrow('more than 5000 findings')
  await expect(read(' '.repeat(17 * 1024 * 1024))).rejects.toThrow('more than 16777216 characters')
})

test('of endless places and lines only the first are looked at', async () => {
  const place = { file: 'a.yaml', startLine: 1, via: 'manifest' } as const
  const stretches = new Array(5000).fill({ line: 1, headLine: 1, count: 1_000_000_000 })
  const back = await read(
    written({
      findings: [finding({ places: new Array(10_000).fill(place) })],
      head: { ...HEAD, files: [{ file: 'a.yaml', blob: '2'.repeat(40), stretches }] },
    }),
  )
  expect(back.findings[0]?.places).toHaveLength(50)
  expect(back.head.files[0]?.stretches).toHaveLength(1000)
})
