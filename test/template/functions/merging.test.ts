import { expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { Dict, Opaque, Text, type Value } from '../../../src/template/value/value.ts'
import { valueFrom } from '../yaml/plain.ts'
import { call, resultOf } from './call.ts'
import { dependenciesIn, labelled } from './dependencies.ts'

test.each([
  ['merge', [{ a: 1 }, { a: 2, b: 3 }], { a: 1, b: 3 }],
  [
    'merge',
    [
      { a: 0, b: '' },
      { a: 2, b: 'x' },
    ],
    { a: 2, b: 'x' },
  ],
  ['merge', [{ a: { b: 1 } }, { a: { b: 2, c: 3 } }], { a: { b: 1, c: 3 } }],
  ['merge', [{ a: null }, { a: 1, b: null }], { a: 1 }],
  ['merge', [{ a: [1] }, { a: [2] }], { a: [1] }],
  ['merge', [{ a: 'x' }, { a: { b: 1 } }], { a: 'x' }],
  ['merge', [null, { a: 1 }], { a: 1 }],
  ['merge', [null], 'Untraced'],
  ['merge', ['a'], 'TemplateError'],
  ['mergeOverwrite', [{ a: true }, { a: false }], { a: false }],
  [
    'mergeOverwrite',
    [
      { a: 1, b: 1 },
      { a: null, b: '' },
    ],
    { a: null, b: '' },
  ],
  ['mergeOverwrite', [{ a: { b: 1 } }, { a: { c: 2 } }], { a: { b: 1, c: 2 } }],
  ['mustMergeOverwrite', [{ a: { b: 1 } }, { a: 'x' }], { a: 'x' }],
  ['deepCopy', [{ a: [1] }], { a: [1] }],
  ['deepCopy', [null], 'TemplateError'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args.map(valueFrom))).toEqual(expected)
})

test('merge changes its first dict and shares what it takes with the others', () => {
  const into = new Dict()
  const from = valueFrom({ a: { b: 1 } }) as Dict
  call('merge', into, from)
  const shared = into.entries.get('a') as Dict
  shared.entries.set('c', valueFrom(2))
  expect((from.entries.get('a') as Dict).entries.has('c')).toBe(true)
})

test('a dict within itself is not copied for ever', () => {
  const dict = new Dict()
  dict.entries.set('self', dict)
  expect(resultOf('deepCopy', dict)).toBe('Untraced')
  expect(resultOf('deepEqual', call('dict', 'self', dict), call('dict', 'self', call('dict', 'self', dict)))).toBe(true)
})

test('what is overwritten stays among the dependencies', () => {
  const merged = call('merge', labelled({ a: '' }), valueFrom({ a: 'x' })) as Dict
  const [entry] = merged.entries.values()
  expect(entry && dependenciesIn(entry)).toEqual(['a'])
})

test('a struct of Go is a value as a whole; what merging changes inside of it is not followed', () => {
  const chart = (name: string) => new Opaque({ goType: 'chart.Metadata', printed: name, fields: new Map() })
  const struct = chart('a')
  const merged = (name: string, into: Value, from: Value) => {
    const result = call(name, new Dict(new Map([['c', into]])), new Dict(new Map([['c', from]])))
    return result.kind === 'dict' ? result.entries.get('c') : undefined
  }
  expect(merged('merge', struct, new Text('x'))).toBe(struct)
  expect(merged('mergeOverwrite', struct, new Text('x'))).toMatchObject({ string: 'x' })
  expect(merged('merge', new Text('x'), struct)).toMatchObject({ string: 'x' })
  expect(merged('merge', new Dict(), struct)).toBe(struct)
  expect(merged('merge', struct, struct)).toBe(struct)
  expect(() => merged('merge', struct, chart('b'))).toThrow(Untraced)
  expect(() => merged('merge', struct, new Dict(new Map([['Name', new Text('x')]])))).toThrow(Untraced)
})
