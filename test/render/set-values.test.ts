import { expect, test } from 'vitest'
import { setValues } from '../../src/render/set-values.ts'

test('single values have the shape of a values file, and the types that helm gives them', () => {
  const setTexts = ['a.b=1,a.c=true', 'd=false', 'e=null,f=0', 'g=007', 'h=', 'i=1.5', 'dot\\.ted.key=a\\,b']
  expect(setValues({ set: { a: 0, 'j.k': [1] }, setTexts })).toEqual({
    a: { b: 1, c: true },
    ...{ d: false, e: null, f: 0, g: '007', h: '', i: '1.5', 'dot.ted': { key: 'a\\,b' } },
    j: { k: [1] },
  })
})

test('items of lists and texts without a value are left out', () => {
  expect(setValues({ set: {}, setTexts: ['a[0].b=1', 'nothing'] })).toEqual({})
})
