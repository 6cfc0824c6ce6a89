import { expect, test } from 'vitest'
import { junitReport } from '../../src/report/junit.ts'
import type { Assessment } from '../../src/report/report.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding, HOSTILE, hostileAssessment, TOOL } from './assessment.ts'
import { readXml, type XmlElement } from './xml-elements.ts'

/** What Jenkins' schema allows (jenkinsci/xunit-plugin, junit-10.xsd): attributes, those that must be there, and children. */
const ALLOWED: Readonly<Record<string, { attributes: string[]; required: string[]; children: string[] }>> = {
  testsuites: { attributes: ['name', 'tests', 'failures', 'errors'], required: [], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped'],
    required: ['name', 'tests', 'failures', 'errors'],
    children: ['testcase'],
  },
  testcase: { attributes: ['name', 'classname'], required: ['name'], children: ['failure', 'error', 'skipped'] },
  ...Object.fromEntries(
    ['failure', 'error', 'skipped'].map(name => [
      name,
      { attributes: ['message', 'type'], required: [], children: [] },
    ]),
  ),
}

function faultsOf({ name, attributes, children }: XmlElement): string[] {
  const allowed = ALLOWED[name]
  if (!allowed) return [`<${name}>`]
  return [
    ...Object.keys(attributes).flatMap(key => (allowed.attributes.includes(key) ? [] : `${name} ${key}`)),
    ...allowed.required.flatMap(key => (key in attributes ? [] : `${name} without ${key}`)),
    ...children.flatMap(child => (allowed.children.includes(child.name) ? faultsOf(child) : `${name} > ${child.name}`)),
  ]
}

const read = (given: Assessment): XmlElement => readXml(junitReport(given, RULES, TOOL))
/** `suite rule` -> what became of it. */
const outcomes = (given: Assessment): Record<string, string> =>
  Object.fromEntries(
    read(given)
      .children.flatMap(({ children }) => children)
      .map(({ attributes: { classname, name }, children: [said] }) => [`${classname} ${name}`, said?.name ?? 'passed']),
  )
const whole = { failures: [] } as const

test.each([assessment(), assessment({ ...whole, findings: [] }), ...HOSTILE.map(hostileAssessment)])(
  'it is what Jenkins’ schema allows, and its totals are true (%#)',
  given => {
    const root = read(given)
    expect(faultsOf(root)).toEqual([])
    const cases = root.children.flatMap(({ children }) => children)
    expect(Number(root.attributes.tests)).toBe(cases.length)
    const names = cases.map(({ attributes: { classname, name } }) => `${classname}\0${name}`)
    expect(new Set(names).size, 'GitLab reads the first of two of one name only').toBe(names.length)
    for (const [word, total] of [
      ['failure', 'failures'],
      ['error', 'errors'],
    ] as const)
      expect(Number(root.attributes[total])).toBe(cases.filter(({ children: [said] }) => said?.name === word).length)
  },
)

test('a test fails by what fails the run; the rest is skipped', () => {
  const low = finding({ rule: 'mutable-image', severity: 'low' })
  const old = finding({ rule: 'fake-provider', isNew: false })
  const given = assessment({
    ...whole,
    findings: [finding(), low, old],
    assessedRules: ['secret-takeover', 'fake-provider'],
  })
  expect(outcomes(given)).toEqual({
    'external-secrets could be checked': 'passed',
    'external-secrets fake-provider': 'passed',
    'external-secrets secret-takeover': 'passed',
    'deploy/role.yaml cluster-wide-secret-access': 'failure',
    'deploy/role.yaml mutable-image': 'skipped',
    'deploy/role.yaml fake-provider': 'skipped',
    'deploy/role.yaml secret-takeover': 'passed',
  })
  expect(Object.values(outcomes({ ...given, failOn: 'never' }))).not.toContain('failure')
})

test('nothing passes where something could not be checked, and what was accepted is skipped with the reason', () => {
  expect(outcomes(assessment({ findings: [] }))).toEqual({
    'external-secrets could be checked': 'passed',
    'shop could be checked': 'error',
  })
  const [failure] = assessment().failures
  const accepted = assessment({ findings: [], failures: failure ? [{ ...failure, accepted: 'needs a key' }] : [] })
  expect(outcomes(accepted)['shop could be checked']).toBe('skipped')
  expect(junitReport(accepted, RULES, TOOL)).toContain('accepted: needs a key')
})

test('what is ignored is skipped with the reason', () => {
  const suppressed = [{ finding: finding(), kind: 'config', reason: 'one team only', location: null }] as const
  const given = assessment({ ...whole, findings: [], suppressed })
  expect(outcomes(given)['deploy/role.yaml cluster-wide-secret-access']).toBe('skipped')
  expect(junitReport(given, RULES, TOOL)).toContain('ignored: one team only')
})
