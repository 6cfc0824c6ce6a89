import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/check/check.ts
var checkWorld = (rules, world) => withoutSuperseded(runRules(rules, world));
var runRules = (rules, world) => rules.filter((rule) => isAssessable(rule, world)).flatMap((rule) => [...runRule(rule, world)]);
var isAssessable = (rule, world) => (rule.needs ?? []).every((need) => world.has(need));
function* runRule(rule, world) {
  if (rule.check)
    for (const kind of rule.kinds)
      for (const manifest of world.of(kind))
        for (const problem of rule.check(manifest, world)) yield resultOf(rule, manifest, null, problem, world);
  if (rule.checkInstall)
    for (const install of world.eso.installs)
      for (const problem of rule.checkInstall(install, world)) yield resultOf(rule, null, install, problem, world);
}
var resultOf = (rule, given, install, problem, world) => ({
  rule,
  severity: problem.severity ?? rule.severities[0],
  manifest: problem.object === void 0 ? given : problem.object,
  install,
  path: problem.path,
  problem,
  world
});
function withoutSuperseded(results) {
  const narrower = /* @__PURE__ */ new Map();
  for (const { rule, manifest, path } of results)
    for (const broader of manifest ? rule.supersedes ?? [] : []) {
      const nodes = narrower.get(manifest) ?? /* @__PURE__ */ new Set();
      narrower.set(manifest, nodes.add(nodeKey(broader, path)));
    }
  return results.filter(({ rule, manifest, path }) => !manifest || !narrower.get(manifest)?.has(nodeKey(rule.id, path)));
}
var nodeKey = (rule, path) => JSON.stringify([rule, path]);

export {
  checkWorld,
  runRules,
  isAssessable,
  withoutSuperseded
};
