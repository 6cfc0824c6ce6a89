import { resolve } from 'node:path'
import { type Result, runRules, withoutSuperseded } from './check/check.ts'
import { assessBase, type Base } from './compare/base.ts'
import { fixedSince, markNew } from './compare/compare.ts'
import { type LoadedConfig, loadConfig } from './config/config.ts'
import type { Release } from './discover/discover.ts'
import { type GeneratorId, type PhysicalLocation, reaches, type Severity } from './finding.ts'
import { type GatherOptions, gather } from './gather.ts'
import type { NewFile } from './harden/attempts.ts'
import { proveFixes } from './harden/prove.ts'
import type { ArchiveSource } from './io/github-archive.ts'
import { stopwatch } from './io/stopwatch.ts'
import { placesFor } from './locate/find-places.ts'
import { locateGraph } from './locate/graph.ts'
import { type Judged, locateWorlds, subjectsOf } from './locate/locate.ts'
import { byImportance } from './locate/order.ts'
import { locateInventory, locatePaths } from './locate/paths.ts'
import { OWN_PLACES, type Places, untracedNote } from './locate/places.ts'
import type { SourceFile } from './locate/source-files.ts'
import { workloadOf } from './model/eso/eso.ts'
import type { World } from './model/world.ts'
import { claimsOfManifests, type Inhabited, schemaOf } from './model/worlds.ts'
import type { Manifest } from './parse/manifest.ts'
import { attackPaths } from './paths/attack.ts'
import { graphOf } from './paths/graph/graph.ts'
import { inventoryOf } from './paths/inventory.ts'
import { assessedRules, joinVerdicts, verdicts } from './paths/verdicts.ts'
import { sharedRenders } from './render/kept-renders.ts'
import type { PlainPart, RenderedPart } from './render/part.ts'
import { silentNotes } from './render/silent.ts'
import { ageNote } from './report/data-age.ts'
import { type Assessment, conclude, type InstallSummary, type WorldSummary } from './report/report.ts'
import { RULES } from './rules/index.ts'
import { loadBaseline, parseBaseline } from './suppress/baseline.ts'
import { MARK } from './suppress/comment.ts'
import { type Decision, decide } from './suppress/decide.ts'
import { printsComment } from './suppress/inline.ts'
import { isInside } from './suppress/suppression.ts'
import { TOOL } from './tool.ts'

/** What to assess and how; everything that is left out comes from the config, then from the defaults. */
export interface RunOptions extends GatherOptions {
  /** Relative to `folder`, as the baseline is. */
  readonly config?: string | undefined
  readonly failOn?: Severity | 'never' | undefined
  readonly minSeverity?: Severity | undefined
  /** Comments and annotations that ignore findings are not believed. */
  readonly noInlineIgnores?: boolean | undefined
  /** A commit to compare with: only what it did not have counts. */
  readonly base?: string | undefined
  /** Where commits can be had that the clone neither has nor can fetch. */
  readonly archive?: ArchiveSource | undefined
  /** Places are not looked for in values and templates: nobody is going to read them. */
  readonly isUntraced?: boolean | undefined
  /** A pull request: config, baseline and ignores are the base's, so that it cannot switch its own guard off. */
  readonly isGuarded?: boolean | undefined
  /** A pull request that changes any of them fails. */
  readonly failOnGuardChange?: boolean | undefined
  readonly baseline?: string | undefined
  /** The baseline that the caller is going to write: every finding that is left is in it. */
  readonly writeBaseline?: string | undefined
  /** The config that is judged by, where it is not the tree's own. */
  readonly loadedConfig?: LoadedConfig | undefined
  /** Fixes are tried on a copy of `root`; those that prove right are in the findings. With a base, for new findings only. */
  readonly proveFixes?: boolean | undefined
  /** The files that a generator makes for these clusters, where they would be written. Without it, no fix takes new files. */
  readonly makeFiles?: ((what: GeneratorId, worlds: readonly World[]) => readonly NewFile[]) | undefined
  /** ISO date. Without it nothing with an end date is believed any more. */
  readonly today?: string | undefined
}

/**
 * The pipeline: reads a tree the way its cluster would, judges it, and says where each fault stands.
 * @throws UserError for input that cannot be used at all; what cannot be checked in usable input is a failure in the result.
 */
export async function assess(options: RunOptions): Promise<Assessment> {
  const clock = stopwatch()
  const own = options.loadedConfig ?? (await loadConfig(options.folder, options.config, options.paths))
  const isRepeated = options.base !== undefined || options.proveFixes === true
  const sharing = { ...options, renders: options.renders ?? sharedRenders(options.cache, isRepeated) }
  const base = options.base === undefined ? undefined : await assessBase(options.base, sharing, own, assess)
  const config = base?.guard?.config ?? own
  const baseline = await baselineFor(options, base)
  if (base) clock.lap('base')
  const { rendered, capabilities, plain, manifests, failures, ...gathered } = await gather(sharing, config, clock)
  const isComplete = failures.length === 0
  const worlds = gathered.worlds.map(inhabited => ({ ...inhabited, results: resultsOf(inhabited, gathered.foreign) }))
  clock.lap('check')
  const claims = claimsOfManifests(rendered, plain, gathered.claims)
  const judgedWorlds = worlds.map(judgedWorld)
  const places = options.isUntraced
    ? OWN_PLACES
    : await placesFor(
        subjectsOf(judgedWorlds).union(new Set(manifests.filter(printsComment))),
        rendered,
        capabilities,
        options.root,
      )
  const located = locateWorlds(judgedWorlds, claims, places).sort(byImportance)
  const judged = joinVerdicts(
    // What is true of an operator that is not here is no word on this repository.
    worlds.map(({ world, met, results }) =>
      verdicts({ world, rules: RULES, results: met ? runRules(RULES, world) : results, isComplete }),
    ),
  )
  clock.lap('locate')
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world)
  const answers = mains.map(world => ({ world, attack: attackPaths(world) }))
  const attack = locatePaths(answers.map(answer => answer.attack))
  const inventory = locateInventory(mains.map(inventoryOf))
  clock.lap('paths')
  const decision = decide({
    ...{ manifests, config, baseline },
    sources: sourcesOf(plain, rendered, places),
    unread: rendered.flatMap(part => part.manifests.filter(manifest => !places.isRead(manifest))),
    findings: markNew(located, base?.findings ?? null),
    failures: [...failures, ...(base?.failures ?? [])],
    root: options.root,
    paths: options.paths.map(path => resolve(options.folder, path)),
    rules: RULES.map(({ id }) => id),
    today: options.today,
    isGuarded: options.isGuarded ?? false,
    failing: base?.guard && (base.failing ?? new Set()),
    noInlineIgnores: options.noInlineIgnores ?? false,
    writeBaseline: options.writeBaseline,
  })
  const { makeFiles } = options
  const proven = options.proveFixes
    ? await proveFixes(
        decision.findings,
        {
          findings: located,
          covered: coveredBy(worlds, claims),
          failures,
          installs: installSummaries(mains),
          manifests,
        },
        // What is offered to a person helm has seen.
        { ...sharing, renderer: 'helm', loadedConfig: config },
        assess,
        makeFiles && (what => makeFiles(what, mains)),
      )
    : { findings: decision.findings, refused: undefined, notes: [] }
  if (options.proveFixes) clock.lap('fixes')
  return {
    ...verdict({ ...decision, findings: proven.findings }, options, config, isGuardChanged(options, base, decision)),
    base: base ? { ref: base.ref, commit: base.commit } : null,
    // What was not looked at may still be there.
    fixed: isComplete ? fixedSince(base?.findings ?? [], located) : [],
    suppressed: decision.suppressed,
    failures: decision.failures,
    warnings: decision.warnings,
    releases: rendered.map(part => ({ ...part.summary, schema: schemaOf(part, worlds) })),
    worlds: worlds.map(worldSummary),
    plainManifests: plain.reduce((sum, part) => sum + part.manifests.length, 0),
    attack,
    graphs: () => answers.map(answer => locateGraph(graphOf(answer.world, answer.attack))),
    inventory: { installs: installSummaries(mains), ...inventory },
    threats: judged.filter(({ id }) => id.startsWith('TM')),
    coverage: judged,
    assessedRules: [...new Set(worlds.flatMap(({ world }) => assessedRules({ world, rules: RULES })))].sort(),
    refusedFixes: proven.refused,
    notes: [
      ...gathered.notes,
      ...silentNotes(rendered),
      ...(manifests.length === 0 && isComplete ? [NOTHING] : []),
      ...(base?.notes ?? []),
      ...decision.notes,
      ...proven.notes,
      ...[untracedNote(places) ?? [], ageNote(TOOL.rulesDate, options.today) ?? []].flat(),
    ],
    timings: clock.laps,
    fromCache: options.cache && {
      releases: rendered.filter(({ summary }) => summary.isKept).length,
      isWhole: false,
    },
  }
}

type JudgedWorld = Parameters<typeof judgedWorld>[0]

/** Fingerprints of all that the rules said, what narrower findings stand over included. */
function coveredBy(worlds: readonly JudgedWorld[], claims: Parameters<typeof locateWorlds>[1]): ReadonlySet<string> {
  const all = worlds.map(world => ({ ...judgedWorld(world), results: world.results }))
  return new Set(locateWorlds(all, claims, OWN_PLACES).map(({ fingerprint }) => fingerprint))
}

/** What rules say of the repository's own objects, also beside an operator that comes from elsewhere. */
const resultsOf = ({ world, met }: Inhabited, foreign: ReadonlySet<Manifest>): Result[] =>
  runRules(RULES, met ?? world).filter(({ manifest, install }) => {
    const about = manifest ?? workloadOf(install)
    return !about || !foreign.has(about)
  })

/** In a pull request, that of the base, if it has one. */
async function baselineFor({ folder, baseline: file }: RunOptions, base: Base | undefined) {
  if (file === undefined) return undefined
  if (!base?.guard) return loadBaseline(folder, file)
  return base.guard.baseline === undefined ? undefined : parseBaseline(file, base.guard.baseline)
}

/** What people write: plain manifests, values, templates. */
const sourcesOf = (plain: readonly PlainPart[], rendered: readonly RenderedPart[], places: Places): SourceFile[] => [
  ...plain.map(({ file, text }): SourceFile => ({ file, text, syntax: 'manifest' })),
  ...rendered
    .flatMap(({ values }) => values?.files.filter(({ isInline }) => !isInline) ?? [])
    .map(({ file, source }): SourceFile => ({ file, text: source.text, syntax: 'values' })),
  ...places.filesWith(MARK),
]

const judgedWorld = ({
  world,
  releases,
  twins,
  results,
}: Inhabited & { readonly results: readonly Result[] }): Judged => ({
  cluster: world.cluster,
  variant: world.variant,
  results: withoutSuperseded(results),
  twins,
  declarations: new Map(releases.map(({ release }) => [release.name, declarationOf(release)])),
})

const declarationOf = ({ declaredIn, lines }: Release): PhysicalLocation => ({
  file: declaredIn,
  ...(lines && { startLine: lines.entry }),
  via: 'declaration',
})

const worldSummary = ({ world, releases, isMain }: Inhabited): WorldSummary => ({
  cluster: world.cluster,
  variant: world.variant,
  isMain,
  releases: releases.map(({ summary }) => summary.name).sort(),
  manifests: world.manifests.length,
})

const NOTHING = 'there is nothing here to check: no chart, and no manifest of a kind this tool knows'

/** Whether a pull request must fail because it changes what findings are held against. */
const isGuardChanged = (options: RunOptions, base: Base | undefined, { isRefusing, suppressed }: Decision): boolean =>
  options.failOnGuardChange === true &&
  base?.guard !== undefined &&
  (base.guard.notes.length > 0 ||
    isRefusing ||
    suppressed.some(entry => isInside(entry) && !base.excused?.has(entry.finding.fingerprint)))

function verdict(
  { findings: all, failures }: Decision,
  options: RunOptions,
  config: LoadedConfig,
  hasChangedGuard: boolean,
) {
  const failOn = options.failOn ?? config.failOn ?? 'high'
  const minSeverity = options.minSeverity ?? config.minSeverity ?? 'low'
  const findings = all.filter(({ severity }) => reaches(severity, minSeverity))
  return {
    conclusion: hasChangedGuard ? ('failure' as const) : conclude(all, failures, failOn),
    hasChangedGuard,
    failOn,
    minSeverity,
    findings,
    hidden: all.length - findings.length,
  }
}

const installSummaries = (worlds: readonly World[]): InstallSummary[] =>
  worlds.flatMap(world =>
    world.eso.installs.map(({ namespace, release, version, components }) => ({
      namespace: namespace ?? null,
      release: release ?? null,
      version: version ?? null,
      components: components.map(({ role }) => role).sort(),
      cluster: worlds.length > 1 ? world.cluster : undefined,
    })),
  )
