import { Untraced } from '../errors.ts'
import { printValue } from '../value/print.ts'
import type { Dependencies } from '../value/provenance.ts'
import { union } from '../value/provenance.ts'
import { dependenciesOf, depending, List, Text, type Value } from '../value/value.ts'
import { type CallContext, type Parameter, text } from './function.ts'

/** A `string` that is UTF-8. @throws Untraced when it is not: positions in it would not be Go's. */
export const utf8: Parameter<Text> = { ...text, read: value => readable(text.read(value)) }

/** @throws Untraced when a text is not UTF-8. */
export function readable(given: Text): Text {
  if (given.bytes) throw new Untraced('a text that is not UTF-8 is worked on')
  return given
}

/** A value as sprig makes it a string: strings and bytes as they are, all else as Go prints it. */
export function stringOf(value: Value, { budget }: CallContext): Text {
  if (value.kind !== 'text') return printValue(value, budget)
  if (!value.isBytes) return value
  return new Text(value.string, value.provenance, { bytes: value.bytes })
}

/** As `stringOf`, for what goes on to work on the text. @throws Untraced when it is not UTF-8. */
export const readableStringOf = (value: Value, context: CallContext): Text => readable(stringOf(value, context))

/** The strings of a list without its nils; a value that is no list is a list of itself, nil an empty one. */
export function stringsOf(value: Value, context: CallContext): Text[] {
  if (value.kind === 'nil') return []
  if (value.kind === 'text' && value.isBytes)
    return [...(value.bytes ?? Buffer.from(value.string))].map(byte => new Text(String(byte), value.provenance))
  if (value.kind !== 'list') return [stringOf(value, context)]
  context.budget.step(value.items.length)
  return value.items.filter(item => item.kind !== 'nil').map(item => stringOf(item, context))
}

/** Go's `[]string`. */
export const stringList = (items: readonly Text[], depends: Dependencies | undefined): List =>
  new List(items, depends && { alias: undefined, depends }, '[]string')

/** A result that also depends on arguments that only steered it. */
export function steeredBy<V extends Value>(result: V, ...arguments_: readonly Value[]): V {
  return depending(result, arguments_.map(dependenciesOf).reduce(union, undefined)) as V
}
