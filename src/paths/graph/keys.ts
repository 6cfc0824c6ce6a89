import type { RemoteKey } from '../../model/eso/remote-keys.ts'
import { compileGoRegexp } from '../../model/go-regexp.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asText } from '../../parse/untyped.ts'
import type { Context } from '../attack.ts'
import type { GraphBuilder } from './builder.ts'
import type { GraphNode } from './graph.ts'
import { nameOfKey, serviceOf } from './service.ts'

/**
 * The node of a key at the service behind a store; undefined while the key is filled in later.
 * @param store the id of its node, where it is not in the set.
 */
export function addKey(
  builder: GraphBuilder,
  { world }: Context,
  key: RemoteKey,
  manifest: Manifest,
  store: Manifest | string,
): string | undefined {
  if (key.key === undefined) return undefined
  const service = typeof store === 'string' ? `behind ${store}` : serviceOf(store, world).name
  const name = nameOfKey(key, typeof store === 'string' ? undefined : store)
  const id = `key ${service}: ${name}`
  return builder.add({
    ...{ id, kind: 'key', what: WORDS[key.form], name, room: { of: 'service', name: service } },
    ...{ manifest, path: key.path },
  })
}

/** What the nodes are called; a search stands for the keys that it finds. */
const WORDS = { key: 'key', folder: 'keys of a folder', expression: 'keys by an expression' } as const

/** Joins what searches may find with the keys that are known at the same service. */
export function joinKeys(builder: GraphBuilder): void {
  const byService = Map.groupBy(
    builder.nodes.filter(({ kind }) => kind === 'key'),
    ({ room }) => room.name,
  )
  for (const nodes of byService.values()) {
    const keys = nodes.filter(({ what }) => what === WORDS.key)
    for (const search of nodes.filter(({ what }) => what !== WORDS.key)) {
      const finds = finder(search)
      for (const key of keys) if (finds(key)) builder.reach(search.id, key.id, 'finds', search)
    }
  }
}

/** As it is written in the request. */
const writtenIn = ({ manifest, path }: GraphNode): string => asText(manifest?.get(...path)) ?? ''

/** A folder may be written with the mount of Vault and without. */
function finder(search: GraphNode): (key: GraphNode) => boolean {
  const written = writtenIn(search)
  if (search.what === WORDS.folder) return key => [key.name, writtenIn(key)].some(name => name.startsWith(written))
  const expression = compileGoRegexp(written)
  return key => expression?.matches(writtenIn(key)) ?? false
}
