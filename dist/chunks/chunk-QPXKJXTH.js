import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readText
} from "./chunk-AULO6AMP.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  SEVERITIES,
  nameOf,
  reaches
} from "./chunk-4AX3HMK5.js";

// src/suppress/baseline.ts
import { resolve } from "node:path";
var HEAD = `# eso-hardener baseline 1: findings that were there when it was written, and do not count.
# fingerprint rule severity object
`;
var baselineText = (findings) => HEAD + [...new Set(findings.map(lineOf))].sort().map((line) => `${line}
`).join("");
var newBaseline = (suppressed) => baselineText(suppressed.flatMap(({ kind, finding }) => kind === "baseline" ? finding : []));
var lineOf = (finding) => {
  const { fingerprint, rule, severity, object } = entryOf(finding);
  return `${fingerprint} ${rule} ${severity} ${object}`;
};
var entryOf = ({ fingerprint, rule, severity, object }) => ({
  fingerprint,
  rule,
  severity,
  object: object ? nameOf(object).replace(/[\p{C}\s]+/gu, " ") : "(install)"
});
var baselineOf = (file, findings) => ({
  file,
  entries: new Map(findings.map((finding) => [finding.fingerprint, entryOf(finding)]))
});
var LINE = new RegExp(`^([0-9a-f]{16}) (\\S+) (${SEVERITIES.join("|")}) (.+)$`);
function parseBaseline(file, text) {
  const entries = /* @__PURE__ */ new Map();
  for (const [i, line] of text.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, fingerprint = "", rule = "", severity = "", object = ""] = LINE.exec(line.trimEnd()) ?? [];
    if (fingerprint === "")
      throw new UserError(`${file}:${i + 1}: this is no entry of a baseline`, "write it again with --write-baseline");
    const entry = { fingerprint, rule, severity, object };
    const known = entries.get(fingerprint);
    if (!known || !reaches(known.severity, entry.severity)) entries.set(fingerprint, entry);
  }
  return { file, entries };
}
async function loadBaseline(folder, file) {
  const path = resolve(folder, file);
  const text = await readText(path).catch((error) => {
    throw new UserError(error.message.replace(path, file), "write it with --write-baseline");
  });
  return parseBaseline(file, text);
}
function isCovered({ entries }, { fingerprint, severity }) {
  const entry = entries.get(fingerprint);
  return entry !== void 0 && reaches(entry.severity, severity);
}
function goneEntries({ entries }, findings) {
  const here = new Set(findings.map(({ fingerprint }) => fingerprint));
  return [...entries.values()].filter(({ fingerprint }) => !here.has(fingerprint));
}

export {
  newBaseline,
  baselineOf,
  parseBaseline,
  loadBaseline,
  isCovered,
  goneEntries
};
