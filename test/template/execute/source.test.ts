import { expect, test } from 'vitest'
import { givenBy, Source } from '../../../src/template/execute/source.ts'
import { childDatum, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import { Text } from '../../../src/template/value/text.ts'

const datum = (key: string) => childDatum(rootDatum('values'), key)
const piece = (text: string, key: string) => ({
  ...{ text, site: undefined, linesBefore: 0 },
  provenance: { alias: datum(key), depends: undefined },
})
const given = new Text([piece('one\n', 'a'), piece('', 'none'), piece('two', 'b'), piece('three', 'c')])
const source = new Source('c/templates/a.yaml', given.string, given)

test('lines are counted from the first', () => {
  expect([0, 3, 4, 11].map(offset => source.lineOf(offset))).toEqual([1, 1, 2, 2])
})

test('the pieces of a given text by their offsets; those without text between others are among them', () => {
  const keys = (start: number, end: number) =>
    source.givenIn(start, end).map(({ segment, start: at }) => `${segment.provenance?.alias?.key}@${at}`)
  expect(keys(0, 1)).toEqual(['a@0'])
  expect(keys(0, 12)).toEqual(['a@0', 'none@4', 'b@4', 'c@7'])
  expect(keys(4, 7)).toEqual(['b@4'])
  expect(keys(6, 8)).toEqual(['b@4', 'c@7'])
  expect(new Source('c/templates/a.yaml', 'text').givenIn(0, 4)).toEqual([])
})

test('an action in a given text depends on its own piece alone', () => {
  const depends = givenBy(source, 5)
  expect(depends && 'source' in depends && pathOf(depends)).toEqual(['b'])
  expect(givenBy(new Source('c/templates/a.yaml', 'text'), 0)).toBeUndefined()
})
