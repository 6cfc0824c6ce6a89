import { TemplateError } from '../errors.ts'
import { goTypeOf } from '../functions/function.ts'
import { childDatum, dependenciesIn, type Provenance, union } from '../value/provenance.ts'
import {
  type Dict,
  dependenciesOf,
  depending,
  entryOf,
  type Method,
  Nil,
  partOf,
  Text,
  type Value,
} from '../value/value.ts'

/** A value at the end of a pipeline, where Go forgets the type that nil had. */
export const settled = (value: Value): Value =>
  value.kind === 'nil' && value.isTyped ? new Nil(value.provenance) : value

const typed = (value: Value): Value => (value.kind === 'nil' ? new Nil(value.provenance, true) : value)

/**
 * `value.a.b`; arguments go to the last field, which must be a method then.
 * @throws TemplateError where Go fails: a field of nil that was itself met on the way, of a text, of a struct without it.
 */
export function fieldsOf(value: Value, fields: readonly string[], args: readonly Value[]): Value {
  let at = value
  for (const [i, field] of fields.entries())
    at =
      at.kind === 'nil' && !at.isTyped
        ? fieldOfNil(at.provenance, field)
        : fieldOf(at, field, i === fields.length - 1 ? args : [])
  return at
}

function fieldOfNil(provenance: Provenance | undefined, field: string): Nil {
  const alias = provenance?.alias
  return new Nil(alias ? { alias: childDatum(alias, field), depends: provenance.depends } : provenance)
}

function fieldOf(value: Value, field: string, args: readonly Value[]): Value {
  if (value.kind === 'nil') throw new TemplateError(`nil pointer evaluating interface {}.${field}`)
  if (value.kind === 'dict' || value.kind === 'list' || value.kind === 'opaque') {
    const method = value.methods?.get(field)
    if (method) return callMethod(value, method, args)
    const found =
      value.kind === 'dict' ? entry(value, field) : value.kind === 'opaque' ? value.fields.get(field) : undefined
    if (found) {
      if (args.length > 0) throw new TemplateError(`${field} is not a method but has arguments`)
      return value.kind === 'dict' ? found : depending(found, value.provenance?.depends)
    }
  }
  throw new TemplateError(`can't evaluate field ${field} in type ${goTypeOf(value)}`)
}

function callMethod(owner: Value, method: Method, args: readonly Value[]): Value {
  return depending(
    method(args),
    args.reduce((depends, arg) => union(depends, dependenciesOf(arg)), owner.provenance?.depends),
  )
}

/** A missing key is what Go has for its map's type when there is nothing. */
function entry(dict: Dict, key: string): Value {
  const found = typed(entryOf(dict, key))
  if (found.kind !== 'nil' || dict.entries.has(key)) return found
  if (dict.goType === 'map[string]string') return new Text('', found.provenance)
  if (dict.goType === 'engine.files' || dict.goType === 'map[string][]uint8')
    return new Text('', found.provenance, { isBytes: true })
  return found
}

/** An item or entry in a loop; one that has no place of its own in the values depends on all that its list or dict is. */
export function itemOf(item: Value, container: Provenance | undefined): Value {
  if (!item.provenance?.alias) return typed(depending(item, dependenciesIn(container)))
  return typed(partOf(item, container))
}
