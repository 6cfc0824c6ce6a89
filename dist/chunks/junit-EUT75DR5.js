import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clip
} from "./chunk-E6P33G6U.js";
import {
  count,
  keyText,
  open,
  placeText,
  ruleUrl
} from "./chunk-GW7OXMLF.js";
import {
  nameOf,
  reaches
} from "./chunk-4AX3HMK5.js";
import {
  printable
} from "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/report/xml.ts
var escapeXml = (text) => printable(text.toWellFormed()).replace(/[\uFFFE\uFFFF]/g, "�").replace(/[&<>"]/g, reference);
var reference = (character) => `&#${character.charCodeAt(0)};`;
function element(name, attributes, content = "") {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\t\n]/g, reference)}"`
  );
  const start = `<${name}${written.join("")}`;
  return content === "" ? `${start}/>
` : `${start}>${content}</${name}>
`;
}

// src/report/junit.ts
var CHECKED = "could be checked";
var NOWHERE = "no place in the repository";
var MOST_CHARACTERS = 1e4;
function junitReport(assessment, rules, { name }) {
  const passing = passedRules(assessment, rules);
  const suites = [...suitesOf(assessment)].map(([place, cases]) => {
    const isUnread = cases.some(({ outcome }) => outcome === "error");
    const silent = passing.filter(({ name: name2 }) => !isUnread && !cases.some((other) => other.name === name2));
    return { place, cases: [...cases, ...silent].sort(byName) };
  });
  const all = suites.flatMap(({ cases }) => cases);
  const { skipped: _, ...totals } = totalsOf(all);
  const content = suites.map(({ place, cases }) => suiteElement(place, cases)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
${element("testsuites", { name, ...totals }, `
${content}`)}`;
}
var byName = (a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
var passed = (name) => ({ name, outcome: "passed", message: "", text: "" });
function passedRules({ failures, assessedRules }, rules) {
  if (open(failures).length > 0) return [];
  return rules.flatMap(({ id }) => assessedRules.includes(id) ? passed(id) : []);
}
function suitesOf(assessment) {
  const { releases, failures, findings, suppressed } = assessment;
  const names = new Set(releases.map(({ name }) => name));
  const failed = Map.groupBy(failures, placeOfFailure);
  const found = Map.groupBy(findings, keyOf);
  const ignored = Map.groupBy(
    suppressed.filter(({ finding }) => !found.has(keyOf(finding))),
    ({ finding }) => keyOf(finding)
  );
  const entries = [
    ...[...names].flatMap((name) => failed.has(name) ? [] : { place: name, entry: passed(CHECKED) }),
    ...[...failed].map(([place, group]) => ({ place, entry: failureCase(group) })),
    ...[...found.values()].map((group) => ({ place: placeOf(group[0]), entry: findingCase(group, assessment) })),
    ...[...ignored.values()].map((group) => ({ place: placeOf(group[0]?.finding), entry: ignoredCase(group) }))
  ];
  const suites = /* @__PURE__ */ new Map();
  for (const { place, entry } of entries) suites.set(place, [...suites.get(place) ?? [], entry]);
  return suites;
}
var placeOf = (finding) => finding?.rendered?.release ?? finding?.location?.file ?? NOWHERE;
var keyOf = (finding) => JSON.stringify([placeOf(finding), finding.rule]);
var placeOfFailure = ({ release, location }) => release ?? location?.file ?? NOWHERE;
function failureCase(failures) {
  const missed = open(failures);
  const told = missed.length > 0 ? missed : failures;
  return {
    name: CHECKED,
    outcome: missed.length > 0 ? "error" : "skipped",
    message: missed.length > 0 ? `${count(missed.length, "thing")} could not be checked` : `accepted: ${failures[0]?.accepted}`,
    text: told.map(({ message, location }) => `${placeText({ location })}
${message}
`).join("\n")
  };
}
var ignoredCase = (group) => ({
  name: group[0]?.finding.rule ?? "",
  outcome: "skipped",
  message: `ignored: ${[...new Set(group.map(({ reason }) => reason))].join("; ")}`,
  text: ""
});
function findingCase(findings, { failOn }) {
  const failing = findings.filter(
    ({ isNew, severity }) => isNew !== false && failOn !== "never" && reaches(severity, failOn)
  );
  const told = failing.length > 0 ? failing : findings;
  const [first] = told;
  const reason = findings.every(({ isNew }) => isNew === false) ? "the base has it, too" : "does not fail this run";
  return {
    name: first?.rule ?? "",
    outcome: failing.length > 0 ? "failed" : "skipped",
    message: `${first?.severity}: ${first?.message}${told.length > 1 ? `, and ${told.length - 1} more` : ""}${failing.length > 0 ? "" : ` (${reason})`}`,
    text: `${told.map(findingText).join("\n")}
${first?.remedy}
${ruleUrl(first?.rule ?? "")}
`
  };
}
function findingText(finding) {
  const { object, message, severity } = finding;
  const lines = [
    placeText(finding),
    `${severity}: ${object ? `${nameOf(object)}: ` : ""}${message}`,
    keyText(finding) ?? []
  ];
  return `${lines.flat().join("\n")}
`;
}
var ELEMENT = { failed: "failure", error: "error", skipped: "skipped" };
function caseElement(classname, { name, outcome, message, text }) {
  if (outcome === "passed") return element("testcase", { classname, name });
  const said = { message: clip(message, MOST_CHARACTERS), ...outcome !== "skipped" && { type: name } };
  return element(
    "testcase",
    { classname, name },
    element(ELEMENT[outcome], said, escapeXml(clip(text, MOST_CHARACTERS))).trimEnd()
  );
}
var suiteElement = (name, cases) => element("testsuite", { name, ...totalsOf(cases) }, `
${cases.map((entry) => caseElement(name, entry)).join("")}`);
function totalsOf(cases) {
  const number = (wanted) => cases.filter(({ outcome }) => outcome === wanted).length;
  return { tests: cases.length, failures: number("failed"), errors: number("error"), skipped: number("skipped") };
}
export {
  junitReport
};
