import { nameOf } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { accountsNamedBy, credentialsNamedBy, tokenAccountsNamedBy } from '../../providers/named.ts'
import { connectedOf, foreignNamespaceIn, providerOf, titleOf } from '../../providers/store.ts'
import type { Context } from '../attack.ts'
import { destinationOf, identityOf } from '../connections.ts'
import { operatorIdentities } from '../mights.ts'
import type { GraphBuilder, Place } from './builder.ts'
import { mountOf, roleAt, type Service, serviceOf } from './service.ts'
import { keysOf, secretsOf } from './wholes.ts'

/** Stores and generators, whom the services behind them take the operator for, and what else makes somebody that. */
export function addStores(builder: GraphBuilder, context: Context): void {
  for (const store of context.stores.stores) addConnected(builder, context, store, builder.object(store, 'store'))
  for (const generator of context.stores.generators)
    addConnected(builder, context, generator, builder.object(generator, 'generator'))
}

/** The node of whom a service takes the operator for when it signs in for a store or generator. */
export const identityId = (manifest: Manifest, { world }: Context): string =>
  `identity ${serviceOf(manifest, world).id}: ${roleAt(manifest, world)?.name ?? identityOf(manifest, world).says}`

function addConnected(builder: GraphBuilder, context: Context, manifest: Manifest, id: string): void {
  const connected = connectedOf(manifest)
  if (!connected) return
  const { world } = context
  const service = serviceOf(manifest, world)
  const identity = identityOf(manifest, world)
  const role = roleAt(manifest, world)
  const place = { manifest, path: identity.path }
  const at = builder.add({
    ...{ id: identityId(manifest, context), kind: 'identity', room: { of: 'service', name: service.name } },
    ...{ what: role?.what ?? `${titleOf(connected)} identity`, name: role?.name ?? identity.says },
    ...{ manifest: role?.manifest ?? manifest, path: role?.path ?? identity.path },
  })
  builder.reach(id, at, `signs in with ${identity.says}, as`, place)
  builder.reach(at, addService(builder, service), 'signs in at', {
    manifest,
    path: destinationOf(manifest, world).path,
  })
  addOthers(builder, context, manifest, at, place)
  // What the service lets it read is written there: nobody here can say that it is less than all.
  if (identity.of !== 'user')
    builder.reach(
      at,
      keysOf(builder, service.name, mountOf(manifest)),
      'may read, as far as the service lets it,',
      place,
    )
  const provider = providerOf(manifest)
  const foreign = provider && foreignNamespaceIn(provider)
  if (foreign && identity.of !== 'user')
    builder.reach(at, secretsOf(builder, foreign.namespace), 'reads', { manifest, path: foreign.path })
}

/** The node of a service outside. */
export const addService = (builder: GraphBuilder, { id, name, manifest, path }: Service): string =>
  builder.add({ id, kind: 'endpoint', what: 'endpoint', name, room: { of: 'service', name }, manifest, path })

/** Who else is taken for the same: the ServiceAccount, whoever reads the credential, the operator itself. */
function addOthers(builder: GraphBuilder, context: Context, manifest: Manifest, identity: string, place: Place): void {
  const { world } = context
  const { of } = identityOf(manifest, world)
  for (const { name, namespace, isAnywhere, path } of [...tokenAccountsNamedBy(manifest), ...accountsNamedBy(manifest)])
    if (!isAnywhere && namespace !== undefined)
      builder.reach(builder.subject({ kind: 'ServiceAccount', name, namespace }), identity, 'can sign in as', {
        ...{ manifest, path },
      })
  for (const { name, namespace, isAnywhere, path, what } of credentialsNamedBy(manifest))
    if (!isAnywhere && namespace !== undefined)
      builder.reach(builder.secret(name, namespace), identity, `holds the ${what} of`, { manifest, path })
  if (of !== 'own token' && of !== 'operator') return
  for (const { account } of operatorIdentities(world, context.holdings).filter(isController))
    builder.reach(builder.subject(account), identity, `is whom ${nameOf(manifest)} signs in as:`, place)
}

const isController = ({ component }: { readonly component: { readonly role: string } }): boolean =>
  component.role === 'controller'
