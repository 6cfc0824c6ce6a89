import { expect, test } from 'vitest'
import { describe } from '../../../src/template/syntax/token.ts'

test.each([
  [{ kind: 'stop', offset: 0, text: '' }, 'EOF'],
  [{ kind: 'error', offset: 0, text: 'unclosed action' }, 'unclosed action'],
  [{ kind: 'define', offset: 0, text: 'define' }, '<define>'],
  [{ kind: 'dot', offset: 0, text: '.' }, '<.>'],
  [{ kind: 'string', offset: 0, text: '"a"' }, '"\\"a\\""'],
  [{ kind: 'text', offset: 0, text: 'a text that is long' }, '"a text tha"...'],
] as const)('names %o', (token, name) => {
  expect(describe(token)).toBe(name)
})
