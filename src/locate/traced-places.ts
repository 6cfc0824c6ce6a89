import type { Path, PhysicalLocation } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { RenderedPart } from '../render/part.ts'
import type { TracedChart } from '../render/traced.ts'
import { type KeyPlace, placeOfKey } from './layers.ts'
import { placeOfMissing } from './missing.ts'
import { placeInRelease, type TracedRelease } from './place.ts'
import { isTemplates, OWN_PLACES, type Place, type Places } from './places.ts'
import type { Agreement } from './referee.ts'
import { type SourceFile, sourceFilesWith } from './source-files.ts'
import { tracedRelease } from './traced-release.ts'
import { Tries } from './what-if.ts'

/** A rendered release that can be traced. */
export interface Traceable {
  readonly part: RenderedPart
  readonly chart: TracedChart
  /** The release's values files relative to the repository; undefined for those outside of it. */
  readonly valuesFiles: readonly (string | undefined)[]
}

/** How many changes of values a run tries; each costs a few milliseconds for most charts. */
const MOST_TRIES = 500

/** Finds the line that an author changes, by traces of the releases' templates. */
export class TracedPlaces implements Places {
  readonly #byManifest: ReadonlyMap<Manifest, Traceable>
  readonly #releases = new Map<Traceable, TracedRelease>()
  readonly #tries: Tries

  constructor(traceable: readonly Traceable[], tries = new Tries(MOST_TRIES)) {
    this.#tries = tries
    this.#byManifest = new Map(
      traceable.flatMap(release => release.part.manifests.map(manifest => [manifest, release] as const)),
    )
  }

  of(manifest: Manifest, path: Path): Place {
    const release = isTemplates(manifest, path) ? this.#releaseOf(manifest) : undefined
    const location = release && placeInRelease(release, manifest, path)
    return location ? shownPlace(release, manifest, location) : OWN_PLACES.of(manifest, path)
  }

  ofMissing(workload: Manifest, groupKind: string): Place | undefined {
    const release = this.#releaseOf(workload)
    const location = release && placeOfMissing(release, workload, groupKind)
    return location && shownPlace(release, workload, location)
  }

  ofKey(manifest: Manifest, key: Path): KeyPlace | undefined {
    const release = this.#releaseOf(manifest)
    return release && placeOfKey(release.layers, key)
  }

  isRead(manifest: Manifest): boolean {
    return this.#byManifest.has(manifest)
  }

  filesWith(part: string): SourceFile[] {
    return [...new Set(this.#byManifest.values())].flatMap(release => sourceFilesWith(part, release))
  }

  get agreement(): Agreement {
    const all = [...this.#releases.values()].map(({ referee }) => referee.agreement)
    return {
      equal: all.reduce((sum, { equal }) => sum + equal, 0),
      unequal: all.reduce((sum, { unequal }) => sum + unequal, 0),
    }
  }

  #releaseOf(manifest: Manifest): TracedRelease | undefined {
    const traceable = this.#byManifest.get(manifest)
    if (!traceable) return undefined
    const known = this.#releases.get(traceable)
    if (known) return known
    const release = tracedRelease(traceable.part, traceable.chart, traceable.valuesFiles, this.#tries)
    this.#releases.set(traceable, release)
    return release
  }
}

function shownPlace({ layers }: TracedRelease, { file }: Manifest, location: PhysicalLocation): Place {
  const shown = layers.files.find(({ values }) => values.file === location.file && values.hasFileLines)?.values
  return { location: location.file === file ? location : { ...location, template: file }, shown }
}
