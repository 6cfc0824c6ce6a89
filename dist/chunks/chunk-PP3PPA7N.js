import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  COVERAGE
} from "./chunk-JQZSCLZR.js";
import {
  ruleUrl
} from "./chunk-GW7OXMLF.js";
import {
  wrap,
  wrapBehind
} from "./chunk-2ULQKFID.js";

// src/report/rule-facts.ts
function ruleFacts({ severities, kinds, checkInstall, needs = [], guide, supersedes = [] }) {
  const reads = [...kindEntries(kinds), ...checkInstall ? ["the installed operator as a whole"] : []];
  const facts = [
    { label: "severity", entries: [severities.join(" or ")] },
    { label: "reads", entries: reads },
    { label: "needs", entries: needs.map((need) => NEEDS[need]) },
    { label: "guidance", entries: guide.map((row) => `${row}: ${guidanceOf(row)}`) },
    { label: "replaces", entries: supersedes }
  ];
  return facts.filter(({ entries }) => entries.length > 0);
}
var MANY = 6;
var kindEntries = (kinds) => {
  const groups = Map.groupBy(kinds, (kind) => kind.slice(0, kind.indexOf("/")));
  return [...groups].flatMap(
    ([group, all]) => all.length > MANY ? `${group}: ${all.map((kind) => kind.slice(group.length + 1)).join(", ")}` : all
  );
};
var exampleText = (example) => example.replace(/^(?:[ \t]*\n)+|\s+$/g, "");
var NEEDS = {
  install: "an installation of the operator; without one the answer is not-assessed",
  complete: "a cluster that the config calls complete, and everything in it could be checked; else the answer is not-assessed",
  policies: "an admission policy, alerts or an audit policy, about whatever; without one the answer is not-assessed",
  "audit-policy": "an audit policy that is checked, or that `auditPolicy` in the config names; without one the answer is not-assessed",
  stores: "a SecretStore or ClusterSecretStore; without one the answer is not-assessed",
  connections: "a store or a generator; without one the answer is not-assessed"
};
var guidanceOf = (row) => COVERAGE.find((entry) => entry.row === row)?.says ?? "";

// src/report/rule-text.ts
var LABEL_WIDTH = 10;
function ruleText(rule, width) {
  const facts = ruleFacts(rule).flatMap(
    ({ label, entries }) => entries.flatMap((entry, i) => wrapBehind((i === 0 ? label : "").padEnd(LABEL_WIDTH), entry, width))
  );
  const paragraph = (text) => wrap(text, width - 2).map(indented);
  const blocks = [
    [rule.id, ...wrap(rule.title, width)],
    facts,
    ["why", ...paragraph(rule.why)],
    ["remedy", ...paragraph(rule.remedy)],
    ...rule.bad.map((example) => ["reported", ...exampleLines(example)]),
    ...rule.good.map((example) => ["accepted", ...exampleLines(example)]),
    ["more", ...[ruleUrl(rule.id), ...rule.references].map(indented)]
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var indented = (line) => line ? `  ${line}` : "";
var exampleLines = (example) => exampleText(example).split("\n").map(indented);

export {
  ruleFacts,
  exampleText,
  ruleText
};
