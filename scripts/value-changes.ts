import type { Change } from '../src/template/change.ts'
import { pathOf } from '../src/template/value/provenance.ts'
import { Bool, Dict, List, Num, Text, type Value } from '../src/template/value/value.ts'

/** One change for each leaf of the effective values; what has no key of its own in the values is left out. */
export function changesOf(values: Value): Change[] {
  if (values.kind === 'dict' && values.entries.size > 0) return [...values.entries.values()].flatMap(changesOf)
  if (values.kind === 'list' && values.items.length > 0) return values.items.flatMap(changesOf)
  const alias = values.provenance?.alias
  const path = alias ? pathOf(alias) : []
  return path.length === 0 ? [] : [{ path, value: anotherValue(values) }]
}

function anotherValue(value: Value): Value {
  switch (value.kind) {
    case 'bool':
      return new Bool(!value.value)
    case 'number':
      return new Num(value.value + 1, 'float64')
    case 'text':
      return new Text(value.string === '' ? 'changed' : `${value.string}x`)
    case 'list':
      return new List([new Text('changed')])
    case 'dict':
      return new Dict(new Map([['changed', new Text('changed')]]))
    default:
      return new Text('changed')
  }
}

/** A value as JSON has it, which helm reads as a values file. */
export function plainOf(value: Value): unknown {
  switch (value.kind) {
    case 'bool':
    case 'number':
      return value.value
    case 'text':
      return value.string
    case 'list':
      return value.items.map(plainOf)
    case 'dict':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plainOf(item)]))
    default:
      return null
  }
}
