import { describe, expect, test } from 'vitest'
import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { Budget } from '../../../src/template/execute/budget.ts'
import { ENCODINGS_OF_DATA } from '../../../src/template/functions/encodings-of-data.ts'
import { childDatum, flatten, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { Dict, dependenciesOf, Num, Text, type Value } from '../../../src/template/value/value.ts'
import { plain, valueFrom } from '../yaml/plain.ts'

const call = (name: string, ...args: Value[]): Value | undefined =>
  ENCODINGS_OF_DATA[name]?.call(args, { budget: new Budget() })

const resultOf = (name: string, text: string): unknown => {
  const result = call(name, new Text(text))
  return result && plain(result)
}

/** As helm 4.1.4 gives them. */
describe('reading', () => {
  const MISMATCH = 'json: cannot unmarshal'
  test.each<[string, string, unknown]>([
    ['fromYaml', 'a: 1', { a: 1 }],
    ['fromYaml', '', {}],
    [
      'fromYaml',
      'a: b: c',
      { Error: 'error converting YAML to JSON: yaml: mapping values are not allowed in this context' },
    ],
    [
      'fromYaml',
      '- a',
      {
        Error: `error unmarshaling JSON: while decoding JSON: ${MISMATCH} array into Go value of type map[string]interface {}`,
      },
    ],
    ['fromYamlArray', '- a', ['a']],
    [
      'fromYamlArray',
      'a',
      [`error unmarshaling JSON: while decoding JSON: ${MISMATCH} string into Go value of type []interface {}`],
    ],
    ['fromJson', '{"a": 1}', { a: 1 }],
    ['fromJson', '1', { Error: `${MISMATCH} number into Go value of type map[string]interface {}` }],
    ['fromJsonArray', '[1]', [1]],
    ['mustFromJson', '"x"', 'x'],
  ])('%s %j', (name, text, expected) => expect(resultOf(name, text)).toEqual(expected))

  test('words that are not known to the letter are marked, and must forms fail', () => {
    const result = call('fromJson', new Text('{'))
    const message = result instanceof Dict ? result.entries.get('Error') : undefined
    expect(message && [...flatten(dependenciesOf(message))].map(({ source }) => source)).toEqual(['volatile'])
    expect(() => resultOf('mustFromJson', '{')).toThrow(TemplateError)
  })
})

describe('printing', () => {
  test.each<[string, string]>([
    ['toYaml', 'a:\n- <'],
    ['toYamlPretty', 'a:\n  - <'],
    ['toJson', '{"a":["\\u003c"]}'],
    ['toPrettyJson', '{\n  "a": [\n    "\\u003c"\n  ]\n}'],
    ['toRawJson', '{"a":["<"]}'],
  ])('%s', (name, expected) => {
    const result = call(name, valueFrom({ a: ['<'] }))
    expect(result && plain(result)).toBe(expected)
  })

  test('where Go cannot print, the result is empty and depends on the value, or the call fails', () => {
    const alias = childDatum(rootDatum('values'), 'n')
    const number = new Num(Number.POSITIVE_INFINITY, 'float64', { alias, depends: undefined })
    const value = new Dict(new Map([['n', number]]))
    const result = call('toYaml', value) ?? new Text('none')
    expect(plain(result)).toBe('')
    expect([...flatten(dependenciesOf(result))].map(pathOf)).toEqual([['n']])
    expect(() => call('mustToYaml', value)).toThrow(TemplateError)
    expect(() => call('mustToJson', value)).toThrow(TemplateError)
  })

  test('what is printed is charged to the budget', () => {
    const budget = new Budget({ steps: 10, characters: 10, depth: 10 })
    expect(() => ENCODINGS_OF_DATA.toYaml?.call([new Text('a long text')], { budget })).toThrow(Untraced)
  })
})
