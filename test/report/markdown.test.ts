import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, escapeText, fence, linked, row, tableHead } from '../../src/report/markdown.ts'
import { HOSTILE } from './assessment.ts'
import { shapeOf, shown } from './markdown-shape.ts'

/** Strings that are dense in what Markdown reads. */
const texts = fc
  .array(fc.constantFrom(...'`|<>&*_~[]()\\!#@$-+=.1aW:/\n\r\t ', 'www.', '://', 'GH-1', '🙈'))
  .map(it => it.join(''))

const bare = (markdown: string): string => markdown.replace(/&#\d+;/g, '…')

describe('escaped text', () => {
  test('shows what it was given, on one line', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(shown(escapeText(text))).toBe(text.replace(/\s+/g, ' ').trim())
      }),
    )
  })

  test('holds no markup', () => {
    fc.assert(
      fc.property(texts, text => {
        const escaped = escapeText(text)
        expect(bare(escaped)).not.toMatch(/[`|<>&*_~[\]\\$@\n\r]|:\/\/|www\./i)
        expect(escaped).not.toMatch(/^[^\p{L}&]/u)
        expect(shapeOf(escaped)).toEqual([text.trim() === '' ? 'empty' : 'text'])
      }),
    )
  })

  test.each([
    ['@org', '&#64;&#8203;org'],
    ['to @org', 'to &#64;&#8203;org'],
    ['#12', '&#35;&#8203;12'],
    ['a/b#12', 'a/b#&#8203;12'],
    ['gh-12', 'gh-&#8203;12'],
    ['a-12 #tag', 'a-12 #tag'],
  ])('%j mentions nobody and refers to nothing', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  test('has no control or bidirectional character', () => {
    expect(escapeText('a\u001B[31m\u0007\u202Eb')).toBe('a�&#91;31m��b')
  })

  test('is cut before it is escaped', () => {
    const escaped = escapeText('x<'.repeat(3000))
    expect(shown(escaped)).toBe(`${'x<'.repeat(499)}x…`)
  })

  test('leaves plain words alone', () => {
    const text = 'ServiceAccount eso/controller can get, list Secrets (in all namespaces): "a" != \'b\''
    expect(escapeText(text)).toBe(text)
  })
})

test('code shows what it was given', () => {
  for (const text of HOSTILE) expect(shapeOf(code(text))).toEqual(['text'])
  fc.assert(
    fc.property(texts, text => {
      const [, inside = ''] = /^<code>(.*)<\/code>$/.exec(code(text)) ?? []
      expect(shown(inside)).toBe(text.replace(/\s+/g, ' ').trim())
      expect(bare(inside)).not.toMatch(/[`|<>&@]/)
    }),
  )
})

describe('fence', () => {
  test('cannot be closed from inside, and keeps the text', () => {
    fc.assert(
      fc.property(texts, text => {
        const markdown = fence(text, 'yaml')
        expect(shapeOf(markdown)).toEqual(['fence', 'empty'])
        expect(markdown.split('\n').slice(1, -2).join('\n')).toBe(text.replace(/\r\n?/g, '\n'))
      }),
    )
  })

  test('is longer than any in the text', () => {
    expect(fence('a')).toBe('```\na\n```\n')
    expect(fence('````\n```')).toBe('`````\n````\n```\n`````\n')
    expect(fence('`'.repeat(300_000)).length).toBe(900_005)
  })
})

test('a link ends where it should', () => {
  expect(linked('a', 'https://x/b')).toBe('[a](https://x/b)')
  expect(linked('a', 'https://x/(b) <c>|"`\\[d]\n&copy;')).toBe(
    '[a](https://x/%28b%29%20%3Cc%3E%7C%22%60%5C%5Bd%5D%0A&amp;copy;)',
  )
})

test('a table has a head, a rule and rows of the same width', () => {
  expect(shapeOf(tableHead('a', 'b') + row('1', '2'))).toEqual(['row of 2', 'row of 2', 'row of 2', 'empty'])
})
