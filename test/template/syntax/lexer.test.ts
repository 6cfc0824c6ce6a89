import { expect, test } from 'vitest'
import { Lexer } from '../../../src/template/syntax/lexer.ts'

function lex(text: string): string[] {
  const lexer = new Lexer(text)
  const found: string[] = []
  for (let token = lexer.next(); token.kind !== 'stop'; token = lexer.next()) {
    found.push(`${token.kind} ${token.offset} ${token.text}`)
    if (token.kind === 'error') break
  }
  return found
}

test('trims white space beside a marked delimiter', () => {
  expect(lex('a \n{{- .b -}}\n c')).toEqual(['text 0 a', 'open 3 {{', 'field 7 .b', 'close 11 }}', 'text 15 c'])
})

test('leaves white space beside a minus that is no marker', () => {
  expect(lex('a {{-1}} b')).toEqual(['text 0 a ', 'open 2 {{', 'number 4 -1', 'close 6 }}', 'text 8  b'])
})

test('leaves comments out', () => {
  expect(lex('a{{/* {{ */}} b {{- /* c */ -}} d')).toEqual(['text 0 a', 'text 13  b', 'text 32 d'])
})

test('splits an action into words', () => {
  expect(lex('{{ $x := (f .a "}}" `b` \'c\' 0x1F).d | _e true }}').map(token => token.split(' ')[0])).toEqual(
    'open space variable space declare space leftParen identifier space field space string space rawString space character space number rightParen field space bar space identifier space bool space close'.split(
      ' ',
    ),
  )
})

test.each([
  ['{{ x', 'unclosed action'],
  ['{{/* x', 'unclosed comment'],
  ['{{/* x */ }}', 'comment ends before closing delimiter'],
  ['{{ "x }}', 'unterminated quoted string'],
  ['{{ "x\n" }}', 'unterminated quoted string'],
  ['{{ `x }}', 'unterminated raw quoted string'],
  ["{{ 'x }}", 'unterminated character constant'],
  ['{{ (x }}', 'unclosed left paren'],
  ['{{ x) }}', 'unexpected right paren'],
  ['{{ a-b }}', "bad character U+002D '-'"],
  ['{{ $a= 1 }}', "bad character U+003D '='"],
  ['{{ 1x }}', 'bad number syntax: "1x"'],
  ['{{ 1+2 }}', 'bad number syntax: "1+2"'],
  ['{{ a: }}', 'expected :='],
  ['{{ \u00a0 }}', 'unrecognized character in action: U+00A0'],
])('says what is wrong with %s', (text, error) => {
  expect(lex(text).at(-1)?.replace(/ \d+/, '')).toBe(`error ${error}`)
})

test('a comment stands right behind the delimiter', () => {
  expect(lex('{{ /* x */}}')).toContain('sign 3 /')
})
