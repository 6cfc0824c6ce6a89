import type { Path } from '../../finding.ts'
import type { RemoteKey } from '../../model/eso/remote-keys.ts'
import { namedIn } from '../../model/named.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { knownText } from '../../parse/untyped.ts'
import { placesOf } from '../../providers/fields.ts'
import { accountsNamedBy } from '../../providers/named.ts'
import { connectedOf, nameOf, titleOf } from '../../providers/store.ts'
import { destinationOf } from '../connections.ts'

/** A service outside that stores and generators speak to. */
export interface Service {
  readonly id: string
  /** `Vault at vault.example.com`, `AWS, SecretsManager, eu-west-1`. */
  readonly name: string
  readonly manifest: Manifest
  readonly path: Path
}

/** Fields that tell apart what a service keeps for one and for another; none of them is ever secret. */
const PARTS = ['service', 'region', 'location', 'projectID', 'projectId', 'project', 'environment', 'namespace']

/** The service behind a store or generator: what stores of the same say of their keys is said of the same keys. */
export function serviceOf(manifest: Manifest, world: World): Service {
  const { says, path } = destinationOf(manifest, world)
  const config = connectedOf(manifest)?.config ?? {}
  const name = [says, ...PARTS.flatMap(part => knownText(config[part]) ?? [])].join(', ')
  return { id: `service ${name}`, name, manifest, path }
}

/** Whom a service takes the operator for. */
export interface ServiceRole {
  /** `Vault role`, `AWS identity`. */
  readonly what: string
  readonly name: string
  readonly manifest: Manifest
  readonly path: Path
}

/** The role that a store or generator names, or that the annotation of its ServiceAccount does; undefined where neither says it. */
export function roleAt(manifest: Manifest, world: World): ServiceRole | undefined {
  const connected = connectedOf(manifest)
  if (!connected) return undefined
  const what = `${titleOf(connected)} role`
  for (const place of (connected.known?.roles ?? []).flatMap(field => placesOf(connected.config, field))) {
    const name = knownText(place.value)
    if (name !== undefined) return { what, name, manifest, path: [...connected.path, ...place.path] }
  }
  for (const { name, namespace, isAnywhere, annotation } of accountsNamedBy(manifest)) {
    const [account] = isAnywhere ? [] : namedIn(world, 'core/ServiceAccount', name, namespace)
    const path = ['metadata', 'annotations', annotation.key]
    const role = knownText(account?.get(...path))
    if (account && role !== undefined) return { what, name: role, manifest: account, path }
  }
  return undefined
}

/** How people call a key at its service: for Vault the path of the request, with the mount and, in version 2, `data`. */
export function nameOfKey({ key = '', form }: RemoteKey, store: Manifest | undefined): string {
  if (form === 'expression') return `keys that match ${key}`
  const connected = store && connectedOf(store)
  const name = connected ? nameOf(connected) : ''
  const full = connected && (name === 'vault' || name === 'openBao') ? vaultPath(key, connected.config) : key
  return form === 'folder' ? `keys below ${full}` : full
}

/** The part of a service that a store or generator cannot leave: the mount of a Vault store; empty where it can ask for everything. */
export function mountOf(manifest: Manifest): string {
  const connected = connectedOf(manifest)
  const name = connected ? nameOf(connected) : ''
  return name === 'vault' || name === 'openBao' ? (knownText(connected?.config.path) ?? '') : ''
}

/**
 * What the operator asks Vault's KV engine for. Without a mount in the store the key begins with it.
 * Source: `buildPath` in providers/v1/vault/client_get.go, ESO 2.9.0
 */
function vaultPath(key: string, { path, version }: Readonly<Record<string, unknown>>): string {
  const mount = knownText(path)
  const isSecond = (version ?? 'v2') === 'v2'
  if (mount === undefined) {
    if (path !== undefined || !isSecond || key.includes('/data/')) return key
    const [first = '', ...rest] = key.split('/')
    return [first, 'data', ...rest].join('/')
  }
  const isWhole = key.startsWith(`${mount}/`)
  const inside = isWhole ? key.slice(mount.length + 1) : key
  if (!isSecond) return `${mount}/${inside}`
  return `${mount}/data/${isWhole && inside.startsWith('data/') ? inside.slice('data/'.length) : inside}`
}
