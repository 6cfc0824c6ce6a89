import { expect, test } from 'vitest'
import { filesObject } from '../../../src/template/chart/files.ts'
import { rootDatum } from '../../../src/template/value/provenance.ts'
import { bytes, call, originOf, plain } from './charts.ts'

const FILES = filesObject(
  new Map([
    ['one.txt', bytes('a\nb\n')],
    ['conf/two', bytes('x: 1')],
    ['empty', bytes('')],
    ['binary', new Uint8Array([0xff, 0x61])],
  ]),
  rootDatum('files'),
)

test('a file is a text that knows its path, a missing one is empty', () => {
  expect(plain(call(FILES, 'Get', 'one.txt'))).toBe('a\nb\n')
  expect(originOf(call(FILES, 'Get', 'one.txt'))).toEqual(['files one.txt'])
  expect(plain(call(FILES, 'Get', 'none'))).toBe('')
  expect(originOf(call(FILES, 'Get', 'none'))).toEqual(['files none'])
})

test('entries and GetBytes are bytes', () => {
  expect(FILES.entries.get('one.txt')).toMatchObject({ isBytes: true })
  expect(call(FILES, 'GetBytes', 'one.txt')).toMatchObject({ isBytes: true })
  expect(call(FILES, 'Get', 'one.txt')).toMatchObject({ isBytes: false })
})

test('what is no UTF-8 keeps its bytes', () => {
  expect(call(FILES, 'Get', 'binary')).toMatchObject({ bytes: new Uint8Array([0xff, 0x61]), string: '\ufffda' })
})

test('lines come without the last empty one; of an empty file helm fails', () => {
  expect(plain(call(FILES, 'Lines', 'one.txt'))).toEqual(['a', 'b'])
  expect(call(FILES, 'Lines', 'one.txt')).toMatchObject({ goType: '[]string' })
  expect(plain(call(FILES, 'Lines', 'none'))).toEqual([])
  expect(() => call(FILES, 'Lines', 'empty')).toThrow('index out of range')
})

test('AsConfig and AsSecrets have the names without folders', () => {
  const some = call(FILES, 'Glob', '{one.txt,conf/two}')
  expect(plain(call(some, 'AsConfig'))).toBe("one.txt: |\n  a\n  b\ntwo: 'x: 1'")
  expect(plain(call(some, 'AsSecrets'))).toBe('one.txt: YQpiCg==\ntwo: eDogMQ==')
  expect(originOf(call(some, 'AsConfig'))).toEqual(expect.arrayContaining(['files conf/two', 'files one.txt']))
  expect(plain(call(call(FILES, 'Glob', 'none'), 'AsConfig'))).toBe('{}')
})

test('two files of one name are in an order that nobody knows', () => {
  const files = filesObject(new Map(['a/x', 'b/x'].map(path => [path, bytes(path)])), rootDatum('files'))
  expect(() => call(files, 'AsConfig')).toThrow(expect.objectContaining({ name: 'Untraced' }))
})

test.each([['Get'], ['Glob', 'a', 'b'], ['AsConfig', 'a']])('%s wants its arguments', (name, ...args) => {
  expect(() => call(FILES, name, ...args)).toThrow('wrong number of args')
})
