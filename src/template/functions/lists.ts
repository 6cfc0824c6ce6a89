import { TemplateError, Untraced } from '../errors.ts'
import type { Budget } from '../execute/budget.ts'
import { isDeepEqual } from '../value/equal.ts'
import { itemsOf, kindOf } from '../value/kind.ts'
import { type Dependencies, dependingOn, union } from '../value/provenance.ts'
import {
  Bool,
  deepDependenciesOf,
  dependenciesOf,
  depending,
  isTrue,
  List,
  Nil,
  type Num,
  type Value,
} from '../value/value.ts'
import { itemAt } from './access.ts'
import { toInt64 } from './cast.ts'
import { any, integer, keeping, rest, type TemplateFunction } from './function.ts'
import { orderlessDependenciesOf } from './order.ts'

const list = keeping([rest(any)], ([items], { budget }) => listOf(items, undefined, budget))
const append = keeping([any, any], ([given, item], { budget }) =>
  listOf([...sliceOf(given).items, item], dependenciesOf(given), budget),
)

/** What makes lists of lists. Items stay what they are; a new list depends on those it was made of. */
const PLAIN: Readonly<Record<string, TemplateFunction>> = {
  first: keeping([any], ([given]) => itemAt(sliceOf(given), 0)),
  last: keeping([any], ([given]) => itemAt(sliceOf(given), sliceOf(given).items.length - 1)),
  rest: keeping([any], ([given], { budget }) => remaining(given, 1, undefined, budget)),
  initial: keeping([any], ([given], { budget }) => remaining(given, 0, -1, budget)),
  append,
  push: append,
  prepend: keeping([any, any], ([given, item], { budget }) =>
    listOf([item, ...sliceOf(given).items], dependenciesOf(given), budget),
  ),
  reverse: keeping([any], ([given], { budget }) =>
    listOf(sliceOf(given).items.toReversed(), dependenciesOf(given), budget),
  ),
  compact: keeping([any], ([given], { budget }) => chosen(given, sliceOf(given).items.filter(isTrue), [], budget)),
  uniq: keeping([any], ([given], { budget }) => chosen(given, unique(sliceOf(given).items, budget), [], budget)),
  without: keeping([any, rest(any)], ([given, omitted], { budget }) =>
    chosen(
      given,
      sliceOf(given).items.filter(item => !includes(omitted, item, budget)),
      omitted,
      budget,
    ),
  ),
  has: keeping([any, any], ([item, given], { budget }) => {
    if (given.kind === 'nil') return depending(new Bool(false), dependenciesOf(given))
    return depending(new Bool(includes(sliceOf(given).items, item, budget)), decidedBy(given, [item]))
  }),
  slice: keeping([any, rest(any)], ([given, places], { budget }) => sliced(given, places, budget)),
  chunk: keeping([integer, any], ([size, given], { budget }) => chunks(size, given, budget)),
}

/** Lists, each with its form that fails by returning an error; in a template both fail alike. */
export const LISTS: Readonly<Record<string, TemplateFunction>> = {
  ...PLAIN,
  ...Object.fromEntries(
    Object.entries(PLAIN).map(([name, called]) => [`must${name[0]?.toUpperCase()}${name.slice(1)}`, called]),
  ),
  list,
  tuple: list,
  concat: keeping([rest(any)], ([lists], { budget }) => {
    const items = lists.flatMap(given => sliceOf(given).items)
    const depends = lists.map(dependenciesOf).reduce(union, undefined)
    return items.length === 0 ? nilList(depends) : listOf(items, depends, budget)
  }),
}

/** What Go has as a slice. @throws TemplateError for anything else, nil too. */
function sliceOf(value: Value): List {
  if (value.kind === 'list') return value
  const items = itemsOf(value)
  if (!items) throw new TemplateError(`Cannot find a list in type ${kindOf(value)}`)
  return new List(items, value.provenance, '[]uint8')
}

function listOf(items: readonly Value[], depends: Dependencies | undefined, budget: Budget): List {
  budget.step(items.length)
  return new List(items, dependingOn(depends))
}

const nilList = (depends: Dependencies | undefined): List =>
  new List([], dependingOn(depends), undefined, undefined, true)

function remaining(given: Value, from: number, to: number | undefined, budget: Budget): List {
  const { items } = sliceOf(given)
  const depends = dependenciesOf(given)
  return items.length === 0 ? nilList(depends) : listOf(items.slice(from, to), depends, budget)
}

/** What is left of a list once its items, and others, decided which stay. */
const chosen = (given: Value, items: readonly Value[], by: readonly Value[], budget: Budget): List =>
  listOf(items, union(dependenciesOf(given), decidedBy(given, by)), budget)

/** What a list's items and others decide, whatever the order. */
const decidedBy = (given: Value, others: readonly Value[]): Dependencies | undefined => {
  const inside = given.kind === 'list' ? given.items.map(deepDependenciesOf) : []
  return [orderlessDependenciesOf(given), ...inside, ...others.map(deepDependenciesOf)].reduce(union, undefined)
}

const includes = (items: readonly Value[], wanted: Value, budget: Budget): boolean =>
  items.some(item => isDeepEqual(item, wanted, budget))

function unique(items: readonly Value[], budget: Budget): readonly Value[] {
  const found: Value[] = []
  for (const item of items) if (!includes(found, item, budget)) found.push(item)
  return found
}

/** `slice LIST [START [END]]`, with the list's own type; an empty list gives nil. */
function sliced(given: Value, places: readonly Value[], budget: Budget): Value {
  const { items, goType } = sliceOf(given)
  const depends = [given, ...places].map(dependenciesOf).reduce(union, undefined)
  if (items.length === 0) return depending(new Nil(), depends)
  const start = places[0] ? toInt64(places[0]) : 0
  const end = places[1] ? toInt64(places[1]) : items.length
  if (end > items.length) throw new Untraced('a list is cut beyond its end, where Go may still have room')
  if (start < 0 || end < start) throw new TemplateError('slice index out of bounds')
  budget.step(end - start)
  return new List(items.slice(start, end), dependingOn(depends), goType)
}

/** Lists of a size, the last one shorter; sizes below 1 do what Go's arithmetic makes of them. */
function chunks(size: Num, given: Value, budget: Budget): List {
  const { items } = sliceOf(given)
  const count = Math.floor((items.length - 1) / size.value) + 1
  const depends = union(dependenciesOf(given), dependenciesOf(size))
  if (!Number.isFinite(count) || count < 0) throw new TemplateError('makeslice: len out of range')
  const parts: List[] = []
  for (let start = 0; parts.length < count; start += size.value) {
    const isLast = parts.length === count - 1
    const length = isLast ? items.length % size.value || size.value : size.value
    if (length < 0) throw new TemplateError('makeslice: len out of range')
    parts.push(listOf(items.slice(start, start + length), depends, budget))
  }
  return new List(parts, dependingOn(depends), '[][]interface {}')
}
