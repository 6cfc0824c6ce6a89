import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clusterCounts,
  countsText,
  pathSection
} from "./chunk-6K4TBG3G.js";
import "./chunk-V5WNMZFE.js";
import "./chunk-E6P33G6U.js";
import {
  GUARD_CHANGED,
  comparisonText,
  countBySeverity,
  counting,
  keyText,
  placeText,
  suppressedText,
  worldsText
} from "./chunk-GW7OXMLF.js";
import {
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  printableData,
  wrapBehind
} from "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/report/text.ts
function textReport(foreign, rules, options) {
  const assessment = printableData(foreign);
  const groups = Map.groupBy(counting(assessment.findings), ({ severity, rule }) => `${severity} ${rule}`);
  const sections = [
    ...[...groups.values()].map((findings) => ruleSection(findings, rules, assessment, options)),
    ...[pathSection(assessment, options)].filter((lines) => lines.length > 0),
    ...assessment.failures.length > 0 ? [failureSection(assessment, options)] : [],
    ...assessment.warnings.length > 0 ? [warningSection(assessment, options)] : [],
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
function ruleSection(findings, rules, assessment, { width, palette: paint }) {
  const [first] = findings;
  const rule = rules.find(({ id }) => id === first?.rule);
  if (!first || !rule) return [];
  const heading = `${paint[COLOUR[first.severity]](paint.bold(first.severity))}  ${paint.bold(rule.id)}  ${rule.title}`;
  return [
    heading,
    ...findings.flatMap((finding) => ["", ...findingLines(finding, assessment, width, paint)]),
    "",
    ...wrapBehind("  why     ", rule.why, width),
    ...wrapBehind("  remedy  ", rule.remedy, width),
    `  more    eso-hardener explain ${rule.id}`
  ];
}
function findingLines(finding, assessment, width, paint) {
  const { object, message, rendered, places, frame, related } = finding;
  const subject = object ? `${nameOf(object)}: ` : "";
  const origin = rendered ? ` (release ${rendered.release}, line ${rendered.line} of what it renders)` : "";
  const others = places.length > 1 ? `, and ${places.length - 1} more place${places.length > 2 ? "s" : ""}` : "";
  const worlds = worldsText(finding, assessment);
  const key = keyText(finding);
  return [
    ...wrapBehind("  ", `${subject}${message}`, width),
    `  ${paint.cyan("-->")} ${placeText(finding)}${origin}${others}`,
    ...key === void 0 ? [] : wrapBehind(`  ${paint.dim("=")} `, key, width),
    ...worlds === void 0 ? [] : wrapBehind(`  ${paint.dim("=")} `, worlds, width),
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
  const lines = failures.flatMap(({ release, message, location, accepted }) => [
    "",
    `  ${release === null ? "" : `release ${release}  `}${paint.cyan("-->")} ${placeText({ location })}`,
    ...wrapBehind("    ", message, width),
    ...accepted === void 0 ? [] : wrapBehind("    accepted: ", accepted, width)
  ]);
  return [`${paint.yellow(paint.bold("not checked"))}  what follows could not be checked, so it cannot pass`, ...lines];
}
function warningSection({ warnings }, { width, palette: paint }) {
  const lines = warnings.flatMap(({ message, location }) => [
    "",
    ...location ? [`  ${paint.cyan("-->")} ${placeText({ location })}`] : [],
    ...wrapBehind("    ", message, width)
  ]);
  return [
    `${paint.yellow(paint.bold("to repair"))}  ignores and accepted failures that do not do what they say`,
    ...lines
  ];
}
function summary(assessment, { width, palette: paint }) {
  const { failures, releases, plainManifests, notes, hidden, minSeverity, suppressed } = assessment;
  const comparison = comparisonText(assessment);
  const counts = Object.entries(countBySeverity(assessment.findings)).filter(([, count2]) => count2 > 0);
  const listed = counts.map(([severity, count2]) => `${count2} ${paint[COLOUR[severity]](severity)}`).join(", ");
  const manifests = releases.reduce((sum, release) => sum + release.manifests, plainManifests);
  return [
    paint.bold("summary"),
    `  findings  ${listed || "none"}${hidden > 0 ? ` (${hidden} below ${minSeverity} not shown)` : ""}`,
    ...clusterLines(assessment, width),
    ...comparison === void 0 ? [] : wrapBehind("  compared  ", comparison, width),
    ...assessment.fixed.flatMap(
      ({ rule, object }) => wrapBehind("  fixed     ", `${rule}${object ? `, ${nameOf(object)}` : ""}`, width)
    ),
    ...suppressed.length > 0 ? [`  ignored   ${suppressedText(suppressed)}`] : [],
    `  checked   ${count(manifests, "manifest")}: ${count(releases.length, "release")}, ${plainManifests} outside charts${failures.length > 0 ? `; ${count(failures.length, "thing")} could not be checked` : ""}`,
    ...notes.flatMap((note) => wrapBehind("  note      ", note, width)),
    "  threats",
    ...assessment.threats.flatMap((threat) => threatLines(threat, width, paint)),
    `  conclusion  ${conclusionText(assessment, paint)}`
  ];
}
var MOST_CLUSTERS = 20;
function clusterLines(assessment, width) {
  const all = clusterCounts(assessment);
  const rest = all.length > MOST_CLUSTERS ? [`  cluster   … and ${all.length - MOST_CLUSTERS} more`] : [];
  const shown = all.slice(0, MOST_CLUSTERS);
  return [
    ...shown.flatMap(({ cluster, counts }) => wrapBehind("  cluster   ", `${cluster}: ${countsText(counts)}`, width)),
    ...rest
  ];
}
var STATUS_COLOUR = { exposed: "red", mitigated: "green", "not-assessed": "dim" };
function threatLines({ id, says, status, evidence }, width, paint) {
  const [what = ""] = says.split(":");
  const label = `    ${id}  ${status.padEnd(12)}  `;
  const lines = wrapBehind(label, `${what}${status === "mitigated" ? "" : ` (${evidence.join(", ")})`}`, width);
  return lines.map((line, i) => i === 0 ? line.replace(status, paint[STATUS_COLOUR[status]](status)) : line);
}
function conclusionText({ conclusion, failOn, base, hasChangedGuard }, paint) {
  if (hasChangedGuard) return `${paint.red("failure")}: ${GUARD_CHANGED}`;
  const word = base?.commit ? "new finding" : "finding";
  if (conclusion === "failure") return `${paint.red("failure")}: a ${word} is ${failOn} or above`;
  if (conclusion === "incomplete") return `${paint.yellow("incomplete")}: something could not be checked`;
  return `${paint.green("success")}: ${failOn === "never" ? "nothing fails this run" : `no ${word} is ${failOn} or above`}`;
}
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
export {
  textReport
};
