import type { Budget } from '../execute/budget.ts'
import { dependingOn, union } from '../value/provenance.ts'
import { dependenciesOf, List, Num, type Value } from '../value/value.ts'
import { deriving, integer, keeping, rest, type TemplateFunction } from './function.ts'

/** What counts. */
export const RANGES: Readonly<Record<string, TemplateFunction>> = {
  until: keeping([integer], ([end], { budget }) => numbers([new Num(0, 'int'), end], end.value < 0 ? -1 : 1, budget)),
  untilStep: keeping([integer, integer, integer], ([start, end, step], { budget }) =>
    numbers([start, end, step], step.value, budget),
  ),
  seq: deriving([rest(integer)], ([bounds], { budget }) => {
    const text = sequence(
      bounds.map(({ value }) => value),
      budget,
    ).join(' ')
    budget.write(text.length)
    return text
  }),
}

/** Go's `[]int` between two bounds. */
function numbers(bounds: readonly [Num, Num, ...Num[]], step: number, budget: Budget): List {
  const depends = bounds.map((bound: Value) => dependenciesOf(bound)).reduce(union, undefined)
  const provenance = dependingOn(depends)
  const [start, end] = bounds
  const items = count(start.value, end.value, step, budget).map(value => new Num(value, 'int', provenance))
  return new List(items, provenance, '[]int')
}

/** The whole numbers from a start to before an end; none where the step leads away from it. */
function count(start: number, end: number, step: number, budget: Budget): number[] {
  const found: number[] = []
  if (end < start ? step >= 0 : step <= 0) return found
  budget.step(Math.ceil((end - start) / step))
  for (let at = start; step > 0 ? at < end : at > end; at += step) found.push(at)
  return found
}

/** As the command `seq`: END, START END or START STEP END, the end included. */
function sequence(bounds: readonly number[], budget: Budget): number[] {
  if (bounds.length === 0 || bounds.length > 3) return []
  const start = bounds.length === 1 ? 1 : (bounds[0] ?? 1)
  const end = bounds.at(-1) ?? 1
  const direction = end < start ? -1 : 1
  const step = bounds.length === 3 ? (bounds[1] ?? 1) : direction
  return end < start && step > 0 && bounds.length === 3 && direction < 0
    ? []
    : count(start, end + direction, step, budget)
}
