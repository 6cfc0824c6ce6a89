import type { Result } from '../check/check.ts'
import { fingerprintOf } from '../check/identity.ts'
import type { Related } from '../check/rule.ts'
import { DEFAULT } from '../discover/clusters.ts'
import {
  type Finding,
  type FrameLine,
  isThreat,
  type ObjectRef,
  type Path,
  type PhysicalLocation,
  type RelatedObject,
  type RenderedLocation,
  reaches,
  type WorldRef,
} from '../finding.ts'
import { type Install, workloadOf } from '../model/eso/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { frameAt, frameOf } from './frame.ts'
import { offerFor } from './offer.ts'
import { OWN_PLACES, ownPlace, type Place, type Places } from './places.ts'

/** Where releases are declared, by their names. */
export type Declarations = ReadonlyMap<string, PhysicalLocation>

/** What was found in one world. */
export interface Judged extends WorldRef {
  readonly results: readonly Result[]
  readonly declarations: Declarations
  /** What other sets of values make of a manifest's chart in the same way: their files are places, too. */
  readonly twins?: ReadonlyMap<Manifest, readonly Manifest[]> | undefined
}

/** The manifests that results speak of: those whose places are going to be asked for. */
export const subjectsOf = (worlds: readonly Judged[]): ReadonlySet<Manifest> =>
  new Set(
    worlds.flatMap(({ results, twins }) =>
      results.flatMap(({ manifest, install, problem }) => [
        ...withTwins(manifest ?? workloadOf(install), twins),
        ...(problem.related ?? []).map(related => related.manifest),
      ]),
    ),
  )

/** Whose results these are is not said: they are of a world that is the only one. */
export const locateAll = (results: readonly Result[], cluster: string, declarations: Declarations): Finding[] =>
  locateWorlds([{ cluster, variant: DEFAULT, results, declarations }])

/** A result in the world that has it. */
interface Occurrence {
  readonly result: Result
  readonly world: Judged
}

/**
 * Turns results into findings with a place in the repository. The same finding in several places (an object that
 * several files hold) or in several worlds becomes one finding; which of an object's clusters have it is part of what
 * it is, their variants are not.
 * @param claims the clusters that manifests are said to belong to; others are shared by all.
 */
export function locateWorlds(
  worlds: readonly Judged[],
  claims: ReadonlyMap<Manifest, readonly string[]> = new Map(),
  places: Places = OWN_PLACES,
): Finding[] {
  const everywhere = new Set(worlds.map(({ cluster }) => cluster))
  const occurrences = worlds.flatMap(world =>
    world.results.map(result => {
      const subject = result.manifest ?? workloadOf(result.install)
      const claim = subject && claims.get(subject)
      return { result, world, home: claim ?? [...everywhere], key: fingerprintOf(result, claim?.join() ?? DEFAULT) }
    }),
  )
  const clustersOf = new Map<string, Set<string>>()
  for (const { key, world } of occurrences) clustersOf.set(key, (clustersOf.get(key) ?? new Set()).add(world.cluster))
  const groups = Map.groupBy(occurrences, ({ key, home, world, result }) =>
    home.every(cluster => clustersOf.get(key)?.has(cluster)) ? key : fingerprintOf(result, world.cluster),
  )
  return [...groups].map(([fingerprint, group]) => {
    const worst = group.reduce((a, b) => (reaches(a.result.severity, b.result.severity) ? a : b))
    const results = [worst, ...group].map(({ result }) => result)
    const finding = {
      ...locate(worst.result, fingerprint, uniquePlaces([worst, ...group], places), places),
      offer: offerFor(results, places),
    }
    return worlds.length === 1 ? finding : { ...finding, worlds: worldsOf(group) }
  })
}

const worldsOf = (group: readonly Occurrence[]): WorldRef[] =>
  [...new Set(group.map(({ world }) => world))].map(({ cluster, variant }) => ({ cluster, variant }))

function locate(result: Result, fingerprint: string, found: readonly Place[], places: Places): Finding {
  const { rule, severity, manifest, path, problem } = result
  const [best] = found
  return {
    rule: rule.id,
    severity,
    message: problem.message,
    remedy: rule.remedy,
    guide: rule.guide,
    threats: rule.guide.filter(isThreat),
    object: manifest && objectRef(manifest),
    path,
    location: best?.location ?? null,
    places: found.map(({ location }) => location),
    rendered: manifest && renderedPlace(manifest, path),
    related: relatedObjects(problem.related ?? [], places),
    fingerprint,
    isNew: null,
    frame: frameFor(result, best),
    renderedFrame: manifest?.template === undefined ? undefined : frameOf(manifest, path),
  }
}

/** The line to be changed where it is in a file of values, else the node itself. */
function frameFor({ manifest, path, problem }: Result, best: Place | undefined): FrameLine[] {
  const line = best?.location.startLine
  if (best?.shown && line !== undefined) return frameAt(best.shown, line)
  const text = manifest ?? problem.values
  return text ? frameOf(text, path) : []
}

/** A role may be in a thousand hands: more than these nobody reads. */
const MOST_RELATED = 20

/** Those that are left out are counted in the last message. */
const relatedObjects = (related: readonly Related[], places: Places): RelatedObject[] =>
  related.slice(0, MOST_RELATED).map(({ manifest, path, message }, i) => ({
    message:
      i === MOST_RELATED - 1 && related.length > MOST_RELATED
        ? `${message}, and ${related.length - MOST_RELATED} more like it`
        : message,
    object: objectRef(manifest),
    location: relatedPlace(manifest, path, places),
  }))

/** What only decides whether another object is there is no part of the story. */
const relatedPlace = (manifest: Manifest, path: Path, places: Places): PhysicalLocation =>
  ungatedPlace(manifest, path, places).location

function ungatedPlace(manifest: Manifest, path: Path, places: Places): Place {
  const place = places.of(manifest, path)
  return place.location.confidence === 'gated-by' ? { location: ownPlace(manifest, path) } : place
}

export const objectRef = ({ apiVersion, kind, namespace, name }: Manifest): ObjectRef => ({
  apiVersion,
  kind,
  namespace,
  name,
})

const renderedPlace = (manifest: Manifest, path: Path): RenderedLocation | null =>
  manifest.template === undefined
    ? null
    : { release: manifest.release?.name ?? '', template: manifest.template, line: manifest.lineOf(path) }

function uniquePlaces(occurrences: readonly Occurrence[], places: Places): Place[] {
  const found = occurrences.flatMap(({ result, world }) => {
    const [own, ...others] = withTwins(result.manifest ?? workloadOf(result.install), world.twins)
    return [
      ...placesOfResult(result, own, world.declarations, places),
      ...others.flatMap(twin => placesOfSubject(result, twin, places)),
    ]
  })
  return [...new Map(found.map(place => [`${place.location.file}:${place.location.startLine ?? ''}`, place])).values()]
}

/** @param subject the result's manifest, or the workload of its install. */
function placesOfResult(
  result: Result,
  subject: Manifest | undefined,
  declarations: Declarations,
  places: Places,
): Place[] {
  const found = subject ? placesOfSubject(result, subject, places) : []
  if (found.length > 0) return found
  const { install, path } = result
  const { values } = result.problem
  if (values) return [{ location: { file: values.file, startLine: values.lineOf(path), via: 'values' } }]
  return [(install && placeOfInstall(install, declarations, places)) ?? []].flat()
}

function placesOfSubject({ manifest, path, problem }: Result, subject: Manifest, places: Places): Place[] {
  const missing = problem.missing && places.ofMissing(subject, problem.missing)
  if (missing) return [missing]
  if (!manifest) return []
  // What makes the workload be there is no answer to what is missing beside it.
  return [problem.missing ? ungatedPlace(subject, path, places) : places.of(subject, path)]
}

const withTwins = (manifest: Manifest | undefined, twins: Judged['twins']): Manifest[] =>
  manifest ? [manifest, ...(twins?.get(manifest) ?? [])] : []

/** What is missing from an install as a whole stands where its release is declared; in plain manifests, on its workload. */
function placeOfInstall(install: Install, declarations: Declarations, places: Places): Place | undefined {
  const location = install.release === undefined ? undefined : declarations.get(install.release)
  if (location) return { location }
  const workload = workloadOf(install)
  return workload && places.of(workload, [])
}
