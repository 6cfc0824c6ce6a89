import type { Finding, ObjectRef, PhysicalLocation, RelatedObject } from '../finding.ts'
import type { Tool } from '../tool.ts'
import type { Assessment, InstallSummary, ReleaseSummary } from './report.ts'

/**
 * The JSON report, version 1: schema/report.schema.json. It grows by optional fields only. Every field is named here,
 * so that nothing internal (a code frame) slips out and the order of the keys is fixed.
 */
export function jsonReport(assessment: Assessment, { name, version, rulesDate }: Tool): string {
  const report = {
    schemaVersion: 1,
    tool: { name, version, rulesDate },
    conclusion: assessment.conclusion,
    failOn: assessment.failOn,
    minSeverity: assessment.minSeverity,
    hidden: assessment.hidden,
    releases: assessment.releases.map(releaseRecord),
    findings: assessment.findings.map(findingRecord),
    failures: assessment.failures.map(({ release, message, location }) => ({
      release,
      message,
      location: location && placeRecord(location),
    })),
    inventory: { installs: assessment.inventory.installs.map(installRecord) },
    threats: assessment.threats.map(({ id, status, evidence }) => ({ id, status, evidence })),
    coverage: assessment.coverage.map(({ id, status, evidence }) => ({ row: id, status, evidence })),
    notes: assessment.notes,
    timings: assessment.timings,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

const releaseRecord = (release: ReleaseSummary) => ({
  name: release.name,
  chart: release.chart,
  version: release.version,
  namespace: release.namespace,
  cluster: release.cluster,
  declaredIn: release.declaredIn,
  manifests: release.manifests,
  renderMs: release.renderMs,
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
  fingerprint: finding.fingerprint,
})

const relatedRecord = ({ message, object, location }: RelatedObject) => ({
  message,
  object: objectRecord(object),
  location: location && placeRecord(location),
})

const objectRecord = ({ apiVersion, kind, namespace, name }: ObjectRef) => ({
  apiVersion,
  kind,
  namespace: namespace ?? null,
  name,
})

/** JSON leaves out lines that are undefined. */
const placeRecord = ({ file, startLine, endLine, via }: PhysicalLocation) => ({ file, startLine, endLine, via })

const installRecord = ({ namespace, release, version, components }: InstallSummary) => ({
  namespace,
  release,
  version,
  components,
})
