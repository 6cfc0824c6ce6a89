import type { FindingData, PlaceData } from '../data.ts'
import { element } from './element.ts'

/** One stop on the way from what an author wrote to the object that a cluster would get. */
interface Stop {
  readonly label: string
  readonly text: string
}

/** The way from the values to the object, as a list in that order; undefined where it is one place. */
export function traceList(finding: FindingData): HTMLElement | undefined {
  const stops = stopsOf(finding)
  if (stops.length < 2) return undefined
  const items = stops.map(({ label, text }) =>
    element('li', {}, element('span', { class: 'label' }, label), ' ', element('code', {}, text)),
  )
  return element('ol', { class: 'trace' }, ...items)
}

function stopsOf({ place, key, rendered, object, path, release }: FindingData): Stop[] {
  const template = place?.template || rendered?.template || ''
  return [
    ...(place ? [{ label: VIA[place.via], text: place.text }] : []),
    ...(key ? [{ label: 'value', text: key }] : []),
    ...(template && template !== place?.text ? [{ label: 'template', text: template }] : []),
    ...(rendered ? [{ label: `rendered by ${release || 'helm'}`, text: `line ${rendered.line}` }] : []),
    ...(object ? [{ label: 'object', text: object }] : []),
    ...(path ? [{ label: 'field', text: path }] : []),
  ]
}

const VIA: Readonly<Record<PlaceData['via'], string>> = {
  manifest: 'manifest',
  values: 'values file',
  template: 'template file',
  declaration: 'where it is declared',
}
