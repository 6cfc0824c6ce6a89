import type { Result } from '../check/check.ts'
import { fingerprintOf } from '../check/identity.ts'
import {
  type Finding,
  isThreat,
  type ObjectRef,
  type Path,
  type PhysicalLocation,
  type RenderedLocation,
  reaches,
} from '../finding.ts'
import type { Install } from '../model/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { frameOf } from './frame.ts'

/** The file that declares a release, by the release's name. */
export type Declarations = ReadonlyMap<string, string>

/**
 * Turns results into findings with a place in the repository. The same finding in several places (an object that
 * several files hold) becomes one finding with several places.
 */
export function locateAll(results: readonly Result[], cluster: string, declarations: Declarations): Finding[] {
  const groups = Map.groupBy(results, result => fingerprintOf(result, cluster))
  return [...groups].map(([fingerprint, group]) => {
    const worst = group.reduce((a, b) => (reaches(a.severity, b.severity) ? a : b))
    const places = uniquePlaces([worst, ...group], declarations)
    return locate(worst, fingerprint, places)
  })
}

function locate(result: Result, fingerprint: string, places: readonly PhysicalLocation[]): Finding {
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
    location: places[0] ?? null,
    places,
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

function uniquePlaces(results: readonly Result[], declarations: Declarations): PhysicalLocation[] {
  const places = results.flatMap(({ manifest, install, path }) => {
    if (manifest) return placeOf(manifest, path)
    return (install && declarationOf(install, declarations)) ?? []
  })
  return [...new Map(places.map(place => [`${place.file}:${place.startLine ?? ''}`, place])).values()]
}

/** What is missing from an install as a whole stands where its release is declared; in plain manifests, on its workload. */
function declarationOf(install: Install, declarations: Declarations): PhysicalLocation | undefined {
  const file = install.release === undefined ? undefined : declarations.get(install.release)
  if (file !== undefined) return { file, via: 'declaration' }
  const workload = (install.controller ?? install.components[0])?.pod.manifest
  return workload && placeOf(workload, [])
}
