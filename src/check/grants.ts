import { type Grant, nameOfSubject } from '../model/rbac/rbac.ts'
import type { Related } from './rule.ts'
import { shortened } from './words.ts'

/** More are not read by anybody; the bindings are listed beside the finding. */
const NAMED = 6

/** Who holds the grants, and where: `Group developers (in namespace shop), User ann (in all namespaces)`. */
export function holders(grants: readonly Grant[]): string {
  const bySubject = Map.groupBy(grants, ({ subject }) => nameOfSubject(subject))
  return shortened(
    [...bySubject].map(([name, held]) => `${name} (in ${scopeOf(held)})`),
    NAMED,
  ).join(', ')
}

function scopeOf(grants: readonly Grant[]): string {
  const namespaces = [...new Set(grants.map(({ namespace }) => namespace))]
  if (namespaces.includes(undefined)) return 'all namespaces'
  const known = namespaces.filter(Boolean)
  return known.length > 0
    ? `namespace ${shortened(
        known.flatMap(namespace => namespace ?? []),
        NAMED,
      ).join(', ')}`
    : 'the namespace of its binding'
}

/** The bindings that make the grants, each once. */
export function bindingsOf(grants: readonly Grant[]): Related[] {
  const byBinding = Map.groupBy(grants, ({ binding }) => binding)
  return [...byBinding].map(([manifest, held]) => ({
    manifest,
    path: ['subjects'],
    message: `bound here to ${shortened([...new Set(held.map(({ subject }) => nameOfSubject(subject)))], NAMED).join(', ')}`,
  }))
}
