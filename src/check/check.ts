import type { Path, Severity } from '../finding.ts'
import type { Install } from '../model/eso/eso.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Problem, Rule } from './rule.ts'

/** A problem with the rule that found it and what it is about; lines come later. */
export interface Result {
  readonly rule: Rule
  readonly severity: Severity
  readonly manifest: Manifest | null
  /** The install that was judged as a whole; null when one manifest was. */
  readonly install: Install | null
  readonly path: Path
  readonly problem: Problem
  readonly world: World
}

/** Runs rules over a world, in the order of the rules and of the manifests; superseded results are dropped. */
export const checkWorld = (rules: readonly Rule[], world: World): Result[] => withoutSuperseded(runRules(rules, world))

/** Everything the rules say, also where two of them say the same of one node: what verdicts on the guidance rest on. */
export const runRules = (rules: readonly Rule[], world: World): Result[] =>
  rules.filter(rule => isAssessable(rule, world)).flatMap(rule => [...runRule(rule, world)])

/** Whether the world holds what the rule needs; if not, the rule's silence means `not-assessed`. */
export const isAssessable = (rule: Rule, world: World): boolean => (rule.needs ?? []).every(need => world.has(need))

function* runRule(rule: Rule, world: World): Generator<Result> {
  if (rule.check)
    for (const kind of rule.kinds)
      for (const manifest of world.of(kind))
        for (const problem of rule.check(manifest, world)) yield resultOf(rule, manifest, null, problem, world)
  if (rule.checkInstall)
    for (const install of world.eso.installs)
      for (const problem of rule.checkInstall(install, world)) yield resultOf(rule, null, install, problem, world)
}

const resultOf = (
  rule: Rule,
  given: Manifest | null,
  install: Install | null,
  problem: Problem,
  world: World,
): Result => ({
  rule,
  severity: problem.severity ?? rule.severities[0],
  manifest: problem.object === undefined ? given : problem.object,
  install,
  path: problem.path,
  problem,
  world,
})

/** Of several rules that speak about one node, the narrower one's results. */
export function withoutSuperseded(results: readonly Result[]): Result[] {
  const narrower = new Map<Manifest, Set<string>>()
  for (const { rule, manifest, path } of results)
    for (const broader of manifest ? (rule.supersedes ?? []) : []) {
      const nodes = narrower.get(manifest as Manifest) ?? new Set()
      narrower.set(manifest as Manifest, nodes.add(nodeKey(broader, path)))
    }
  return results.filter(({ rule, manifest, path }) => !manifest || !narrower.get(manifest)?.has(nodeKey(rule.id, path)))
}

const nodeKey = (rule: string, path: Path): string => JSON.stringify([rule, path])
