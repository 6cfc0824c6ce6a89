import { expect, test } from 'vitest'
import { flagValues, setFlags, setValues } from '../../src/render/set-values.ts'

const release = {
  set: { 'image.tag': 'v1', list: [{ a: null }] },
  setTexts: ['image.tag=v2,hosts[1].name=x', 'a\\.b=1', 'gone=null', 'many={a,2}'],
}

test('the flags that helm is given', () => {
  expect(setFlags(release).map(({ kind, text }) => `--${kind} ${text}`)).toEqual([
    '--set-json image.tag="v1"',
    '--set-json list=[{"a":null}]',
    '--set image.tag=v2,hosts[1].name=x',
    '--set a\\.b=1',
    '--set gone=null',
    '--set many={a,2}',
  ])
})

test('what they set as helm reads them, with the items of lists and with nulls', () => {
  expect(flagValues(release)).toEqual({
    image: { tag: 'v2' },
    list: [{ a: null }],
    hosts: [null, { name: 'x' }],
    'a.b': 1,
    gone: null,
    many: ['a', 2],
  })
})

test('single values have the shape of a values file, and the types that helm gives them', () => {
  const setTexts = [
    'a.b=1,a.c=true',
    'd=false',
    'e=null,f=0',
    'g=007',
    'h=',
    'i=1.5',
    'dot\\.ted.key=a\\,b',
    'l[0].m=1',
  ]
  expect(setValues({ set: { 'j.k': [1] }, setTexts })).toEqual({
    a: { b: 1, c: true },
    ...{ d: false, e: null, f: 0, g: '007', h: '', i: '1.5', 'dot.ted': { key: 'a,b' } },
    ...{ j: { k: [1] }, l: [{ m: 1 }] },
  })
})

test('what helm refuses sets nothing', () => {
  expect(setValues({ set: {}, setTexts: ['nothing'] })).toEqual({})
})
