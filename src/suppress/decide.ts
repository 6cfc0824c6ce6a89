import { relative } from 'node:path'
import type { Finding } from '../finding.ts'
import type { SourceFile } from '../locate/source-files.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Failure } from '../render/render.ts'
import { acceptFailures } from './accept.ts'
import { annotationIgnores } from './annotation.ts'
import { type Baseline, baselineOf, goneEntries } from './baseline.ts'
import { type Circumstances, configuredIgnores } from './configured.ts'
import { inlineIgnores, unreadComments } from './inline.ts'
import { applyBaseline, applyIgnores, placesOf } from './suppress.ts'
import { type Ignore, type Ignores, joined, type Suppressed, type Warning } from './suppression.ts'

/** Everything that decides what counts. */
export interface Evidence extends Circumstances {
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
  readonly manifests: readonly Manifest[]
  /** The files that comments are read from; one that is there twice is read the last way. */
  readonly sources: readonly SourceFile[]
  /** The rendered manifests of charts whose files are not among them. */
  readonly unread: readonly Manifest[]
  /** Absolute: what was looked at. */
  readonly paths: readonly string[]
  /** Comments and annotations are not believed. */
  readonly noInlineIgnores: boolean
  /** New findings are not excused by comments and annotations that come with them. */
  readonly isGuarded: boolean
  /** What fails in the base that a pull request is judged by (see `acceptFailures`). */
  readonly failing?: ReadonlySet<string> | undefined
  readonly baseline: Baseline | undefined
  /** The file that a new baseline is written to: all that is left is in it. */
  readonly writeBaseline: string | undefined
}

/** What counts, what does not, and what is wrong with how somebody said so. */
export interface Decision {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly failures: readonly Failure[]
  readonly warnings: readonly Warning[]
  /** Whether a comment or an annotation wants to excuse what comes with it. */
  readonly isRefusing: boolean
  readonly notes: readonly string[]
}

/** Decides what counts: comments and annotations, then the config, then the baseline. */
export function decide(evidence: Evidence): Decision {
  const coversConfig = evidence.paths.some(path => !relative(path, evidence.config.folder).startsWith('..'))
  const accepted = acceptFailures(evidence.failures, { ...evidence, isWhole: coversConfig })
  const isWhole = accepted.failures.every(failure => failure.accepted !== undefined)
  const inside = evidence.noInlineIgnores ? NONE : ignoresInside(evidence)
  const inline = evidence.isGuarded ? guarded(inside, evidence.findings) : { ...inside, excuses: [] }
  const configured = configuredIgnores(evidence)
  const ignored = applyIgnores(
    evidence.findings,
    [...inline.ignores, ...configured.ignores],
    ignore => isWhole && (ignore.kind !== 'config' || coversConfig) && !inline.excuses.includes(ignore),
  )
  const baseline = evidence.writeBaseline
    ? baselineOf(evidence.writeBaseline, ignored.findings)
    : (evidence.baseline ?? { file: '', entries: new Map() })
  const { findings, suppressed } = applyBaseline(ignored.findings, baseline)
  return {
    findings,
    suppressed: [...ignored.suppressed, ...suppressed],
    failures: accepted.failures,
    warnings: unique([...inline.warnings, ...configured.warnings, ...ignored.warnings, ...accepted.warnings]),
    isRefusing: inline.excuses.length > 0,
    notes: baselineNotes(evidence, baseline, isWhole),
  }
}

const NONE: Ignores = { ignores: [], warnings: [] }

/** What files and objects say themselves. */
const ignoresInside = ({ sources, unread, manifests, rules }: Evidence): Ignores =>
  joined([
    ...[...new Map(sources.map(source => [source.file, source])).values()].map(source => inlineIgnores(source, rules)),
    annotationIgnores(manifests, rules),
    { ignores: [], warnings: unreadComments(unread) },
  ])

/** In a pull request, comments and annotations speak only of what its base has, too: it cannot excuse itself. */
function guarded(
  { ignores, warnings }: Ignores,
  findings: readonly Finding[],
): Ignores & { excuses: readonly Ignore[] } {
  const fresh = findings.filter(({ isNew }) => isNew !== false)
  const meets = ({ covers }: Ignore): boolean =>
    fresh.some(finding => placesOf(finding).some(place => covers(finding, place)))
  const limited = ignores.map(ignore => ({
    excuses: meets(ignore),
    ignore: {
      ...ignore,
      covers: (finding, place) => finding.isNew === false && ignore.covers(finding, place),
    } as Ignore,
  }))
  const excuses = limited.filter(entry => entry.excuses).map(({ ignore }) => ignore)
  const refused = excuses.map(({ rule, location }) => ({
    message: `ignore of ${rule}: a change cannot excuse what it brings, so this has no effect until it is merged`,
    location,
  }))
  return { ignores: limited.map(({ ignore }) => ignore), warnings: [...warnings, ...refused], excuses }
}

const MOST_NAMED = 3

function baselineNotes({ findings, writeBaseline }: Evidence, baseline: Baseline, isWhole: boolean): string[] {
  if (writeBaseline !== undefined) {
    const caution = isWhole ? '' : '; what could not be checked is not in it'
    return [`${baseline.entries.size} findings are in the new baseline ${writeBaseline}${caution}`]
  }
  const gone = isWhole ? goneEntries(baseline, findings) : []
  if (gone.length === 0) return []
  const named = gone.slice(0, MOST_NAMED).map(({ rule, object }) => `${rule} on ${object}`)
  const rest = gone.length > MOST_NAMED ? `, and ${gone.length - MOST_NAMED} more` : ''
  const subject = gone.length === 1 ? '1 entry' : `${gone.length} entries`
  return [
    `${subject} of the baseline ${baseline.file} no longer occur: ${named.join(', ')}${rest}; write it again to prune`,
  ]
}

/** By place; what the renderings of several variants say alike is said once. */
const unique = (warnings: readonly Warning[]): Warning[] =>
  [...new Map(warnings.map(warning => [sortKey(warning), warning])).values()].sort(byPlace)

const byPlace = (a: Warning, b: Warning): number => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0)

const sortKey = ({ location, message }: Warning): string =>
  `${location?.file ?? ''}\0${String(location?.startLine ?? 0).padStart(7, '0')}\0${message}`
