import { expect, test } from 'vitest'
import { reachedFrom, wayTo } from '../../../src/paths/graph/reach.ts'

const link = (from: string, to: string, carries = true) => ({ from, to, carries })
const LINKS = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('a', 'c'), link('c', 'd'), link('d', 'e', false)]

test('the nearest first, round circles, and not over edges that carry nothing', () => {
  expect([...reachedFrom(['a'], LINKS).keys()]).toEqual(['a', 'b', 'c', 'd'])
  expect([...reachedFrom(['d'], LINKS, 'backwards').keys()]).toEqual(['d', 'c', 'b', 'a'])
  expect([...reachedFrom(['e'], LINKS, 'backwards').keys()]).toEqual(['e'])
})

test('a shortest way in the order in which it is gone', () => {
  expect(wayTo('d', reachedFrom(['a'], LINKS)).map(({ from, to }) => from + to)).toEqual(['ac', 'cd'])
  const back = reachedFrom(['d'], LINKS, 'backwards')
  expect(wayTo('b', back, 'backwards').map(({ from, to }) => from + to)).toEqual(['bc', 'cd'])
  expect(wayTo('d', back, 'backwards')).toEqual([])
  expect(wayTo('z', back, 'backwards')).toEqual([])
})
