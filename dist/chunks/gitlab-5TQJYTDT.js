import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clip
} from "./chunk-E6P33G6U.js";
import {
  keyText,
  open
} from "./chunk-GW7OXMLF.js";
import {
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  printable
} from "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/report/gitlab.ts
import { createHash } from "node:crypto";
var SEVERITY = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
  info: "info"
};
var MOST_CHARACTERS = 2e3;
function gitlabReport(assessment) {
  const { findings, failures } = assessment;
  const issues = [...open(failures).map(failureIssue), ...findings.map(findingIssue)];
  return `${JSON.stringify(withoutTwins(issues), null, 2)}
`;
}
var findingIssue = (finding) => ({
  description: descriptionOf(finding),
  check_name: finding.rule,
  fingerprint: finding.fingerprint,
  severity: SEVERITY[finding.severity],
  location: locationOf(finding.location)
});
function descriptionOf(finding) {
  const { object, message, remedy } = finding;
  const key = keyText(finding);
  const text = `${object ? `${nameOf(object)}: ` : ""}${message}${key === void 0 ? "" : ` (${key})`}. ${remedy}`;
  return clip(printable(text), MOST_CHARACTERS);
}
function failureIssue({ release, message, location }) {
  const text = `could not be checked: ${release === null ? "" : `release ${release}: `}${message}`;
  const identity = JSON.stringify(["not-checked", release, location?.file, message]);
  return {
    description: clip(printable(text), MOST_CHARACTERS),
    check_name: "not-checked",
    fingerprint: createHash("sha256").update(identity).digest("hex").slice(0, 16),
    severity: "blocker",
    location: locationOf(location)
  };
}
var locationOf = (location) => ({
  path: location?.file ?? ".",
  lines: { begin: location?.startLine ?? 1, ...location?.endLine !== void 0 && { end: location.endLine } }
});
function withoutTwins(issues) {
  const groups = Map.groupBy(issues, ({ fingerprint }) => fingerprint);
  return [...groups.values()].flatMap(([first]) => first ?? []);
}
export {
  gitlabReport
};
