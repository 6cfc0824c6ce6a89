import { expect, test } from 'vitest'
import { type GroupedBox, groupedLayoutOf, layoutOf, type Placed } from '../../../../src/report/html/graph/layout.ts'

/** Numbers that look like chance and are the same each time. */
function numbers(): (below: number) => number {
  let seed = 7
  return below => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed % below
  }
}

function sample(size: number): { boxes: GroupedBox[]; arrows: { from: string; to: string }[] } {
  const next = numbers()
  const groups = Math.ceil(size / 12)
  return {
    boxes: Array.from({ length: size }, (_, i) => ({
      ...{ id: `n${i}`, width: 120 + next(120), height: 46, group: `namespace ${next(groups)}` },
    })),
    arrows: Array.from({ length: size * 2 }, () => ({ from: `n${next(size)}`, to: `n${next(size)}` })),
  }
}

const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const overlaps = (boxes: readonly Placed[]): string[] =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap(b => (overlap(a, b) ? `${a.id} ${b.id}` : [])))

test.each([1, 5, 50, 500])('no two of %i boxes overlap, nor two frames, and every box is in its frame', size => {
  const { boxes, arrows } = sample(size)
  const { boxes: placed, frames, width, height } = groupedLayoutOf(boxes, arrows)
  expect(placed).toHaveLength(size)
  expect(overlaps(placed)).toEqual([])
  expect(overlaps(frames)).toEqual([])
  const groupOf = new Map(boxes.map(({ id, group }) => [id, group]))
  const outside = placed.filter(({ id, ...box }) => {
    const frame = frames.find(one => one.id === groupOf.get(id))
    return !frame || box.x < frame.x || box.y < frame.y || box.x + box.width > frame.x + frame.width
  })
  expect(outside).toEqual([])
  expect(placed.every(box => box.x + box.width <= width && box.y + box.height <= height)).toBe(true)
})

test.each([5, 50, 120])('a story of %i boxes does not overlap', size => {
  const { boxes, arrows } = sample(size)
  const words = arrows.slice(0, size).map(arrow => ({ ...arrow, width: 90, height: 28 }))
  expect(overlaps(layoutOf(boxes, words).boxes)).toEqual([])
})

test('an arrow leads to the right, and its words stand between', () => {
  const box = (id: string) => ({ id, width: 100, height: 40 })
  const { boxes, labels } = layoutOf([box('b'), box('a')], [{ from: 'a', to: 'b', width: 80, height: 20 }])
  const [b, a] = boxes
  expect(a?.x ?? 0).toBeLessThan(b?.x ?? 0)
  expect(labels[0]?.x).toBeGreaterThan((a?.x ?? 0) + 100)
  expect(labels[0]?.x).toBeLessThan(b?.x ?? 0)
})

test('nothing makes nothing', () => {
  expect(groupedLayoutOf([], [{ from: 'a', to: 'b' }])).toMatchObject({ boxes: [], frames: [] })
})
