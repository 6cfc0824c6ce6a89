import { describe, expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { childDatum, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { Dict, Text } from '../../../src/template/value/value.ts'
import { printToml } from '../../../src/template/yaml/toml.ts'
import { valueFrom } from './plain.ts'

/** What github.com/BurntSushi/toml 1.6.0 prints, as measured. */
describe('TOML', () => {
  test.each<[unknown, string]>([
    [{}, ''],
    [
      { a: 1, b: { c: 'x', d: { e: true } }, z: [1, 'a'] },
      'a = 1.0\nz = [1.0, "a"]\n\n[b]\n  c = "x"\n  [b.d]\n    e = true\n',
    ],
    [{ a: [{ b: 1 }, {}] }, '[[a]]\n  b = 1.0\n\n[[a]]\n'],
    [{ a: [{ b: [{ q: 1 }] }], z: 1 }, 'z = 1.0\n\n[[a]]\n\n  [[a.b]]\n    q = 1.0\n'],
    [{ a: [[1], [{ x: 1 }]], b: [1, { c: {}, d: 1 }] }, 'a = [[1.0], [{x = 1.0}]]\nb = [1.0, {d = 1.0, c = {}}]\n'],
    [{ 'a b': 1, '': null, é: 1e6 }, '"a b" = 1.0\n"é" = 1e+06\n'],
    [{ a: '\n\t"\\\u0001\u007f😀' }, 'a = "\\n\\t\\"\\\\\\u0001\\u007f😀"\n'],
    [{ a: [null] }, 'toml: cannot encode array with nil element'],
  ])('%j', (json, expected) => {
    expect(printToml(valueFrom(json)).string).toBe(expected)
  })

  test.each([[1], 'x', null, { a: [1, { b: null }] }])('%j is left to helm', json => {
    expect(() => printToml(valueFrom(json))).toThrow(Untraced)
  })

  test('each leaf has its own origin', () => {
    const alias = childDatum(rootDatum('values'), 'a')
    const printed = printToml(new Dict(new Map([['k', new Text('x', { alias, depends: undefined })]])))
    const origins = printed.segments.map(({ text, provenance }) => [
      text,
      provenance?.alias && pathOf(provenance.alias),
    ])
    expect(origins).toContainEqual(['x', ['a']])
  })
})
