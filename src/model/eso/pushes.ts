import type { Manifest } from '../../parse/manifest.ts'
import { asMapping, asText, isPlaceholder } from '../../parse/untyped.ts'
import { requirementsOf } from '../selectors.ts'
import { PUSHING_KINDS, specPathOf } from './external-secrets.ts'

/**
 * What a PushSecret takes: one Secret by its name, what a generator makes, or the Secrets of its namespace that a
 * selector takes; in this order. Source: `resolveSecrets` in pkg/controllers/pushsecret/pushsecret_controller.go, ESO 2.9.0
 */
export type PushSource =
  | { readonly from: 'secret'; readonly name: string }
  | { readonly from: 'generator' }
  | { readonly from: 'selector'; readonly selector: unknown }
  | { readonly from: 'unknown' }

/** The source of a PushSecret or ClusterPushSecret; unknown for what is filled in later, and other kinds. */
export function pushSourceOf(manifest: Manifest): PushSource {
  const spec = PUSHING_KINDS.includes(manifest.groupKind) ? specPathOf(manifest) : undefined
  const selector = spec && asMapping(manifest.get(...spec, 'selector'))
  const secret = asMapping(selector?.secret)
  if (!selector || isPlaceholder(selector) || isPlaceholder(secret?.name)) return { from: 'unknown' }
  const name = asText(secret?.name)
  if (name) return { from: 'secret', name }
  if (asMapping(selector.generatorRef)) return { from: 'generator' }
  return asMapping(secret?.selector) ? { from: 'selector', selector: secret?.selector } : { from: 'unknown' }
}

/** Whether a LabelSelector has no condition at all, and so takes everything. */
export const isEmptySelector = (selector: unknown): boolean =>
  !isPlaceholder(selector) && requirementsOf(selector)?.length === 0
