import { asLabels, asText, isPlaceholder } from '../../parse/untyped.ts'
import { matchesEverything } from '../regexp.ts'

/** An annotation of a Secret that makes another controller copy it into other namespaces. */
interface CopyAnnotation {
  readonly product: string
  readonly key: string
  /** Set to anything, or only by `"true"`. */
  readonly when: 'given' | 'true'
  /** What says where to: another annotation, its own value as names and expressions, or its own value as a selector of labels. */
  readonly to: { readonly annotation: string } | 'names' | 'selector'
}

const REFLECTOR = 'reflector.v1.k8s.emberstack.com'
const REPLICATOR = 'replicator.v1.mittwald.de'

/**
 * https://github.com/emberstack/kubernetes-reflector, https://github.com/mittwald/kubernetes-replicator,
 * https://github.com/config-syncer/config-syncer
 */
export const COPY_ANNOTATIONS: { readonly asOf: string; readonly list: readonly CopyAnnotation[] } = {
  asOf: '2026-11-23',
  list: [
    {
      product: 'Reflector',
      key: `${REFLECTOR}/reflection-allowed`,
      when: 'true',
      to: { annotation: `${REFLECTOR}/reflection-allowed-namespaces` },
    },
    {
      product: 'kubernetes-replicator',
      key: `${REPLICATOR}/replication-allowed`,
      when: 'true',
      to: { annotation: `${REPLICATOR}/replication-allowed-namespaces` },
    },
    { product: 'kubernetes-replicator', key: `${REPLICATOR}/replicate-to`, when: 'given', to: 'names' },
    { product: 'kubernetes-replicator', key: `${REPLICATOR}/replicate-to-matching`, when: 'given', to: 'selector' },
    { product: 'Config Syncer', key: 'kubed.appscode.com/sync', when: 'given', to: 'selector' },
  ],
}

/** A Secret that another controller copies. */
export interface Copying {
  readonly product: string
  /** The annotation that asks for it. */
  readonly key: string
  /** Whether every namespace gets, or may ask for, a copy. */
  readonly isEverywhere: boolean
}

/** What copies a Secret with these annotations. */
export function copyingOf(annotations: unknown): Copying[] {
  const given = asLabels(annotations)
  return COPY_ANNOTATIONS.list.flatMap(({ product, key, when, to }) => {
    const value = given[key]
    if (value === undefined || isPlaceholder(value) || (when === 'true' && value !== 'true')) return []
    const where = typeof to === 'object' ? asText(given[to.annotation]) : value
    return { product, key, isEverywhere: to === 'selector' ? value === '' : takesAll(where ?? '') }
  })
}

/** Names and regular expressions with commas between them; an empty list is every namespace. */
const takesAll = (list: string): boolean =>
  !isPlaceholder(list) && (list.trim() === '' || list.split(',').some(entry => matchesEverything(entry.trim())))
