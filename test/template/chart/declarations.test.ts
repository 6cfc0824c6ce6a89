import { expect, test } from 'vitest'
import { Declarations } from '../../../src/template/chart/declarations.ts'

const lines = (text: string, count: number): number[] => {
  const declarations = new Declarations('Chart.yaml', text)
  return Array.from({ length: count }, (_, i) => text.slice(0, declarations.offsetOf(i)).split('\n').length)
}

test('an entry is switched by its condition, else by its tags', () => {
  const text = `name: a
dependencies:
  - name: x
    tags: [t]
    condition: x.on
  - name: y
    tags:
      - t
  - version: 1.x
    name: z
  - { name: w, condition: w.on }
`
  expect(lines(text, 4)).toEqual([5, 7, 9, 11])
})

test('names match whatever their case, and entries may be aliases', () => {
  expect(lines('Dependencies:\n- &a\n  name: x\n  CONDITION: y\n- *a\n', 2)).toEqual([4, 4])
})

test('what is no list of entries begins with the file', () => {
  expect(lines('dependencies: 1\n', 1)).toEqual([1])
  expect(lines('', 1)).toEqual([1])
  expect(lines('a: [\n', 1)).toEqual([1])
})
