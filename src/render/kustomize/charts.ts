import { lineOfChart } from '../../discover/declared/kustomize.ts'
import type { Manifest } from '../../parse/manifest.ts'
import type { PlainPart, RenderedPart } from '../part.ts'
import type { BuiltPart } from './overlays.ts'
import type { KustomizationSource } from './sources.ts'

/** The charts that a kustomization has inflated, as they were rendered; those that were not are left out. */
export const inflatedIn = ({ charts }: KustomizationSource, rendered: readonly RenderedPart[]): RenderedPart[] =>
  charts.flatMap(chart => {
    const line = lineOfChart(chart)
    return rendered.filter(
      ({ release, text }) =>
        text !== undefined && release.declaredIn === chart.document.file && release.lines?.entry === line,
    )
  })

/** Releases with the objects that builds made of theirs, and what else was built. */
export interface Shared {
  readonly rendered: readonly RenderedPart[]
  readonly plain: readonly PlainPart[]
}

/** Gives releases what kustomizations made of their objects: once for each build that has them. */
export function sharedOut(
  builds: readonly (PlainPart & Pick<BuiltPart, 'charts'>)[],
  rendered: readonly RenderedPart[],
): Shared {
  const taken = new Set(builds.flatMap(({ charts }) => charts ?? []))
  const made = builds.flatMap(({ charts = [], manifests, overlay }) =>
    charts.map(part => ofBuild(part, manifests, overlay?.variant)),
  )
  return {
    rendered: [...rendered.filter(part => !taken.has(part)), ...made],
    plain: builds.map(({ charts: _, ...part }) => ({ ...part, manifests: part.manifests.filter(isPlain) })),
  }
}

const isPlain = ({ release }: Manifest): boolean => release === undefined

function ofBuild(part: RenderedPart, manifests: readonly Manifest[], variant = part.release.variant): RenderedPart {
  const [first] = part.manifests
  const own = first ? manifests.filter(({ release }) => release === first.release) : []
  return {
    ...part,
    manifests: own,
    release: { ...part.release, variant },
    summary: { ...part.summary, variant, manifests: own.length },
  }
}
