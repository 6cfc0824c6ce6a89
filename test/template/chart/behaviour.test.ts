import { expect, test } from 'vitest'
import { behaviourOf } from '../../../src/template/chart/behaviour.ts'

test.each([
  ['4.1.4', 4, false],
  ['v4.0.0', 4, false],
  ['v3.18.0', 3, true],
  ['3.18.4', 3, false],
])('%s', (helm, major, keepsNumberTexts) => {
  expect(behaviourOf(helm)).toEqual({ major, keepsNumberTexts })
})
