import { formatFloat } from '../value/float.ts'
import type { Num } from '../value/value.ts'

/** As Go's encoding/json writes a float64; it writes no number that is not finite. */
export function formatJson(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-6 || size >= 1e21)) return formatFloat(value, 'e').replace(/e-0/, 'e-')
  return formatFloat(value, 'f')
}

/** As go-yaml v2 writes the number that it reads from Go's JSON: whole ones that fit into 64 bits without a power of ten. */
export function formatYaml({ value }: Num): string {
  if (value === 0) return '0'
  const isWhole = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 64
  return isWhole ? formatFloat(value, 'f') : formatFloat(value)
}

/** As go-yaml v3 writes a number of Go. */
export const formatPretty = ({ value, type }: Num): string =>
  type === 'float64' ? formatFloat(value) : formatFloat(value, 'f')
