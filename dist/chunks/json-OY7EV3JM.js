import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  objectRecord,
  placeRecord
} from "./chunk-DXSCY7CG.js";
import "./chunk-YSH2IDXS.js";

// src/report/json-audit.ts
var pathRecord = ({ id, question, title, threat, severity, steps }) => ({
  id,
  question,
  title,
  threat,
  severity,
  steps: steps.map(stepRecord)
});
var stepRecord = ({ says, object, path, location }) => ({
  says,
  object: object && objectRecord(object),
  path,
  location: location && placeRecord(location)
});
var auditRecord = ({ crossNamespace, stores, subjects, deployers }) => ({
  crossNamespace: crossNamespace.map(referenceRecord),
  stores: stores.map(storeRecord),
  subjects: subjects.map(subjectRecord),
  deployers: deployers.map(deployerRecord)
});
var referenceRecord = ({ object, path, namespace, name, location }) => ({
  object: objectRecord(object),
  path,
  namespace,
  name,
  location: placeRecord(location)
});
var storeRecord = ({ object, provider, identity, endpoint, mayUse, users, location }) => ({
  object: objectRecord(object),
  provider,
  identity,
  endpoint,
  mayUse,
  users,
  location: placeRecord(location)
});
var subjectRecord = ({ subject, operator, rights, location }) => ({
  subject,
  operator,
  rights: rights.map(({ resources, verbs, names, namespaces }) => ({ resources, verbs, names, namespaces })),
  location: placeRecord(location)
});
var deployerRecord = ({ product, account, says, location }) => ({
  product,
  account,
  says,
  location: placeRecord(location)
});

// src/report/json.ts
var jsonReport = (assessment, tool) => `${JSON.stringify(reportRecord(assessment, tool), null, 2)}
`;
function reportRecord(assessment, { name, version, rulesDate }) {
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
    cache: assessment.fromCache && { releases: assessment.fromCache.releases, whole: assessment.fromCache.isWhole }
  };
}
var headRecord = ({ commit, files }) => ({
  commit,
  files: files.map(({ file, blob, stretches }) => ({
    ...{ file, blob },
    stretches: stretches?.map(({ line, headLine, count }) => ({ line, headLine, count }))
  }))
});
var releaseRecord = (release) => ({
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
  seenByHelm: release.seenByHelm
});
var worldRecord = ({ cluster, variant, releases, manifests }) => ({
  cluster,
  variant,
  releases,
  manifests
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
  worlds: finding.worlds?.map(({ cluster, variant }) => ({ cluster, variant })),
  fingerprint: finding.fingerprint,
  new: finding.isNew,
  fix: finding.fix && fixRecord(finding.fix)
});
var fixRecord = ({ edits, generates, changed, moreChanged, ...safety }) => ({
  safety: safety.safety,
  question: safety.safety === "unsafe" ? safety.question : null,
  edits: edits.map(({ file, startLine, endLine, replacement, isCrlf }) => ({
    ...{ file, startLine, endLine, replacement },
    crlf: isCrlf
  })),
  generates,
  changed: changed?.map(({ change, kind, namespace, name }) => ({ change, kind, namespace: namespace ?? null, name })),
  moreChanged
});
var suppressedRecord = ({ finding, kind, reason, location }) => ({
  ...findingRecord(finding),
  suppression: { kind, reason, location: location && spot(location) }
});
var failureRecord = ({ release, message, location, accepted }) => ({
  release,
  message,
  location: location && placeRecord(location),
  accepted: accepted !== void 0,
  acceptedReason: accepted
});
var spot = ({ file, startLine }) => ({ file, startLine });
var relatedRecord = ({ message, object, location }) => ({
  message,
  object: objectRecord(object),
  location: location && placeRecord(location)
});
var installRecord = ({ namespace, release, version, components, cluster }) => ({
  namespace,
  release,
  version,
  components,
  cluster
});
export {
  jsonReport,
  reportRecord
};
