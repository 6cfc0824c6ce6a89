import { posix } from 'node:path'
import { textSpots } from '../src/locate/inquiry/template-spots.ts'
import { changesThatPrint, type Spot } from '../src/locate/inquiry/what-prints.ts'
import type { TracedChart } from '../src/render/traced.ts'
import type { Change } from '../src/template/change.ts'

/** A text of a template that a release does not print, with the values that make it. */
export interface UnprintedText {
  readonly spot: Spot
  /** Undefined where none were found. */
  readonly changes: readonly Change[] | undefined
}

/** The texts that a chart's own templates do not print; those of partials belong to whoever calls them, and CRDs are as many again. */
export function unprintedTexts(chart: TracedChart, name: string): UnprintedText[] {
  const templates = [...chart.files].filter(([path]) => /^templates\/(?!crds\/)(?:.*\/)?[^_/][^/]*\.ya?ml$/.test(path))
  return templates
    .flatMap(([path, bytes]) => textSpots(posix.join(name, path), decoder.decode(bytes)))
    .map(spot => ({ spot, changes: changesThatPrint(chart, spot) }))
    .filter(({ changes }) => changes?.length !== 0)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
