import { expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { childDatum, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { concat } from '../../../src/template/value/text.ts'
import { Dict, Text } from '../../../src/template/value/value.ts'
import { YamlError } from '../../../src/template/yaml/failure.ts'
import { readJson } from '../../../src/template/yaml/read-json.ts'
import { plain } from './plain.ts'

test.each<[string, unknown]>([
  [
    ' {"a" : [1, -2.5e3, "x\\"\\u00e9\\ud800"] , "b":{},"a2":[ ],"n":null,"t":true,"f":false}\n',
    { a: [1, -2500, 'x"é\ufffd'], b: {}, a2: [], n: null, t: true, f: false },
  ],
  ['{"a":1,"a":2}', { a: 2 }],
  ['"x"', 'x'],
])('%j', (text, expected) => {
  expect(plain(readJson(new Text(text)))).toEqual(expected)
})

test.each(['', '{a: 1}', '[1,]', '01', "'x'", '{"a":1} x'])('%j is no JSON', text => {
  expect(() => readJson(new Text(text))).toThrow(YamlError)
})

test.each(['1e999', '['.repeat(300) + ']'.repeat(300)])('%j is left to helm', text => {
  expect(() => readJson(new Text(text))).toThrow(Untraced)
})

test('a value is the datum that covers it', () => {
  const alias = childDatum(rootDatum('values'), 'port')
  const read = readJson(concat('{"a": ', new Text('80', { alias, depends: undefined }), ', "b": 1}'))
  const entries = read instanceof Dict ? [...read.entries.values()] : []
  expect(entries.map(({ provenance }) => provenance?.alias && pathOf(provenance.alias))).toEqual([['port'], undefined])
})
