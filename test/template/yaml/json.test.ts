import { expect, test } from 'vitest'
import { childDatum, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { concat } from '../../../src/template/value/text.ts'
import { Dict, List, Num, Text } from '../../../src/template/value/value.ts'
import { printJson } from '../../../src/template/yaml/json.ts'
import { valueFrom } from './plain.ts'

const LINE = { escapesHtml: true, isPretty: false }

test.each<[unknown, string]>([
  [{ b: 1, a: [null, true, 'x'], B: {}, c: [] }, '{"B":{},"a":[null,true,"x"],"b":1,"c":[]}'],
  ['<&>\u2028"\\\n\u0001\u007f😀', '"\\u003c\\u0026\\u003e\\u2028\\"\\\\\\n\\u0001\u007f😀"'],
  [[1e6, 1e20, 1e21, 1.5e-7, 0.000001, 1e100, -0], '[1000000,100000000000000000000,1e+21,1.5e-7,0.000001,1e+100,-0]'],
])('%j is printed as by Go', (json, expected) => {
  expect(printJson(valueFrom(json), LINE)?.string).toBe(expected)
})

test('pretty and raw', () => {
  const value = valueFrom({ a: ['<', {}], b: { c: 1 } })
  expect(printJson(value, { escapesHtml: true, isPretty: true })?.string).toBe(
    '{\n  "a": [\n    "\\u003c",\n    {}\n  ],\n  "b": {\n    "c": 1\n  }\n}',
  )
  expect(printJson(value, { escapesHtml: false, isPretty: false })?.string).toBe('{"a":["<",{}],"b":{"c":1}}')
})

test('nil lists are null, bytes are base64, what is not finite fails', () => {
  expect(printJson(new List([], undefined, '[]interface {}', undefined, true), LINE)?.string).toBe('null')
  expect(printJson(new Text('hi', undefined, { isBytes: true }), LINE)?.string).toBe('"aGk="')
  expect(printJson(new Num(Number.NaN, 'float64'), LINE)).toBeUndefined()
})

test('each piece of a text keeps its origin', () => {
  const data = ['a', 'b'].map(key => childDatum(rootDatum('values'), key))
  const text = concat(...data.map(alias => new Text('"', { alias, depends: undefined })))
  const printed = printJson(new Dict(new Map([['k', text]])), LINE)
  expect(printed?.string).toBe('{"k":"\\"\\""}')
  const origins = printed?.segments.map(({ text, provenance }) => [
    text,
    provenance?.alias && pathOf(provenance.alias)[0],
  ])
  expect(origins).toEqual([
    ['{', undefined],
    ['"k":', 'a'],
    ['"', 'a'],
    ['\\"', 'a'],
    ['\\"', 'b'],
    ['"', 'b'],
    ['}', undefined],
  ])
})
