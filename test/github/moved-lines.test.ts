import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedLines } from '../../src/github/moved-lines.ts'

const moves = (from: string, to: string): (number | undefined)[] => {
  const moved = movedLines(from, to)
  return from.split('\n').map((_, i) => moved(i + 1))
}

describe('lines', () => {
  test.each([
    ['of the same text', 'a\nb\na', 'a\nb\na', [1, 2, 3]],
    ['below one that the base added', 'new\na\nb', 'a\nb', [undefined, 1, 2]],
    ['around one that was changed', 'a\nB\nc', 'a\nb\nc', [1, undefined, 3]],
    ['between two additions of the base', 'x\na\nb\ny\nc', 'a\nb\nc', [undefined, 1, 2, undefined, 3]],
    ['that the head has twice', 'x\na\ny', 'a\nb\na', [undefined, undefined, undefined]],
    ['with other line ends', 'a\r\nb', 'a\nb', [undefined, 2]],
    ['of a text that the head does not have', 'a\nb', '', [undefined, undefined]],
  ])('%s', (_, from, to, lines) => {
    expect(moves(from, to)).toEqual(lines)
  })

  test('that do not exist are nowhere', () => {
    const moved = movedLines('a', 'a')
    expect([moved(0), moved(2), moved(Number.NaN)]).toEqual([undefined, undefined, undefined])
  })
})

const texts = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 30 }).map(it => it.join('\n'))

test('a line is only ever paired with the same text, in the same order', () => {
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const [a, b] = [from.split('\n'), to.split('\n')]
      const pairs = moves(from, to).flatMap((line, i) => (line === undefined ? [] : [[i + 1, line] as const]))
      for (const [x, y] of pairs) expect(b[y - 1]).toBe(a[x - 1])
      const lines = pairs.map(([, y]) => y)
      expect(lines).toEqual([...new Set(lines)].sort((x, y) => x - y))
    }),
  )
})

test('lines that occur once are found, whatever the base put between them', () => {
  const insertions = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 10 })
  fc.assert(
    fc.property(insertions, places => {
      const head = Array.from({ length: 20 }, (_, i) => `line ${i}`)
      const merged = head.flatMap((line, i) => [...places.filter(at => at === i).map(() => 'other'), line])
      expect(head.map(line => movedLines(merged.join('\n'), head.join('\n'))(merged.indexOf(line) + 1))).toEqual(
        head.map((_, i) => i + 1),
      )
    }),
  )
})

test('a large file in which every line moved is done at once', () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `line ${i % 70_000}`)
  const moved = movedLines(
    ['new', ...lines.slice(0, 50_000), 'new', ...lines.slice(50_000)].join('\n'),
    lines.join('\n'),
  )
  expect(moved(50_003)).toBe(50_001)
})
