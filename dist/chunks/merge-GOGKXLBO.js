import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readWholeReport
} from "./chunk-W4BKQOG6.js";
import {
  reported
} from "./chunk-MIYSPBJQ.js";
import "./chunk-M6XGBZDC.js";
import {
  byImportance,
  joinVerdicts
} from "./chunk-ZTKXYXQ3.js";
import "./chunk-CJ6PAGJZ.js";
import {
  RULES
} from "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import {
  readText
} from "./chunk-AULO6AMP.js";
import "./chunk-ZOM3MCPH.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";
import "./chunk-PM53SSX3.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  conclude
} from "./chunk-GW7OXMLF.js";
import {
  SEVERITIES
} from "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/commands/merge.ts
import { resolve } from "node:path";

// src/report/merge.ts
var WORST = ["failure", "incomplete", "success"];
function mergeReports(reports) {
  const [first] = reports;
  const all = (of) => reports.flatMap(of);
  const worlds = worldsOf(reports);
  const findings = joined(reports, ({ findings: findings2 }) => findings2, worlds.length > 1).sort(byImportance);
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const bases = unique(reports.map(({ base }) => base));
  const commits = unique(reports.map(({ commit }) => commit));
  return {
    ...mergedVerdict(reports),
    findings,
    hidden: sum(reports.map(({ hidden }) => hidden)),
    base: bases.length === 1 ? first.base : null,
    commit: commits.length === 1 ? first.commit : void 0,
    fixed: joined(reports, ({ fixed }) => fixed, false).filter(({ fingerprint }) => !present.has(fingerprint)),
    suppressed: unique(all(({ suppressed }) => suppressed)).filter(({ finding }) => !present.has(finding.fingerprint)),
    failures: unique(all(({ failures }) => failures)),
    warnings: unique(all(({ warnings }) => warnings)),
    releases: unique(all(({ releases }) => releases)),
    worlds,
    plainManifests: sum(reports.map(({ plainManifests }) => plainManifests)),
    attack: mergedPaths(reports),
    inventory: {
      installs: unique(all(installsOf)),
      crossNamespace: unique(all(({ inventory }) => inventory.crossNamespace)),
      stores: unique(all(({ inventory }) => inventory.stores)),
      subjects: unique(all(({ inventory }) => inventory.subjects)),
      deployers: unique(all(({ inventory }) => inventory.deployers))
    },
    threats: joinVerdicts(reports.map(({ threats }) => threats)),
    coverage: joinVerdicts(reports.map(({ coverage }) => coverage)),
    assessedRules: [...new Set(all(({ assessedRules }) => assessedRules))].sort(),
    notes: [
      ...new Set(all(({ notes }) => notes)),
      ...bases.length > 1 ? ["the reports were compared with different bases"] : [],
      ...commits.length > 1 ? ["the reports are of different commits"] : []
    ],
    timings: timingsOf(reports)
  };
}
function mergedVerdict(reports) {
  const conclusion = WORST.find((word) => reports.some((report) => report.conclusion === word)) ?? "incomplete";
  const limits = reports.map(({ failOn }) => failOn);
  return {
    conclusion,
    failOn: SEVERITIES.find((severity) => limits.includes(severity)) ?? "never",
    minSeverity: SEVERITIES.find((severity) => reports.some((report) => report.minSeverity === severity)) ?? "low",
    hasChangedGuard: reports.some(({ hasChangedGuard }) => hasChangedGuard === true)
  };
}
var judgedBy = (report, failOn) => ({
  ...report,
  failOn,
  conclusion: report.hasChangedGuard ? "failure" : conclude(report.findings, report.failures, failOn)
});
function worldsOf(reports) {
  const groups = Map.groupBy(
    reports.flatMap(({ worlds }) => worlds),
    worldKey
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const releases = [...new Set(group.flatMap(({ releases: releases2 }) => releases2))].sort();
    return { ...first, releases, manifests: sum(group.map(({ manifests }) => manifests)) };
  });
}
var worldKey = ({ cluster, variant }) => JSON.stringify([cluster, variant]);
function joined(reports, of, hasWorlds) {
  const named = reports.flatMap(
    (report) => of(report).map((finding) => ({ ...finding, worlds: finding.worlds ?? report.worlds.map(refOf) }))
  );
  return [...Map.groupBy(named, ({ fingerprint }) => fingerprint).values()].flatMap((group) => {
    const [worst] = group.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
    if (!worst) return [];
    const { worlds: _, ...finding } = worst;
    return {
      ...finding,
      places: unique(group.flatMap(({ places }) => places)),
      isNew: group.some(({ isNew }) => isNew === true) ? true : group.some(({ isNew }) => isNew === null) ? null : false,
      ...hasWorlds && { worlds: unique(group.flatMap(({ worlds }) => worlds)) }
    };
  });
}
var refOf = ({ cluster, variant }) => ({ cluster, variant });
var installsOf = ({ inventory, worlds }) => inventory.installs.map((install) => ({ ...install, cluster: install.cluster ?? worlds[0]?.cluster }));
function mergedPaths(reports) {
  const more = Map.groupBy(
    reports.flatMap(({ attack }) => attack.more),
    ({ question }) => question
  );
  const paths = unique(reports.flatMap(({ attack }) => attack.paths));
  return {
    paths: paths.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)),
    more: [...more].map(([question, group]) => ({ question, number: sum(group.map(({ number }) => number)) }))
  };
}
function timingsOf(reports) {
  const stages = /* @__PURE__ */ new Map();
  for (const [stage, time] of reports.flatMap(({ timings }) => Object.entries(timings)))
    stages.set(stage, (stages.get(stage) ?? 0) + time);
  return Object.fromEntries(stages);
}
var sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
function unique(items) {
  const groups = Map.groupBy(items, (item) => JSON.stringify(item));
  return [...groups.values()].flatMap((group) => group.slice(0, 1));
}

// src/commands/merge.ts
async function merge(input) {
  const { args, run } = input;
  if (args.length === 0) throw new UserError("merge takes JSON reports", "write them with check --output FILE.json");
  const read = await Promise.all(
    args.map(async (file) => readWholeReport(await readText(resolve(run.folder, file)), RULES, file))
  );
  const [first, ...others] = read.map(({ assessment }) => assessment);
  if (!first) throw new UserError("merge takes JSON reports", "see eso-hardener --help");
  const merged = mergeReports([first, ...others]);
  const versions = [...new Set(read.map(({ tool }) => `${tool.version} (data of ${tool.rulesDate})`))].sort();
  const told = { ...merged, notes: [...merged.notes, ...versionNote(versions)] };
  return reported(run.failOn === void 0 ? told : judgedBy(told, run.failOn), input);
}
function versionNote(versions) {
  const own = `${TOOL.version} (data of ${TOOL.rulesDate})`;
  return versions.length === 1 && versions[0] === own ? [] : [`the reports were written by ${TOOL.name} ${versions.join(" and ")}, and joined by ${own}`];
}
export {
  merge
};
