import { TemplateError } from '../errors.ts'
import type { Pipeline } from '../syntax/tree.ts'
import { printValue } from '../value/print.ts'
import { dependenciesIn, dependingOn, union } from '../value/provenance.ts'
import { type Dict, dependenciesOf, type List, Num, sortedKeys, Text, type Value } from '../value/value.ts'
import { itemOf } from './field.ts'

/** One turn of a loop. */
export interface Turn {
  readonly key: Value
  readonly item: Value
  /** The key or index, as conditions name it. */
  readonly iteration: string | number
}

/**
 * What `range` goes through: lists, dicts in the order of their keys, whole numbers up to one; nil is empty.
 * @throws TemplateError for everything else.
 */
export function turnsOf(value: Value, { variables }: Pipeline): Iterable<Turn> {
  switch (value.kind) {
    case 'nil':
      return []
    case 'list':
      return turnsOfList(value)
    case 'dict':
      return turnsOfDict(value)
    case 'number':
      if (value.type === 'float64') break
      if (variables.length > 1)
        throw new TemplateError(`can't use ${value.value} to iterate over more than one variable`)
      return turnsOfNumber(value)
  }
  throw new TemplateError(`range can't iterate over ${printValue(value).string}`)
}

function* turnsOfList(list: List): Generator<Turn> {
  const provenance = dependingOn(dependenciesOf(list))
  for (const [i, item] of list.items.entries())
    yield { key: new Num(i, 'int', provenance), item: itemOf(item, list.provenance), iteration: i }
}

/** The entries are those from before the loop, whatever the loop does to the dict. */
function turnsOfDict(dict: Dict): Turn[] {
  const depends = dependenciesOf(dict)
  return sortedKeys(dict).flatMap(key => {
    const entry = dict.entries.get(key)
    if (!entry) return []
    const provenance = dependingOn(union(entry.provenance?.alias, depends))
    return [{ key: new Text(key, provenance), item: itemOf(entry, dict.provenance), iteration: key }]
  })
}

function* turnsOfNumber({ value, type, provenance }: Num): Generator<Turn> {
  const depends = dependingOn(dependenciesIn(provenance))
  for (let i = 0; i < value; i++) {
    const item = new Num(i, type, depends)
    yield { key: item, item, iteration: i }
  }
}
