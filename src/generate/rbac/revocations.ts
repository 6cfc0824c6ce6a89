import { checkWorld } from '../../check/check.ts'
import { shortened } from '../../check/words.ts'
import { nameOf } from '../../finding.ts'
import type { World } from '../../model/world.ts'
import { RULES } from '../../rules/index.ts'

/** Rules about rights that the generated roles stand in for. */
const ABOUT_RIGHTS: ReadonlySet<string> = new Set([
  'broad-subject-binding',
  'cluster-wide-external-secret-access',
  'developer-can-write-cluster-scoped-eso',
  'developer-can-write-generators',
  'developer-can-write-push-secrets',
  'developer-can-write-secret-stores',
  'human-secret-access',
  'unrestricted-token-creation',
])

/** More are not read by anybody; `check` has them all. */
const NAMED = 40

/** What somebody holds today and should not: roles add up, so that new ones take nothing away. */
export function revocations(world: World): string[] {
  const rules = RULES.filter(({ id }) => ABOUT_RIGHTS.has(id))
  const found = checkWorld(rules, world).flatMap(({ rule, manifest, problem }) =>
    manifest ? `to revoke: ${nameOf(manifest)}: ${problem.message} (${rule.id})` : [],
  )
  return shortened([...new Set(found)].sort(), NAMED)
}
