import { type Finding, type RefusedFix, reaches, SEVERITIES, type Severity, type WorldRef } from '../finding.ts'
import type { LocatedGraph } from '../locate/graph.ts'
import type { LocatedInventory, LocatedPaths } from '../locate/paths.ts'
import type { Verdict } from '../paths/verdicts.ts'
import type { Failure } from '../render/render.ts'
import type { Suppressed, Warning, WrittenAt } from '../suppress/suppression.ts'

/** The verdict everywhere: `failure` when a finding reaches fail-on, else `incomplete` when something could not be checked. */
export type Conclusion = 'success' | 'failure' | 'incomplete'

/** A release as the report names it. */
export interface ReleaseSummary {
  readonly name: string
  readonly chart: string
  readonly version: string
  readonly namespace: string
  /** Several are separated by commas. */
  readonly cluster: string
  readonly variant: string
  readonly declaredIn: string
  /** What declares it, in the words of its users: `Argo CD Application`; undefined for a chart or the config. */
  readonly form?: string | undefined
  /** How many of its manifests were judged. */
  readonly manifests: number
  /** By which schemas its objects of ESO were judged; null where it has none of them, or none is known. */
  readonly schema?: string | null
  readonly renderMs: number
  /** Whether an earlier run rendered it. Not part of the reports. */
  readonly isKept?: boolean
  /** `false` where the traced renderer alone rendered it (`--renderer traced`). */
  readonly seenByHelm?: boolean | undefined
}

/** A cluster with one of its sets of values, as it was judged: what is in one world never meets what is in another. */
export interface WorldSummary extends WorldRef {
  /** Whether it has the usual values of its cluster. */
  readonly isMain: boolean
  /** Names, sorted. */
  readonly releases: readonly string[]
  /** How many manifests are in it, shared ones too. */
  readonly manifests: number
}

/** An installation of the operator that was found. */
export interface InstallSummary {
  readonly namespace: string | null
  readonly release: string | null
  readonly version: string | null
  readonly components: readonly string[]
  /** Where there are several. */
  readonly cluster?: string | undefined
}

/** The head of a pull request, as far as a run without a token knows it: another run can comment by it. */
export interface JudgedHead {
  readonly commit: string
  /** Those that findings name, sorted. */
  readonly files: readonly JudgedFile[]
}

/** A file as it was judged, which need not be as the head has it: GitHub checks out its merge with the base. */
export interface JudgedFile {
  readonly file: string
  /** git's name for its content. */
  readonly blob: string
  /** Its lines that the head has, too; undefined where the clone does not hold the head. */
  readonly stretches?: readonly Stretch[] | undefined
}

/** Lines that follow each other in both: 1-based numbers of the first. */
export interface Stretch {
  readonly line: number
  readonly headLine: number
  readonly count: number
}

/** Everything one run found out: what every report is made from. Sorted; the same input gives the same, apart from times. */
export interface Assessment {
  readonly conclusion: Conclusion
  readonly failOn: Severity | 'never'
  /** Whether it fails because it changes config, baseline or ignores. */
  readonly hasChangedGuard?: boolean
  readonly minSeverity: Severity
  /** At least `minSeverity`, most severe first. */
  readonly findings: readonly Finding[]
  /** How many findings are below `minSeverity`. */
  readonly hidden: number
  /** What it was compared with; `commit` is null when that could not be had. */
  readonly base: { readonly ref: string; readonly commit: string | null } | null
  /** The commit that was checked out; undefined where nobody asked, or outside of a clone. */
  readonly commit?: string | undefined
  /** The head of the pull request that it is for; undefined for any other run. */
  readonly head?: JudgedHead | undefined
  /** Findings of the base that are gone. */
  readonly fixed: readonly Finding[]
  /** Findings that somebody said do not count, of every severity; they are not among `findings`. */
  readonly suppressed: readonly Suppressed[]
  readonly failures: readonly Failure[]
  /** What is wrong with how somebody said so: it has no effect, or no use any more. */
  readonly warnings: readonly Warning[]
  readonly releases: readonly ReleaseSummary[]
  readonly worlds: readonly WorldSummary[]
  /** How many plain manifests outside charts were judged. */
  readonly plainManifests: number
  /** Who can get at what, the worst of each question first. */
  readonly attack: LocatedPaths
  /** The graph of each cluster, made when it is asked for; undefined where only a report of another run is known. */
  readonly graphs?: (() => readonly LocatedGraph[]) | undefined
  /** What is there, whether right or wrong. */
  readonly inventory: { readonly installs: readonly InstallSummary[] } & LocatedInventory
  readonly threats: readonly Verdict[]
  readonly coverage: readonly Verdict[]
  /** Ids of the rules that had something to look at, sorted: where one of them found nothing, there is nothing. */
  readonly assessedRules: readonly string[]
  /** Why findings have no fix though their rules offer one; undefined where none was tried. Not part of the reports. */
  readonly refusedFixes?: readonly RefusedFix[] | undefined
  /** What was left out and why, one sentence each. */
  readonly notes: readonly string[]
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>
  /** How many releases an earlier run rendered, and whether it judged everything; undefined where there is no cache. */
  readonly fromCache?: { readonly releases: number; readonly isWhole: boolean } | undefined
}

/** How a run concludes. A chart that cannot be checked cannot pass. */
export function conclude(
  findings: readonly Finding[],
  failures: readonly Failure[],
  failOn: Severity | 'never',
): Conclusion {
  if (failOn !== 'never' && counting(findings).some(({ severity }) => reaches(severity, failOn))) return 'failure'
  return open(failures).length > 0 ? 'incomplete' : 'success'
}

/** The findings that the change is answerable for: all but those that its base had. */
export const counting = (findings: readonly Finding[]): Finding[] => findings.filter(({ isNew }) => isNew !== false)

/** `compared with main (1234567): 2 new, 30 old, 1 fixed`, without the first word; undefined without a base. */
export function comparisonText({ base, findings, fixed }: Assessment): string | undefined {
  if (base === null) return undefined
  if (base.commit === null) return `with ${base.ref}: not possible`
  const fresh = counting(findings).length
  return `with ${base.ref} (${base.commit.slice(0, 7)}): ${fresh} new, ${findings.length - fresh} old, ${fixed.length} fixed`
}

/** The failures that nobody accepted. */
export const open = (failures: readonly Failure[]): Failure[] =>
  failures.filter(({ accepted }) => accepted === undefined)

/** Why a run fails that changes config, baseline or ignores. */
export const GUARD_CHANGED = 'This change edits what findings are held against: config, baseline or ignores'

/** The exit code of a conclusion: 0, 1 for findings, 2 for what could not be checked. */
export const exitCode = (conclusion: Conclusion): number => ({ success: 0, failure: 1, incomplete: 2 })[conclusion]

/** `3 in the baseline, 1 by a comment`: how many findings do not count, and because of what; empty when there are none. */
export function suppressedText(suppressed: readonly Suppressed[]): string {
  const kinds = Map.groupBy(suppressed, ({ kind }) => kind)
  return Object.entries(SAID)
    .flatMap(([kind, words]) => {
      const number = kinds.get(kind as Suppressed['kind'])?.length ?? 0
      return number > 0 ? `${number} ${words}` : []
    })
    .join(', ')
}

const SAID: Readonly<Record<Suppressed['kind'], string>> = {
  inline: 'by comments',
  annotation: 'by annotations',
  config: 'by the config',
  baseline: 'in the baseline',
}

/** How many findings of each severity, the most severe first; severities without any are there with 0. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries([...SEVERITIES].reverse().map(severity => [severity, 0])) as Record<
    Severity,
    number
  >
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** `1 finding`, `2 findings`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

/** Where a finding stands, for people: `file:line`, `file`, or that it stands nowhere. */
export const placeText = ({ location }: { readonly location: WrittenAt | null }): string =>
  location
    ? `${location.file}${location.startLine === undefined ? '' : `:${location.startLine}`}`
    : '(no place in the repository)'

const CONFIDENCE = { 'set-by': 'set by', 'gated-by': 'gated by', probably: 'probably set by' } as const

/** Which value decides a finding, for people: `gated by webhook.create`; undefined where none does. */
export const keyText = ({ location }: Finding): string | undefined =>
  location?.key === undefined
    ? undefined
    : `${CONFIDENCE[location.confidence ?? 'probably']} ${location.key}${location.isMissing ? ', which the file does not have yet' : ''}`

const MOST_WORLDS_NAMED = 3

/**
 * `only in 1 of 3 worlds: variant charts/shop/ci/ha-values.yaml`; undefined for a finding that is in all of them. `only`
 * is said of one that no cluster has with its usual values.
 */
export function worldsText({ worlds }: Finding, { worlds: all }: Pick<Assessment, 'worlds'>): string | undefined {
  if (worlds === undefined || worlds.length === all.length) return undefined
  const isOneCluster = new Set(all.map(({ cluster }) => cluster)).size === 1
  const isMain = ({ cluster, variant }: WorldRef): boolean =>
    all.some(world => world.isMain && world.cluster === cluster && world.variant === variant)
  const named = worlds.slice(0, MOST_WORLDS_NAMED).map(world => {
    if (isOneCluster) return `variant ${world.variant}`
    return `cluster ${world.cluster}${isMain(world) ? '' : ` with variant ${world.variant}`}`
  })
  const rest = worlds.length - named.length
  const only = worlds.some(isMain) ? '' : 'only '
  return `${only}in ${worlds.length} of ${all.length} worlds: ${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`
}

/** What came from the cache, as a sentence; undefined where there is none. */
export function cacheText({ fromCache, releases }: Pick<Assessment, 'fromCache' | 'releases'>): string | undefined {
  if (!fromCache) return undefined
  return fromCache.isWhole
    ? 'nothing has changed: an earlier run judged all of this, and the report is its own (--cache)'
    : `${fromCache.releases} of ${count(releases.length, 'release')} came from the cache`
}

/** A warning on one line. */
export const warningText = ({ message, location }: Warning): string =>
  location ? `${placeText({ location })}: ${message}` : message

/** The documentation page of a rule. */
export const ruleUrl = (rule: string): string => `${HOMEPAGE}/blob/main/docs/rules/${rule}.md`

export const HOMEPAGE = 'https://github.com/eso-hardener/eso-hardener'
