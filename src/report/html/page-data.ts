import type { Rule } from '../../check/rule.ts'
import { nameOf, type ObjectRef } from '../../finding.ts'
import type { LocatedPath } from '../../locate/paths.ts'
import type { Verdict } from '../../paths/verdicts.ts'
import type { Suppressed } from '../../suppress/suppression.ts'
import type { Tool } from '../../tool.ts'
import { type Assessment, comparisonText, count, placeText, ruleUrl, suppressedText } from '../report.ts'
import type { PageData, PathData, RuleData, SuppressedData, VerdictData } from './data.ts'
import { findingData, type LineLink, subjectData } from './finding-data.ts'
import { inventoryData } from './inventory-data.ts'
import { reasonText } from './reason.ts'
import { judgedData } from './table-data.ts'
import { visibleData } from './visible.ts'

/** A page of more findings would take long to open; they are sorted, the most severe first. */
const MOST_FINDINGS = 20_000

/** What the page shows of an assessment. Every field is named here, so that nothing internal slips out. */
export function pageData(
  assessment: Assessment,
  rules: readonly Rule[],
  tool: Tool,
  link?: LineLink,
): Omit<PageData, 'sections'> {
  const { findings, fixed, suppressed, failures, warnings, notes, attack } = assessment
  const shown = findings.slice(0, MOST_FINDINGS)
  return visibleData({
    tool: { name: tool.name, version: tool.version, rulesDate: tool.rulesDate },
    conclusion: assessment.conclusion,
    reason: reasonText(assessment),
    scope: scopeOf(assessment),
    isCompared: Boolean(assessment.base?.commit),
    rules: rulesData(rules, [...shown, ...fixed, ...suppressed.map(({ finding }) => finding)]),
    findings: shown.map(finding => findingData(finding, assessment, link)),
    omitted: findings.length - shown.length,
    fixed: fixed.map(subjectData),
    suppressed: suppressed.map(suppressedData),
    failures: failures.map(({ release, message, location, accepted }) => ({
      release: release ?? '',
      message,
      place: location ? placeText({ location }) : '',
      accepted: accepted ?? null,
    })),
    warnings: warnings.map(({ message, location }) => ({ message, place: location ? placeText({ location }) : '' })),
    notes,
    judged: judgedData(assessment),
    paths: attack.paths.map(pathData),
    morePaths: attack.more.reduce((sum, { number }) => sum + number, 0),
    inventory: inventoryData(assessment),
    threats: assessment.threats.map(verdictData),
    coverage: assessment.coverage.map(verdictData),
  })
}

function scopeOf(assessment: Assessment): string[] {
  const { releases, plainManifests, hidden, minSeverity, suppressed } = assessment
  const manifests = releases.reduce((sum, release) => sum + release.manifests, 0)
  const comparison = comparisonText(assessment)
  return [
    `Checked ${count(manifests, 'manifest')} of ${count(releases.length, 'release')}, and ${plainManifests} outside charts`,
    ...(comparison === undefined ? [] : [`Compared ${comparison}`]),
    ...(hidden > 0 ? [`${count(hidden, 'finding')} below ${minSeverity} not listed`] : []),
    ...(suppressed.length > 0 ? [`Ignored: ${suppressedText(suppressed)}`] : []),
  ]
}

/** Of the rules that are named, in the order of all rules. */
function rulesData(rules: readonly Rule[], named: readonly { readonly rule: string }[]): Record<string, RuleData> {
  const ids = new Set(named.map(({ rule }) => rule))
  return Object.fromEntries(
    rules
      .filter(({ id }) => ids.has(id))
      .map(({ id, title, why, remedy, references }) => [id, { title, why, remedy, url: ruleUrl(id), references }]),
  )
}

const suppressedData = ({ finding, kind, reason, location }: Suppressed): SuppressedData => ({
  ...subjectData(finding),
  ...{ kind, reason, message: finding.message },
  place: finding.location ? placeText(finding) : '',
  saidAt: location ? placeText({ location }) : '',
})

const pathData = ({ id, title, threat, severity, steps }: LocatedPath): PathData => ({
  ...{ id, title, threat, severity },
  steps: steps.map(({ says, object, location }) => ({
    says,
    object: objectText(object),
    place: location ? placeText({ location }) : '',
  })),
})

const verdictData = ({ id, says, status, evidence }: Verdict): VerdictData => ({ id, says, status, evidence })

const objectText = (object: ObjectRef | null): string => (object ? nameOf(object) : '')
