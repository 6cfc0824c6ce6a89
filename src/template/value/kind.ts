import { bytesOf } from './bytes.ts'
import { Num, type Value } from './value.ts'

/** Named types of Go whose kind their name does not show; helm 3's numbers are strings. */
const KINDS: Readonly<Record<string, string>> = {
  'json.Number': 'string',
  'time.Duration': 'int64',
  'time.Month': 'int',
  'time.Weekday': 'int',
}

/** The name of Go's kind of a value, as `kindOf` has it. */
export function kindOf(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return 'invalid'
    case 'bool':
      return 'bool'
    case 'number':
      return value.type
    case 'text':
      return value.isBytes ? 'slice' : 'string'
    case 'list':
      return 'slice'
    case 'dict':
      return 'map'
    case 'opaque':
      return value.goType.startsWith('*') ? 'ptr' : (KINDS[value.goType] ?? 'struct')
  }
}

/** The items of what is a slice in Go: a list, or the numbers of a `[]byte`; undefined for all else. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'list') return value.items
  if (value.kind === 'text' && value.isBytes)
    return [...bytesOf(value)].map(byte => new Num(byte, 'uint8', value.provenance))
  return undefined
}
