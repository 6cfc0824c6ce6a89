import { expect, test } from 'vitest'
import { FUNCTIONS } from '../../../src/template/functions/index.ts'
import { resultOf } from './call.ts'

test('there are all functions of helm 4.1.4 but those that run templates or choose what is evaluated', () => {
  expect(FUNCTIONS.size).toBe(231)
  expect(
    ['and', 'or', 'call', 'fail', 'include', 'lookup', 'required', 'tpl'].filter(name => FUNCTIONS.has(name)),
  ).toEqual([])
  expect(['env', 'expandenv', 'md5sum', 'toXml'].filter(name => FUNCTIONS.has(name))).toEqual([])
})

test('nothing but an error of templates comes out of a function that is called wrongly', () => {
  const arguments_ = [[], [null], ['a', 'b'], [[], 1], [1, 2, 3], [1.5, [], null, 'x']]
  for (const name of FUNCTIONS.keys())
    for (const args of arguments_) expect(() => resultOf(name, ...args), name).not.toThrow()
})
