import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, knownText, type Mapping } from '../../parse/untyped.ts'
import { ByNamespace } from '../by-namespace.ts'
import { namedIn } from '../named.ts'
import { remember } from '../remember.ts'
import { selects } from '../selectors.ts'
import type { World } from '../world.ts'
import { ESO_GROUP, GENERATORS_GROUP } from './eso.ts'

/** Where one of the operator's requests names a store. */
export interface StoreReference {
  /** The request. */
  readonly manifest: Manifest
  /** Of the reference, in the request. */
  readonly path: Path
  /** SecretStore by default; undefined when it is filled in later. */
  readonly kind: 'SecretStore' | 'ClusterSecretStore' | undefined
  /** Undefined when it is filled in later, missing, or there is a selector. */
  readonly name: string | undefined
  /** A LabelSelector that chooses stores instead of a name; only a PushSecret has it. */
  readonly selector: unknown
  /** Where a SecretStore is looked up: the request's own. Undefined for the kinds that are copied into namespaces, and where nobody said. */
  readonly namespace: string | undefined
}

/** Where one of the operator's requests names a generator. */
export interface GeneratorReference {
  readonly manifest: Manifest
  readonly path: Path
  /** `ClusterGenerator`, or the kind of a generator in the request's namespace; undefined when it is filled in later. */
  readonly kind: string | undefined
  readonly name: string | undefined
  /** As in a StoreReference. */
  readonly namespace: string | undefined
}

/** One entry of an ExternalSecret's `data` or `dataFrom`, with where its data really comes from. */
export interface Item {
  readonly path: Path
  readonly body: Mapping
  readonly how: 'data' | 'extract' | 'find' | 'generator'
  /** The store in the entry itself, else the ExternalSecret's; undefined for a generator. */
  readonly store: StoreReference | undefined
  readonly generator: GeneratorReference | undefined
}

/** Where the spec of a request stands: of its own, or of what a cluster-wide kind copies into namespaces. */
const SPECS: Readonly<Record<string, { readonly path: Path; readonly isPush: boolean }>> = {
  [`${ESO_GROUP}/ExternalSecret`]: { path: ['spec'], isPush: false },
  [`${ESO_GROUP}/ClusterExternalSecret`]: { path: ['spec', 'externalSecretSpec'], isPush: false },
  [`${ESO_GROUP}/PushSecret`]: { path: ['spec'], isPush: true },
  [`${ESO_GROUP}/ClusterPushSecret`]: { path: ['spec', 'pushSecretSpec'], isPush: true },
}

/** The kinds that fetch secrets, as `group/Kind`. */
export const FETCHING_KINDS: readonly string[] = Object.keys(SPECS).filter(kind => SPECS[kind]?.isPush === false)
/** The kinds that push Secrets out. */
export const PUSHING_KINDS: readonly string[] = Object.keys(SPECS).filter(kind => SPECS[kind]?.isPush)

/** Path of the ExternalSecret's or PushSecret's spec in a manifest of one of these kinds; undefined for others. */
export const specPathOf = (manifest: Manifest): Path | undefined => SPECS[manifest.groupKind]?.path

/** The stores and generators that a request uses, each reference once. */
export interface References {
  readonly stores: readonly StoreReference[]
  readonly generators: readonly GeneratorReference[]
}

/**
 * What a request refers to. The store of the whole ExternalSecret counts unless every entry brings its own.
 * Source: `Get` in pkg/controllers/secretstore/client_manager.go and `GetSecretStores` in
 * pkg/controllers/pushsecret/pushsecret_controller.go, ESO 2.9.0
 */
export const referencesOf = remember((manifest: Manifest): References => {
  const spec = SPECS[manifest.groupKind]
  if (!spec) return { stores: [], generators: [] }
  if (spec.isPush) return pushReferences(manifest, spec.path)
  const items = itemsOf(manifest)
  const whole = storeAt(manifest, [...spec.path, 'secretStoreRef'])
  const stores = items.length === 0 ? [whole] : items.map(({ store }) => store)
  return {
    stores: uniqueByPath(stores.filter(store => store !== undefined)),
    generators: uniqueByPath(items.map(({ generator }) => generator).filter(generator => generator !== undefined)),
  }
})

/** The entries of `data` and `dataFrom` of an ExternalSecret or ClusterExternalSecret; empty for other kinds. */
export const itemsOf = remember((manifest: Manifest): readonly Item[] => {
  const spec = SPECS[manifest.groupKind]
  if (!spec || spec.isPush) return []
  const whole = storeAt(manifest, [...spec.path, 'secretStoreRef'])
  return ['data', 'dataFrom'].flatMap(list =>
    asList(manifest.get(...spec.path, list)).flatMap((value, i) => {
      const body = asMapping(value)
      return body ? itemAt(manifest, [...spec.path, list, i], body, whole) : []
    }),
  )
})

/** `find` wins over `extract`, and both over a generator; in `data` a `sourceRef` names a store or nothing. */
function itemAt(manifest: Manifest, path: Path, body: Mapping, whole: StoreReference | undefined): Item[] {
  const source = asMapping(body.sourceRef)
  const own = isGiven(source?.storeRef) ? storeAt(manifest, [...path, 'sourceRef', 'storeRef']) : undefined
  if (path.at(-2) === 'data') return [{ path, body, how: 'data', store: own ?? whole, generator: undefined }]
  for (const how of ['find', 'extract'] as const)
    if (isGiven(body[how])) return [{ path, body, how, store: own ?? whole, generator: undefined }]
  if (!isGiven(source?.generatorRef)) return []
  const generator = generatorAt(manifest, [...path, 'sourceRef', 'generatorRef'])
  return [{ path, body, how: 'generator', store: undefined, generator }]
}

function pushReferences(manifest: Manifest, spec: Path): References {
  const stores = asList(manifest.get(...spec, 'secretStoreRefs')).flatMap(
    (_, i) => storeAt(manifest, [...spec, 'secretStoreRefs', i]) ?? [],
  )
  // A Secret that is named is pushed instead of what the generator would make.
  const isNamed = Boolean(manifest.get(...spec, 'selector', 'secret', 'name'))
  const generator = isNamed ? undefined : generatorAt(manifest, [...spec, 'selector', 'generatorRef'])
  return { stores, generators: generator ? [generator] : [] }
}

function storeAt(manifest: Manifest, path: Path): StoreReference | undefined {
  const body = asMapping(manifest.get(...path))
  if (!body) return undefined
  const kind = asText(body.kind) || 'SecretStore'
  const selector = body.labelSelector ?? undefined
  return {
    manifest,
    path,
    kind: kind === 'SecretStore' || kind === 'ClusterSecretStore' ? kind : undefined,
    name: selector === undefined ? knownText(body.name) : undefined,
    selector,
    namespace: knownText(manifest.namespace),
  }
}

function generatorAt(manifest: Manifest, path: Path): GeneratorReference | undefined {
  const body = asMapping(manifest.get(...path))
  return (
    body && {
      manifest,
      path,
      kind: knownText(body.kind),
      name: knownText(body.name),
      namespace: knownText(manifest.namespace),
    }
  )
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

const uniqueByPath = <T extends { readonly path: Path }>(references: readonly T[]): T[] => [
  ...new Map(references.map(reference => [JSON.stringify(reference.path), reference])).values(),
]

/**
 * The stores of the set that a reference may lead to: several by a selector, or while a namespace is not known.
 * A namespace that nobody said may be any.
 */
export function storesOf({ kind, name, selector, namespace }: StoreReference, world: World): readonly Manifest[] {
  if (kind === undefined) return []
  const where = kind === 'ClusterSecretStore' ? undefined : namespace
  if (name !== undefined) return namedIn(world, `${ESO_GROUP}/${kind}`, name, where)
  return selector === undefined ? [] : labelled(world, kind, selector).maybeIn(where)
}

/** The stores that a selector chooses, in all namespaces. */
function labelled(world: World, kind: string, selector: unknown): ByNamespace<Manifest> {
  const key = JSON.stringify([kind, selector])
  const chosen = (store: Manifest): boolean => selects(selector, asLabels(store.get('metadata', 'labels')))
  const found =
    choices(world).get(key) ??
    new ByNamespace(world.of(`${ESO_GROUP}/${kind}`).filter(chosen), ({ namespace }) => namespace)
  choices(world).set(key, found)
  return found
}

const choices = remember((_: World) => new Map<string, ByNamespace<Manifest>>())

/** The generators of the set that a reference may lead to. */
export const generatorsOf = ({ kind, name, namespace }: GeneratorReference, world: World): readonly Manifest[] =>
  kind === undefined || name === undefined ? [] : namedIn(world, `${GENERATORS_GROUP}/${kind}`, name, namespace)
