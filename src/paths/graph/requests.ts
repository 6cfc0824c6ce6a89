import { nameOf } from '../../finding.ts'
import { admits, namespaceFacts } from '../../model/eso/conditions.ts'
import {
  FETCHING_KINDS,
  generatorsOf,
  type Item,
  itemsOf,
  PUSHING_KINDS,
  referencesOf,
  type StoreReference,
  specPathOf,
  storesOf,
} from '../../model/eso/external-secrets.ts'
import { isEmptySelector, pushSourceOf } from '../../model/eso/pushes.ts'
import { type RemoteKey, remoteKeys } from '../../model/eso/remote-keys.ts'
import { targetNamespaces } from '../../model/eso/target-namespaces.ts'
import { isSecret, targetOf } from '../../model/eso/targets.ts'
import { namedIn } from '../../model/named.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import type { Context } from '../attack.ts'
import { identityOf } from '../connections.ts'
import { CLUSTER, type GraphBuilder, homeOf } from './builder.ts'
import { addKey, joinKeys } from './keys.ts'
import { identityId } from './stores.ts'
import { secretsOf } from './wholes.ts'

/** What fetches and what pushes: stores, keys outside, and the Secrets in the cluster. */
export function addRequests(builder: GraphBuilder, context: Context): void {
  const of = (kinds: readonly string[]): Manifest[] =>
    kinds
      .flatMap(kind => context.world.of(kind))
      .filter(({ name, namespace }) => !isPlaceholder(name) && !isPlaceholder(namespace))
  for (const request of of(FETCHING_KINDS)) addFetching(builder, context, request)
  for (const request of of(PUSHING_KINDS)) addPushing(builder, context, request)
  joinKeys(builder)
}

/** The namespaces a request works in; the file stands for one that nobody says. */
function homesOf(request: Manifest, { world }: Context): string[] {
  const names = targetNamespaces(request, world).map(({ name }) => name)
  return names.length > 0 || request.kind.startsWith('Cluster') ? names : [homeOf(request)]
}

/** The stores of the set that a reference leads to and that serve the request. */
function servingOf(reference: StoreReference, { world, stores }: Context): Manifest[] {
  const used = stores.used(reference.manifest)
  const homes = targetNamespaces(reference.manifest, world).map(({ name }) => namespaceFacts(name, world))
  return storesOf(reference, world).filter(
    store => used.includes(store) && (homes.length === 0 || homes.some(home => admits(store, home) !== 'no')),
  )
}

function addFetching(builder: GraphBuilder, context: Context, request: Manifest): void {
  const id = builder.object(request, 'request')
  const byItem = Map.groupBy(remoteKeys(request), ({ path }) => JSON.stringify(path.slice(0, lengthOfItem(request))))
  for (const item of itemsOf(request)) {
    const place = { manifest: request, path: item.path }
    for (const generator of item.generator ? generatorsOf(item.generator, context.world) : [])
      builder.use(id, builder.object(generator, 'generator'), 'takes what is made by', place)
    if (item.store) addItem(builder, context, id, item, item.store, byItem.get(JSON.stringify(item.path)) ?? [])
  }
  const target = targetOf(request)
  if (!target?.name || !isSecret(target)) return
  const named = request.get(...target.path, 'name') === undefined ? [] : [...target.path, 'name']
  for (const home of homesOf(request, context))
    builder.reach(builder.secret(target.name, home), id, 'holds what is fetched by', { manifest: request, path: named })
}

/** Items stand in a list of the spec. */
const lengthOfItem = (request: Manifest): number => (specPathOf(request)?.length ?? 0) + 2

function addItem(
  builder: GraphBuilder,
  context: Context,
  id: string,
  item: Item,
  reference: StoreReference,
  keys: readonly RemoteKey[],
): void {
  const stores = servingOf(reference, context)
  for (const store of stores) {
    builder.use(id, builder.object(store, 'store'), 'fetches through', {
      manifest: item.store?.manifest ?? null,
      path: reference.path,
    })
    for (const key of keys) {
      const place = { manifest: reference.manifest, path: key.path }
      if (key.form === 'expression' && key.key === '') {
        builder.reach(id, identityId(store, context), 'fetches everything that can be seen by', place)
        continue
      }
      const to = addKey(builder, context, key, reference.manifest, store)
      if (to === undefined) continue
      builder.reach(id, to, 'fetches', place)
      if (identityOf(store, context.world).of !== 'user')
        builder.reach(identityId(store, context), to, 'is asked for', place)
    }
  }
  if (stores.length > 0 || reference.name === undefined || reference.kind === undefined) return
  const store = missingStore(builder, reference)
  builder.use(id, store, 'fetches through', { manifest: reference.manifest, path: reference.path })
  for (const key of keys) {
    const to = addKey(builder, context, key, reference.manifest, store)
    const place = { manifest: reference.manifest, path: key.path }
    if (to === undefined) continue
    builder.reach(id, to, 'fetches', place)
    builder.reach(store, to, 'is asked for', place)
  }
}

/** A store that requests name and that is elsewhere. */
function missingStore(builder: GraphBuilder, { kind = 'SecretStore', name = '', manifest }: StoreReference): string {
  const isCluster = kind === 'ClusterSecretStore'
  const shown = isCluster ? name : `${homeOf(manifest)}/${name}`
  const room = isCluster ? CLUSTER : ({ of: 'namespace', name: homeOf(manifest) } as const)
  const what = `${kind}, which is not in what was checked`
  const id = builder.add({ id: `${kind} ${shown}`, kind: 'store', what, name: shown, room })
  return builder.missing(id, homeOf(manifest))
}

function addPushing(builder: GraphBuilder, context: Context, request: Manifest): void {
  const id = builder.object(request, 'request')
  const spec = specPathOf(request) ?? []
  const source = pushSourceOf(request)
  const place = { manifest: request, path: [...spec, 'selector'] }
  for (const home of homesOf(request, context))
    if (source.from === 'secret') {
      const [manifest] = namedIn(context.world, 'core/Secret', source.name, home)
      builder.reach(id, builder.secret(source.name, home, manifest ?? null), 'takes', place)
    } else if (source.from === 'selector')
      builder.reach(id, secretsOf(builder, home), isEmptySelector(source.selector) ? 'takes' : 'takes some of', place)
  for (const reference of referencesOf(request).stores)
    for (const store of servingOf(reference, context)) {
      builder.use(id, builder.object(store, 'store'), 'pushes through', { manifest: request, path: reference.path })
      for (const key of pushedKeys(request)) addPushed(builder, context, request, store, key)
    }
}

/** Where nobody names a key, the request itself stands for what it pushes. */
function pushedKeys(request: Manifest): RemoteKey[] {
  const known = remoteKeys(request).filter(({ key }) => key !== undefined)
  return known.length > 0
    ? known
    : [{ path: specPathOf(request) ?? [], key: `what ${nameOf(request)} pushes`, form: 'key' }]
}

function addPushed(builder: GraphBuilder, context: Context, request: Manifest, store: Manifest, key: RemoteKey): void {
  const at = addKey(builder, context, key, request, store)
  if (at === undefined) return
  const place = { manifest: request, path: key.path }
  builder.reach(at, builder.object(request, 'request'), 'holds what is pushed by', place)
  if (identityOf(store, context.world).of !== 'user')
    builder.reach(identityId(store, context), at, 'writes, and reads where it may,', place)
}
