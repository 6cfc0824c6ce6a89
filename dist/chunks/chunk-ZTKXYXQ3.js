import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  isAssessable
} from "./chunk-PM53SSX3.js";
import {
  COVERAGE,
  openRules
} from "./chunk-JQZSCLZR.js";
import {
  SEVERITIES,
  nameOf
} from "./chunk-4AX3HMK5.js";

// src/locate/order.ts
function byImportance(a, b) {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  return severity || compare(sortKey(a), sortKey(b));
}
var sortKey = ({ rule, object, location, path, fingerprint }) => [
  rule,
  object ? nameOf(object) : "",
  location?.file,
  String(location?.startLine ?? 0).padStart(7, "0"),
  path.join("."),
  fingerprint
].join("\0");
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

// src/paths/verdicts.ts
var verdicts = (assessed, rows = COVERAGE) => rows.map((row) => ({ id: row.row, says: row.says, ...judge(row, assessed) }));
var assessedRules = ({ world, rules }) => rules.filter((rule) => isAssessable(rule, world) && hadSomething(rule, world)).map(({ id }) => id);
function joinVerdicts(worlds) {
  const rows = Map.groupBy(worlds.flat(), ({ id }) => id);
  return [...rows.values()].flatMap((verdicts2) => {
    const worst = ["exposed", "not-assessed", "mitigated"].map((status) => verdicts2.filter((verdict) => verdict.status === status)).find((group) => group.length > 0);
    const [first] = worst ?? [];
    return first ? { ...first, evidence: [...new Set(worst?.flatMap(({ evidence }) => evidence))].sort() } : [];
  });
}
function judge(row, { world, rules, results, isComplete }) {
  const guilty = results.filter(({ rule, severity }) => severity !== "info" && rule.guide.includes(row.row));
  if (guilty.length > 0) return { status: "exposed", evidence: [...new Set(guilty.map(({ rule }) => rule.id))].sort() };
  const open = openRules(row, new Set(rules.map(({ id }) => id)));
  const speaking = rules.filter(({ guide }) => guide.includes(row.row));
  const unmet = speaking.filter((rule) => !isAssessable(rule, world));
  if (row.artefact)
    return notAssessed(`no rule speaks about it: eso-hardener generate ${row.artefact} makes what it asks for`);
  if (speaking.length === 0) return notAssessed("no rule speaks about it yet");
  if (open.length > 0)
    return notAssessed(
      `${speaking.length} of ${row.rules.length} rules about it exist, and none of them found anything`
    );
  if (unmet.length > 0)
    return notAssessed(
      `what was checked does not hold what these rules look at: ${unmet.map(({ id }) => id).join(", ")}`
    );
  if (!speaking.some((rule) => hadSomething(rule, world)))
    return notAssessed("what was checked holds no object that the rules about it look at");
  if (!isComplete) return notAssessed("some of the input could not be checked");
  return { status: "mitigated", evidence: speaking.map(({ id }) => id) };
}
var hadSomething = ({ kinds, check, checkInstall }, world) => check !== void 0 && kinds.some((kind) => world.of(kind).length > 0) || checkInstall !== void 0 && world.eso.installs.length > 0;
var notAssessed = (reason) => ({
  status: "not-assessed",
  evidence: [reason]
});

export {
  byImportance,
  verdicts,
  assessedRules,
  joinVerdicts
};
