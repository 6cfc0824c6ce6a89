import { Bool, Dict, List, Nil, Num, Text, type Value } from '../../../src/template/value/value.ts'

/** A value as JSON has it. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'nil':
      return null
    case 'bool':
    case 'number':
      return value.value
    case 'text':
      return value.string
    case 'list':
      return value.isNil ? null : value.items.map(plain)
    case 'dict':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]))
    case 'opaque':
      return value.printed
  }
}

/** What JSON holds as the values of a chart hold it. */
export function valueFrom(json: unknown): Value {
  if (json === null || json === undefined) return new Nil()
  if (typeof json === 'string') return new Text(json)
  if (typeof json === 'number') return new Num(json, 'float64')
  if (typeof json === 'boolean') return new Bool(json)
  if (Array.isArray(json)) return new List(json.map(valueFrom))
  return new Dict(new Map(Object.entries(json as object).map(([key, entry]) => [key, valueFrom(entry)])))
}
