import { describe, expect, test } from 'vitest'
import { holding } from '../../src/harden/search.ts'

/** A tree in which some are no good, some do nothing, and some do not go together. */
function searched(candidates: string[], { bad = '', idle = '', rivals = '' }, tries = Number.POSITIVE_INFINITY) {
  const made: string[] = []
  const attempt = async (some: readonly string[]) => {
    made.push(some.join(''))
    const fault = some.find(one => bad.includes(one))
    const isClash = some.filter(one => rivals.includes(one)).length > 1
    return {
      left: new Set(some.filter(one => idle.includes(one))),
      fault: fault ? `${fault} fails` : isClash ? 'they clash' : undefined,
    }
  }
  return holding(candidates, attempt, () => made.length < tries).then(result => ({ ...result, made }))
}
const LETTERS = [...'abcdefgh']

describe('of the candidates stay', () => {
  test('all, by one try', async () =>
    expect(await searched(LETTERS, {})).toMatchObject({ held: LETTERS, made: ['abcdefgh'] }))

  test('those that do something', async () => {
    const { held, refused, made } = await searched(LETTERS, { idle: 'cf' })
    expect([held.join(''), [...refused], made.length]).toEqual([
      'abdegh',
      [
        ['c', 'the finding stays with it'],
        ['f', 'the finding stays with it'],
      ],
      2,
    ])
  })

  test('those that bring no fault, by halves', async () => {
    const { held, refused, made } = await searched(LETTERS, { bad: 'e' })
    expect([held.join(''), [...refused]]).toEqual(['abcdfgh', [['e', 'e fails']]])
    expect(made.length).toBeLessThanOrEqual(8)
  })

  test('the first of two that do not go together', async () =>
    expect((await searched(LETTERS, { rivals: 'bg' })).held.join('')).toBe('abcdefh'))

  test('none where each is bad', async () =>
    expect(await searched(['a', 'b'], { bad: 'ab' })).toMatchObject({ held: [], untried: [] }))

  test('what is known when there is no try left', async () => {
    const { held, untried, made } = await searched(LETTERS, { bad: 'a' }, 3)
    expect(made).toHaveLength(3)
    expect([...held, ...untried].length).toBeGreaterThan(5)
    expect(held).not.toContain('a')
  })
})
