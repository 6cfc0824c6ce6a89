import { expect, test } from 'vitest'
import { lineInText } from '../../src/locate/text-line.ts'
import { ValuesFile } from '../../src/parse/values.ts'
import { chart } from '../tree.ts'
import { indented, serverPlaces, store } from './places-of.ts'

const line = (text: string, before: number, ...path: (string | number)[]): number =>
  lineInText(new ValuesFile('values.yaml', text), path.length > 0 ? path : ['a'], before)

test('a line of a block stands below its head', () => {
  expect([0, 1, 2].map(before => line('# x\na: |- # head\n  one\n  two\n  one\nb: 1\n', before))).toEqual([3, 4, 5])
  expect(line('b: 1\r\na: |\r\n  one\r\n  two\r\n', 1)).toBe(4)
  expect(line('a: |\n\n  one\n\n  two\n', 1)).toBe(3)
  expect(line('list:\n  - |\n    one\n    two\n', 1, 'list', 0)).toBe(4)
})

test('a line that is written elsewhere stands there, and one that is not written stands on the key', () => {
  expect(line('a: >\n  one\n\n  two\n\n  three\n', 1)).toBe(4)
  expect(line('a: >\n  one\n  two\n\n  three\n', 0)).toBe(1)
  expect(line('b: 1\na: "one\\ntwo\\n"\n', 1)).toBe(2)
  expect(line('a: one\n', 7)).toBe(1)
  expect(line('a: { b: 1 }\n', 1)).toBe(1)
  expect(line('a: >\n  two\n  one\n\n  one\n', 1)).toBe(1)
})

const OBJECTS = '{{- range .Values.extraObjects }}\n---\n{{ tpl OBJECT $ }}\n{{- end }}'
const served = store("'http://{{ .Release.Name }}'").trimEnd()

test('objects that a value gives through tpl stand on their lines of the values', async () => {
  const values = `# ours\nextraObjects:\n  - ${indented(served, 4).trimStart()}\n`
  const files = { 'values.yaml': values }
  expect(await serverPlaces(chart('shop', OBJECTS.replace('OBJECT', '(toYaml .)'), files))).toEqual([
    'values.yaml:10 set-by extraObjects[0].spec.provider.vault.server',
  ])
})

test('so do objects in a block of text, with templates in it or without', async () => {
  const template = OBJECTS.replace('OBJECT', '.')
  const object = (text: string) => ({ 'values.yaml': `extraObjects:\n  - |\n${indented(text, 4)}\n` })
  expect(await serverPlaces(chart('shop', template, object(served)))).toEqual(['values.yaml:10 set-by extraObjects[0]'])
  expect(await serverPlaces(chart('shop', template, object(served.replace('{{ .Release.Name }}', 'vault'))))).toEqual([
    'values.yaml:10 set-by extraObjects[0]',
  ])
  const printed = chart('shop', '{{ index .Values.extraObjects 0 | trim }}', object(`\n\n${served}`))
  expect(
    await serverPlaces({ ...printed, 'values.yaml': printed['values.yaml']?.replace(/\{\{.*\}\}/, 'vault') ?? '' }),
  ).toEqual(['values.yaml:12 set-by extraObjects[0]'])
})

test('a part of an object in a block of text, moved to the right', async () => {
  const template = `${store('').split('  provider')[0]}  provider: {{ .Values.provider | nindent 4 }}\n`
  const values = 'name: shop\nprovider: |-\n  # ours\n  vault:\n    server: http://vault\n    auth: {}\n'
  expect(await serverPlaces(chart('shop', template, { 'values.yaml': values }))).toEqual([
    'values.yaml:5 set-by provider',
  ])
})

test('what a key prints inside of such a text stands on the line of that key', async () => {
  const text = served.replace('{{ .Release.Name }}', '{{ .Values.host }}')
  const values = `host: vault\nextraObjects:\n  - |\n${indented(text, 4)}\n`
  expect(await serverPlaces(chart('shop', OBJECTS.replace('OBJECT', '.'), { 'values.yaml': values }))).toEqual([
    'values.yaml:1 set-by host',
  ])
})
