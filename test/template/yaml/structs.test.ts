import { expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { Bool, List, Opaque, Text, type Value } from '../../../src/template/value/value.ts'
import { printJson } from '../../../src/template/yaml/json.ts'
import { printPretty, printYaml } from '../../../src/template/yaml/print.ts'
import { jsonFieldsOf } from '../../../src/template/yaml/structs.ts'

const dependency = new Opaque({
  goType: '*chart.Dependency',
  printed: '&{}',
  fields: new Map<string, Value>([
    ['Name', new Text('db')],
    ['Version', new Text('')],
    ['Repository', new Text('')],
    ['Tags', new List([])],
    ['Enabled', new Bool(true)],
    ['Alias', new Text('a')],
  ]),
})

test('JSON has the fields in the order of the struct, without those that are empty and optional', () => {
  const printed = printJson(dependency, { escapesHtml: true, isPretty: false })?.string
  expect(printed).toBe('{"name":"db","repository":"","enabled":true,"alias":"a"}')
})

test('YAML has them in that of their names', () => {
  expect(printYaml(dependency)?.string).toBe('alias: a\nenabled: true\nname: db\nrepository: ""')
})

test('toYamlPretty has other names, which are not known here', () => {
  expect(() => printPretty(new List([dependency]))).toThrow(Untraced)
})

test('nothing is known of other structs', () => {
  expect(jsonFieldsOf('time.Time')).toBeUndefined()
})
