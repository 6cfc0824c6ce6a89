import { expect, test } from 'vitest'
import { Source } from '../../src/template/execute/source.ts'
import { TracedText } from '../../src/template/origin.ts'
import { childDatum, rootDatum } from '../../src/template/value/provenance.ts'
import { type Segment, Text } from '../../src/template/value/text.ts'

const source = new Source('c/templates/a.yaml', 'a: "{{ .Values.x }}"\nb: {{ .Values.y }}\nlast\n')
const site = (offset: number, kind: 'text' | 'action') => ({
  ...{ source, offset, kind, frame: undefined, condition: undefined },
})
const text = (text: string, offset: number): Segment => ({
  ...{ text, site: site(offset, 'text'), linesBefore: 0, provenance: undefined },
})
const value = (text: string, offset: number, key: string): Segment => ({
  ...{ text, site: site(offset, 'action'), linesBefore: 0 },
  provenance: { alias: childDatum(rootDatum('values'), key), depends: undefined },
})
const traced = new TracedText(
  new Text([
    text('a: "', 0),
    value('one', 4, 'x'),
    text('"\nb: ', 19),
    value('k: 1\nl: 2', 24, 'y'),
    text('\nlast\n', 39),
  ]),
)
const originOf = (part: string) => {
  const start = traced.text.indexOf(part)
  return traced.originOf(start, start + part.length)
}

test('quotes around a datum do not keep it from being one', () => {
  expect(originOf('"one"')).toMatchObject({
    isOneDatum: true,
    definition: { line: 1 },
    pieces: [{ alias: { key: 'x' } }],
  })
})

test('what is asked for counts, not the piece that it is cut out of', () => {
  expect(originOf('last')).toMatchObject({ isOneDatum: false, definition: { line: 3 }, aliases: [] })
  expect(originOf('one"').pieces).toHaveLength(1)
  expect(originOf('one"\nb').pieces).toHaveLength(2)
})

test('a line of a text that a value is', () => {
  expect(originOf('k: 1').given).toMatchObject({ datum: { key: 'y' }, linesBefore: 0 })
  expect(originOf('l: 2')).toMatchObject({ given: { datum: { key: 'y' }, linesBefore: 1 }, definition: { line: 2 } })
  expect(originOf('last').given).toBeUndefined()
})
