import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  objectRecord,
  placeRecord
} from "./chunk-DXSCY7CG.js";
import {
  COVERAGE
} from "./chunk-JQZSCLZR.js";
import {
  HOMEPAGE,
  ruleUrl
} from "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-YSH2IDXS.js";

// src/report/evidence.ts
function evidenceReport(assessment, rules, tool) {
  const { conclusion, failOn, commit, base, releases, worlds, plainManifests, inventory, coverage, assessedRules } = assessment;
  const record = {
    schemaVersion: 1,
    tool: { name: tool.name, version: tool.version, url: HOMEPAGE, rulesDate: tool.rulesDate },
    commit: commit ?? assessment.head?.commit ?? null,
    base: base && { ref: base.ref, commit: base.commit },
    conclusion,
    failOn,
    scope: {
      releases: releases.map(({ name, chart, version, namespace, cluster, variant, declaredIn, manifests }) => ({
        ...{ name, chart, version, namespace, cluster, variant, declaredIn, manifests }
      })),
      worlds: worlds.map(({ cluster, variant, manifests }) => ({ cluster, variant, manifests })),
      plainManifests,
      installs: inventory.installs.map(({ namespace, release, version, components, cluster }) => ({
        ...{ namespace, release, version, components, cluster }
      }))
    },
    rules: rules.map(({ id, title }) => ({ id, title, url: ruleUrl(id), assessed: assessedRules.includes(id) })),
    guidance: coverage.map((verdict) => rowRecord(verdict, assessment, rules)),
    notChecked: assessment.failures.map(failureRecord),
    notes: assessment.notes
  };
  return `${JSON.stringify(record, null, 2)}
`;
}
function rowRecord({ id, says, status, evidence }, assessment, rules) {
  const speaks = ({ guide }) => guide.includes(id);
  return {
    row: id,
    says,
    status,
    // Where it is exposed or mitigated, the rules say it.
    because: status === "not-assessed" ? evidence : [],
    made: COVERAGE.find(({ row }) => row === id)?.artefact,
    rules: rules.filter(speaks).map((rule) => rule.id),
    findings: assessment.findings.filter(speaks).map(findingRecord),
    ignored: assessment.suppressed.filter(({ finding }) => speaks(finding)).map(ignoredRecord)
  };
}
var findingRecord = ({ rule, severity, message, object, location, worlds, fingerprint, isNew }) => ({
  ...{ rule, severity, message },
  object: object && objectRecord(object),
  location: location && placeRecord(location),
  worlds: worlds?.map(({ cluster, variant }) => ({ cluster, variant })),
  fingerprint,
  new: isNew
});
var ignoredRecord = ({ finding, kind, reason, location }) => ({
  ...findingRecord(finding),
  suppression: { kind, reason, location: location && { file: location.file, startLine: location.startLine } }
});
var failureRecord = ({ release, message, location, accepted }) => ({
  ...{ release, message },
  location: location && placeRecord(location),
  acceptedReason: accepted ?? null
});
export {
  evidenceReport
};
