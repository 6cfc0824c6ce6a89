import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clip
} from "./chunk-E6P33G6U.js";
import {
  HOMEPAGE,
  counting,
  keyText,
  open,
  ruleUrl
} from "./chunk-GW7OXMLF.js";
import {
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  printable
} from "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/report/rdjson.ts
var SEVERITY = {
  critical: "ERROR",
  high: "ERROR",
  medium: "WARNING",
  low: "INFO",
  info: "INFO"
};
var MOST_CHARACTERS = 6e4;
function rdjsonReport(assessment, { name }) {
  const diagnostics = [
    ...open(assessment.failures).map(failureDiagnostic),
    ...counting(assessment.findings).map(findingDiagnostic)
  ];
  return `${JSON.stringify({ source: { name, url: HOMEPAGE }, diagnostics }, null, 2)}
`;
}
function findingDiagnostic(finding) {
  const { rule, severity, object, message, remedy, location } = finding;
  const subject = object ? `${nameOf(object)}: ` : "";
  const suggestions = suggestionsOf(finding);
  const isAsking = suggestions.length > 0 && finding.fix?.safety === "unsafe";
  const question = isAsking ? [`To answer before the suggestion is taken: ${finding.fix.question}`] : [];
  return {
    message: shown([`${subject}${message}`, keyText(finding) ?? [], remedy, question].flat().join("\n")),
    location: locationOf(location),
    severity: SEVERITY[severity],
    code: { value: rule, url: ruleUrl(rule) },
    ...suggestions.length > 0 && { suggestions }
  };
}
var failureDiagnostic = ({ release, message, location }) => ({
  message: shown(`could not be checked: ${release === null ? "" : `release ${release}: `}${message}`),
  location: locationOf(location),
  severity: "ERROR",
  code: { value: "not-checked" }
});
var shown = (text) => clip(printable(text), MOST_CHARACTERS);
var locationOf = (location) => ({
  path: location?.file ?? ".",
  ...location?.startLine !== void 0 && {
    range: { start: { line: location.startLine }, end: { line: location.endLine ?? location.startLine } }
  }
});
function suggestionsOf({ fix, location }) {
  if (!fix || fix.generates.length > 0) return [];
  if (fix.edits.some(({ file, replacement }) => file !== location?.file || printable(replacement) !== replacement))
    return [];
  return fix.edits.map(({ startLine, endLine, replacement, isCrlf }) => {
    if (replacement === "")
      return { range: { start: { line: startLine, column: 1 }, end: { line: endLine + 1, column: 1 } }, text: "" };
    const text = isCrlf ? replacement.replace(/\r?\n/g, "\r\n") : replacement;
    return { range: { start: { line: startLine }, end: { line: endLine } }, text };
  });
}
export {
  rdjsonReport
};
