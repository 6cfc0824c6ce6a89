import type { Finding, ProvenFix, RelatedObject } from '../finding.ts'
import type { Failure } from '../render/render.ts'
import type { Suppressed, WrittenAt } from '../suppress/suppression.ts'
import type { Tool } from '../tool.ts'
import { auditRecord, pathRecord } from './json-audit.ts'
import { objectRecord, placeRecord } from './json-records.ts'
import type { Assessment, InstallSummary, JudgedHead, ReleaseSummary, WorldSummary } from './report.ts'

/**
 * The JSON report, version 1: schema/report.schema.json. It grows by optional fields only. Every field is named here,
 * so that nothing internal (a code frame) slips out and the order of the keys is fixed.
 */
export const jsonReport = (assessment: Assessment, tool: Tool): string =>
  `${JSON.stringify(reportRecord(assessment, tool), null, 2)}\n`

/** What the JSON report holds; `JSON.stringify` leaves out what is undefined. */
export function reportRecord(assessment: Assessment, { name, version, rulesDate }: Tool) {
  return {
    schemaVersion: 1,
    tool: { name, version, rulesDate },
    conclusion: assessment.conclusion,
    failOn: assessment.failOn,
    minSeverity: assessment.minSeverity,
    hidden: assessment.hidden,
    releases: assessment.releases.map(releaseRecord),
    worlds: assessment.worlds.map(worldRecord),
    base: assessment.base && { ref: assessment.base.ref, commit: assessment.base.commit },
    head: assessment.head && headRecord(assessment.head),
    changedGuard: assessment.hasChangedGuard,
    findings: assessment.findings.map(findingRecord),
    fixed: assessment.fixed.map(findingRecord),
    suppressed: assessment.suppressed.map(suppressedRecord),
    failures: assessment.failures.map(failureRecord),
    warnings: assessment.warnings.map(({ message, location }) => ({ message, location: location && spot(location) })),
    paths: assessment.attack.paths.map(pathRecord),
    morePaths: assessment.attack.more.map(({ question, number }) => ({ question, number })),
    inventory: { installs: assessment.inventory.installs.map(installRecord), ...auditRecord(assessment.inventory) },
    threats: assessment.threats.map(({ id, status, evidence }) => ({ id, status, evidence })),
    coverage: assessment.coverage.map(({ id, status, evidence }) => ({ row: id, status, evidence })),
    assessedRules: assessment.assessedRules,
    plainManifests: assessment.plainManifests,
    commit: assessment.commit,
    notes: assessment.notes,
    timings: assessment.timings,
    cache: assessment.fromCache && { releases: assessment.fromCache.releases, whole: assessment.fromCache.isWhole },
  }
}

const headRecord = ({ commit, files }: JudgedHead) => ({
  commit,
  files: files.map(({ file, blob, stretches }) => ({
    ...{ file, blob },
    stretches: stretches?.map(({ line, headLine, count }) => ({ line, headLine, count })),
  })),
})

const releaseRecord = (release: ReleaseSummary) => ({
  name: release.name,
  chart: release.chart,
  version: release.version,
  namespace: release.namespace,
  cluster: release.cluster,
  variant: release.variant,
  declaredIn: release.declaredIn,
  manifests: release.manifests,
  schema: release.schema,
  renderMs: release.renderMs,
  seenByHelm: release.seenByHelm,
})

const worldRecord = ({ cluster, variant, releases, manifests }: WorldSummary) => ({
  cluster,
  variant,
  releases,
  manifests,
})

const findingRecord = (finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message,
  remedy: finding.remedy,
  guide: finding.guide,
  threats: finding.threats,
  object: finding.object && objectRecord(finding.object),
  path: finding.path,
  rendered: finding.rendered && {
    release: finding.rendered.release,
    template: finding.rendered.template,
    line: finding.rendered.line,
  },
  location: finding.location && placeRecord(finding.location),
  places: finding.places.map(placeRecord),
  related: finding.related.map(relatedRecord),
  worlds: finding.worlds?.map(({ cluster, variant }) => ({ cluster, variant })),
  fingerprint: finding.fingerprint,
  new: finding.isNew,
  fix: finding.fix && fixRecord(finding.fix),
})

const fixRecord = ({ edits, generates, changed, moreChanged, ...safety }: ProvenFix) => ({
  safety: safety.safety,
  question: safety.safety === 'unsafe' ? safety.question : null,
  edits: edits.map(({ file, startLine, endLine, replacement, isCrlf }) => ({
    ...{ file, startLine, endLine, replacement },
    crlf: isCrlf,
  })),
  generates,
  changed: changed?.map(({ change, kind, namespace, name }) => ({ change, kind, namespace: namespace ?? null, name })),
  moreChanged,
})

const suppressedRecord = ({ finding, kind, reason, location }: Suppressed) => ({
  ...findingRecord(finding),
  suppression: { kind, reason, location: location && spot(location) },
})

const failureRecord = ({ release, message, location, accepted }: Failure) => ({
  release,
  message,
  location: location && placeRecord(location),
  accepted: accepted !== undefined,
  acceptedReason: accepted,
})

/** Where something is written that no rule is about. */
const spot = ({ file, startLine }: WrittenAt) => ({ file, startLine })

const relatedRecord = ({ message, object, location }: RelatedObject) => ({
  message,
  object: objectRecord(object),
  location: location && placeRecord(location),
})

const installRecord = ({ namespace, release, version, components, cluster }: InstallSummary) => ({
  namespace,
  release,
  version,
  components,
  cluster,
})
