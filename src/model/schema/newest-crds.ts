import table from './newest-crds.json' with { type: 'json' }
import type { SchemaTable } from './structural.ts'

/** The newest version of the operator whose CRDs are known here; scripts/crd-schemas.ts takes in the next one. */
export const NEWEST = table.version

const kinds: Readonly<Record<string, unknown>> = table.kinds

/** The schema of a version of a kind in that release; undefined when it is not served there. */
export function newestSchema(groupKind: string, version: string): SchemaTable | undefined {
  const name = groupKind.replace('/', `/${version}/`)
  return Object.hasOwn(kinds, name) ? { root: kinds[name], parts: table.parts } : undefined
}
