import { expect, test } from 'vitest'
import { Dict, Num, Text } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'

const bytes = new Text('A', undefined, { isBytes: true })
const float = new Num(1, 'float64')

test.each([
  ['kindOf', [null], 'invalid'],
  ['kindOf', [float], 'float64'],
  ['kindOf', [[]], 'slice'],
  ['kindOf', [new Dict()], 'map'],
  ['kindOf', [bytes], 'slice'],
  ['kindOf', [call('now')], 'struct'],
  ['kindOf', [call('semver', '1.2')], 'ptr'],
  ['kindIs', ['int', 1], true],
  ['typeOf', [null], '<nil>'],
  ['typeOf', [[]], '[]interface {}'],
  ['typeOf', [new Dict()], 'map[string]interface {}'],
  ['typeOf', [bytes], '[]uint8'],
  ['typeIs', ['string', 'a'], true],
  ['typeIsLike', ['semver.Version', call('semver', '1.2')], true],
  ['typeIs', ['semver.Version', call('semver', '1.2')], false],
  ['deepEqual', [1, float], false],
  [
    'deepEqual',
    [
      [1, ['a']],
      [1, ['a']],
    ],
    true,
  ],
  ['deepEqual', [[], call('concat')], false],
  ['deepEqual', [null, null], true],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})
