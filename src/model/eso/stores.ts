import type { Manifest } from '../../parse/manifest.ts'
import { asMapping, isPlaceholder } from '../../parse/untyped.ts'

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
