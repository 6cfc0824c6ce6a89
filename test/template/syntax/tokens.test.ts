import { expect, test } from 'vitest'
import { Tokens } from '../../../src/template/syntax/tokens.ts'

test('looks ahead without taking', () => {
  const tokens = new Tokens('{{ $x := 1 }}', 'a.yaml')
  expect([0, 1, 2, 3, 4].map(distance => tokens.peek(distance).kind)).toEqual([
    'open',
    'space',
    'variable',
    'space',
    'declare',
  ])
  expect(tokens.next().kind).toBe('open')
  expect(tokens.peek().kind).toBe('space')
  expect(tokens.peekSolid().kind).toBe('variable')
  expect(tokens.nextSolid().kind).toBe('variable')
})

test('errors stand where was read last', () => {
  const tokens = new Tokens('a\n {{ b }}', 'a.yaml')
  for (const kind of ['text', 'open', 'identifier']) expect(tokens.nextSolid().kind).toBe(kind)
  expect(tokens.error('no')).toMatchObject({ message: 'no', place: { template: 'a.yaml', line: 2, column: 5 } })
})

test('expects a token', () => {
  const tokens = new Tokens('{{ end x }}', 'a.yaml')
  tokens.next()
  tokens.expect('end', 'end')
  expect(() => tokens.expect('close', 'end')).toThrow('unexpected "x" in end')
})
