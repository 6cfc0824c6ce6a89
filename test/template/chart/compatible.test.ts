import { expect, test } from 'vitest'
import { isCompatible } from '../../../src/template/chart/compatible.ts'

test.each([
  ['1.x', '1.4.0', true],
  ['>=1.0.0', '2.0.0-rc1', false],
  ['>=1.0.0-0', '2.0.0-rc1', true],
  ['', '1.0.0', false],
  ['no', '1.0.0', false],
  ['*', 'no', false],
  ['v1.0.0', '1.0.0', true],
])('%j takes %s: %s', (range, version, expected) => {
  expect(isCompatible(range, version)).toBe(expected)
})
