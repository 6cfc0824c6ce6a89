import { checkWorld } from '../../check/check.ts'
import { shortened } from '../../check/words.ts'
import { nameOf } from '../../finding.ts'
import type { World } from '../../model/world.ts'
import { RULES } from '../../rules/index.ts'
import type { Policy } from './policy.ts'

/** So many names are written out. */
const NAMED = 10

/** The objects of the set that break a policy, by the rules that it holds: a sentence without a full stop, or none. */
export function brokenBy({ holds }: Policy, world: World): string[] {
  const held = RULES.filter(({ id }) => holds.some(rule => rule.id === id))
  const found = checkWorld(held, world).filter(({ rule, severity }) =>
    holds.some(({ id, severities }) => id === rule.id && (severities?.includes(severity) ?? true)),
  )
  const names = [...new Set(found.flatMap(({ manifest }) => (manifest ? nameOf(manifest) : [])))].sort()
  if (names.length === 0) return []
  return [`Objects of the set that it refuses when their spec is next changed: ${shortened(names, NAMED).join(', ')}`]
}
