import { expect, test } from 'vitest'
import { dotted, type Layer, placeOfKey } from '../../src/locate/layers.ts'
import { ValuesFile } from '../../src/parse/values.ts'

const layer = (file: string, text: string, given: Partial<Layer> = {}): Layer => ({
  values: new ValuesFile(file, text),
  at: [],
  isOwn: true,
  ...given,
})

const production = layer('production.yaml', 'webhook:\n  replicas: 2\n')
const staging = layer('staging.yaml', '# first\nwebhook:\n  replicas: 1\n  create: true\n')
const defaults = layer('chart/values.yaml', 'webhook:\n  create: false\n  port: 1\nimage:\n  tag: ""\n')

const where = (files: readonly Layer[], path: readonly (string | number)[], set = {}) => {
  const place = placeOfKey({ set, files }, path)
  return place && [place.location.file, place.location.startLine, place.isExact]
}

test('the first layer that has a key decides it', () => {
  const files = [production, staging, defaults]
  expect(where(files, ['webhook', 'replicas'])).toEqual(['production.yaml', 2, true])
  expect(where(files, ['webhook', 'create'])).toEqual(['staging.yaml', 4, true])
  expect(where(files, ['webhook', 'port'])).toEqual(['chart/values.yaml', 3, true])
})

test('a key that only somebody else set is added to an own file, below its nearest ancestor', () => {
  const theirs = { ...defaults, isOwn: false }
  expect(where([production, theirs], ['webhook', 'port'])).toEqual(['production.yaml', 1, false])
  expect(where([production, theirs], ['image', 'tag'])).toEqual(['production.yaml', undefined, false])
  expect(where([theirs], ['image', 'tag'])).toBeUndefined()
})

test('nothing is added below a value that is no mapping', () => {
  expect(where([layer('a.yaml', 'webhook: no\n')], ['webhook', 'port'])).toEqual(['a.yaml', undefined, false])
  expect(where([layer('a.yaml', 'webhook:\n')], ['webhook', 'port'])).toEqual(['a.yaml', 1, false])
})

test('what a flag sets has no line', () => {
  expect(where([production], ['webhook', 'replicas'], { webhook: { replicas: 3 } })).toBeUndefined()
})

test("a subchart's own file has its keys without the alias, also the global ones", () => {
  const own = layer('charts/db/values.yaml', 'port: 1\nglobal:\n  zone: a\n', { at: ['database'] })
  expect(where([own], ['database', 'port'])).toEqual(['charts/db/values.yaml', 1, true])
  expect(where([own], ['database', 'global', 'zone'])).toEqual(['charts/db/values.yaml', 3, true])
  expect(where([own], ['global', 'zone'])).toBeUndefined()
  expect(where([own], ['port'])).toBeUndefined()
})

test('an ancestor in a lower file is nearer than none in a higher one', () => {
  expect(where([layer('high.yaml', 'a: 1\n'), layer('low.yaml', 'b:\n  c:\n    d: 1\n')], ['b', 'c', 'e'])).toEqual([
    'low.yaml',
    2,
    false,
  ])
})

test('a file with carriage returns and anchors has the lines on which the values are written', () => {
  const file = layer('a.yaml', 'base: &base\r\n  tag: x\r\nimage:\r\n  <<: *base\r\n  name: y\r\n')
  expect(where([file], ['image', 'name'])).toEqual(['a.yaml', 5, true])
  expect(where([file], ['image', 'tag'])).toEqual(['a.yaml', 2, true])
})

test('a path is written as --set has it', () => {
  expect(dotted(['pods', 0, 'labels', 'app.kubernetes.io/name'])).toBe('pods[0].labels.app\\.kubernetes\\.io/name')
})
