import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressText, linkTo, parseAddress } from '../../../../src/report/html/client/address.ts'

test('a view, and values of several names', () => {
  expect(parseAddress('#findings?severity=high&severity=low&q=a+b')).toEqual({
    view: 'findings',
    values: { severity: ['high', 'low'], q: ['a b'] },
  })
  expect(parseAddress('')).toEqual({ view: '', values: {} })
  expect(parseAddress('#?&&=&q=')).toEqual({ view: '', values: {} })
})

test('what is written is read again, whatever it says', () => {
  const names = fc.string({ minLength: 1 }).filter(name => name !== '__proto__')
  const values = fc.dictionary(names, fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }))
  fc.assert(
    fc.property(values, values => {
      expect(parseAddress(addressText({ view: 'findings', values }))).toEqual({
        view: 'findings',
        values: { ...values },
      })
    }),
  )
})

test('whatever stands in an address, it is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void parseAddress(`#${text}`)))
})

test('a link names one value of each name', () => {
  expect(linkTo('findings', { rule: 'fake-provider' })).toBe('#findings?rule=fake-provider')
  expect(linkTo('paths')).toBe('#paths')
})
