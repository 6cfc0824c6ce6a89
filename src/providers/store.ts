import type { Path } from '../finding.ts'
import { GENERATORS_GROUP, isGenerator, STORE_KINDS } from '../model/eso/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, asText, isPlaceholder, type Mapping, valueAt } from '../parse/untyped.ts'
import type { Connection, StoredCredential } from './connection.ts'
import { hasValue, isSet, keysOf, placesOf } from './fields.ts'
import { GENERATORS } from './generators/index.ts'
import type { Generator, Provider } from './provider.ts'
import { PROVIDERS } from './table/index.ts'

/** A block that says how to reach a service: the provider of a store, or a generator. */
export interface Connected {
  /** Of the block, in its manifest. */
  readonly path: Path
  readonly config: Mapping
  /** Undefined where the table does not know it. */
  readonly known: Connection | undefined
}

/** The provider a SecretStore or ClusterSecretStore speaks to. */
export interface StoreProvider extends Connected {
  /** The key below `spec.provider`. */
  readonly name: string
  readonly known: Provider | undefined
}

/** What a generator, by itself or in a ClusterGenerator, speaks to. */
export interface GeneratorInUse extends Connected {
  readonly known: Generator
}

/** The provider of a store; undefined when it is filled in later, or is not exactly one as the CRD asks. */
export function providerOf(store: Manifest): StoreProvider | undefined {
  const entries = Object.entries(asMapping(store.get('spec', 'provider')) ?? {})
  const [name, value] = entries[0] ?? []
  const config = asMapping(value)
  if (entries.length !== 1 || name === undefined || !config || isPlaceholder(name) || isPlaceholder(value))
    return undefined
  return { name, path: ['spec', 'provider', name], config, known: PROVIDERS.get(name) }
}

/** The generator that a manifest is; undefined when it is none that is known, or is filled in later. */
export function generatorOf(manifest: Manifest): GeneratorInUse | undefined {
  const isCluster = manifest.kind === 'ClusterGenerator'
  const kind = isCluster ? asText(manifest.get('spec', 'kind')) : manifest.kind
  const known = GENERATORS.get(kind ?? '')
  if (!known || !isGenerator(manifest)) return undefined
  const spec = isCluster ? ['spec', 'generator', known.clusterField] : ['spec']
  const path = known.block === undefined ? spec : [...spec, known.block]
  const config = asMapping(manifest.get(...path))
  return config && !isPlaceholder(config) ? { path, config, known } : undefined
}

/** The generators whose fields are known, and the one that holds any of them, as `group/Kind`. */
export const GENERATOR_KINDS: readonly string[] = [...GENERATORS.keys(), 'ClusterGenerator'].map(
  kind => `${GENERATORS_GROUP}/${kind}`,
)
/** The kinds that `connectedOf` reads. */
export const CONNECTED_KINDS: readonly string[] = [...STORE_KINDS, ...GENERATOR_KINDS]

/** The kinds among them that can have something: every store, the generators that do, and a ClusterGenerator. */
export const kindsWith = (has: (connection: Connection) => boolean): string[] => {
  const without = [...GENERATORS.values()].filter(generator => !has(generator)).map(({ kind }) => kind)
  return CONNECTED_KINDS.filter(kind => !without.some(other => kind === `${GENERATORS_GROUP}/${other}`))
}

/** What a store or a generator is connected to. */
export const connectedOf = (manifest: Manifest): Connected | undefined =>
  isGenerator(manifest) ? generatorOf(manifest) : providerOf(manifest)

/** The key of a provider below `spec.provider`, or the kind of a generator. */
export const nameOf = ({ path, known }: Connected): string =>
  known && 'clusterField' in known ? (known as Generator).kind : String(path.at(-1))

/** As people call it. */
export const titleOf = ({ path, known }: Connected): string => known?.title ?? String(path.at(-1))

/** A long-lived credential that a store or generator refers to. */
export interface CredentialInUse {
  /** Of the block its author would replace, in the manifest. */
  readonly path: Path
  readonly credential: StoredCredential
  /** The Secret that holds it, as `namespace/name` or `name`; undefined when it is not named yet. */
  readonly secret: string | undefined
  /** False in a ClusterSecretStore that looks the Secret up in the namespace of whoever uses it. */
  readonly isShared: boolean
}

/** The long-lived credentials that the operator would read for this connection. */
export const storedCredentials = ({ known, path, config }: Connected): CredentialInUse[] =>
  (known?.stored ?? []).flatMap(credential => {
    const references = credential.secrets.flatMap(field => referencesAt(config, field))
    if (references.length === 0 || !isRead(credential, config)) return []
    return {
      path: [...path, ...keysOf(credential.field)],
      credential,
      secret: references.map(secretOf).find(name => name !== undefined),
      isShared: references.some(({ namespace }) => Boolean(namespace)),
    }
  })

/** A credential in use for which its provider has a keyless way. */
export interface ReplaceableCredential extends CredentialInUse {
  /** The keyless block, in words. */
  readonly instead: string
}

/** Those stored credentials that need not be: there is a keyless way, and the guidance does not accept them. */
export const replaceableCredentials = (connected: Connected): ReplaceableCredential[] =>
  storedCredentials(connected).flatMap(use => {
    const { instead, form } = use.credential
    return instead === undefined || form === 'secret id' ? [] : { ...use, instead }
  })

/** A field that names another namespace. */
export interface ForeignNamespace {
  readonly namespace: string
  /** In the store's manifest. */
  readonly path: Path
}

/** The other namespace whose Secrets a store reads; undefined when it names none. */
export function foreignNamespaceIn({ known, path, config }: StoreProvider): ForeignNamespace | undefined {
  const field = known?.foreignNamespace
  const namespace = field === undefined ? undefined : asText(valueAt(config, keysOf(field)))
  return field !== undefined && namespace ? { namespace, path: [...path, ...keysOf(field)] } : undefined
}

/** References that name at least something: an empty one reads no Secret. */
const referencesAt = (config: Mapping, field: string): Mapping[] =>
  placesOf(config, field).flatMap(({ value }) => {
    const reference = asMapping(value)
    return reference && !isPlaceholder(reference) && Object.keys(reference).length > 0 ? [reference] : []
  })

function secretOf({ namespace, name }: Mapping): string | undefined {
  const [secret, place] = [asText(name), asText(namespace)]
  if (!secret || isPlaceholder(secret) || isPlaceholder(place)) return undefined
  return place ? `${place}/${secret}` : secret
}

/** Whether the operator looks at a stored credential that is named. */
export const isRead = ({ when, unless = [] }: StoredCredential, config: Mapping): boolean =>
  (!when || hasValue(config, when)) && !unless.some(field => isSet(config, field))
