import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  SEVERITIES,
  reaches
} from "./chunk-DS3ZDRKE.js";

// src/report/report.ts
function conclude(findings, failures, failOn) {
  if (failOn !== "never" && findings.some(({ severity }) => reaches(severity, failOn))) return "failure";
  return failures.length > 0 ? "incomplete" : "success";
}
var exitCode = (conclusion) => ({ success: 0, failure: 1, incomplete: 2 })[conclusion];
function countBySeverity(findings) {
  const counts = Object.fromEntries([...SEVERITIES].reverse().map((severity) => [severity, 0]));
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
var placeText = ({ location }) => location ? `${location.file}${location.startLine === void 0 ? "" : `:${location.startLine}`}` : "(no place in the repository)";
var ruleUrl = (rule) => `${HOMEPAGE}/blob/main/docs/rules/${rule}.md`;
var HOMEPAGE = "https://github.com/eso-hardener/eso-hardener";

export {
  conclude,
  exitCode,
  countBySeverity,
  count,
  placeText,
  ruleUrl,
  HOMEPAGE
};
