import { expect, test } from 'vitest'
import { remember } from '../../src/model/remember.ts'

test('each object is asked about once, also when the answer is nothing', () => {
  const asked: object[] = []
  const answer = remember((about: object) => {
    asked.push(about)
    return undefined
  })
  const [a, b] = [{}, {}]
  for (const about of [a, b, a, b]) expect(answer(about)).toBeUndefined()
  expect(asked).toEqual([a, b])
  expect(asked[0]).toBe(a)
})
