import type { EdgeData, NodeData } from '../../graph/data.ts'
import { type Arrow, type GroupedBox, groupedLayoutOf, type Layout, layoutOf } from '../../graph/layout.ts'

/** One box of a drawing: a node, or all of a room where there are too many. */
export interface Shape {
  readonly id: string
  /** `ServiceAccount`. */
  readonly what: string
  readonly name: string
  /** Undefined for a room. */
  readonly node: NodeData | undefined
  /** The name of its frame. */
  readonly group: string
}

/** All edges from one box to another. */
export interface Line {
  readonly from: string
  readonly to: string
  readonly says: readonly string[]
  readonly carries: boolean
}

/** What is drawn, and where. */
export interface Picture {
  readonly shapes: readonly Shape[]
  readonly lines: readonly Line[]
  readonly layout: Layout
  /** Whether rooms stand for what is in them. */
  readonly isFolded: boolean
}

/** More boxes at once cannot be read: rooms are folded. */
const MOST_BOXES = 150
/** Up to here lines have their words. */
const MOST_LABELS = 60
const LINE_HEIGHT = 14
const LABEL_WIDTH = 22

/**
 * The picture of nodes and edges: in frames by where they stand, or as one story from left to right.
 * @param opened rooms that are never folded.
 */
export function pictureOf(
  nodes: readonly NodeData[],
  edges: readonly EdgeData[],
  { isStory, opened }: { readonly isStory: boolean; readonly opened: readonly string[] },
): Picture {
  const isFolded = nodes.length > MOST_BOXES
  const ids = new Map(
    nodes.map(node => [node.id, isFolded && !opened.includes(roomName(node)) ? roomId(node) : node.id]),
  )
  const shapes = [...new Map(nodes.map(node => [ids.get(node.id), shapeOf(node, ids, nodes)])).values()]
  const lines = linesOf(edges, ids)
  const boxes = shapes.map(({ id, what, name, group }): GroupedBox => ({ id, group, ...sizeOf(what, name) }))
  const layout = isStory
    ? layoutOf(boxes, lines.length > MOST_LABELS ? lines : lines.map(labelled))
    : groupedLayoutOf(boxes, lines)
  return { shapes, lines, layout, isFolded }
}

/** Where a node stands, in words. */
export const roomName = ({ room: { of, name } }: NodeData): string =>
  of === 'people'
    ? 'people and groups'
    : of === 'cluster'
      ? 'the whole cluster'
      : of === 'service'
        ? name
        : `namespace ${name}`

const roomId = (node: NodeData): string => `room ${roomName(node)}`

function shapeOf(node: NodeData, ids: ReadonlyMap<string, string>, nodes: readonly NodeData[]): Shape {
  const id = ids.get(node.id) ?? node.id
  const group = roomName(node)
  if (id === node.id) return { id, what: node.what, name: node.name, node, group }
  const number = nodes.filter(other => roomName(other) === group).length
  return { id, what: `${number} nodes`, name: group, node: undefined, group }
}

function linesOf(edges: readonly EdgeData[], ids: ReadonlyMap<string, string>): Line[] {
  const all = edges.flatMap(({ from, to, says, carries }) => {
    const ends = { from: ids.get(from) ?? '', to: ids.get(to) ?? '' }
    return ends.from === ends.to || !ends.from || !ends.to ? [] : [{ ...ends, says, carries }]
  })
  return [...Map.groupBy(all, ({ from, to }) => JSON.stringify([from, to])).values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const says = [...new Set(group.map(edge => edge.says))]
    return [{ from: first.from, to: first.to, says, carries: group.some(({ carries }) => carries) }]
  })
}

const labelled = (line: Line): Line & Arrow => {
  const words = labelOf(line)
  return {
    ...line,
    width: Math.max(...words.map(({ length }) => length)) * 6.4 + 10,
    height: words.length * LINE_HEIGHT,
  }
}

/** The words of a line in rows. */
export function labelOf({ says }: Pick<Line, 'says'>): string[] {
  const more = says.length > 1 ? ` (and ${says.length - 1} more)` : ''
  const rows = ['']
  for (const word of `${says[0] ?? ''}${more}`.split(/\s+/)) {
    const row = rows.at(-1) ?? ''
    if (row !== '' && row.length + word.length >= LABEL_WIDTH) rows.push(clipped(word, LABEL_WIDTH))
    else rows[rows.length - 1] = clipped(row === '' ? word : `${row} ${word}`, LABEL_WIDTH)
  }
  return rows.slice(0, 4)
}

const LONGEST = 30

/** A long name keeps its beginning and its end. */
export const clipped = (text: string, most = LONGEST): string => {
  const characters = [...text]
  if (characters.length <= most) return text
  const half = Math.floor((most - 1) / 2)
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
}

function sizeOf(what: string, name: string): { width: number; height: number } {
  const letters = Math.max([...clipped(name)].length * 7.9, [...clipped(what)].length * 6.6)
  return { width: Math.max(120, letters + 40), height: 46 }
}
