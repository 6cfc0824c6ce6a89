import { expect, test } from 'vitest'
import { effectsBetween } from '../../../src/locate/inquiry/effects.ts'
import { Text } from '../../../src/template/value/value.ts'

const map = (name: string, more = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n${more}`
const effects = (before: Record<string, string>, after: Record<string, string>) => {
  const files = (texts: Record<string, string>) =>
    new Map(Object.entries(texts).map(([name, text]) => [name, new Text(text)]))
  return effectsBetween(files(before), files(after)).map(({ what, object, path }) =>
    `${what} ${object?.kind} ${object?.name} ${path.join('.')}`.trimEnd(),
  )
}

test('objects are told apart by kind and name, whatever their order', () => {
  const [a, b] = [map('a', 'data: { x: "1" }\n'), map('b')]
  expect(effects({ t: `${a}---\n${b}` }, { t: `${b}---\n${a.replace('"1"', '"2"')}` })).toEqual([
    'changed ConfigMap a data.x',
  ])
})

test('objects and files come and go', () => {
  expect(effects({ t: map('a') }, { t: map('b') })).toEqual(['appears ConfigMap b', 'removed ConfigMap a'])
  expect(effects({}, { t: map('a') })).toEqual(['appears ConfigMap a'])
  expect(effects({ t: map('a') }, { t: '\n---\n# nothing\n' })).toEqual(['removed ConfigMap a'])
})

test('what differs only in its spelling counts as changed as a whole', () => {
  expect(effects({ t: map('a', 'data: {}') }, { t: map('a', 'data: { }') })).toEqual(['changed ConfigMap a'])
})

test('two objects of one name are two', () => {
  const more = 'data: { x: "1" }\n'
  expect(effects({ t: `${map('a')}---\n${map('a', more)}` }, { t: map('a') })).toEqual(['removed ConfigMap a'])
})

test('tests of a release are not looked at, as check does not', () => {
  const test = map('t', 'data: {}\n').replace('{ name: t }', '{ name: t, annotations: { helm.sh/hook: test-success } }')
  expect(effects({ t: test }, {})).toEqual([])
})

test('what cannot be read is no object', () => {
  expect(effects({ t: 'a: [' }, { t: '{{' })).toEqual([])
})
