import { expect, test } from 'vitest'
import { isTestPath } from '../../../src/model/eso/test-path.ts'

test.each(['tests/a.yaml', 'charts/app/ci/a.yaml', 'e2e/deep/er/a.yaml', 'Examples/a.yaml', 'a/testdata/a.yaml'])(
  '%s',
  file => {
    expect(isTestPath(file)).toBe(true)
  },
)

test.each(['a.yaml', 'test.yaml', 'latest/a.yaml', 'apps/contest/a.yaml', 'apps/ci.yaml'])('not %s', file => {
  expect(isTestPath(file)).toBe(false)
})
