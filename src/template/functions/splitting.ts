import { parts, type Span } from '../value/splice.ts'
import { concatAll } from '../value/text.ts'
import { Bool, compareBytes, Dict, dependenciesOf, type Text, type Value } from '../value/value.ts'
import { any, type CallContext, deriving, integer, keeping, type TemplateFunction } from './function.ts'
import { ordered } from './order.ts'
import { readable, steeredBy, stringList, stringOf, stringsOf, utf8 } from './stringify.ts'

/** The parts of a text between separators, at most `limit` of them (-1: all); an empty separator parts characters. */
function split(given: Text, separator: string, limit: number, { budget }: CallContext): Text[] {
  if (limit === 0) return []
  const spans = separator === '' ? characters(given.string, limit) : between(given.string, separator, limit)
  budget.step(spans.length)
  return parts(given, spans)
}

function between(string: string, separator: string, limit: number): Span[] {
  const spans: Span[] = []
  let start = 0
  for (let at = string.indexOf(separator); at >= 0 && spans.length !== limit - 1; ) {
    spans.push({ start, end: at })
    start = at + separator.length
    at = string.indexOf(separator, start)
  }
  return [...spans, { start, end: string.length }]
}

function characters(string: string, limit: number): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const character of string) {
    const isLast = spans.length === limit - 1
    spans.push({ start, end: isLast ? string.length : start + character.length })
    if (isLast) break
    start += character.length
  }
  return spans
}

/** `{_0: …, _1: …}`. */
const numbered = (items: readonly Text[], given: Text): Dict =>
  new Dict(
    new Map(items.map((item, i): [string, Value] => [`_${i}`, item])),
    steeredBy(new Bool(true), given).provenance,
    'map[string]string',
  )

function join(separator: Text, list: Value, context: CallContext): Text {
  const items = stringsOf(list, context).map(readable)
  context.budget.write(items.reduce((length, { string }) => length + string.length + separator.string.length, 0))
  const joined = concatAll(items.flatMap((item, i) => (i === 0 ? [item] : [separator, item])))
  return list.kind === 'list' || list.kind === 'nil' ? joined.depending(dependenciesOf(list)) : joined
}

function sortAlpha(given: Value, context: CallContext): Value {
  const list = given.kind === 'list' ? ordered(given) : given
  const isList = list.kind === 'list' || (list.kind === 'text' && list.isBytes)
  const items = isList ? stringsOf(list, context).map(readable) : [stringOf(list, context)]
  return stringList(
    items.toSorted((a, b) => compareBytes(a.string, b.string)),
    dependenciesOf(list),
  )
}

const test = (holds: (given: string, part: string) => boolean): TemplateFunction =>
  deriving([utf8, utf8], ([part, given]) => holds(given.string, part.string))

/** Functions between texts and lists of texts, and those that look for one text in another. */
export const SPLITTING: Readonly<Record<string, TemplateFunction>> = {
  split: keeping([utf8, utf8], ([separator, given], context) =>
    steeredBy(numbered(split(given, separator.string, -1, context), given), separator),
  ),
  splitn: keeping([utf8, integer, utf8], ([separator, limit, given], context) =>
    steeredBy(numbered(split(given, separator.string, limit.value, context), given), separator, limit),
  ),
  splitList: keeping([utf8, utf8], ([separator, given], context) =>
    steeredBy(stringList(split(given, separator.string, -1, context), given.depends), separator),
  ),
  join: keeping([utf8, any], ([separator, list], context) => join(separator, list, context)),
  sortAlpha: keeping([any], ([list], context) => sortAlpha(list, context)),
  toString: keeping([any], ([value], context) => stringOf(value, context)),
  toStrings: keeping([any], ([list], context) => stringList(stringsOf(list, context), dependenciesOf(list))),
  contains: test((given, part) => given.includes(part)),
  hasPrefix: test((given, part) => given.startsWith(part)),
  hasSuffix: test((given, part) => given.endsWith(part)),
}
