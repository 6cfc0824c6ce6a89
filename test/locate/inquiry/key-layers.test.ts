import { expect, test } from 'vitest'
import { layersOfKey } from '../../../src/locate/inquiry/key-layers.ts'
import { readKey } from '../../../src/locate/inquiry/key-path.ts'
import type { Layer, Setting } from '../../../src/locate/layers.ts'
import { ValuesFile } from '../../../src/parse/values.ts'

const layer = (file: string, text: string, at: string[] = []): Layer => ({
  values: new ValuesFile(file, text),
  at,
  isOwn: true,
})
const layers = (key: string, files: Layer[], set = {}) =>
  layersOfKey({ set, files }, readKey(key), { file: 'b.yaml', line: 1 }).map(
    ({ file, line, wins, isAsked }) => `${file}:${line}${wins ? ' wins' : ''}${isAsked ? ' asked' : ''}`,
  )

test('the first that has a key wins, the others lose', () => {
  const files = [layer('c.yaml', 'x: 1\n'), layer('b.yaml', 'a: { b: 2 }\n'), layer('a.yaml', '\na:\n  b: 1\n')]
  expect(layers('a.b', files)).toEqual(['b.yaml:1 wins asked', 'a.yaml:3'])
})

test('a flag wins over files, and has no line', () => {
  expect(layers('a', [layer('b.yaml', 'a: 1\n')], { a: 2 })).toEqual(['null:null wins', 'b.yaml:1 asked'])
})

test('a list or a null hides what is below it', () => {
  const below = layer('a.yaml', 'l:\n  - { name: 1 }\n  - { name: 2 }\nm:\n  k: 1\n')
  expect(layers('l[1].name', [layer('b.yaml', 'l: [{ name: 3 }]\n'), below])).toEqual([])
  expect(layers('l[0].name', [layer('b.yaml', 'l: [{ name: 3 }]\n'), below])).toEqual(['b.yaml:1 wins asked'])
  expect(layers('m.k', [layer('b.yaml', 'm: null\n'), below])).toEqual([])
})

test('a subchart has its keys below its name, and a file that is given twice is one', () => {
  const own = layer('charts/db/values.yaml', 'port: 1\n', ['db'])
  const given = layer('v.yaml', 'db:\n  port: 2\n')
  expect(layers('db.port', [given, given, own])).toEqual(['v.yaml:2 wins', 'charts/db/values.yaml:1'])
})

test('credentials are masked', () => {
  const [found] = layersOfKey(
    { set: {}, files: [layer('v.yaml', 'db:\n  password: hunter2\n')] },
    ['db', 'password'],
    undefined,
  )
  expect(found?.text).toBe('password: ***')
})

test('what the config sets has its line, what a flag sets again has none', () => {
  const declared = { file: '.eso-hardener.yaml', startLine: 5, via: 'declaration' } as const
  const places = (...flags: Setting[]) => {
    const settings = [{ values: { a: { b: 2 } }, location: declared }, ...flags]
    const files = [layer('v.yaml', 'a: { b: 1 }\n')]
    return layersOfKey({ set: { a: { b: 2 } }, settings, files }, ['a', 'b'], undefined).map(it => [it.file, it.line])
  }
  expect(places()).toEqual([
    ['.eso-hardener.yaml', 5],
    ['v.yaml', 1],
  ])
  expect(places({ values: { a: { b: 3 } }, location: undefined })).toEqual([
    [null, null],
    ['v.yaml', 1],
  ])
})

test('what a subchart exports is one more layer of the key that its parent imports', () => {
  const own = layer('charts/db/values.yaml', 'exports:\n  data:\n    port: 1\n', ['db'])
  const imports = { links: [{ from: ['db', 'exports', 'data'], to: [] }], defaults: [own] }
  const found = layersOfKey({ set: {}, files: [layer('values.yaml', 'name: x\n'), own], imports }, ['port'], undefined)
  expect(found).toMatchObject([{ file: 'charts/db/values.yaml', line: 3, wins: true }])
})
