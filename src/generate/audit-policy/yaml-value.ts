import type { YamlValue } from '../../finding.ts'
import { asMapping } from '../../parse/untyped.ts'

/** Something that was read from YAML, as what is written to it. */
export function yamlValueOf(value: unknown): YamlValue {
  if (Array.isArray(value)) return value.map(yamlValueOf)
  const mapping = asMapping(value)
  if (mapping) return Object.fromEntries(Object.entries(mapping).map(([key, item]) => [key, yamlValueOf(item)]))
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  return String(value)
}
