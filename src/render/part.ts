import { DEFAULT } from '../discover/clusters.ts'
import type { Release } from '../discover/discover.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { ReleaseValues } from '../parse/values.ts'
import type { ReleaseSummary } from '../report/report.ts'
import type { ChartFiles } from '../template/chart/chart.ts'
import type { Failure } from './render.ts'

/** What one release or file gave. */
export interface Part {
  readonly manifests: readonly Manifest[]
  readonly failures: readonly Failure[]
}

/** What one release gave. */
export interface RenderedPart extends Part {
  readonly release: Release
  readonly summary: ReleaseSummary
  /** What helm printed; only where a kustomization has the chart inflated. */
  readonly text?: string | undefined
  /** What it was given; only where the operator may be among what renders. */
  readonly values: ReleaseValues | undefined
  /** The files of its chart where they are not those of its folder or package. */
  readonly files?: ChartFiles | undefined
  /** Whether it renders no object of ESO, though its templates have some. */
  readonly isSilent: boolean
}

/** What one plain file gave; `file` is relative to the repository, and there is no text when it cannot be read. */
export interface PlainPart extends Part {
  readonly file: string
  readonly text: string
  /** Of what a kustomization built: which of the overlays it is that cannot be in one cluster. */
  readonly overlay?: Overlay | undefined
  /** The clusters that it was built for; undefined for all. */
  readonly clusters?: readonly string[] | undefined
}

/** One of several kustomizations that make different things of one object. */
export interface Overlay {
  /** The same for all of them. */
  readonly group: string
  readonly variant: string
}

/** What could not be checked. What fails in several variants of a release is one failure; one of variants only names them. */
export function failuresOf(rendered: readonly RenderedPart[], others: readonly Part[]): Failure[] {
  const all = rendered.flatMap(({ release: { variant }, failures }) => failures.map(failure => ({ failure, variant })))
  const same = Map.groupBy(all, ({ failure }) => JSON.stringify(failure))
  const joined = [...same.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const variants = new Set([first, ...more].map(({ variant }) => variant))
    if (variants.has(DEFAULT)) return first.failure
    return { ...first.failure, message: `${first.failure.message} (in the variant ${[...variants].join(', ')})` }
  })
  return [...joined, ...others.flatMap(({ failures }) => failures)]
}
