import { TemplateError } from '../errors.ts'
import { byteLength, bytesOf } from '../value/bytes.ts'
import { kindOf } from '../value/kind.ts'
import { childDatum } from '../value/provenance.ts'
import { dependenciesOf, depending, entryOf, type List, Nil, Num, Text, type Value } from '../value/value.ts'
import { any, goTypeOf, int, keeping, rest, type TemplateFunction } from './function.ts'
import { orderlessDependenciesOf } from './order.ts'

/** Go's own `len` and `index`. */
export const ACCESS: Readonly<Record<string, TemplateFunction>> = {
  len: keeping([any], ([value]) => depending(int(lengthOf(value)), orderlessDependenciesOf(value))),
  index: keeping([any, rest(any)], ([value, keys]) => {
    if (value.kind === 'nil') throw new TemplateError('index of untyped nil')
    return keys.reduce(indexed, value)
  }),
}

/** The item of a list at a place; one that is missing is nil that says which it would be. */
export function itemAt(list: List, index: number): Value {
  const item = list.items[index]
  const { alias, depends } = list.provenance ?? {}
  if (item) return item.provenance?.alias && alias ? depending(item, depends) : depending(item, dependenciesOf(list))
  return new Nil(alias ? { alias: childDatum(alias, Math.max(index, 0)), depends } : list.provenance)
}

function lengthOf(value: Value): number {
  if (value.kind === 'list') return value.items.length
  if (value.kind === 'dict') return value.entries.size
  if (value.kind === 'text') return value.bytes ? value.bytes.length : byteLength(value.string)
  if (value.kind === 'opaque' && value.goType === 'json.Number') return byteLength(value.printed)
  throw new TemplateError(value.kind === 'nil' ? 'len of nil pointer' : `len of type ${goTypeOf(value)}`)
}

function indexed(value: Value, key: Value): Value {
  const depends = dependenciesOf(key)
  switch (value.kind) {
    case 'list':
      return depending(itemAt(value, placeIn(value.items.length, key)), depends)
    case 'text': {
      const bytes = bytesOf(value)
      const byte = new Num(bytes[placeIn(bytes.length, key)] ?? 0, 'uint8')
      return depending(depending(byte, dependenciesOf(value)), depends)
    }
    case 'dict':
      if (key.kind !== 'text' || key.isBytes)
        throw new TemplateError(`value has type ${goTypeOf(key)}; should be string`)
      return depending(zeroFor(value.goType, entryOf(value, key.string)), depends)
    case 'nil':
      throw new TemplateError('index of nil pointer')
    default:
      throw new TemplateError(`can't index item of type ${goTypeOf(value)}`)
  }
}

function placeIn(length: number, key: Value): number {
  const isWhole = key.kind === 'number' && kindOf(key) !== 'float64'
  if (!isWhole) throw new TemplateError(`cannot index slice/array with type ${goTypeOf(key)}`)
  if (key.value < 0 || key.value >= length) throw new TemplateError(`index out of range: ${key.value}`)
  return key.value
}

/** What Go's maps of strings or bytes have where there is no entry. */
export function zeroFor(goType: string, entry: Value): Value {
  if (entry.kind !== 'nil') return entry
  if (goType === 'map[string]string') return new Text('', entry.provenance)
  if (goType === 'map[string][]uint8' || goType === 'engine.files')
    return new Text('', entry.provenance, { isBytes: true })
  return entry
}
