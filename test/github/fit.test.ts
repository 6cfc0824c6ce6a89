import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, type Section } from '../../src/github/fit.ts'

const rest = (number: number): string => (number > 0 ? `${number} left out\n` : '')
const items = (number: number, text = 'item\n'): string[] => Array.from({ length: number }, () => text)

test('everything that fits is there, in order', () => {
  const sections = [
    { rank: 1, head: 'A\n', items: ['1\n', '2\n'], tail: '/A\n', rest },
    { rank: 0, items: ['B\n'] },
    { rank: 2, head: 'nothing\n', items: [], rest },
  ]
  expect(fitted(sections, 1000)).toBe('A\n1\n2\n/A\nB\n')
})

test('what has the higher rank gets room first', () => {
  const sections: Section[] = [
    { rank: 2, head: 'low\n', items: items(10), rest },
    { rank: 1, head: 'high\n', items: items(10), rest },
  ]
  expect(fitted(sections, 70)).toBe(`10 left out\nhigh\n${'item\n'.repeat(10)}`)
})

test('a part that may have only so much leaves room to others', () => {
  const sections: Section[] = [
    { rank: 1, items: items(100), rest, most: 30 },
    { rank: 2, items: items(4), rest },
  ]
  expect(fitted(sections, 100)).toBe(`${'item\n'.repeat(6)}94 left out\n${'item\n'.repeat(4)}`)
})

test('a part without words on the rest goes as a whole', () => {
  expect(
    fitted(
      [
        { rank: 0, items: ['x'] },
        { rank: 1, items: ['y'.repeat(10)] },
      ],
      10,
    ),
  ).toBe('x')
})

test('stays within its bytes, and every item is there or counted', () => {
  const section = fc.record({
    rank: fc.integer({ min: 1, max: 4 }),
    head: fc.constantFrom('', 'head 🙈\n'),
    tail: fc.constantFrom('', 'tail\n'),
    items: fc.array(fc.constantFrom('- short\n', `- ${'🙈'.repeat(20)}\n`, `- ${'long '.repeat(30)}\n`), {
      maxLength: 30,
    }),
    rest: fc.constant(rest),
    most: fc.constantFrom(100, Number.POSITIVE_INFINITY),
  })
  fc.assert(
    fc.property(fc.array(section, { maxLength: 6 }), fc.integer({ min: 100, max: 3000 }), (sections, max) => {
      const text = fitted(sections, max)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(max)
      const left = [...text.matchAll(/^(\d+) left out$/gm)].reduce((sum, [, number]) => sum + Number(number), 0)
      const shown = text.match(/^- /gm)?.length ?? 0
      expect(shown + left).toBe(sections.reduce((sum, { items }) => sum + items.length, 0))
    }),
  )
})
