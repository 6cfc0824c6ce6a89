import { Graph, layout } from '@dagrejs/dagre'

/** A box to be placed; sizes in pixels. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** A box that stands with others of its group in one frame. */
export interface GroupedBox extends Box {
  readonly group: string
}

/** A box with its upper left corner. */
export interface Placed extends Box {
  readonly x: number
  readonly y: number
}

export interface Arrow {
  readonly from: string
  readonly to: string
  /** Room for words in its middle; without it there are none. */
  readonly width?: number
  readonly height?: number
}

/** The middle of an arrow with words. */
export interface PlacedLabel {
  readonly from: string
  readonly to: string
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly boxes: readonly Placed[]
  /** Frames, by the names of their groups. */
  readonly frames: readonly Placed[]
  readonly labels: readonly PlacedLabel[]
  readonly width: number
  readonly height: number
}

const MARGIN = 20
/** Of a frame, above its boxes, for its name. */
const TITLE = 26
/** Frames without arrows between them are set in rows about this much wider than high. */
const SHAPE = 1.8

/** Places boxes in columns from left to right along the arrows. The same input gives the same places. */
export function layoutOf(boxes: readonly Box[], arrows: readonly Arrow[]): Layout {
  const known = new Set(boxes.map(({ id }) => id))
  const inside = arrows.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
  const bound = new Set(inside.flatMap(({ from, to }) => [from, to]))
  const columns = placed(
    boxes.filter(({ id }) => bound.has(id)),
    inside,
  )
  const loose = inRows(
    boxes.filter(({ id }) => !bound.has(id)),
    columns.height,
  )
  const below = columns.boxes.length > 0 && loose.boxes.length > 0 ? columns.height : 0
  return {
    boxes: [...columns.boxes, ...loose.boxes.map(box => ({ ...box, y: box.y + below }))],
    frames: [],
    labels: columns.labels,
    width: Math.max(columns.width, loose.width),
    height: below + (loose.boxes.length > 0 ? loose.height : columns.height),
  }
}

/** Places the boxes of each group in a frame, and the frames like boxes: no two of either overlap. */
export function groupedLayoutOf(boxes: readonly GroupedBox[], arrows: readonly Arrow[]): Layout {
  const groupOf = new Map(boxes.map(({ id, group }) => [id, group]))
  const rooms = [...Map.groupBy(boxes, ({ group }) => group)].map(([id, within]) => {
    const room = layoutOf(within, arrows)
    return { ...room, id, height: room.height + TITLE }
  })
  const between = arrows.map(({ from, to }) => ({ from: groupOf.get(from) ?? '', to: groupOf.get(to) ?? '' }))
  const outer = layoutOf(rooms, unique(between))
  const corners = new Map(outer.boxes.map(box => [box.id, box]))
  return {
    ...{ width: outer.width, height: outer.height, frames: outer.boxes, labels: [] },
    boxes: rooms.flatMap(room => {
      const { x = 0, y = 0 } = corners.get(room.id) ?? {}
      return room.boxes.map(box => ({ ...box, x: box.x + x, y: box.y + y + TITLE }))
    }),
  }
}

const unique = (arrows: readonly Arrow[]): Arrow[] => [
  ...new Map(arrows.map(arrow => [JSON.stringify(arrow), arrow])).values(),
]

type Columns = Omit<Layout, 'frames'>

const NOTHING: Columns = { boxes: [], labels: [], width: 0, height: 0 }

function placed(boxes: readonly Box[], arrows: readonly Arrow[]): Columns {
  if (boxes.length === 0) return NOTHING
  const graph = new Graph()
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 16,
    ranksep: arrows.some(({ width = 0 }) => width > 0) ? 44 : 72,
    edgesep: 8,
    marginx: MARGIN,
    marginy: MARGIN,
  })
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height })
  for (const { from, to, width = 0, height = 0 } of arrows) graph.setEdge(from, to, { width, height, labelpos: 'c' })
  try {
    layout(graph)
  } catch {
    // The library gives up where a line ends in the very middle of a box: boxes in rows are better than no picture.
    return { ...inRows(boxes, 0), labels: [] }
  }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    ...{ width, height },
    boxes: boxes.map(box => {
      const { x, y } = middleOf(graph.node(box.id))
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 }
    }),
    labels: arrows.flatMap(({ from, to, width = 0 }) =>
      width > 0 ? { from, to, ...middleOf(graph.edge(from, to)) } : [],
    ),
  }
}

/** What the library writes into the labels of nodes and edges. */
function middleOf(label: unknown): { x: number; y: number } {
  const { x = 0, y = 0 } = (label ?? {}) as { x?: number; y?: number }
  return { x, y }
}

/** Boxes without arrows, row by row. */
function inRows(boxes: readonly Box[], height: number): Omit<Columns, 'labels'> {
  const area = boxes.reduce((sum, box) => sum + (box.width + MARGIN) * (box.height + MARGIN), 0)
  const most = Math.max(Math.sqrt(area * SHAPE), height, ...boxes.map(({ width }) => width + 2 * MARGIN))
  let [x, y, rowHeight, width] = [MARGIN, MARGIN, 0, 0]
  const set = boxes.map(box => {
    if (x > MARGIN && x + box.width + MARGIN > most) [x, y, rowHeight] = [MARGIN, y + rowHeight + MARGIN, 0]
    const at = { ...box, x, y }
    x += box.width + MARGIN
    rowHeight = Math.max(rowHeight, box.height)
    width = Math.max(width, x)
    return at
  })
  return { boxes: set, width, height: boxes.length === 0 ? 0 : y + rowHeight + MARGIN }
}
