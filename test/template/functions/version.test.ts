import { expect, test } from 'vitest'
import { compareVersions, parseVersion } from '../../../src/template/functions/version.ts'

test.each([
  ['1.0.0-alpha', '1.0.0-alpha.1'],
  ['1.0.0-alpha.1', '1.0.0-alpha.beta'],
  ['1.0.0-beta.2', '1.0.0-beta.11'],
  ['1.0.0-rc.1', '1.0.0'],
  ['1.0.0-1', '1.0.0-a'],
  ['1.9', 'v1.10'],
])('%s comes before %s', (lower, higher) => {
  expect(compareVersions(parseVersion(lower), parseVersion(higher))).toBeLessThan(0)
  expect(compareVersions(parseVersion(higher), parseVersion(lower))).toBeGreaterThan(0)
})

test('metadata plays no part', () => {
  expect(compareVersions(parseVersion('1.2.3+a'), parseVersion('1.2.3+b'))).toBe(0)
})
