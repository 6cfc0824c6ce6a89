import type { Manifest } from '../parse/manifest.ts'
import { asLabels } from '../parse/untyped.ts'
import type { Labels } from './selectors.ts'
import type { Pod } from './workloads.ts'

export const DIRECTIONS = ['ingress', 'egress'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Labels as far as the manifests tell them. */
export interface KnownLabels {
  readonly labels: Labels
  /** Whether the manifests tell this key's value, or that the key is missing. */
  knows(key: string): boolean
}

/** A pod as the network policy engines see it. */
export interface Endpoint {
  readonly pod: Pod
  readonly namespace: KnownLabels
  readonly serviceAccount: KnownLabels
}

/** What puts the pods it selects into default deny: a policy, or one of the rules of a Cilium policy. */
export interface Isolation {
  readonly policy: Manifest
  readonly directions: ReadonlySet<Direction>
  selects(endpoint: Endpoint): boolean
}

/** The endpoint of a pod; the labels of its Namespace and ServiceAccount are known when these are in the set. */
export function endpointOf(pod: Pod, namespaces: readonly Manifest[], serviceAccounts: readonly Manifest[]): Endpoint {
  const namespace = namespaces.find(({ name }) => name === pod.namespace)
  const serviceAccount = serviceAccounts.find(
    account => account.name === pod.serviceAccountName && inSameNamespace(account, pod.manifest),
  )
  // https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name
  const automatic: Labels = pod.namespace === undefined ? {} : { 'kubernetes.io/metadata.name': pod.namespace }
  return { pod, namespace: labelsOf(namespace, automatic), serviceAccount: labelsOf(serviceAccount, {}) }
}

function labelsOf(manifest: Manifest | undefined, automatic: Labels): KnownLabels {
  const labels = { ...asLabels(manifest?.get('metadata', 'labels')), ...automatic }
  return { labels, knows: key => manifest !== undefined || Object.hasOwn(labels, key) }
}

/**
 * Whether two objects share a namespace. A release always names one; plain manifests without one go to one and the
 * same, which nobody can take for a namespace that is named.
 */
export const inSameNamespace = (a: Manifest, b: Manifest): boolean => a.namespace === b.namespace

/**
 * The directions that a list of policy types names: undefined when it names none, so that the API's default holds;
 * empty when the API would refuse it.
 */
export function namedDirections(types: unknown): readonly Direction[] | undefined {
  if (types === undefined || types === null) return undefined
  if (!Array.isArray(types)) return []
  if (types.length === 0) return undefined
  const directions = types.map(type => (type === 'Ingress' ? 'ingress' : type === 'Egress' ? 'egress' : undefined))
  return directions.every(direction => direction !== undefined) ? directions : []
}
