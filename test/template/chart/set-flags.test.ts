import { expect, test } from 'vitest'
import { type SetFlag, withSetFlags } from '../../../src/template/chart/set-flags.ts'
import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { at, dictOf, plain } from './charts.ts'

const set = (text: string, kind: SetFlag['kind'] = 'set', values: unknown = {}): unknown =>
  plain(withSetFlags(dictOf(values), [{ kind, text }], name => (name === 'f' ? 'file' : undefined)))

test.each([
  ['x={a,b},y=1', { x: ['a', 'b'], y: 1 }],
  ['x={}', { x: [''] }],
  ['x={1,true,null}', { x: [1, true, null] }],
  ['x[0]=1,x[2]=3', { x: [1, null, 3] }],
  ['x[0].y=2,x[0].z=3', { x: [{ y: 2, z: 3 }] }],
  ['x[0][1]=2', { x: [[null, 2]] }],
  ['a.b.c=TRUE,a.b.d=Null', { a: { b: { c: true, d: null } } }],
  ['x=a\\,b,y\\.z=1', { x: 'a,b', 'y.z': 1 }],
  ['x=007,y=0,z=0.5,w=-3,v=+3,u=1e3', { x: '007', y: 0, z: '0.5', w: -3, v: 3, u: '1e3' }],
  ['x=9223372036854775808', { x: '9223372036854775808' }],
  ['x= 1,y==1,z=', { x: ' 1', y: '=1', z: '' }],
  ['x[0]', { x: [] }],
  ['l[0].a=', { l: [] }],
  ['=1,.x=1', {}],
])('--set %s is %j', (text, expected) => {
  expect(set(text)).toEqual(expected)
})

test.each([
  'x',
  'x,y=1',
  'x.=1',
  ',x=1',
  'x=1,x.y=2',
  'x=1,x[0]=2',
  'x[-1]=2',
  'x[a]=2',
  'x[65537]=1',
  'x={a',
  'x[0]y=1',
])('helm refuses --set %s', text => {
  expect(() => set(text)).toThrow(TemplateError)
})

test('what was there is kept beside what is set, and is not changed itself', () => {
  const values = dictOf({ a: { b: 1 }, l: [1, 2] })
  expect(plain(withSetFlags(values, [{ kind: 'set', text: 'a.c=2,l[1]=3' }]))).toEqual({ a: { b: 1, c: 2 }, l: [1, 3] })
  expect(plain(values)).toEqual({ a: { b: 1 }, l: [1, 2] })
})

test('numbers of --set are int64', () => {
  expect(at(withSetFlags(dictOf({}), [{ kind: 'set', text: 'x=1' }]), 'x')).toMatchObject({ type: 'int64' })
})

test.each([
  ['set-string', 'x=1,y={true,null}', { x: '1', y: ['true', 'null'] }],
  ['set-file', 'x=f', { x: 'file' }],
  ['set-json', 'x={"a":[1,null]},y="a,b" ,z=1e2,l[1]=2', { x: { a: [1, null] }, y: 'a,b', z: 100, l: [null, 2] }],
  ['set-json', 'x=,y=null', { x: null, y: null }],
  ['set-json', ' {"x":{"b":2}}', { x: { a: 1, b: 2 } }],
] as const)('--%s %s', (kind, text, expected) => {
  expect(set(text, kind, text.startsWith(' {') ? { x: { a: 1 } } : {})).toEqual(expected)
})

test.each(['x=', 'x={', 'x=[1', 'x=1.', 'x=a', '{"a":'])('a --set-json of %s', text => {
  if (text === 'x=') expect(set(text, 'set-json')).toEqual({ x: null })
  else expect(() => set(text, 'set-json')).toThrow(TemplateError)
})

test('flags are taken kind by kind, wherever they stand', () => {
  const flags: SetFlag[] = [
    { kind: 'set-string', text: 'x=string' },
    { kind: 'set', text: 'x=set' },
    { kind: 'set-json', text: 'x="json",y=1' },
  ]
  expect(plain(withSetFlags(dictOf({}), flags))).toEqual({ x: 'string', y: 1 })
})

test('a file that is not there fails', () => {
  expect(() => set('x=none', 'set-file')).toThrow(TemplateError)
})

test.each([`x=${2 ** 53}`, Array(20).fill('x[65536]=1').join(',')])('what is beyond us is not traced', text => {
  expect(() => set(text)).toThrow(Untraced)
})
