import { TemplateError, Untraced } from '../errors.ts'
import { isAscii } from '../value/bytes.ts'
import { printValue } from '../value/print.ts'
import { type Edit, splice } from '../value/splice.ts'
import { concatAll, mapPieces, replaceWhole } from '../value/text.ts'
import type { Text, Value } from '../value/value.ts'
import { any, type CallContext, integer, keeping, rest, type TemplateFunction } from './function.ts'
import { readable, steeredBy, utf8 } from './stringify.ts'
import { wrap } from './wrap.ts'

const SPACES = /[\t\n\v\f\r ]+/g

/** `strings.Repeat(' ', n)`. */
function padding(spaces: number, { budget }: CallContext): string {
  if (spaces < 0) throw new TemplateError('strings: negative Repeat count')
  budget.write(spaces)
  return ' '.repeat(spaces)
}

const indent = (begin: string): TemplateFunction =>
  keeping([integer, utf8], ([spaces, given], context) => {
    const pad = padding(spaces.value, context)
    const lines = countOf(given.string, '\n')
    context.budget.write(given.string.length + lines * pad.length)
    const body = lines === 0 ? given : mapPieces(given, piece => piece.replaceAll('\n', `\n${pad}`))
    return steeredBy(concatAll([begin + pad, body]), spaces)
  })

function countOf(string: string, part: string): number {
  let count = 0
  for (let at = string.indexOf(part); at >= 0; at = string.indexOf(part, at + part.length)) count++
  return count
}

/** All of `old` replaced; an empty one stands before each character and at the end. */
function replace(given: Text, old: string, replacement: Text, { budget }: CallContext): Text {
  const starts = old === '' ? charactersOf(given.string) : placesOf(given.string, old)
  budget.step(starts.length)
  budget.write(given.string.length + starts.length * replacement.string.length)
  return splice(
    given,
    starts.map((start): Edit => ({ start, end: start + old.length, replacement })),
  )
}

function placesOf(string: string, part: string): number[] {
  const places: number[] = []
  for (let at = string.indexOf(part); at >= 0; at = string.indexOf(part, at + part.length)) places.push(at)
  return places
}

function charactersOf(string: string): number[] {
  const offsets = [0]
  let offset = 0
  for (const character of string) {
    offset += character.length
    offsets.push(offset)
  }
  return offsets
}

/** @throws Untraced for text that is not ASCII, whose single bytes Go takes for characters */
function withoutSpaces(given: Text): Text {
  if (!isAscii(given.string)) throw new Untraced('spaces are taken out of text that is not ASCII')
  const found = [...given.string.matchAll(SPACES)]
  return splice(
    given,
    found.map(({ index, 0: { length } }): Edit => ({ start: index, end: index + length, replacement: '' })),
  )
}

/** Values with spaces between them. */
function cat(values: readonly Value[], context: CallContext): Text {
  const texts = values.filter(value => value.kind !== 'nil').map(value => readable(printValue(value, context.budget)))
  const joined = concatAll(texts.flatMap((item, i) => (i === 0 ? [item] : [' ', item])))
  context.budget.write(joined.string.length)
  return joined
}

/** Functions that lay text out. */
export const LAYOUT: Readonly<Record<string, TemplateFunction>> = {
  indent: indent(''),
  nindent: indent('\n'),
  replace: keeping([utf8, utf8, utf8], ([old, replacement, given], context) =>
    steeredBy(replace(given, old.string, replacement, context), old),
  ),
  repeat: keeping([integer, utf8], ([count, given], { budget }) => {
    if (count.value < 0) throw new TemplateError('strings: negative Repeat count')
    budget.write(count.value * given.string.length)
    budget.step(count.value)
    return steeredBy(concatAll(Array.from({ length: count.value }, () => given)), count)
  }),
  nospace: keeping([utf8], ([given]) => withoutSpaces(given)),
  cat: keeping([rest(any)], ([values], context) =>
    steeredBy(cat(values, context), ...values.filter(value => value.kind === 'nil')),
  ),
  plural: keeping([utf8, utf8, integer], ([one, many, count]) => steeredBy(count.value === 1 ? one : many, count)),
  wrap: keeping([integer, utf8], ([width, given]) =>
    steeredBy(replaceWhole(given, wrap(given.string, width.value, '\n', false)), width),
  ),
  wrapWith: keeping([integer, utf8, utf8], ([width, separator, given]) =>
    steeredBy(replaceWhole(given, wrap(given.string, width.value, separator.string, true)), width, separator),
  ),
}
