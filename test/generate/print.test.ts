import { expect, test } from 'vitest'
import { printFile } from '../../src/generate/print.ts'

test('a file says what makes it, and every document what it is for', () => {
  const documents = [
    { comment: ['first\nline', 'second'], body: { kind: 'A', list: ['x', 'yes'] } },
    { comment: [], body: { kind: 'B' } },
  ]
  expect(printFile({ documents }, 'eso-hardener generate rbac')).toBe(`# Made by: eso-hardener generate rbac
# Changes made by hand are lost when it is made again.
---
# first line
# second
kind: A
list:
  - x
  - yes
---
kind: B
`)
})

test('a comment cannot end early, however long or odd its words are', () => {
  const text = printFile(
    { documents: [{ comment: [`a\u2028kind: Evil ${'word '.repeat(40)}`], body: { kind: 'A' } }] },
    'x',
  )
  expect(text.split('\n').filter(line => line && !line.startsWith('#') && line !== '---')).toEqual(['kind: A'])
})
