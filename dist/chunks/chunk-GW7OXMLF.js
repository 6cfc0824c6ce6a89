import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  SEVERITIES,
  reaches
} from "./chunk-4AX3HMK5.js";

// src/report/report.ts
function conclude(findings, failures, failOn) {
  if (failOn !== "never" && counting(findings).some(({ severity }) => reaches(severity, failOn))) return "failure";
  return open(failures).length > 0 ? "incomplete" : "success";
}
var counting = (findings) => findings.filter(({ isNew }) => isNew !== false);
function comparisonText({ base, findings, fixed }) {
  if (base === null) return void 0;
  if (base.commit === null) return `with ${base.ref}: not possible`;
  const fresh = counting(findings).length;
  return `with ${base.ref} (${base.commit.slice(0, 7)}): ${fresh} new, ${findings.length - fresh} old, ${fixed.length} fixed`;
}
var open = (failures) => failures.filter(({ accepted }) => accepted === void 0);
var GUARD_CHANGED = "This change edits what findings are held against: config, baseline or ignores";
var exitCode = (conclusion) => ({ success: 0, failure: 1, incomplete: 2 })[conclusion];
function suppressedText(suppressed) {
  const kinds = Map.groupBy(suppressed, ({ kind }) => kind);
  return Object.entries(SAID).flatMap(([kind, words]) => {
    const number = kinds.get(kind)?.length ?? 0;
    return number > 0 ? `${number} ${words}` : [];
  }).join(", ");
}
var SAID = {
  inline: "by comments",
  annotation: "by annotations",
  config: "by the config",
  baseline: "in the baseline"
};
function countBySeverity(findings) {
  const counts = Object.fromEntries([...SEVERITIES].reverse().map((severity) => [severity, 0]));
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
var placeText = ({ location }) => location ? `${location.file}${location.startLine === void 0 ? "" : `:${location.startLine}`}` : "(no place in the repository)";
var CONFIDENCE = { "set-by": "set by", "gated-by": "gated by", probably: "probably set by" };
var keyText = ({ location }) => location?.key === void 0 ? void 0 : `${CONFIDENCE[location.confidence ?? "probably"]} ${location.key}${location.isMissing ? ", which the file does not have yet" : ""}`;
var MOST_WORLDS_NAMED = 3;
function worldsText({ worlds }, { worlds: all }) {
  if (worlds === void 0 || worlds.length === all.length) return void 0;
  const isOneCluster = new Set(all.map(({ cluster }) => cluster)).size === 1;
  const isMain = ({ cluster, variant }) => all.some((world) => world.isMain && world.cluster === cluster && world.variant === variant);
  const named = worlds.slice(0, MOST_WORLDS_NAMED).map((world) => {
    if (isOneCluster) return `variant ${world.variant}`;
    return `cluster ${world.cluster}${isMain(world) ? "" : ` with variant ${world.variant}`}`;
  });
  const rest = worlds.length - named.length;
  const only = worlds.some(isMain) ? "" : "only ";
  return `${only}in ${worlds.length} of ${all.length} worlds: ${named.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`;
}
function cacheText({ fromCache, releases }) {
  if (!fromCache) return void 0;
  return fromCache.isWhole ? "nothing has changed: an earlier run judged all of this, and the report is its own (--cache)" : `${fromCache.releases} of ${count(releases.length, "release")} came from the cache`;
}
var warningText = ({ message, location }) => location ? `${placeText({ location })}: ${message}` : message;
var ruleUrl = (rule) => `${HOMEPAGE}/blob/main/docs/rules/${rule}.md`;
var HOMEPAGE = "https://github.com/eso-hardener/eso-hardener";

export {
  conclude,
  counting,
  comparisonText,
  open,
  GUARD_CHANGED,
  exitCode,
  suppressedText,
  countBySeverity,
  count,
  placeText,
  keyText,
  worldsText,
  cacheText,
  warningText,
  ruleUrl,
  HOMEPAGE
};
