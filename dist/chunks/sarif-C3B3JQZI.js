import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  exampleText,
  ruleFacts,
  ruleText
} from "./chunk-PP3PPA7N.js";
import "./chunk-PM53SSX3.js";
import "./chunk-A7FEJFYO.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import "./chunk-VHWWGLDX.js";
import {
  fence,
  row,
  tableHead
} from "./chunk-V5WNMZFE.js";
import "./chunk-E6P33G6U.js";
import {
  HOMEPAGE,
  count,
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

// src/report/rule-fixes.ts
var PLAIN = { file: "example.yaml", release: void 0 };
var CHART = {
  ...PLAIN,
  release: { name: "external-secrets", namespace: "external-secrets" },
  templateFile: (source) => source
};

// src/report/rule-page.ts
function ruleSections(rule) {
  const facts = ruleFacts(rule).map(({ label, entries }) => row(label, entries.map(inCell).join("<br>")));
  return [
    tableHead("", "") + facts.join(""),
    section("Why", `${rule.why}
`),
    section("Remedy", `${rule.remedy}
`),
    section("Reported", `A comment marks each line that is reported.

${examples(rule.bad)}`),
    section("Accepted", examples(rule.good)),
    section("References", rule.references.map((url) => `- <${url}>
`).join(""))
  ].join("\n");
}
var section = (heading, body) => `## ${heading}

${body}`;
var examples = (yamls) => yamls.map((yaml) => fence(exampleText(yaml), "yaml")).join("\n");
var inCell = (markdown) => markdown.replaceAll("|", "\\|");

// src/report/sarif-rules.ts
var LEVEL = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note"
};
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.5",
  info: "0.0"
};
var MAX_TAGS = 10;
var TAGS = ["security", "kubernetes", "external-secrets"];
var HELP_WIDTH = 100;
function ruleDescriptor(rule) {
  const [severity] = rule.severities;
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: ruleText(rule, HELP_WIDTH), markdown: ruleSections(rule) },
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      "security-severity": SECURITY_SEVERITY[severity],
      tags: [...TAGS, ...rule.guide].slice(0, MAX_TAGS)
    }
  };
}

// src/report/sarif.ts
var MAX_RESULTS = 25e3;
var MAX_RELATED = 100;
function sarifReport(assessment, rules, tool, category) {
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, { rule, index }]));
  const results = [];
  const unlocated = [];
  const all = [...assessment.findings.map((finding) => ({ finding, suppressed: void 0 })), ...withFindings(assessment)];
  for (const { finding, suppressed } of all) {
    if (finding.location)
      results.push({
        ...resultOf(finding, finding.location, ruleIndex.get(finding.rule)),
        ...assessment.suppressed.length > 0 && suppressions(suppressed)
      });
    else if (!suppressed) unlocated.push(finding);
  }
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: HOMEPAGE,
        rules: rules.map(ruleDescriptor),
        properties: { rulesDate: tool.rulesDate }
      }
    },
    automationDetails: category === void 0 ? void 0 : { id: `${category}/` },
    invocations: [
      {
        executionSuccessful: open(assessment.failures).length === 0,
        toolExecutionNotifications: notifications(assessment, unlocated, results.length - MAX_RESULTS)
      }
    ],
    results: results.slice(0, MAX_RESULTS)
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}
`;
}
var withFindings = ({ suppressed }) => suppressed.map((entry) => ({ finding: entry.finding, suppressed: entry }));
var suppressions = (suppressed) => ({
  suppressions: suppressed ? [
    {
      kind: suppressed.kind === "inline" || suppressed.kind === "annotation" ? "inSource" : "external",
      status: "accepted",
      justification: plain(suppressed.reason)
    }
  ] : []
});
function resultOf(finding, location, known) {
  const { rule, severity, places, related, fingerprint, isNew } = finding;
  const elsewhere = [
    ...related.flatMap((entry) => entry.location ? { ...entry, location: entry.location } : []),
    ...places.slice(1).map((place) => ({ message: "the same here", object: null, location: place }))
  ];
  return {
    ruleId: rule,
    ruleIndex: known?.index,
    level: LEVEL[severity],
    message: { text: textOf(finding) },
    locations: [locationOf(location, finding.object)],
    relatedLocations: elsewhere.slice(0, MAX_RELATED).map(({ message, object, location: place }) => ({
      ...locationOf(place, object),
      message: { text: plain(object ? `${nameOf(object)}: ${message}` : message) }
    })),
    // Not primaryLocationLineHash: the upload computes it from the file, and would complain of another.
    partialFingerprints: { "esoHardener/v1": fingerprint },
    baselineState: isNew === null ? void 0 : isNew ? "new" : "unchanged",
    properties: severity === known?.rule.severities[0] ? void 0 : { "security-severity": SECURITY_SEVERITY[severity] }
  };
}
function textOf(finding) {
  const { object, message, remedy } = finding;
  const key = keyText(finding);
  return plain(`${object ? `${nameOf(object)}: ` : ""}${message}${key === void 0 ? "" : ` (${key})`}. ${remedy}`);
}
var plain = (text) => printable(text).replaceAll("](", "] (");
var locationOf = ({ file, startLine, endLine }, object) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
    region: startLine === void 0 ? void 0 : { startLine, endLine }
  },
  logicalLocations: object ? [{ fullyQualifiedName: nameOf(object), kind: "resource" }] : void 0
});
var uriOf = (file) => file.toWellFormed().split("/").map(encodeURIComponent).join("/");
function notifications({ failures, warnings, notes }, unlocated, excess) {
  return [
    ...failures.map(({ release, message, location, accepted }) => ({
      level: accepted === void 0 ? "error" : "note",
      message: { text: plain(`could not be checked: ${release === null ? "" : `release ${release}: `}${message}`) },
      locations: location ? [locationOf(location, null)] : void 0
    })),
    ...unlocated.map((finding) => ({
      level: LEVEL[finding.severity],
      message: { text: textOf(finding) },
      associatedRule: { id: finding.rule }
    })),
    ...warnings.map(({ message, location }) => ({
      level: "warning",
      message: { text: plain(message) },
      locations: location ? [locationOf(location, null)] : void 0
    })),
    ...excess > 0 ? [{ level: "warning", message: { text: `${count(excess, "more finding")} left out` } }] : [],
    ...notes.map((note) => ({ level: "note", message: { text: plain(note) } }))
  ];
}
export {
  sarifReport
};
