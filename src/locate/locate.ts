import type { Result } from '../check/check.ts'
import { fingerprintOf } from '../check/identity.ts'
import {
  type Finding,
  isThreat,
  type ObjectRef,
  type Path,
  type PhysicalLocation,
  type RenderedLocation,
} from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { frameOf } from './frame.ts'

/**
 * Turns results into findings with a place in the repository. The same finding in several places (an object that
 * several files hold) becomes one finding with several places.
 */
export function locateAll(results: readonly Result[], cluster: string): Finding[] {
  const groups = Map.groupBy(results, result => fingerprintOf(result, cluster))
  return [...groups].flatMap(([fingerprint, group]) => {
    const [first] = group
    return first ? locate(first, fingerprint, group) : []
  })
}

function locate(result: Result, fingerprint: string, group: readonly Result[]): Finding {
  const { rule, severity, manifest, path, problem } = result
  return {
    rule: rule.id,
    severity,
    message: problem.message,
    remedy: rule.remedy,
    guide: rule.guide,
    threats: rule.guide.filter(isThreat),
    object: manifest && objectRef(manifest),
    path,
    location: manifest && placeOf(manifest, path),
    places: uniquePlaces(group),
    rendered: manifest && renderedPlace(manifest, path),
    related: (problem.related ?? []).map(related => ({
      message: related.message,
      object: objectRef(related.manifest),
      location: placeOf(related.manifest, related.path),
    })),
    fingerprint,
    frame: manifest ? frameOf(manifest, path) : [],
  }
}

const objectRef = ({ apiVersion, kind, namespace, name }: Manifest): ObjectRef => ({
  apiVersion,
  kind,
  namespace,
  name,
})

/** A plain manifest has its line; of a template only the file is known, never a rendered line number. */
const placeOf = (manifest: Manifest, path: Path): PhysicalLocation =>
  manifest.template === undefined
    ? { file: manifest.file, startLine: manifest.lineOf(path), via: 'manifest' }
    : { file: manifest.file, via: 'template' }

const renderedPlace = (manifest: Manifest, path: Path): RenderedLocation | null =>
  manifest.template === undefined
    ? null
    : { release: manifest.release?.name ?? '', template: manifest.template, line: manifest.lineOf(path) }

function uniquePlaces(group: readonly Result[]): PhysicalLocation[] {
  const places = group.flatMap(({ manifest, path }) => (manifest ? placeOf(manifest, path) : []))
  return [...new Map(places.map(place => [`${place.file}:${place.startLine ?? ''}`, place])).values()]
}
