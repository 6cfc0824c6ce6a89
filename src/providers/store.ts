import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, asText, isPlaceholder, type Mapping, valueAt } from '../parse/untyped.ts'
import type { Provider, StoredCredential } from './provider.ts'
import { PROVIDERS } from './table/index.ts'

/** The provider a SecretStore or ClusterSecretStore speaks to. */
export interface StoreProvider {
  /** The key below `spec.provider`. */
  readonly name: string
  /** Of its configuration, in the store's manifest. */
  readonly path: Path
  readonly config: Mapping
  /** Undefined for a provider the table does not know. */
  readonly known: Provider | undefined
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

/** A long-lived credential that a store refers to. */
export interface CredentialInUse {
  /** Of the block its author would replace, in the store's manifest. */
  readonly path: Path
  readonly credential: StoredCredential
  /** The Secret that holds it, as `namespace/name` or `name`; undefined when it is not named yet. */
  readonly secret: string | undefined
  /** False in a ClusterSecretStore that looks the Secret up in the namespace of whoever uses it. */
  readonly isShared: boolean
}

/** The long-lived credentials that the operator would read for this provider. */
export const storedCredentials = ({ known, path, config }: StoreProvider): CredentialInUse[] =>
  (known?.stored ?? []).flatMap(credential => {
    const references = credential.secrets.map(field => referenceAt(config, field)).filter(found => found !== undefined)
    if (references.length === 0 || !isRead(credential, config)) return []
    return {
      path: [...path, ...keys(credential.field)],
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
export const replaceableCredentials = (provider: StoreProvider): ReplaceableCredential[] =>
  storedCredentials(provider).flatMap(use => {
    const { instead, isRotatable } = use.credential
    return instead === undefined || isRotatable ? [] : { ...use, instead }
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
  const namespace = field === undefined ? undefined : asText(valueAt(config, keys(field)))
  return field !== undefined && namespace ? { namespace, path: [...path, ...keys(field)] } : undefined
}

const keys = (field: string): string[] => field.split('.')

/** A reference that names at least something: an empty one reads no Secret. */
function referenceAt(config: Mapping, field: string): Mapping | undefined {
  const reference = asMapping(valueAt(config, keys(field)))
  return reference && !isPlaceholder(reference) && Object.keys(reference).length > 0 ? reference : undefined
}

function secretOf({ namespace, name }: Mapping): string | undefined {
  const secret = asText(name)
  return secret && asText(namespace) ? `${asText(namespace)}/${secret}` : secret
}

function isRead({ when }: StoredCredential, config: Mapping): boolean {
  if (!when) return true
  const value = valueAt(config, keys(when.field))
  return value === undefined || value === null ? when.byDefault : value === when.is
}
