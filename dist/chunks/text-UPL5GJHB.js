import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  countBySeverity,
  placeText
} from "./chunk-UDR2ZHYD.js";
import {
  printableData,
  wrapBehind
} from "./chunk-2ULQKFID.js";
import {
  nameOf
} from "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";

// src/report/text.ts
function textReport(foreign, rules, options) {
  const assessment = printableData(foreign);
  const groups = Map.groupBy(assessment.findings, ({ severity, rule }) => `${severity} ${rule}`);
  const sections = [
    ...[...groups.values()].map((findings) => ruleSection(findings, rules, options)),
    ...assessment.failures.length > 0 ? [failureSection(assessment, options)] : [],
    summary(assessment, options)
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var COLOUR = {
  critical: "red",
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "dim"
};
function ruleSection(findings, rules, { width, palette: paint }) {
  const [first] = findings;
  const rule = rules.find(({ id }) => id === first?.rule);
  if (!first || !rule) return [];
  const heading = `${paint[COLOUR[first.severity]](paint.bold(first.severity))}  ${paint.bold(rule.id)}  ${rule.title}`;
  return [
    heading,
    ...findings.flatMap((finding) => ["", ...findingLines(finding, width, paint)]),
    "",
    ...wrapBehind("  why     ", rule.why, width),
    ...wrapBehind("  remedy  ", rule.remedy, width),
    `  more    eso-hardener explain ${rule.id}`
  ];
}
function findingLines(finding, width, paint) {
  const { object, message, rendered, places, frame, related } = finding;
  const subject = object ? `${nameOf(object)}: ` : "";
  const origin = rendered ? ` (release ${rendered.release}, line ${rendered.line} of what it renders)` : "";
  const others = places.length > 1 ? `, and ${places.length - 1} more place${places.length > 2 ? "s" : ""}` : "";
  return [
    ...wrapBehind("  ", `${subject}${message}`, width),
    `  ${paint.cyan("-->")} ${placeText(finding)}${origin}${others}`,
    ...frameLines(frame, paint),
    ...related.slice(0, MAX_RELATED).map((entry) => `  ${paint.dim("=")} ${nameOf(entry.object)}: ${entry.message}, ${placeText(entry)}`),
    ...related.length > MAX_RELATED ? [`  ${paint.dim("=")} and ${related.length - MAX_RELATED} more`] : []
  ];
}
var MAX_RELATED = 3;
function frameLines(frame, paint) {
  const digits = String(frame.at(-1)?.line ?? 0).length;
  return frame.map(({ line, text, marked }) => {
    const row = `${String(line).padStart(digits)} ${paint.dim("|")} ${text}`;
    return marked ? `  ${paint.red(">")} ${row}` : `    ${paint.dim(row)}`;
  });
}
function failureSection({ failures }, { width, palette: paint }) {
  const lines = failures.flatMap(({ release, message, location }) => [
    "",
    `  ${release === null ? "" : `release ${release}  `}${paint.cyan("-->")} ${placeText({ location })}`,
    ...wrapBehind("    ", message, width)
  ]);
  return [`${paint.yellow(paint.bold("not checked"))}  what follows could not be checked, so it cannot pass`, ...lines];
}
function summary(assessment, { width, palette: paint }) {
  const { failures, releases, plainManifests, notes, hidden, minSeverity } = assessment;
  const counts = Object.entries(countBySeverity(assessment.findings)).filter(([, count2]) => count2 > 0);
  const listed = counts.map(([severity, count2]) => `${count2} ${paint[COLOUR[severity]](severity)}`).join(", ");
  const manifests = releases.reduce((sum, release) => sum + release.manifests, plainManifests);
  return [
    paint.bold("summary"),
    `  findings  ${listed || "none"}${hidden > 0 ? ` (${hidden} below ${minSeverity} not shown)` : ""}`,
    `  checked   ${count(manifests, "manifest")}: ${count(releases.length, "release")}, ${plainManifests} outside charts${failures.length > 0 ? `; ${count(failures.length, "thing")} could not be checked` : ""}`,
    ...notes.flatMap((note) => wrapBehind("  note      ", note, width)),
    "  threats",
    ...assessment.threats.flatMap((threat) => threatLines(threat, width, paint)),
    `  conclusion  ${conclusionText(assessment, paint)}`
  ];
}
var STATUS_COLOUR = { exposed: "red", mitigated: "green", "not-assessed": "dim" };
function threatLines({ id, says, status, evidence }, width, paint) {
  const [what = ""] = says.split(":");
  const label = `    ${id}  ${status.padEnd(12)}  `;
  const lines = wrapBehind(label, `${what}${status === "mitigated" ? "" : ` (${evidence.join(", ")})`}`, width);
  return lines.map((line, i) => i === 0 ? line.replace(status, paint[STATUS_COLOUR[status]](status)) : line);
}
function conclusionText({ conclusion, failOn }, paint) {
  if (conclusion === "failure") return `${paint.red("failure")}: a finding is ${failOn} or above`;
  if (conclusion === "incomplete") return `${paint.yellow("incomplete")}: something could not be checked`;
  return `${paint.green("success")}: ${failOn === "never" ? "nothing fails this run" : `no finding is ${failOn} or above`}`;
}
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
export {
  textReport
};
