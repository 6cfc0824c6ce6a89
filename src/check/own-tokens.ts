import type { Severity } from '../finding.ts'
import { isHostIn, parseAddress } from '../model/network/hosts.ts'
import { SECRET_ACCESS } from '../model/rbac/rbac.ts'
import { hasEverywhere } from '../model/rbac/rights.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText, isPlaceholder, valueAt } from '../parse/untyped.ts'
import type { OwnToken } from '../providers/connection.ts'
import { isSet, keysOf } from '../providers/fields.ts'
import { type Connected, titleOf } from '../providers/store.ts'
import type { Problem } from './rule.ts'
import { accountsOf, type StoreAccount } from './store-accounts.ts'

/** Whether a block makes the operator send its own token. Where it is to be filled in later nobody knows what will be asked. */
export const isAsked = ({ field, unless }: OwnToken, { config }: Connected): boolean =>
  isSet(config, field) &&
  !keysOf(field).some((_, i, keys) => isPlaceholder(valueAt(config, keys.slice(0, i + 1)))) &&
  !unless.some(other => isSet(config, other))

/** ServiceAccounts that the store names, whose token is good for the API server and for the Secrets of all namespaces. */
export function* mightyAccounts(manifest: Manifest, connected: Connected, world: World): Generator<Problem> {
  for (const account of accountsOf(manifest, world)) {
    const might = account.isForApiServer ? mightOf(account, world) : undefined
    if (might === undefined) continue
    const { says, severity } = receiverOf(connected.known?.endpoints?.[0]?.field, connected, world)
    yield {
      path: account.path,
      severity,
      message: `it sends a token of ${might} to ${says}, and the token is good for the API server: name a ServiceAccount of its own, and audiences`,
    }
  }
}

/** Why nobody else should have a token of the account; undefined for an ordinary one. */
function mightOf({ name, namespaces }: StoreAccount, { eso, rbac }: World): string | undefined {
  for (const namespace of namespaces) {
    const subject = { kind: 'ServiceAccount', name, namespace } as const
    if (eso.isOwn(subject)) return `the operator's own ServiceAccount ${namespace}/${name}`
    if (hasEverywhere(subject, SECRET_ACCESS, rbac))
      return `ServiceAccount ${namespace}/${name}, which has rights to the Secrets of all namespaces,`
  }
  return undefined
}

/** Who gets a token. */
export interface Receiver {
  readonly says: string
  /** Where operators chose it. */
  readonly severity: Severity
}

/** @param to the endpoint's field; undefined where the provider has one address for all. */
export function receiverOf(
  to: string | undefined,
  connected: Connected,
  { config: { allowedEndpoints } }: World,
): Receiver {
  if (to === undefined) return { says: titleOf(connected), severity: 'medium' }
  const { config, known } = connected
  const address =
    asText(valueAt(config, keysOf(to))) ?? known?.endpoints?.find(({ field }) => field === to)?.default ?? ''
  const { scheme, host } = parseAddress(address) ?? {}
  if (scheme === 'http') return { says: `${host ?? to} over http`, severity: 'high' }
  if (host === undefined) return { says: `the server in ${to}`, severity: 'medium' }
  return allowedEndpoints && !isHostIn(host, allowedEndpoints)
    ? { says: `${host}, which is not an allowed endpoint`, severity: 'high' }
    : { says: host, severity: 'medium' }
}
