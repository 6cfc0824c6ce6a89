import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clusterCounts,
  countsText,
  pathItems
} from "./chunk-6K4TBG3G.js";
import {
  code,
  escapeText,
  fence,
  linked,
  row,
  tableHead
} from "./chunk-V5WNMZFE.js";
import {
  GUARD_CHANGED,
  comparisonText,
  count,
  countBySeverity,
  counting,
  keyText,
  open,
  placeText,
  ruleUrl,
  suppressedText,
  worldsText
} from "./chunk-GW7OXMLF.js";
import {
  nameOf
} from "./chunk-4AX3HMK5.js";

// src/report/job-summary.ts
var MAX_BYTES = 1024 * 1024;
function jobSummary(assessment, { link, maxBytes = MAX_BYTES } = {}) {
  const { findings, failures, warnings, notes, threats } = assessment;
  const head = verdictText(assessment) + severityTable(assessment) + clusterTable(assessment) + threatTable(threats);
  const room = maxBytes - bytes(head);
  const failureText = section("\n### Not checked\n", failures.map(failureItem), room / 4);
  const warningText = section("\n### Ignores to repair\n\n", warnings.map(warningItem), room / 8);
  const noteText = section("\n### Notes\n\n", notes.map(noteItem), room / 8);
  const fixedText = section("\n### Fixed\n\n", assessment.fixed.map(fixedItem), room / 8);
  const pathText = section("\n### Attack paths\n\n", pathItems(assessment, link), room / 8);
  const findingText = section(
    `
### Findings

${tableHead("Severity", "Rule", "Object", "What is wrong", "Place")}`,
    counting(findings).map((finding) => findingItem(finding, assessment, link)),
    room - bytes(pathText) - bytes(fixedText) - bytes(failureText) - bytes(warningText) - bytes(noteText)
  );
  return head + pathText + findingText + fixedText + failureText + warningText + noteText;
}
var bytes = (text) => Buffer.byteLength(text);
function section(heading, items, room) {
  const rest = (number) => `
… and ${number} more, in the JSON report.
`;
  let used = bytes(heading) + bytes(rest(items.length));
  if (items.length === 0 || used > room) return "";
  let fitting = 0;
  for (const item of items) {
    used += bytes(item);
    if (used > room) break;
    fitting += 1;
  }
  const left = items.length - fitting;
  return heading + items.slice(0, fitting).join("") + (left > 0 ? rest(left) : "");
}
var SIGN = { success: "✅", failure: "❌", incomplete: "⚠️" };
function verdictText(assessment) {
  const { conclusion, failOn, failures, releases, plainManifests } = assessment;
  const manifests = releases.reduce((sum, release) => sum + release.manifests, 0);
  const missed = open(failures).length;
  const word = assessment.base?.commit ? "new finding" : "finding";
  const comparison = comparisonText(assessment);
  const reason = failOn === "never" ? "No finding fails this run" : `No ${word} is ${failOn} or above`;
  const sentences = [
    assessment.hasChangedGuard ? GUARD_CHANGED : conclusion === "failure" ? `A ${word} is ${failOn} or above` : reason,
    ...missed > 0 ? [`**${count(missed, "thing")} could not be checked**, so nothing passes`] : [],
    ...comparison === void 0 ? [] : [`Compared ${escapeText(comparison)}`],
    `Checked ${count(manifests, "manifest")} of ${count(releases.length, "release")}, and ${plainManifests} outside charts`
  ];
  return `## ${SIGN[conclusion]} eso-hardener: ${conclusion}

${sentences.join(". ")}.
`;
}
function severityTable({ findings, hidden, minSeverity, suppressed }) {
  const counts = Object.entries(countBySeverity(findings));
  const cells = counts.map(([, number]) => String(number));
  const note = hidden > 0 ? `
${count(hidden, "finding")} below ${minSeverity} not listed.
` : "";
  const ignored = suppressed.length > 0 ? `
Ignored: ${suppressedText(suppressed)}.
` : "";
  return `
${tableHead(...counts.map(([severity]) => severity))}${row(...cells)}${note}${ignored}`;
}
var MOST_CLUSTERS = 30;
function clusterTable(assessment) {
  const all = clusterCounts(assessment);
  if (all.length === 0) return "";
  const rows = all.slice(0, MOST_CLUSTERS).map(({ cluster, counts }) => row(escapeText(cluster), countsText(counts)));
  const rest = all.length > MOST_CLUSTERS ? row(`… and ${all.length - MOST_CLUSTERS} more`, "") : "";
  return `
### Clusters

${tableHead("Cluster", "Findings")}${rows.join("")}${rest}`;
}
function threatTable(threats) {
  if (threats.length === 0) return "";
  const rows = threats.map(({ id, says, status, evidence }) => {
    const because = status === "not-assessed" ? evidence.map(escapeText) : evidence.map(ruleLink);
    return row(id, escapeText(says), status === "exposed" ? "**exposed**" : status, because.join(", "));
  });
  return `
### Threats

${tableHead("Threat", "Guidance", "State", "Because")}${rows.join("")}`;
}
function findingItem(finding, assessment, link) {
  const { severity, rule, object, message, location, places } = finding;
  const place = location ? code(placeText(finding)) : "none in the repository";
  const notes = [keyText(finding), worldsText(finding, assessment)].filter((note) => note !== void 0);
  const others = places.length > 1 ? ` and ${count(places.length - 1, "other place")}` : "";
  return row(
    severity,
    ruleLink(rule),
    object ? code(nameOf(object)) : "",
    escapeText([message, ...notes.length > 0 ? [`(${notes.join("; ")})`] : []].join(" ")),
    (location && link ? linked(place, link(location.file, location.startLine)) : place) + others
  );
}
var fixedItem = ({ rule, object }) => `- ${ruleLink(rule)}${object ? ` ${code(nameOf(object))}` : ""}
`;
var ruleLink = (rule) => linked(escapeText(rule), ruleUrl(rule));
function failureItem({ release, message, location, accepted }) {
  const subject = release === null ? "" : `release ${code(release)}`;
  const place = location ? code(placeText({ location })) : "";
  const pardon = accepted === void 0 ? "" : `
Accepted: ${escapeText(accepted)}
`;
  return `
${[subject, place].filter(Boolean).join(", ")}

${fence(message, "text")}${pardon}`;
}
var warningItem = ({ message, location }) => `- ${location ? `${code(placeText({ location }))}: ` : ""}${escapeText(message)}
`;
var noteItem = (note) => `- ${escapeText(note)}
`;

export {
  jobSummary
};
