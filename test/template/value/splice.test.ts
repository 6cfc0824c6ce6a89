import { expect, test } from 'vitest'
import type { Site } from '../../../src/template/value/site.ts'
import { parts, splice } from '../../../src/template/value/splice.ts'
import { Text } from '../../../src/template/value/value.ts'

const site: Site = {
  source: { name: 'c/templates/a.yaml', text: '', given: undefined, lineOf: () => 1, givenIn: () => [] },
  offset: 0,
  kind: 'text',
  frame: undefined,
  condition: undefined,
}
const text = (...pieces: string[]): Text =>
  new Text(pieces.map(piece => ({ text: piece, site, linesBefore: 0, provenance: undefined })))
const shown = (given: Text): string[] => given.segments.map(segment => `${segment.linesBefore}:${segment.text}`)

test('pieces know how many lines of their template stand before them', () => {
  expect(
    parts(text('a\nb\nc', 'd'), [
      { start: 2, end: 3 },
      { start: 4, end: 6 },
    ]).map(shown),
  ).toEqual([['1:b'], ['2:c', '0:d']])
})

test('what is put in stands where the replaced part stood; pieces without text stay', () => {
  const spliced = splice(text('', 'a\nb', '', 'c', ''), [{ start: 2, end: 3, replacement: 'X' }])
  expect(shown(spliced)).toEqual(['0:', '0:a\n', '1:X', '0:', '0:c', '0:'])
})
