import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, asText, isPlaceholder, type Mapping } from '../parse/untyped.ts'
import { providerOf } from './store.ts'

/** A reference of a store to an object in a Kubernetes namespace that it names. */
export interface NamespacedReference {
  /** Of the `namespace` in the store's manifest. */
  readonly path: Path
  /** As the documentation writes it, such as `auth.tokenSecretRef`. */
  readonly field: string
  readonly namespace: string
  /** Undefined where the provider has a name of its own for it, or it is filled in later. */
  readonly name: string | undefined
  /** Whether it is a certificate authority, which is no credential. */
  readonly isAuthority: boolean
}

/** What a reference to a Secret, ServiceAccount or ConfigMap is made of; anything else with a namespace means another one. */
const PARTS = new Set(['audiences', 'key', 'name', 'namespace', 'type'])

/**
 * The references of a store's provider that name a namespace. Recognised by their form, which holds for each of the
 * 157 in the CRDs of ESO 2.9.0 and for nothing else: a Vault namespace has neighbours that no reference has, and the
 * patterns of the provider `crd` are items of a list.
 */
export function namespacedReferences(store: Manifest): NamespacedReference[] {
  const provider = providerOf(store)
  return provider ? [...referencesIn(provider.config, provider.path, [])] : []
}

function* referencesIn(block: Mapping, base: Path, keys: Path): Generator<NamespacedReference> {
  const namespace = asText(block.namespace)
  if (namespace && !isPlaceholder(namespace) && isReference(block, keys)) {
    const name = asText(block.name)
    yield {
      path: [...base, ...keys, 'namespace'],
      field: keys.join('.').replace(/\.(\d+)\b/g, '[$1]'),
      namespace,
      name: name && !isPlaceholder(name) ? name : undefined,
      isAuthority: keys.at(-1) === 'caProvider',
    }
  }
  for (const [steps, inner] of blocksIn(block)) yield* referencesIn(inner, base, [...keys, ...steps])
}

const isReference = (block: Mapping, keys: Path): boolean =>
  typeof keys.at(-1) === 'string' &&
  ('name' in block || 'key' in block) &&
  Object.keys(block).every(key => PARTS.has(key))

/** The mappings right in a mapping, or in a list in it. */
const blocksIn = (block: Mapping): [Path, Mapping][] =>
  Object.entries(block).flatMap(([key, value]): [Path, Mapping][] => {
    const items: [Path, unknown][] = Array.isArray(value) ? value.map((item, i) => [[key, i], item]) : [[[key], value]]
    return items.flatMap(([steps, item]): [Path, Mapping][] => {
      const inner = asMapping(item)
      return inner ? [[steps, inner]] : []
    })
  })
