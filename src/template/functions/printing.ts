import { printValue } from '../value/print.ts'
import { concatAll } from '../value/text.ts'
import type { Text, Value } from '../value/value.ts'
import { any, type CallContext, keeping, rest, type TemplateFunction } from './function.ts'
import { printf } from './printf.ts'
import { readable, utf8 } from './stringify.ts'

/** The string that helm 3 has for a number of the values. */
const JSON_NUMBER = 'json.Number'

/** Go's fmt.Sprint: spaces stand between two neighbours of which neither is a string. */
export function print(values: readonly Value[], { budget }: CallContext): Text {
  if (values.length === 1 && values[0]) return printValue(values[0], budget)
  const isString = (value: Value | undefined): boolean =>
    (value?.kind === 'text' && !value.isBytes) || (value?.kind === 'opaque' && value.goType === JSON_NUMBER)
  const printed = concatAll(
    values.flatMap((value, i) => {
      const isApart = i > 0 && !isString(value) && !isString(values[i - 1])
      return [isApart ? ' ' : '', readable(printValue(value, budget))]
    }),
  )
  budget.write(printed.string.length)
  return printed
}

/** Go's fmt.Sprintln: spaces between all, and a line break. */
function println(values: readonly Value[], { budget }: CallContext): Text {
  const printed = values.flatMap((value, i) => [i === 0 ? '' : ' ', readable(printValue(value, budget))])
  return concatAll([...printed, '\n'])
}

/** Functions of Go's own that print. */
export const PRINTING: Readonly<Record<string, TemplateFunction>> = {
  print: keeping([rest(any)], ([values], context) => print(values, context)),
  println: keeping([rest(any)], ([values], context) => println(values, context)),
  printf: keeping([utf8, rest(any)], ([format, values], context) => printf(format, values, context)),
}
