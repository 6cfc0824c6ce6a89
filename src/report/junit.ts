import type { Rule } from '../check/rule.ts'
import { type Finding, nameOf, reaches } from '../finding.ts'
import type { Failure } from '../render/render.ts'
import type { Suppressed } from '../suppress/suppression.ts'
import type { Tool } from '../tool.ts'
import { clip } from './clip.ts'
import { type Assessment, count, keyText, open, placeText, ruleUrl } from './report.ts'
import { element, escapeXml } from './xml.ts'

/** What became of a test; with `failed` and `error` the reader's build is red. */
interface Case {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error'
  /** One line. */
  readonly message: string
  readonly text: string
}

const CHECKED = 'could be checked'
const NOWHERE = 'no place in the repository'
const MOST_CHARACTERS = 10_000

/**
 * JUnit XML as Jenkins, GitLab and GitHub's actions read it: a suite for each release and each other file with a finding, in it
 * a test for each rule. A test fails by what fails the run; the rest of what was found is skipped, with the reason. A rule that
 * found nothing passes only where it had something to look at and nothing was left unread.
 */
export function junitReport(assessment: Assessment, rules: readonly Rule[], { name }: Tool): string {
  const passing = passedRules(assessment, rules)
  const suites = [...suitesOf(assessment)].map(([place, cases]) => {
    const isUnread = cases.some(({ outcome }) => outcome === 'error')
    const silent = passing.filter(({ name }) => !isUnread && !cases.some(other => other.name === name))
    return { place, cases: [...cases, ...silent].sort(byName) }
  })
  const all = suites.flatMap(({ cases }) => cases)
  const { skipped: _, ...totals } = totalsOf(all)
  const content = suites.map(({ place, cases }) => suiteElement(place, cases)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name, ...totals }, `\n${content}`)}`
}

const byName = (a: Case, b: Case): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const passed = (name: string): Case => ({ name, outcome: 'passed', message: '', text: '' })

/** Rules that can be said to have passed wherever they found nothing. */
function passedRules({ failures, assessedRules }: Assessment, rules: readonly Rule[]): Case[] {
  if (open(failures).length > 0) return []
  return rules.flatMap(({ id }) => (assessedRules.includes(id) ? passed(id) : []))
}

/** By release, or by file for what no release renders. */
function suitesOf(assessment: Assessment): Map<string, Case[]> {
  const { releases, failures, findings, suppressed } = assessment
  // The clusters of one release share its suite.
  const names = new Set(releases.map(({ name }) => name))
  const failed = Map.groupBy(failures, placeOfFailure)
  const found = Map.groupBy(findings, keyOf)
  const ignored = Map.groupBy(
    suppressed.filter(({ finding }) => !found.has(keyOf(finding))),
    ({ finding }) => keyOf(finding),
  )
  const entries = [
    ...[...names].flatMap(name => (failed.has(name) ? [] : { place: name, entry: passed(CHECKED) })),
    ...[...failed].map(([place, group]) => ({ place, entry: failureCase(group) })),
    ...[...found.values()].map(group => ({ place: placeOf(group[0]), entry: findingCase(group, assessment) })),
    ...[...ignored.values()].map(group => ({ place: placeOf(group[0]?.finding), entry: ignoredCase(group) })),
  ]
  const suites = new Map<string, Case[]>()
  for (const { place, entry } of entries) suites.set(place, [...(suites.get(place) ?? []), entry])
  return suites
}

const placeOf = (finding: Finding | undefined): string =>
  finding?.rendered?.release ?? finding?.location?.file ?? NOWHERE

const keyOf = (finding: Finding): string => JSON.stringify([placeOf(finding), finding.rule])

const placeOfFailure = ({ release, location }: Failure): string => release ?? location?.file ?? NOWHERE

function failureCase(failures: readonly Failure[]): Case {
  const missed = open(failures)
  const told = missed.length > 0 ? missed : failures
  return {
    name: CHECKED,
    outcome: missed.length > 0 ? 'error' : 'skipped',
    message:
      missed.length > 0
        ? `${count(missed.length, 'thing')} could not be checked`
        : `accepted: ${failures[0]?.accepted}`,
    text: told.map(({ message, location }) => `${placeText({ location })}\n${message}\n`).join('\n'),
  }
}

const ignoredCase = (group: readonly Suppressed[]): Case => ({
  name: group[0]?.finding.rule ?? '',
  outcome: 'skipped',
  message: `ignored: ${[...new Set(group.map(({ reason }) => reason))].join('; ')}`,
  text: '',
})

/** All that a rule says of one place; the worst decides. */
function findingCase(findings: readonly Finding[], { failOn }: Assessment): Case {
  const failing = findings.filter(
    ({ isNew, severity }) => isNew !== false && failOn !== 'never' && reaches(severity, failOn),
  )
  const told = failing.length > 0 ? failing : findings
  const [first] = told
  const reason = findings.every(({ isNew }) => isNew === false) ? 'the base has it, too' : 'does not fail this run'
  return {
    name: first?.rule ?? '',
    outcome: failing.length > 0 ? 'failed' : 'skipped',
    message: `${first?.severity}: ${first?.message}${told.length > 1 ? `, and ${told.length - 1} more` : ''}${failing.length > 0 ? '' : ` (${reason})`}`,
    text: `${told.map(findingText).join('\n')}\n${first?.remedy}\n${ruleUrl(first?.rule ?? '')}\n`,
  }
}

function findingText(finding: Finding): string {
  const { object, message, severity } = finding
  const lines = [
    placeText(finding),
    `${severity}: ${object ? `${nameOf(object)}: ` : ''}${message}`,
    keyText(finding) ?? [],
  ]
  return `${lines.flat().join('\n')}\n`
}

const ELEMENT = { failed: 'failure', error: 'error', skipped: 'skipped' } as const

function caseElement(classname: string, { name, outcome, message, text }: Case): string {
  if (outcome === 'passed') return element('testcase', { classname, name })
  const said = { message: clip(message, MOST_CHARACTERS), ...(outcome !== 'skipped' && { type: name }) }
  return element(
    'testcase',
    { classname, name },
    element(ELEMENT[outcome], said, escapeXml(clip(text, MOST_CHARACTERS))).trimEnd(),
  )
}

const suiteElement = (name: string, cases: readonly Case[]): string =>
  element('testsuite', { name, ...totalsOf(cases) }, `\n${cases.map(entry => caseElement(name, entry)).join('')}`)

function totalsOf(cases: readonly Case[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const number = (wanted: Case['outcome']): number => cases.filter(({ outcome }) => outcome === wanted).length
  return { tests: cases.length, failures: number('failed'), errors: number('error'), skipped: number('skipped') }
}
