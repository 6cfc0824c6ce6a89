import { expect, test } from 'vitest'
import { keysOnLine } from '../../../src/locate/inquiry/values-line.ts'
import type { Layer } from '../../../src/locate/layers.ts'
import { dotted } from '../../../src/locate/layers.ts'
import { ValuesFile } from '../../../src/parse/values.ts'

const TEXT = `# all of it
image:
  tag: v1   # ours

  pull: { policy: Always, secrets: [a] }
env:
  - name: A
    value: b
script: |
  one

  two
global:
  domain: x
`
const layer = (at: string[], file = 'v.yaml'): Layer => ({ values: new ValuesFile(file, TEXT), at, isOwn: true })
const keys = (line: number, ...files: Layer[]) => keysOnLine({ set: {}, files }, 'v.yaml', line).map(dotted)

test.each([
  [1, []],
  [2, ['image']],
  [3, ['image.tag']],
  [4, []],
  [5, ['image.pull']],
  [6, ['env']],
  [7, ['env[0]']],
  [8, ['env[0].value']],
  [9, ['script']],
  [10, ['script']],
  [12, ['script']],
  [14, ['global.domain']],
  [99, []],
])('line %i', (line, expected) => {
  expect(keys(line, layer([]))).toEqual(expected)
})

test('in the values of a subchart keys stand below its names; global is shared', () => {
  expect(keys(3, layer(['blue']), layer(['green']), layer([], 'other.yaml'))).toEqual([
    'blue.image.tag',
    'green.image.tag',
  ])
  expect(keys(14, layer(['blue']), layer(['green']))).toEqual(['global.domain'])
})

test('a file that cannot be read has no keys', () => {
  expect(
    keysOnLine({ set: {}, files: [{ values: new ValuesFile('v.yaml', 'a: [\n'), at: [], isOwn: true }] }, 'x', 1),
  ).toEqual([])
})
