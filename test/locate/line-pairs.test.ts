import { expect, test } from 'vitest'
import { linePairs } from '../../src/locate/line-pairs.ts'
import { TracedText } from '../../src/template/origin.ts'
import { rootDatum } from '../../src/template/value/provenance.ts'
import type { Site, TemplateSource } from '../../src/template/value/site.ts'
import { type Segment, Text } from '../../src/template/value/text.ts'

const source: TemplateSource = {
  name: 'c/templates/a.yaml',
  text: '',
  given: undefined,
  lineOf: line => line,
  givenIn: () => [],
}
const site = (line: number): Site => ({ source, offset: line, kind: 'action', frame: undefined, condition: undefined })
const plain = (text: string): Segment => ({ text, site: site(1), linesBefore: 0, provenance: undefined })
const random = (text: string, line = 2): Segment => ({
  ...{ text, site: site(line), linesBefore: 0 },
  provenance: { alias: undefined, depends: rootDatum('volatile') },
})

/** For each of helm's lines, the trace's. */
function pairs(pieces: readonly Segment[], printed: string): string[] | undefined {
  const text = new Text(pieces)
  const found = linePairs(new TracedText(text), { text: text.string, start: 0 }, printed)
  return found?.map(({ ours, theirs }) => `${theirs.text} ${ours.text}`)
}

test('lines that differ are random, one by one', () => {
  expect(pairs([plain('a\n'), random('x'), plain('\nb\n'), random('y')], 'a\n1\nb\n2')).toEqual([
    'a a',
    '1 x',
    'b b',
    '2 y',
  ])
  expect(pairs([plain('a\n'), random('x'), plain('\nb')], 'a\n1\nc')).toBeUndefined()
  expect(pairs([plain('a\nb')], 'a\n1')).toBeUndefined()
})

test('what one line of a template made may have more lines, or fewer', () => {
  expect(pairs([plain('a\n'), random('x\ny'), plain('\nb')], 'a\n1\n2\n3\nb')).toEqual([
    'a a',
    '1 x',
    '2 x',
    '3 x',
    'b b',
  ])
  expect(pairs([plain('a\n'), random('x\ny'), plain('\nb')], 'a\n1\nb')).toEqual(['a a', '1 x', 'b b'])
  expect(pairs([plain('a\n'), random('x\ny')], 'a\n1')).toEqual(['a a', '1 x'])
  expect(pairs([plain('a\n'), random('x\ny'), plain('\nb')], 'a\nb')).toBeUndefined()
  expect(pairs([plain('a')], 'a\nb')).toBeUndefined()
})

test('of what two lines made nobody can say which is whose', () => {
  const two = [plain('a\n'), random('x\n', 2), random('y', 3), plain('\nb')]
  expect(pairs(two, 'a\n1\n2\nb')).toEqual(['a a', '1 x', '2 y', 'b b'])
  expect(pairs(two, 'a\n1\n2\n3\nb')).toBeUndefined()
})
