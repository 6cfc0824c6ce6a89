import type { World } from '../../model/world.ts'
import { allowedEndpoints } from './allowed-endpoints.ts'
import { fetchingNamespaces, pushingNamespaces } from './allowed-namespaces.ts'
import { allowedProviders } from './allowed-providers.ts'
import { creationPolicy } from './creation-policy.ts'
import { ownedSecrets } from './owned-secrets.ts'
import type { Policy, PolicyMaker } from './policy.ts'
import { pushLimits } from './push-limits.ts'
import { staticCredentials } from './static-credentials.ts'
import { storeConditions } from './store-conditions.ts'
import { fetchingLimits, pushingLimits } from './team-limits.ts'
import { fetchingTemplates, pushingTemplates } from './template-rules.ts'

const MAKERS: readonly PolicyMaker[] = [
  allowedProviders,
  allowedEndpoints,
  staticCredentials,
  storeConditions,
  fetchingNamespaces,
  fetchingTemplates,
  creationPolicy,
  fetchingLimits,
  pushingNamespaces,
  pushLimits,
  pushingTemplates,
  pushingLimits,
  ownedSecrets,
]

/** The policies that a set asks for, in the same order every time. */
export function policiesFor(world: World): { policies: readonly Policy[]; notes: readonly string[] } {
  const made = MAKERS.map(make => make(world))
  return { policies: made.flatMap(({ policy }) => policy ?? []), notes: made.flatMap(({ notes = [] }) => notes) }
}
