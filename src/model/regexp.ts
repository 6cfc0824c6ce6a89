import { compileGoRegexp } from './go-regexp.ts'

/** Names that have nothing in common but that they are not empty. */
const PROBES = ['a', 'Z', '7', 'team-a/db_password', 'prod.shop:key', '/x/y', 'secret', 'ß', '-', '_', ' ', '9a-B c']

/** Whether an expression, as the operator uses it (without anchors), takes every name of a secret or key. */
export const matchesEverything = (pattern: string): boolean => matchesAllOf(pattern, PROBES)

/** Whether an expression matches each of these names; by names that have nothing in common it is known to take all. */
export function matchesAllOf(pattern: string, names: readonly string[]): boolean {
  const regexp = compileGoRegexp(pattern)
  return regexp !== undefined && names.every(name => regexp.matches(name))
}
