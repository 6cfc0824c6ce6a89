import { describe, expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { childDatum, flatten, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { concat } from '../../../src/template/value/text.ts'
import { Dict, dependenciesOf, Text, type Value } from '../../../src/template/value/value.ts'
import { YamlError } from '../../../src/template/yaml/failure.ts'
import { readYaml } from '../../../src/template/yaml/read.ts'
import { plain } from './plain.ts'

/** What go-yaml v2 through sigs.k8s.io/yaml 1.6.0 gives, as measured. */
describe('what is read', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['# nothing', null],
    ['a: 1\na: 2\n', { a: 2 }],
    ['y: on\nn: off', { true: true, false: false }],
    ['a: 0777\nb: 0o777\nc: 0x1F\nd: 0b11\ne: 1_000\nf: 08', { a: 511, b: 511, c: 31, d: 3, e: 1000, f: 8 }],
    ['a: 1:20\nb: 2001-01-01\nc: 1e999\nd: _1\ne: 0b2\ng: ._5', unchanged],
    ['a: 1e3\nb: .5_5\nc: 1.\nd: +1\ne: 0b-01', { a: 1000, b: 0.55, c: 1, d: 1, e: -1 }],
    ['1: a\n1e6: b\n2.5922337203685477: c', { 1: 'a', '1e+06': 'b', '2.5922337': 'c' }],
    [
      'b: &x {q: 1}\nc: {q: 5, <<: *x}\nd: {<<: [{p: 1}, {p: 2}], q: 9}',
      { b: { q: 1 }, c: { q: 1 }, d: { p: 1, q: 9 } },
    ],
    ['"<<": {a: 1}\nb: <<', { '<<': { a: 1 }, b: '<<' }],
    ['a: !!int "12"\nb: !!str 1\nc: !local x\nd: ! 1', { a: 12, b: '1', c: 'x', d: '1' }],
    ['{a:,b:}', { 'a:': null, 'b:': null }],
    ['a: |\n  x\n\n  y\n\nb: >-\n  x\n  y\n\n   z\n', { a: 'x\n\ny\n', b: 'x y\n\n z' }],
    ['a: |\n  x', { a: 'x' }],
    ['a: "x\\\n  y\\u00e9 \n\n  z"', { a: 'xyé\nz' }],
    ["a: 'it''s\n  so'", { a: "it's so" }],
    ['a: 1\r\nb: |\r\n  x\r\n', { a: 1, b: 'x\n' }],
    ['\ufeffa: 1', { a: 1 }],
    ['a:\n- 1\n-\n  - 2\nb: - 3'.slice(0, 15), { a: [1, [2]] }],
    ['? a\n: b\n? c', { a: 'b', c: null }],
    ['a: 1\n---\n]', { a: 1 }],
    ['[a] b', ['a']],
    ['a: 12345678901234567890', { a: 12345678901234567000 }],
  ])('%j', (text, expected) => {
    const read = plain(readYaml(text))
    expect(read).toEqual(expected === unchanged ? unchangedOf(text) : expected)
  })

  test.each<[string, string]>([
    ['a: b: c', 'yaml: mapping values are not allowed in this context'],
    ['a:\n\tb: 1', 'yaml: line 2: found character that cannot start any token'],
    ['- a\nb: c', "yaml: line 1: did not find expected '-' indicator"],
    ['a: [b', "yaml: line 1: did not find expected ',' or ']'"],
    ['a: *x', "yaml: unknown anchor 'x' referenced"],
    ['&a [*a]', "yaml: anchor 'a' value contains itself"],
    ['<<: 1', 'yaml: map merge requires map or sequence of maps as the value'],
    ['a: "\\q"', 'yaml: found unknown escape character'],
    ['...\na: 1', 'yaml: did not find expected node content'],
    ['a: 1\n[]', 'yaml: line 1: did not find expected key'],
    ['a: 1\n[', "yaml: line 3: could not find expected ':'"],
  ])('%j fails', (text, message) => {
    expect(() => readYaml(text)).toThrow(message)
    expect(() => readYaml(text)).toThrow(YamlError)
  })

  test.each(['a: \u0001', 'a: \u007f', '? [a]\n: b', `${'x'.repeat(1025)}: 1`])('%j fails, too', text => {
    expect(() => readYaml(text)).toThrow(YamlError)
  })

  test.each([
    '{}: x',
    '1: a\n"1": b',
    '~: 1',
    'a: .nan',
    `${'['.repeat(300)}`,
    '18446744073709551615: a',
    'a: !!binary aGk=',
  ])('%j is left to helm', text => expect(() => readYaml(text)).toThrow(Untraced))

  test('aliases that multiply are bounded', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)
    expect(() => readYaml(`a0: &a0 x\n${lines.join('\n')}`)).toThrow(Untraced)
  })
})

const unchanged = Symbol('each value is the text that it is written as')

const unchangedOf = (text: string): unknown => Object.fromEntries(text.split('\n').map(line => line.split(': ')))

describe('where values come from', () => {
  const values = rootDatum('values')
  const image = childDatum(values, 'image')
  const tag = childDatum(values, 'tag')
  const piece = (text: string, alias: typeof values): Text => new Text(text, { alias, depends: undefined })

  test('a scalar that one datum covers is that datum, others depend on theirs', () => {
    const text = concat(
      'image: ',
      piece('nginx', image),
      '\nboth: ',
      piece('a', image),
      ':',
      piece('b', tag),
      '\nnone: x\n',
    )
    const read = readYaml(text)
    expect(plain(read)).toEqual({ image: 'nginx', both: 'a:b', none: 'x' })
    expect(aliasOf(read, 'image')).toEqual(['image'])
    expect(aliasOf(read, 'both')).toBeUndefined()
    expect(pathsOf(read, 'both')).toEqual([['image'], ['tag']])
    expect(pathsOf(read, 'none')).toEqual([])
  })

  test('a value that is left out has the origin of its key', () => {
    const read = readYaml(concat('a: 1\n', piece('b:', image), '\nc: 2\n'))
    expect(aliasOf(read, 'b')).toEqual(['image'])
    expect(pathsOf(read, 'c')).toEqual([])
  })

  const entry = (value: Value, key: string): Value | undefined =>
    value instanceof Dict ? value.entries.get(key) : undefined
  const aliasOf = (value: Value, key: string): unknown => {
    const alias = entry(value, key)?.provenance?.alias
    return alias && pathOf(alias)
  }
  const pathsOf = (value: Value, key: string): unknown => {
    const found = entry(value, key)
    return found && [...flatten(dependenciesOf(found))].map(pathOf)
  }
})
