import { dirname } from 'node:path/posix'
import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, asText, isPlaceholder } from '../parse/untyped.ts'
import type { Connection, IdentityAnnotation } from './connection.ts'
import { isSet, placesOf } from './fields.ts'
import { type Connected, connectedOf, isRead } from './store.ts'

/** A Secret or ServiceAccount that a store or generator names. */
export interface Named {
  /** The store or generator. */
  readonly manifest: Manifest
  /** Of the reference, in that manifest. */
  readonly path: Path
  readonly name: string
  /** Where it is looked up; undefined when nobody said. */
  readonly namespace: string | undefined
  /** It is looked up in the namespace of whoever uses the store, be it any. */
  readonly isAnywhere: boolean
}

/** A Secret with the secret half of a credential. */
export interface NamedCredential extends Named {
  /** The key in the Secret; undefined when nobody says it. */
  readonly key: string | undefined
  /** What it is, such as `access key`. */
  readonly what: string
  readonly connected: Connected
}

/** The Secrets with credentials that the operator would read for a store or generator. */
export function credentialsNamedBy(manifest: Manifest): NamedCredential[] {
  const connected = connectedOf(manifest)
  return connected ? credentialFieldsIn(connected).flatMap(({ field, what }) => credentialsAt(field, what)) : []

  function credentialsAt(field: string, what: string): NamedCredential[] {
    return connected
      ? namedAt(manifest, connected, field).map(({ key, ...named }) => ({ ...named, key, what, connected }))
      : []
  }
}

function credentialFieldsIn({ known, config }: Connected): { field: string; what: string }[] {
  const stored = (known?.stored ?? [])
    .filter(credential => isRead(credential, config))
    .flatMap(({ secrets, what }) => secrets.map(field => ({ field, what })))
  const keys = (known?.clientCertificates ?? []).flatMap(({ key }) =>
    key ? [{ field: key, what: 'private key' }] : [],
  )
  const isNew = ({ field }: { field: string }): boolean => stored.every(credential => credential.field !== field)
  return [...stored, ...keys.filter(isNew)]
}

/** A ServiceAccount whose annotation the operator asks for its identity in the cloud. */
export interface NamedAccount extends Named {
  readonly annotation: IdentityAnnotation
  readonly connected: Connected
}

/** The ServiceAccounts of a store or generator that say by an annotation whom they stand for. */
export function accountsNamedBy(manifest: Manifest): NamedAccount[] {
  const connected = connectedOf(manifest)
  if (!connected) return []
  return accountFields(connected).flatMap(({ field, annotation }) =>
    annotation && !(annotation.orField && isSet(connected.config, annotation.orField))
      ? namedAt(manifest, connected, field).map(named => ({ ...named, annotation, connected }))
      : [],
  )
}

/** A ServiceAccount that the operator asks for a token of. */
export interface NamedTokenAccount extends Named {
  /** The token is one for the API server, though it goes elsewhere. */
  readonly isForApiServer: boolean
}

/** The ServiceAccounts that the operator asks for a token of, for a store or generator. */
export function tokenAccountsNamedBy(manifest: Manifest): NamedTokenAccount[] {
  const connected = connectedOf(manifest)
  if (!connected) return []
  return accountFields(connected).flatMap(({ field, needsAudience = false }) =>
    namedAt(manifest, connected, field).map(named => ({
      ...named,
      isForApiServer: needsAudience && isApiServerAmong(manifest.get(...named.path, 'audiences')),
    })),
  )
}

/** Whether a token with these `audiences` of a reference is one for the API server: where none is listed it is. */
export const isApiServerAmong = (audiences: unknown): boolean => {
  const list = audiences ?? []
  return Array.isArray(list) && (list.length === 0 || list.some(isApiServer))
}

/**
 * What API servers call themselves: `--service-account-issuer` is their audience unless `--api-audiences` says otherwise.
 * Most are named after their Service; k3s and RKE2 add their own names, and 6443 is nobody else's port.
 */
const API_SERVER =
  /^(?:(?:https:\/\/)?kubernetes(?:\.default(?:\.svc(?:\.cluster\.local)?)?)?\/?|k3s|rke2|https:\/\/[^/]*:6443\/?)$/

const isApiServer = (audience: unknown): boolean => typeof audience === 'string' && API_SERVER.test(audience)

const accountFields = ({ known }: Connected): NonNullable<Connection['serviceAccounts']> => known?.serviceAccounts ?? []

/** A namespaced store or generator looks in its own namespace only; what is named by a placeholder is not known yet. */
function namedAt(
  manifest: Manifest,
  { path, config }: Connected,
  field: string,
): (Named & { readonly key: string | undefined })[] {
  return placesOf(config, field).flatMap(place => {
    const reference = asMapping(place.value)
    const name = asText(reference?.name)
    const namespace = manifest.kind.startsWith('Cluster')
      ? asText(reference?.namespace) || undefined
      : manifest.namespace
    if (!name || isPlaceholder(name) || isPlaceholder(namespace)) return []
    const key = isPlaceholder(reference?.key) ? undefined : asText(reference?.key) || undefined
    const isAnywhere = manifest.kind.startsWith('Cluster') && namespace === undefined
    return { manifest, path: [...path, ...place.path], name, namespace, isAnywhere, key }
  })
}

/**
 * Whether an object of the right kind is the one that is named. Where nobody says a namespace, only objects that are
 * installed together, by one release or from one folder, are sure to meet.
 */
export function isNamed({ name, namespace, isAnywhere, manifest }: Named, object: Manifest): boolean {
  if (object.name !== name) return false
  if (isAnywhere || (namespace !== undefined && object.namespace !== undefined))
    return isAnywhere || namespace === object.namespace
  return dirname(object.file) === dirname(manifest.file) && object.release?.name === manifest.release?.name
}
