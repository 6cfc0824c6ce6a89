import { describe, expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { childDatum, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { concat } from '../../../src/template/value/text.ts'
import { Dict, List, Num, Text, type Value } from '../../../src/template/value/value.ts'
import { printPretty, printYaml } from '../../../src/template/yaml/print.ts'
import { valueFrom } from './plain.ts'

const WORD = 'a'.repeat(81)
const LONG = `${WORD} b c`

/** What go-yaml v2 through sigs.k8s.io/yaml 1.6.0, and go-yaml v3, print, as measured. */
describe('YAML', () => {
  test.each<[unknown, string]>([
    [{}, '{}'],
    [[], '[]'],
    [null, 'null'],
    ['', '""'],
    ['a\nb', '|-\n  a\n  b'],
    [{ a: 'x\ny\n', b: 'x\n\n', c: ' x\ny' }, 'a: |\n  x\n  y\nb: |+\n  x\n\nc: |2-\n   x\n  y'],
    [{ a: [{ b: 1, c: [2] }, []], d: { e: {} } }, 'a:\n- b: 1\n  c:\n  - 2\n- []\nd:\n  e: {}'],
    [[[1, 2], [[3]]], '- - 1\n  - 2\n- - - 3'],
    [['y', '1', '1:20', '2001-01-01', '~', '<<', 'a'], '- "y"\n- "1"\n- "1:20"\n- "2001-01-01"\n- "~"\n- <<\n- a'],
    [
      ['a: b', ' a', "it's", "a 'b: c", '#a', '-', '- a', '-a', '@a'],
      "- 'a: b'\n- ' a'\n- it's\n- 'a ''b: c'\n- '#a'\n- '-'\n- '- a'\n- -a\n- '@a'",
    ],
    [['a\tb', '😀', '\u0000\u001b\u00ad'], '- "a\\tb"\n- "\\U0001F600"\n- "\\0\\e\u00ad"'],
    [
      [1e6, 1e20, 1e21, 1.5, 1234567.5, 2 ** 63, 1e-7, -0],
      '- 1000000\n- 1e+20\n- 1e+21\n- 1.5\n- 1.2345675e+06\n- 9223372036854776000\n- 1e-07\n- 0'.replace(
        '1e+20',
        '1e+20',
      ),
    ],
    [
      { a10: 1, a9: 1, ab: 1, 'a-1': 1, Z: 1, '1': 1, _x: 1, é: 1 },
      '_x: 1\n"1": 1\nZ: 1\na-1: 1\na9: 1\na10: 1\nab: 1\né: 1',
    ],
    [{ ['k'.repeat(129)]: { a: 1 }, 'x\ny': [1] }, `? ${'k'.repeat(129)}\n: a: 1\n? |-\n  x\n  y\n: - 1`],
    [{ a: LONG }, `a: ${WORD}\n  b c`],
    [{ a: `'${LONG}` }, `a: '''${WORD}\n  b c'`],
  ])('%j', (json, expected) => {
    expect(printYaml(valueFrom(json))?.string).toBe(expected)
  })

  test.each(['\u007f', 'a\ufffe', '\u0080'])('%j makes helm print nothing', text => {
    expect(printYaml(new Text(text))).toBeUndefined()
    expect(printYaml(new Dict(new Map([[text, new Text('a')]])))).toBeUndefined()
  })

  test('U+0085 is folded', () => {
    expect(printYaml(new Text('a \u0085 b\u0085\u0085c'))?.string).toBe('|-\n  a b\n  c')
  })

  test('bytes are printed in base64', () => {
    expect(printYaml(new Text('hi', undefined, { isBytes: true }))?.string).toBe('aGk=')
  })

  test('an infinite number makes helm print nothing', () => {
    expect(printYaml(new Num(Number.POSITIVE_INFINITY, 'float64'))).toBeUndefined()
  })

  test('keys whose order runs in circles are left to helm', () => {
    expect(() => printYaml(valueFrom({ '9A': 1, '99': 1, '11-9': 1 }))).toThrow(Untraced)
  })

  test('a dict that holds itself ends', () => {
    const dict = new Dict()
    dict.entries.set('a', dict)
    expect(() => printYaml(dict)).toThrow(Untraced)
  })

  test('pretty', () => {
    const value = valueFrom({ a: [1, 1e6, { b: 'x\ty\n' }], c: LONG })
    expect(printPretty(value).string).toBe(`a:\n  - 1\n  - 1e+06\n  - b: |\n      x\ty\nc: ${LONG}`)
  })
})

describe('where printed pieces come from', () => {
  const root = rootDatum('values')
  const at = (...path: (string | number)[]) => path.reduce(childDatum, root)
  const from = (...path: (string | number)[]) => ({ alias: at(...path), depends: undefined })
  const origins = (value: Value): [string, string | undefined][] =>
    (printYaml(value)?.segments ?? []).map(({ text, provenance }) => [
      text,
      provenance?.alias && pathOf(provenance.alias).join('.'),
    ])

  test('each leaf has its own, a key that of its value, a dash that of its list', () => {
    const list = new List([new Text('x', from('l', 0)), new Num(1, 'float64', from('l', 1))], from('l'))
    expect(origins(new Dict(new Map([['l', list]])))).toEqual([
      ...[
        ['l:', 'l'],
        ['\n', 'l'],
        ['-', 'l'],
        [' ', 'l.0'],
        ['x', 'l.0'],
      ],
      ...[
        ['\n', 'l'],
        ['-', 'l'],
        [' ', 'l.1'],
        ['1', 'l.1'],
      ],
    ])
  })

  test('pieces of a text stay apart, also where it is quoted, folded or a block', () => {
    const [a, b] = [from('a'), from('b')]
    expect(origins(concat(new Text('x: ', a), new Text("'y", b)))).toEqual([
      ["'x: ", 'a'],
      ["''y'", 'b'],
    ])
    expect(origins(concat(new Text('x\n', a), new Text('y\n', b)))).toEqual([
      ['|\n  x\n', 'a'],
      ['  y', 'b'],
    ])
    expect(origins(concat(new Text(LONG, a), new Text('z', b)))).toEqual([
      [`${WORD}\n  b c`, 'a'],
      ['z', 'b'],
    ])
  })
})
