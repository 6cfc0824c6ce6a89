import { TemplateError, Untraced } from '../errors.ts'
import { type Dependencies, dependingOn, union } from '../value/provenance.ts'
import {
  Bool,
  Dict,
  dependenciesOf,
  depending,
  entryOf,
  List,
  Nil,
  sortedKeys,
  Text,
  type Value,
} from '../value/value.ts'
import { any, type CallContext, dict, keeping, type Parameter, rest, type TemplateFunction, text } from './function.ts'
import { unorderedEntriesOf } from './order.ts'
import { stringOf } from './stringify.ts'

/** The name of a map of anything. */
const PLAIN_MAP = 'map[string]interface {}'

/** A map of anything that is there: nothing can be put into a nil one. */
const filled = (instead: TemplateError | Untraced): Parameter<Dict> => ({
  ...dict,
  read(value) {
    if (value.kind === 'nil') throw instead
    return dict.read(value)
  },
})

/** What makes dicts, reads them and, as in Go, changes them for everybody who holds them. */
export const DICTS: Readonly<Record<string, TemplateFunction>> = {
  dict: keeping([rest(any)], ([pairs], context) => dictOf(pairs, context)),
  get: keeping([dict, text], ([given, key]) => {
    const found = entryOf(given, key.string)
    const value = given.entries.has(key.string) ? found : new Text('', found.provenance)
    return depending(value, dependenciesOf(key))
  }),
  set: keeping([filled(new TemplateError('assignment to entry in nil map')), text, any], ([given, key, value]) => {
    given.entries.set(key.string, depending(value, dependenciesOf(key)))
    return plain(given)
  }),
  unset: keeping([filled(new Untraced('a key of nil is unset')), text], ([given, key]) => {
    given.entries.delete(key.string)
    return plain(given)
  }),
  hasKey: keeping([dict, text], ([given, key]) =>
    depending(
      new Bool(given.entries.has(key.string)),
      union(dependenciesOf(entryOf(given, key.string)), dependenciesOf(key)),
    ),
  ),
  keys: keeping([rest(dict)], ([dicts]) => {
    const depends = dicts.map(unorderedEntriesOf).reduce(union, undefined)
    const names = dicts.flatMap(given => sortedKeys(given).map(key => keyOf(given, key)))
    return new List(names, dependingOn(depends), '[]string')
  }),
  values: keeping([dict], ([given]) => {
    const values = sortedKeys(given).map(key => entryOf(given, key))
    return new List(values, dependingOn(unorderedEntriesOf(given)))
  }),
  pick: keeping([dict, rest(text)], ([given, keys]) => {
    const names = new Set(keys.map(key => key.string))
    return part(given, keys, key => names.has(key))
  }),
  omit: keeping([dict, rest(text)], ([given, keys]) => {
    const names = new Set(keys.map(key => key.string))
    return part(given, keys, key => !names.has(key))
  }),
  pluck: keeping([text, rest(dict)], ([key, dicts]) => {
    const found = dicts.filter(({ entries }) => entries.has(key.string)).map(given => entryOf(given, key.string))
    const depends = dicts.map(given => dependenciesOf(entryOf(given, key.string))).reduce(union, dependenciesOf(key))
    return new List(found, dependingOn(depends))
  }),
  dig: keeping([rest(any)], ([path]) => dig(path)),
}

/** Passing a named map, such as `.Values`, through a function makes it a plain one. */
export const plain = (given: Dict): Dict =>
  given.goType === PLAIN_MAP ? given : new Dict(given.entries, given.provenance)

/** A key as a string; it is there because its entry is. */
const keyOf = (given: Dict, key: string): Text => new Text(key, dependingOn(dependenciesOf(entryOf(given, key))))

function dictOf(pairs: readonly Value[], context: CallContext): Dict {
  const entries = new Map<string, Value>()
  for (let i = 0; i < pairs.length; i += 2) {
    const key = stringOf(pairs[i] ?? new Nil(), context)
    entries.set(key.string, depending(pairs[i + 1] ?? new Text(''), dependenciesOf(key)))
  }
  return new Dict(entries)
}

/** A dict of some of the entries, which stay what they are. */
function part(given: Dict, by: readonly Text[], isWanted: (key: string) => boolean): Dict {
  const entries = [...given.entries]
    .filter(([key]) => isWanted(key))
    .map(([key]) => [key, entryOf(given, key)] as const)
  return new Dict(new Map(entries), dependingOn(by.map(dependenciesOf).reduce(union, dependenciesOf(given))))
}

/** `dig KEY... DEFAULT DICT`: the entry at a path; the default where a key is missing, but not where its value is nil. */
function dig(path: readonly Value[]): Value {
  const [fallback, last] = path.slice(-2)
  if (path.length < 3 || !fallback || !last) throw new TemplateError('dig needs at least three arguments')
  let at: Value = last
  let depends: Dependencies | undefined
  for (const key of path.slice(0, -2).map(key => text.read(key))) {
    if (at.kind !== 'dict' || at.goType !== PLAIN_MAP)
      throw new TemplateError('interface conversion: not map[string]interface {}')
    depends = union(depends, dependenciesOf(key))
    const found = entryOf(at, key.string)
    if (!at.entries.has(key.string)) return depending(fallback, union(depends, dependenciesOf(found)))
    at = found
  }
  return depending(at, depends)
}
