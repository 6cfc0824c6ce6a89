import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-YSH2IDXS.js";

// src/report/json.ts
function jsonReport(assessment, { name, version, rulesDate }) {
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
      location: location && placeRecord(location)
    })),
    inventory: { installs: assessment.inventory.installs.map(installRecord) },
    threats: assessment.threats.map(({ id, status, evidence }) => ({ id, status, evidence })),
    coverage: assessment.coverage.map(({ id, status, evidence }) => ({ row: id, status, evidence })),
    notes: assessment.notes,
    timings: assessment.timings
  };
  return `${JSON.stringify(report, null, 2)}
`;
}
var releaseRecord = (release) => ({
  name: release.name,
  chart: release.chart,
  version: release.version,
  namespace: release.namespace,
  cluster: release.cluster,
  declaredIn: release.declaredIn,
  manifests: release.manifests,
  renderMs: release.renderMs
});
var findingRecord = (finding) => ({
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
    line: finding.rendered.line
  },
  location: finding.location && placeRecord(finding.location),
  places: finding.places.map(placeRecord),
  related: finding.related.map(relatedRecord),
  fingerprint: finding.fingerprint
});
var relatedRecord = ({ message, object, location }) => ({
  message,
  object: objectRecord(object),
  location: location && placeRecord(location)
});
var objectRecord = ({ apiVersion, kind, namespace, name }) => ({
  apiVersion,
  kind,
  namespace: namespace ?? null,
  name
});
var placeRecord = ({ file, startLine, endLine, via }) => ({ file, startLine, endLine, via });
var installRecord = ({ namespace, release, version, components }) => ({
  namespace,
  release,
  version,
  components
});
export {
  jsonReport
};
