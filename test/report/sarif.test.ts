import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/check/rule.ts'
import { SEVERITIES } from '../../src/finding.ts'
import type { Assessment } from '../../src/report/report.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { RULES } from '../../src/rules/index.ts'
import {
  assessment,
  finding,
  HOSTILE,
  hostileAssessment,
  hostileFinding,
  installFinding,
  manyFindings,
  TOOL,
} from './assessment.ts'

const SCHEMA = new URL('../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url)
// ajv knows draft-04 no more; without its two own words this schema is also draft-07.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'))
const REFERENCE = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/i
const ajv = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text: string) => REFERENCE.test(text) && URL.canParse(text),
    'uri-reference': REFERENCE,
    'date-time': text => !Number.isNaN(Date.parse(text)),
  },
})
const isValid = ajv.compile(schema)

function sarif(given: Assessment, rules: readonly Rule[] = RULES, category?: string) {
  const log = JSON.parse(sarifReport(given, rules, TOOL, category))
  isValid(log)
  expect(isValid.errors ?? []).toEqual([])
  return log.runs[0]
}

const base = RULES[0] as Rule
const ruleWith = (change: Partial<Rule>): Rule => ({ ...base, ...change })
const notificationsOf = (run: { invocations: { toolExecutionNotifications: { message: { text: string } }[] }[] }) =>
  run.invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text)

describe('the official schema', () => {
  test('would refuse a wrong file', () => {
    const log = JSON.parse(sarifReport(assessment(), RULES, TOOL))
    log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'not a|uri'
    expect(isValid(log)).toBe(false)
    expect(isValid({ version: '2.1.0' })).toBe(false)
  })

  test('accepts an empty report', () => {
    const run = sarif(assessment({ findings: [], failures: [], notes: [] }))
    expect(run.results).toEqual([])
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])
  })

  test.each(HOSTILE)('accepts foreign text %j', text => {
    const run = sarif(hostileAssessment(text))
    const { uri } = run.results[0].locations[0].physicalLocation.artifactLocation
    expect(decodeURIComponent(uri)).toBe(`charts/${text}/values.yaml`)
    expect(run.results[0].message.text).not.toMatch(/\]\(/)
  })
})

describe('rules', () => {
  test.each([
    ['critical', 'error', '9.5'],
    ['high', 'error', '8.0'],
    ['medium', 'warning', '5.5'],
    ['low', 'note', '2.5'],
    ['info', 'note', '0.0'],
  ] as const)('%s is %s and %s', (severity, level, score) => {
    const [rule] = sarif(assessment(), [ruleWith({ severities: [severity] })]).tool.driver.rules
    expect(rule.defaultConfiguration.level).toBe(level)
    expect(rule.properties['security-severity']).toBe(score)
  })

  test('describe themselves', () => {
    const [rule] = sarif(assessment(), [base]).tool.driver.rules
    expect(rule).toMatchObject({
      id: base.id,
      shortDescription: { text: base.title },
      fullDescription: { text: base.why },
      helpUri: expect.stringMatching(new RegExp(`/docs/rules/${base.id}\\.md$`)),
    })
    expect(rule.help.text).toContain('remedy')
    expect(rule.help.markdown).toContain('# finding')
  })

  test('have at most ten tags, the guidance last', () => {
    const guide = ['RM1', 'RM2', 'RM3', 'RM4', 'RM5', 'RM6', 'RM7', 'PC1'] as const
    const [rule] = sarif(assessment(), [ruleWith({ guide })]).tool.driver.rules
    expect(rule.properties.tags).toHaveLength(10)
    expect(rule.properties.tags.slice(0, 4)).toEqual(['security', 'kubernetes', 'external-secrets', 'RM1'])
  })
})

describe('results', () => {
  const rule = ruleWith({ id: 'cluster-wide-secret-access', severities: ['high', 'medium'] })

  test('say what is wrong, where, and what to do', () => {
    const [result] = sarif(assessment()).results
    expect(result.message.text).toBe(
      'ClusterRole eso-controller: ServiceAccount eso/controller can get Secrets in all namespaces. Set `scopedRBAC: true`.',
    )
    expect(result.locations).toHaveLength(1)
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'deploy/role.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 12 },
    })
    expect(result.partialFingerprints).toEqual({ 'esoHardener/v1': '0123456789abcdef' })
  })

  test('point at their rule', () => {
    const run = sarif(assessment({ findings: [finding()] }), [ruleWith({ id: 'other' }), rule])
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe('cluster-wide-secret-access')
    const unknown = sarif(assessment(), [ruleWith({ id: 'other' })]).results[0]
    expect(unknown).not.toHaveProperty('ruleIndex')
    expect(unknown.ruleId).toBe('cluster-wide-secret-access')
  })

  test('have a severity of their own only where it is not their rule’s', () => {
    const findings = [finding({ severity: 'high' }), finding({ severity: 'medium' })]
    const [usual, other] = sarif(assessment({ findings }), [rule]).results
    expect(usual).not.toHaveProperty('properties')
    expect(usual.level).toBe('error')
    expect(other).toMatchObject({ level: 'warning', properties: { 'security-severity': '5.5' } })
  })

  test('have no region where only the file is known', () => {
    const location = { file: 'a b/ü#?.yaml', via: 'template' } as const
    const [result] = sarif(assessment({ findings: [finding({ location })] })).results
    const physical = result.locations[0].physicalLocation
    expect(physical).toEqual({ artifactLocation: { uri: 'a%20b/%C3%BC%23%3F.yaml', uriBaseId: '%SRCROOT%' } })
  })

  test('tell the rest of the story at most a hundred times', () => {
    const [result] = sarif(assessment({ findings: [hostileFinding('a')] })).results
    const texts = result.relatedLocations.map(({ message }: { message: { text: string } }) => message.text)
    expect(texts).toEqual(['Role a: bound here', 'the same here'])
    const places = Array.from({ length: 300 }, (_, i) => ({ file: `${i}.yaml`, via: 'template' }) as const)
    expect(sarif(assessment({ findings: [finding({ places })] })).results[0].relatedLocations).toHaveLength(100)
  })
})

test('a finding without a place is a notification, for GitHub refuses results without one', () => {
  const run = sarif(assessment({ findings: [installFinding()], failures: [], notes: [] }))
  expect(run.results).toEqual([])
  expect(notificationsOf(run)?.[0]).toMatch(/^nothing restricts the traffic of the operator/)
})

describe('run', () => {
  test('tells what could not be checked, and what was left out', () => {
    const run = sarif(assessment())
    expect(run.invocations[0].executionSuccessful).toBe(false)
    expect(notificationsOf(run)).toEqual([
      'could not be checked: release shop: execution error',
      'lib is a library chart',
    ])
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'shop/templates/a.yaml' } } }],
    })
  })

  test('has a category only when one is given', () => {
    expect(sarif(assessment())).not.toHaveProperty('automationDetails')
    expect(sarif(assessment(), RULES, 'production').automationDetails).toEqual({ id: 'production/' })
  })

  test('keeps the 25,000 most severe results and counts the rest', () => {
    const run = sarif(assessment({ findings: manyFindings(25_007), failures: [], notes: [] }))
    expect(run.results).toHaveLength(25_000)
    expect(run.results.slice(0, 3).map(({ level }: { level: string }) => level)).toEqual(['error', 'error', 'error'])
    expect(run.results.at(-1).message.text).toContain('finding 24999 ')
    expect(notificationsOf(run)).toEqual(['7 more findings left out'])
  })

  test('is the same for the same input', () => {
    expect(sarifReport(assessment(), RULES, TOOL)).toBe(sarifReport(assessment({ timings: { x: 1 } }), RULES, TOOL))
  })

  test('knows all severities', () => {
    const findings = SEVERITIES.map(severity => finding({ severity }))
    expect(new Set(sarif(assessment({ findings })).results.map(({ level }: { level: string }) => level)).size).toBe(3)
  })
})

describe('what does not count', () => {
  const suppressed = [
    { finding: finding(), kind: 'inline', reason: 'see [x](y)', location: { file: 'a.yaml', startLine: 1 } },
    { finding: finding(), kind: 'baseline', reason: 'it is in the baseline b', location: null },
    { finding: installFinding(), kind: 'config', reason: 'why', location: { file: 'c.yaml' } },
  ] as const

  test('stays with its suppression, and then every result says whether it has one', () => {
    const { results, invocations } = sarif(assessment({ suppressed, failures: [], notes: [] }))
    expect(results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
      [],
      [{ kind: 'inSource', status: 'accepted', justification: 'see [x] (y)' }],
      [{ kind: 'external', status: 'accepted', justification: 'it is in the baseline b' }],
    ])
    expect(invocations[0].toolExecutionNotifications, 'one without a place is in no way').toEqual([])
    expect(sarif(assessment()).results[0]).not.toHaveProperty('suppressions')
  })

  test('results say whether the base had them, where that is known', () => {
    const findings = [true, false, null].map(isNew => finding({ isNew }))
    const states = sarif(assessment({ findings })).results.map((it: { baselineState?: string }) => it.baselineState)
    expect(states).toEqual(['new', 'unchanged', undefined])
  })

  test('a failure that is accepted is a note, and the run was successful', () => {
    const accepted = { release: 'shop', message: 'x', location: null, accepted: 'why' }
    const [invocation] = sarif(assessment({ failures: [accepted], notes: [] })).invocations
    expect(invocation).toMatchObject({ executionSuccessful: true, toolExecutionNotifications: [{ level: 'note' }] })
  })
})
