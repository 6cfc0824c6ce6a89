import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { nameExpression } from '../../../src/generate/admission/name-expression.ts'

const NAMES = ['shop', 'team-a', 'team-b', 'team-ab', 'x-team-a', 'team', 'a', 'b', '']

test.each(['*', 'team-*', '*-a', 'team-?', 'team-[ab]', 'team-[!a]', '{shop,team-a}', 'team-[a-c]*', 'shop'])(
  '%s takes the names that the config’s own reading takes',
  glob => {
    const expression = nameExpression(glob)
    for (const name of NAMES.filter(Boolean))
      expect([name, new RegExp(expression ?? '(').test(name)]).toEqual([name, posix.matchesGlob(name, glob)])
  },
)

test.each(['@(a|b)', 'a/b', 'a.b', '[[:alpha:]]', '{a,{b,c}}', 'A', ''])(
  '%s is read as a whole or not at all',
  glob => {
    expect(nameExpression(glob)).toBe(glob === '' ? '^$' : undefined)
  },
)
