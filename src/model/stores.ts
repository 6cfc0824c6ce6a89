import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asLabels, asList, asMapping, isPlaceholder } from '../parse/untyped.ts'
import { ESO_GROUP } from './eso.ts'
import { selects } from './selectors.ts'
import type { World } from './world.ts'

/**
 * Whether a ClusterSecretStore serves every namespace because nobody says which: no `conditions`, or an empty list.
 * Anything but a list is filled in later. Source: `shouldProcessSecret` in ESO 2.9.0,
 * pkg/controllers/secretstore/client_manager.go
 */
export function isUnconditional(store: Manifest): boolean {
  const conditions = store.get('spec', 'conditions') ?? []
  return Array.isArray(conditions) && conditions.length === 0
}

/** Whether a store is written out: the patches of an overlay leave out what they do not change. */
export const isWhole = (store: Manifest): boolean =>
  asMapping(store.get('spec', 'provider')) !== undefined || isPlaceholder(store.get('spec', 'provider'))

/** One entry of `secretStoreRefs` that leads to a store. */
export interface Push {
  readonly manifest: Manifest
  readonly path: Path
}

/** Where the pushing kinds name their stores. */
const PUSHING: readonly [groupKind: string, path: Path][] = [
  [`${ESO_GROUP}/PushSecret`, ['spec', 'secretStoreRefs']],
  [`${ESO_GROUP}/ClusterPushSecret`, ['spec', 'pushSecretSpec', 'secretStoreRefs']],
]

/** The PushSecrets and ClusterPushSecrets of the set that write into a ClusterSecretStore. */
export const pushesInto = (store: Manifest, world: World): Push[] =>
  PUSHING.flatMap(([kind, path]) =>
    world.of(kind).flatMap(manifest => {
      const index = asList(manifest.get(...path)).findIndex(reference => leadsTo(reference, store))
      return index < 0 ? [] : { manifest, path: [...path, index] }
    }),
  )

/** A label selector wins over a name; the kind is SecretStore by default. Source: `GetSecretStores` in ESO 2.9.0. */
function leadsTo(value: unknown, store: Manifest): boolean {
  const reference = asMapping(value)
  if (reference?.kind !== 'ClusterSecretStore') return false
  const selector = reference.labelSelector ?? undefined
  return selector === undefined
    ? reference.name === store.name
    : selects(selector, asLabels(store.get('metadata', 'labels')))
}
