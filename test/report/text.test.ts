import { describe, expect, test } from 'vitest'
import type { Severity } from '../../src/finding.ts'
import { COLOURED, PLAIN } from '../../src/report/terminal.ts'
import { textReport } from '../../src/report/text.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, attackPath, finding } from './assessment.ts'

const options = { width: 80, palette: PLAIN }
const text = (change = {}): string => textReport(assessment(change), RULES, options)

test('a finding has severity, rule, place, frame, why and remedy', () => {
  const report = text({
    findings: [
      finding({
        rule: 'unrestricted-cluster-store',
        severity: 'medium',
        location: { file: 'stores.yaml', startLine: 5, via: 'manifest' },
        rendered: null,
        frame: [
          { line: 4, text: 'metadata: { name: s }', marked: false },
          { line: 5, text: 'spec:', marked: true },
        ],
      }),
    ],
  })
  expect(report).toMatch(/^medium {2}unrestricted-cluster-store {2}A ClusterSecretStore serves every namespace$/m)
  expect(report).toMatch(/^ {2}--> stores\.yaml:5$/m)
  expect(report).toMatch(/^ {4}4 \| metadata: \{ name: s \}$/m)
  expect(report).toMatch(/^ {2}> 5 \| spec:$/m)
  expect(report).toMatch(/^ {2}why {5}Whoever may create/m)
  expect(report).toMatch(/^ {2}remedy {2}List the namespaces/m)
})

test('why and remedy of a rule are said once for all its findings', () => {
  const findings = ['a', 'b', 'c'].map(name => finding({ message: `about ${name}` }))
  const report = text({ findings })
  expect(report.match(/^ {2}why {5}/gm)).toHaveLength(1)
  for (const name of ['a', 'b', 'c']) expect(report).toContain(`about ${name}`)
})

test('no line but those of frames, places and rule names is wider than the terminal', () => {
  const words = 'word '.repeat(60)
  const report = text({
    findings: [finding({ message: words })],
    notes: [words],
    failures: [{ release: 'r', message: words, location: null }],
  })
  const prose = report.split('\n').filter(line => line.includes('word word'))
  expect(prose.length).toBeGreaterThan(8)
  for (const line of prose) expect(line.length).toBeLessThanOrEqual(80)
})

test('foreign text cannot reach the terminal as control characters', () => {
  const hostile = 'a\u001B[2Jb\u0007c\u202Ed\r'
  const report = textReport(
    assessment({
      findings: [finding({ message: hostile })],
      failures: [{ release: hostile, message: hostile, location: null }],
      notes: [hostile],
    }),
    RULES,
    { width: 80, palette: COLOURED },
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(report.replaceAll(/\u001B\[\d+m/g, '')).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202E]/)
})

test('colours come from the palette only', () => {
  expect(text()).not.toContain('\u001B')
  expect(textReport(assessment(), RULES, { width: 80, palette: COLOURED })).toContain('\u001B[31m')
})

test('the summary counts what was found, what was checked and what was not', () => {
  const report = text({ hidden: 3, minSeverity: 'low' })
  expect(report).toMatch(/^ {2}findings {2}.*\(3 below low not shown\)$/m)
  expect(report).toMatch(
    /^ {2}checked {3}\d+ manifests?: \d+ releases?, \d+ outside charts; 1 thing could not be checked$/m,
  )
  expect(report).toMatch(/^ {2}conclusion {2}/m)
})

test.each([
  ['failure', /conclusion {2}failure: a finding is high or above/],
  ['incomplete', /conclusion {2}incomplete: something could not be checked/],
  ['success', /conclusion {2}success: no finding is high or above/],
] as const)('conclusion %s is said in words', (conclusion, words) => {
  expect(text({ conclusion, failOn: 'high' })).toMatch(words)
})

const BASE = { ref: 'main', commit: '0123456789abcdef0123456789abcdef01234567' }

test('with a base, old findings are counted and only new ones are shown', () => {
  const findings = [finding({ message: 'just came', isNew: true }), finding({ message: 'was there', isNew: false })]
  const report = text({ base: BASE, findings, fixed: [finding()], failures: [] })
  expect(report).toContain('just came')
  expect(report).not.toContain('was there')
  expect(report).toMatch(/^ {2}compared {2}with main \(0123456\): 1 new, 1 old, 1 fixed$/m)
  expect(report).toMatch(/^ {2}fixed {5}cluster-wide-secret-access, ClusterRole eso-controller$/m)
  expect(report).toContain('failure: a new finding is high or above')
})

test('without the base that was asked for, everything is shown', () => {
  const report = text({ base: { ref: 'main', commit: null }, findings: [finding({ message: 'who knows' })] })
  expect(report).toContain('who knows')
  expect(report).toMatch(/^ {2}compared {2}with main: not possible$/m)
})

test('what does not count is counted, by the way it was said', () => {
  const suppressed = (['baseline', 'baseline', 'inline', 'config', 'annotation'] as const).map(kind => ({
    ...{ kind, finding: finding({ message: 'known' }), reason: 'why', location: null },
  }))
  const report = text({ findings: [], suppressed })
  expect(report).not.toContain('known')
  expect(report).toMatch(/^ {2}ignored {3}1 by comments, 1 by annotations, 1 by the config, 2 in the baseline$/m)
  expect(text()).not.toContain('ignored')
})

test('a warning stands with its place', () => {
  expect(text({ warnings: [{ message: 'gives no reason', location: { file: 'a.yaml', startLine: 3 } }] })).toMatch(
    /^to repair .*\n\n {2}--> a\.yaml:3\n {4}gives no reason$/m,
  )
})

describe('attack paths', () => {
  const path = (i: number, severity: Severity = 'high') => ({ ...attackPath(`path ${i}`), severity })

  test('the five worst, a line for each step with its place, and how many others there are', () => {
    const paths = Array.from({ length: 7 }, (_, i) => path(i))
    const report = text({ attack: { paths, more: [{ question: 'fetch', number: 4 }] } })
    expect(report).toMatch(/^attack paths {2}who can get at what/m)
    expect(report.match(/^ {2}high {2}path \d$/gm)).toHaveLength(5)
    expect(report).toMatch(/^ {4}1\. path 0 \(deploy\/role\.yaml:5\)$/m)
    expect(report).toMatch(/^ {4}2\. every Secret of the cluster can be read$/m)
    expect(report).toMatch(/^ {2}6 other paths in the JSON report$/m)
  })

  test('what asks for nothing is not shown', () => {
    expect(text({ attack: { paths: [path(1, 'low')], more: [] } })).not.toContain('attack paths')
  })
})
