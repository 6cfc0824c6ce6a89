import { ambientIdentity } from '../check/ambient-identity.ts'
import { endpointsOf } from '../check/endpoints.ts'
import { isAsked } from '../check/own-tokens.ts'
import type { Path } from '../finding.ts'
import { runsIn } from '../model/eso/installed-versions.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { keysOf } from '../providers/fields.ts'
import { credentialsNamedBy, type Named, tokenAccountsNamedBy } from '../providers/named.ts'
import { connectedOf, titleOf } from '../providers/store.ts'

/** As whom a store or generator signs in. */
export interface Identity {
  /** `ServiceAccount eso/vault`, `the operator's own token`. */
  readonly says: string
  readonly path: Path
  /** The operator sends its own token, or signs in as its pod; everybody who uses the store shares one, or brings theirs. */
  readonly of: 'own token' | 'operator' | 'shared' | 'user' | 'unknown'
}

/** As whom the operator signs in for a store or generator, the worst first. */
export function identityOf(manifest: Manifest, world: World): Identity {
  const connected = connectedOf(manifest)
  if (!connected) return { says: 'the identity that it is given', path: ['spec'], of: 'unknown' }
  const { path, known } = connected
  const token = known?.ownTokens?.find(
    own => isAsked(own, connected) && (!own.until || runsIn({ until: own.until }, world) === 'yes'),
  )
  if (token) return { says: token.what, path: [...path, ...keysOf(token.field)], of: 'own token' }
  const [account] = tokenAccountsNamedBy(manifest)
  if (account) {
    const { name, namespace, isForApiServer } = account
    const isOwn = isForApiServer && world.eso.isOwn({ kind: 'ServiceAccount', name, namespace })
    return { ...named(account, 'ServiceAccount'), ...(isOwn && { of: 'own token' }) }
  }
  const [credential] = credentialsNamedBy(manifest)
  if (credential) return named(credential, `the ${credential.what} in Secret`)
  const ambient = ambientIdentity(connected)
  return ambient ? { says: ambient.as, path, of: 'operator' } : { says: 'its own identity', path, of: 'unknown' }
}

const named = ({ path, name, namespace, isAnywhere }: Named, what: string): Identity => ({
  says: `${what} ${namespace === undefined ? '' : `${namespace}/`}${name}${isAnywhere ? ' of the namespace that uses it' : ''}`,
  path,
  of: isAnywhere ? 'user' : 'shared',
})

/** Where requests of a store or generator go. */
export interface Destination {
  /** `HashiCorp Vault at vault.example.com`. */
  readonly says: string
  readonly path: Path
}

export function destinationOf(manifest: Manifest, world: World): Destination {
  const connected = connectedOf(manifest)
  if (!connected) return { says: 'its provider', path: ['spec'] }
  const [endpoint] = endpointsOf(manifest, world)
  const title = titleOf(connected)
  return endpoint
    ? { says: `${title} at ${endpoint.host}`, path: endpoint.path }
    : { says: title, path: connected.path }
}
