import type { Rule } from '../check/rule.ts'
import { type Finding, nameOf, type PhysicalLocation } from '../finding.ts'
import type { Suppressed } from '../suppress/suppression.ts'
import type { Tool } from '../tool.ts'
import { type Assessment, count, HOMEPAGE, keyText, open } from './report.ts'
import { LEVEL, ruleDescriptor, SECURITY_SEVERITY } from './sarif-rules.ts'
import { printable } from './terminal.ts'

/** What GitHub's code scanning takes: more results fail the upload, more locations are not shown. */
const MAX_RESULTS = 25_000
const MAX_RELATED = 100

/**
 * SARIF 2.1.0 as GitHub's code scanning reads it.
 * @param category tells several reports on one commit apart. Without it the upload decides: `upload-sarif` ignores its
 *   own `category` input, and its default by workflow, job and matrix, for a file that names one.
 */
export function sarifReport(assessment: Assessment, rules: readonly Rule[], tool: Tool, category?: string): string {
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, { rule, index }]))
  const results: object[] = []
  const unlocated: Finding[] = []
  const all = [...assessment.findings.map(finding => ({ finding, suppressed: undefined })), ...withFindings(assessment)]
  for (const { finding, suppressed } of all) {
    // One result without a location makes GitHub refuse the whole file.
    if (finding.location)
      results.push({
        ...resultOf(finding, finding.location, ruleIndex.get(finding.rule)),
        ...(assessment.suppressed.length > 0 && suppressions(suppressed)),
      })
    else if (!suppressed) unlocated.push(finding)
  }
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: HOMEPAGE,
        rules: rules.map(ruleDescriptor),
        properties: { rulesDate: tool.rulesDate },
      },
    },
    automationDetails: category === undefined ? undefined : { id: `${category}/` },
    invocations: [
      {
        executionSuccessful: open(assessment.failures).length === 0,
        toolExecutionNotifications: notifications(assessment, unlocated, results.length - MAX_RESULTS),
      },
    ],
    results: results.slice(0, MAX_RESULTS),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

const withFindings = ({ suppressed }: Assessment) =>
  suppressed.map(entry => ({ finding: entry.finding, suppressed: entry }))

/** SARIF knows two kinds: in the source, and elsewhere. A run with any of them must say for each result whether it has some. */
const suppressions = (suppressed: Suppressed | undefined) => ({
  suppressions: suppressed
    ? [
        {
          kind: suppressed.kind === 'inline' || suppressed.kind === 'annotation' ? 'inSource' : 'external',
          status: 'accepted',
          justification: plain(suppressed.reason),
        },
      ]
    : [],
})

function resultOf(finding: Finding, location: PhysicalLocation, known: { rule: Rule; index: number } | undefined) {
  const { rule, severity, places, related, fingerprint, isNew } = finding
  const elsewhere = [
    ...related.flatMap(entry => (entry.location ? { ...entry, location: entry.location } : [])),
    ...places.slice(1).map(place => ({ message: 'the same here', object: null, location: place })),
  ]
  return {
    ruleId: rule,
    ruleIndex: known?.index,
    level: LEVEL[severity],
    message: { text: textOf(finding) },
    locations: [locationOf(location, finding.object)],
    relatedLocations: elsewhere.slice(0, MAX_RELATED).map(({ message, object, location: place }) => ({
      ...locationOf(place, object),
      message: { text: plain(object ? `${nameOf(object)}: ${message}` : message) },
    })),
    // Not primaryLocationLineHash: the upload computes it from the file, and would complain of another.
    partialFingerprints: { 'esoHardener/v1': fingerprint },
    baselineState: isNew === null ? undefined : isNew ? 'new' : 'unchanged',
    properties:
      severity === known?.rule.severities[0] ? undefined : { 'security-severity': SECURITY_SEVERITY[severity] },
  }
}

function textOf(finding: Finding): string {
  const { object, message, remedy } = finding
  const key = keyText(finding)
  return plain(`${object ? `${nameOf(object)}: ` : ''}${message}${key === undefined ? '' : ` (${key})`}. ${remedy}`)
}

/** SARIF reads `[text](target)` in a message as a link. */
const plain = (text: string): string => printable(text).replaceAll('](', '] (')

const locationOf = ({ file, startLine, endLine }: Omit<PhysicalLocation, 'via'>, object: Finding['object']) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
    region: startLine === undefined ? undefined : { startLine, endLine },
  },
  logicalLocations: object ? [{ fullyQualifiedName: nameOf(object), kind: 'resource' }] : undefined,
})

const uriOf = (file: string): string => file.toWellFormed().split('/').map(encodeURIComponent).join('/')

/** What is no result: what could not be checked, what has no place, what is too much, what was left out. */
function notifications({ failures, warnings, notes }: Assessment, unlocated: readonly Finding[], excess: number) {
  return [
    ...failures.map(({ release, message, location, accepted }) => ({
      level: accepted === undefined ? 'error' : 'note',
      message: { text: plain(`could not be checked: ${release === null ? '' : `release ${release}: `}${message}`) },
      locations: location ? [locationOf(location, null)] : undefined,
    })),
    ...unlocated.map(finding => ({
      level: LEVEL[finding.severity],
      message: { text: textOf(finding) },
      associatedRule: { id: finding.rule },
    })),
    ...warnings.map(({ message, location }) => ({
      level: 'warning',
      message: { text: plain(message) },
      locations: location ? [locationOf(location, null)] : undefined,
    })),
    ...(excess > 0 ? [{ level: 'warning', message: { text: `${count(excess, 'more finding')} left out` } }] : []),
    ...notes.map(note => ({ level: 'note', message: { text: plain(note) } })),
  ]
}
