import type { Result } from '../check/check.ts'
import { fingerprintOf } from '../check/identity.ts'
import type { Related } from '../check/rule.ts'
import { DEFAULT } from '../discover/clusters.ts'
import {
  type Finding,
  isThreat,
  type ObjectRef,
  type Path,
  type PhysicalLocation,
  type RelatedObject,
  type RenderedLocation,
  reaches,
  type WorldRef,
} from '../finding.ts'
import type { Install } from '../model/eso/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { frameOf } from './frame.ts'

/** The file that declares a release, by the release's name. */
export type Declarations = ReadonlyMap<string, string>

/** What was found in one world. */
export interface Judged extends WorldRef {
  readonly results: readonly Result[]
  readonly declarations: Declarations
}

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
    const finding = locate(worst.result, fingerprint, uniquePlaces([worst, ...group]))
    return worlds.length === 1 ? finding : { ...finding, worlds: worldsOf(group) }
  })
}

const worldsOf = (group: readonly Occurrence[]): WorldRef[] =>
  [...new Set(group.map(({ world }) => world))].map(({ cluster, variant }) => ({ cluster, variant }))

function locate(result: Result, fingerprint: string, places: readonly PhysicalLocation[]): Finding {
  const { rule, severity, manifest, path, problem } = result
  const text = manifest ?? problem.values
  return {
    rule: rule.id,
    severity,
    message: problem.message,
    remedy: rule.remedy,
    guide: rule.guide,
    threats: rule.guide.filter(isThreat),
    object: manifest && objectRef(manifest),
    path,
    location: places[0] ?? null,
    places,
    rendered: manifest && renderedPlace(manifest, path),
    related: relatedObjects(problem.related ?? []),
    fingerprint,
    isNew: null,
    frame: text ? frameOf(text, path) : [],
  }
}

/** A role may be in a thousand hands: more than these nobody reads. */
const MOST_RELATED = 20

/** Those that are left out are counted in the last message. */
const relatedObjects = (related: readonly Related[]): RelatedObject[] =>
  related.slice(0, MOST_RELATED).map(({ manifest, path, message }, i) => ({
    message:
      i === MOST_RELATED - 1 && related.length > MOST_RELATED
        ? `${message}, and ${related.length - MOST_RELATED} more like it`
        : message,
    object: objectRef(manifest),
    location: placeOf(manifest, path),
  }))

export const objectRef = ({ apiVersion, kind, namespace, name }: Manifest): ObjectRef => ({
  apiVersion,
  kind,
  namespace,
  name,
})

/** A plain manifest has its line; of a template only the file is known, never a rendered line number. */
export const placeOf = (manifest: Manifest, path: Path): PhysicalLocation =>
  manifest.template === undefined
    ? { file: manifest.file, startLine: manifest.lineOf(path), via: 'manifest' }
    : { file: manifest.file, via: 'template' }

const renderedPlace = (manifest: Manifest, path: Path): RenderedLocation | null =>
  manifest.template === undefined
    ? null
    : { release: manifest.release?.name ?? '', template: manifest.template, line: manifest.lineOf(path) }

function uniquePlaces(occurrences: readonly Occurrence[]): PhysicalLocation[] {
  const places = occurrences.flatMap(
    ({ result: { manifest, install, path, problem }, world }): PhysicalLocation | [] => {
      if (manifest) return placeOf(manifest, path)
      if (problem.values) return { file: problem.values.file, startLine: problem.values.lineOf(path), via: 'values' }
      return (install && declarationOf(install, world.declarations)) ?? []
    },
  )
  return [...new Map(places.map(place => [`${place.file}:${place.startLine ?? ''}`, place])).values()]
}

/** What is missing from an install as a whole stands where its release is declared; in plain manifests, on its workload. */
function declarationOf(install: Install, declarations: Declarations): PhysicalLocation | undefined {
  const file = install.release === undefined ? undefined : declarations.get(install.release)
  if (file !== undefined) return { file, via: 'declaration' }
  const workload = workloadOf(install)
  return workload && placeOf(workload, [])
}

const workloadOf = (install: Install | null): Manifest | undefined =>
  (install?.controller ?? install?.components[0])?.pod.manifest
