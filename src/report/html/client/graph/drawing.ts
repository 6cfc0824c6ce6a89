import type { Placed, PlacedLabel } from '../../graph/layout.ts'
import { drawing } from '../element.ts'
import { clipped, type Line, labelOf, type Picture, type Shape } from './picture.ts'

/** What the drawing tells when something is chosen. */
export interface Listener {
  readonly choose: (shape: Shape) => void
}

/** Draws a picture as SVG; boxes can be gone to with the arrow keys and chosen with Enter. */
export function drawn(picture: Picture, label: string, { choose }: Listener): SVGSVGElement {
  const { shapes, lines, layout } = picture
  const places = new Map(layout.boxes.map(box => [box.id, box]))
  const labels = new Map(layout.labels.map(one => [`${one.from} ${one.to}`, one]))
  const svg = drawing('svg', { class: 'graph', role: 'group', 'aria-label': label })
  svg.append(
    drawing('defs', {}, arrowHead()),
    ...layout.frames.map(frame),
    ...lines.map(line => lineOf(line, places, labels.get(`${line.from} ${line.to}`))),
    ...shapes.flatMap(shape => {
      const place = places.get(shape.id)
      return place ? [box(shape, place, choose)] : []
    }),
  )
  svg.querySelector('.box')?.setAttribute('tabindex', '0')
  svg.addEventListener('keydown', event => walk(event, svg, layout.boxes))
  return svg
}

const arrowHead = (): SVGElement =>
  drawing(
    'marker',
    { id: 'head', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
    drawing('path', { class: 'head', d: 'M0 0.5 L8 4 L0 7.5 Z' }),
  )

const frame = ({ id, x, y, width, height }: Placed): SVGElement =>
  drawing(
    'g',
    { class: 'namespace' },
    drawing('rect', { x, y, width, height, rx: 12 }),
    drawing('text', { x: x + 14, y: y + 22 }, clipped(id, Math.max(12, Math.floor(width / 8)))),
  )

function lineOf(
  { from, to, says, carries }: Line,
  places: ReadonlyMap<string, Placed>,
  label?: PlacedLabel,
): SVGElement {
  const [a, b] = [places.get(from), places.get(to)]
  const group = drawing('g', { class: carries ? 'line' : 'line uses', 'data-from': from, 'data-to': to })
  if (!a || !b) return group
  const start = { x: a.x + a.width, y: a.y + a.height / 2 }
  const end = { x: b.x - 2, y: b.y + b.height / 2 }
  const curve = label ? `${bend(start, label)} ${bend(label, end).replace(/^M\S+ \S+/, '')}` : bend(start, end)
  group.append(
    drawing('path', { d: curve, 'marker-end': 'url(#head)' }),
    drawing('title', {}, says.join('; ')),
    ...(label ? [words(labelOf({ says }), label)] : []),
  )
  return group
}

interface Point {
  readonly x: number
  readonly y: number
}

function bend(a: Point, b: Point): string {
  const reach = Math.max(30, Math.abs(b.x - a.x) / 2)
  return `M${round(a.x)} ${round(a.y)} C${round(a.x + reach)} ${round(a.y)} ${round(b.x - reach)} ${round(b.y)} ${round(b.x)} ${round(b.y)}`
}

const round = (number: number): number => Math.round(number * 10) / 10

const words = (rows: readonly string[], { x, y }: Point): SVGElement =>
  drawing(
    'text',
    { class: 'words', x, y: y - (rows.length - 1) * 7 + 4 },
    ...rows.map((row, i) => drawing('tspan', { x, dy: i === 0 ? 0 : 14 }, row)),
  )

function box(shape: Shape, { x, y, width, height }: Placed, choose: (shape: Shape) => void): SVGElement {
  const { node } = shape
  const [worst] = node?.findings ?? []
  const said = nameOf(shape)
  const group = drawing(
    'g',
    {
      ...{ class: `box ${node?.kind ?? 'room'}`, transform: `translate(${round(x)} ${round(y)})`, tabindex: -1 },
      ...{ role: 'button', 'aria-label': said, 'data-id': shape.id },
    },
    drawing('title', {}, said),
    drawing('rect', { class: 'ground', width, height, rx: 8 }),
    drawing('rect', { class: 'stripe', width: 5, height: height - 16, x: 8, y: 8, rx: 2.5 }),
    drawing('text', { class: 'what', x: 22, y: 18 }, `${clipped(shape.what)} `),
    drawing('text', { class: 'name', x: 22, y: 36 }, `${clipped(shape.name)} `),
    worst && badge(worst.severity, node?.findings.length ?? 0, width),
  )
  group.addEventListener('click', () => choose(shape))
  group.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose(shape)
  })
  return group
}

/** Begins with what can be seen, for those who speak to what they see. */
function nameOf({ node, what, name }: Shape): string {
  const [worst] = node?.findings ?? []
  const seen = `${clipped(what)} ${clipped(name)}`
  const found = worst ? ` ${numberText(node?.findings.length ?? 0)} findings, the worst ${worst.severity}` : ''
  const full = seen === `${what} ${name}` ? '' : `, in full ${what} ${name}`
  return `${seen}${found}${node?.isOperator ? ', an operator' : ''}${full}`
}

const numberText = (number: number): string => (number > 99 ? '99+' : String(number))

const badge = (severity: string, number: number, width: number): SVGElement =>
  drawing(
    'g',
    { class: `badge ${severity}`, transform: `translate(${width - 8} 4)` },
    drawing('circle', { r: 9 }),
    drawing('text', { y: 3.5 }, numberText(number)),
  )

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The arrow keys go to the nearest box on that side. */
function walk(event: KeyboardEvent, svg: SVGSVGElement, boxes: readonly Placed[]): void {
  const direction = DIRECTIONS[event.key]
  const id = document.activeElement?.getAttribute('data-id')
  const here = boxes.find(box => box.id === id)
  if (!direction || !here) return
  event.preventDefault()
  const [dx, dy] = direction
  const distances = boxes.flatMap(there => {
    const [x, y] = [there.x + there.width / 2 - here.x - here.width / 2, there.y - here.y]
    const [along, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)]
    return along > 1 ? [{ there, distance: along + 2 * aside }] : []
  })
  const nearest = distances.sort((a, b) => a.distance - b.distance)[0]?.there
  const target = [...svg.querySelectorAll<SVGElement>('.box')].find(one => one.dataset.id === nearest?.id)
  if (!target) return
  document.activeElement?.setAttribute('tabindex', '-1')
  target.setAttribute('tabindex', '0')
  target.focus()
}
