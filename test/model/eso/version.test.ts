import { expect, test } from 'vitest'
import { compareVersions } from '../../../src/model/eso/version.ts'

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.3', '1.2.4', -1],
  ['1.10.0', '1.9.9', 1],
  ['2.0.0', '1.99.99', 1],
  ['2.0.0-rc1', '2.0.0', -1],
  ['2.0.0', '2.0.0-rc1', 1],
  ['2.0.0-rc9', '2.0.0-rc10', -1],
  ['2.0.0-rc10', '2.0.0-rc9', 1],
  ['2.0.0-rc1', '2.0.0-rc1', 0],
  ['2.0.1-rc1', '2.0.0', 1],
  ['main', '2.0.0', 0],
  ['2.0.0', '2.0', 0],
])('%s beside %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign)
})
