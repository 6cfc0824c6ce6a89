import { fileOf } from '../discover/values-source.ts'
import { mapConcurrently } from '../io/pool.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { RenderedPart } from '../render/part.ts'
import type { Capabilities } from '../template/chart/capabilities.ts'
import { OWN_PLACES, type Places } from './places.ts'
import type { Traceable } from './traced-places.ts'

const AT_ONCE = 8

/**
 * Makes ready to say where the nodes of some manifests are changed: reads the charts that they were rendered from. Nothing
 * is traced before somebody asks for a place.
 */
export async function placesFor(
  manifests: ReadonlySet<Manifest>,
  rendered: readonly RenderedPart[],
  capabilities: Capabilities | undefined,
  root: string,
): Promise<Places> {
  const wanted = rendered.filter(part => part.manifests.some(manifest => manifests.has(manifest)))
  if (!capabilities || wanted.length === 0) return OWN_PLACES
  const [{ ChartReader }, { readTracedChart }, { TracedPlaces }] = await Promise.all([
    import('../render/chart-files.ts'),
    import('../render/traced.ts'),
    import('./traced-places.ts'),
  ])
  const reader = new ChartReader()
  const traceable = await mapConcurrently(wanted, AT_ONCE, async (part): Promise<Traceable[]> => {
    const chart = await readTracedChart(part.release, capabilities, reader, part.files)
    return chart
      ? [{ part, chart, valuesFiles: await Promise.all(part.release.values.map(source => fileOf(source, root))) }]
      : []
  })
  return new TracedPlaces(traceable.flat())
}
