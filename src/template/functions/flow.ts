import { type Dependencies, union } from '../value/provenance.ts'
import { Bool, dependenciesOf, depending, isTrue, Nil, type Value } from '../value/value.ts'
import { any, deriving, flag, keeping, rest, type TemplateFunction } from './function.ts'

/** What chooses between values; the chosen one stays what it is, and depends on those that were looked at before it. */
export const FLOW: Readonly<Record<string, TemplateFunction>> = {
  not: deriving([any], ([value]) => !isTrue(value)),
  default: keeping([any, rest(any)], ([fallback, [given]]) =>
    given === undefined || isTrue(given) ? (given ?? fallback) : depending(fallback, dependenciesOf(given)),
  ),
  empty: deriving([any], ([value]) => !isTrue(value)),
  coalesce: keeping([rest(any)], ([values]) => firstFilled(values)),
  ternary: keeping([any, any, flag], ([yes, no, test]) => depending(test.value ? yes : no, dependenciesOf(test))),
  all: keeping([rest(any)], ([values]) => untilDecided(values, false)),
  any: keeping([rest(any)], ([values]) => untilDecided(values, true)),
}

function firstFilled(values: readonly Value[]): Value {
  let depends: Dependencies | undefined
  for (const value of values) {
    if (isTrue(value)) return depending(value, depends)
    depends = union(depends, dependenciesOf(value))
  }
  return depending(new Nil(), depends)
}

/** Goes over the values until one has the truth that decides. */
function untilDecided(values: readonly Value[], deciding: boolean): Value {
  let depends: Dependencies | undefined
  for (const value of values) {
    depends = union(depends, dependenciesOf(value))
    if (isTrue(value) === deciding) return depending(new Bool(deciding), depends)
  }
  return depending(new Bool(!deciding), depends)
}
