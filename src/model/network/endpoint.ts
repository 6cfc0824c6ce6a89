import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, isPlaceholder } from '../../parse/untyped.ts'
import { type Answer, allOf, answerOf } from '../answer.ts'
import type { Pod } from '../pods/workloads.ts'
import { type Labels, meets, type Requirement, requirementsOf } from '../selectors.ts'
import type { TrafficRule } from './traffic.ts'

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

/** Who reads a policy; those of the API group policy.networking.k8s.io are for all engines. */
export type Engine = 'kubernetes' | 'cilium' | 'calico' | 'admin' | 'baseline'

/** What decides about the pods it selects: a policy, or one of the rules of a Cilium policy. */
export interface Isolation {
  readonly policy: Manifest
  readonly engine: Engine
  /** Where it stands: its `spec`, or an entry of `specs`. */
  readonly path: Path
  /** Of its selector, from the policy's root. */
  readonly selectorPath: Path
  /** The directions in which it denies what nothing allows. */
  readonly directions: ReadonlySet<Direction>
  /** Its place among policies of an engine that asks them one after the other; the last where it has none. */
  readonly order?: number
  /** Of Calico. */
  readonly tier?: string
  selects(endpoint: Endpoint): boolean
  /** Its rules for a direction as they hold for a pod, whose named ports they may mean. */
  rules(direction: Direction, pod: Pod): readonly TrafficRule[]
}

/** The endpoint of a pod; the labels of its Namespace and ServiceAccount are known when these are in the set. */
export function endpointOf(pod: Pod, namespace: Manifest | undefined, serviceAccount: Manifest | undefined): Endpoint {
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

/** Whether labels that are known in part meet a LabelSelector. */
export function selectorAnswer(selector: unknown, known: KnownLabels): Answer {
  if (isPlaceholder(selector)) return 'unknown'
  const requirements = requirementsOf(selector)
  return requirements ? allOf(requirements.map(requirement => requirementAnswer(requirement, known))) : 'no'
}

/** Whether labels that are known in part meet one condition. */
export function requirementAnswer(requirement: Requirement, { labels, knows }: KnownLabels): Answer {
  const isOpen = !knows(requirement.key) || [requirement.key, ...requirement.values].some(isPlaceholder)
  return isOpen ? 'unknown' : answerOf(meets(requirement, labels))
}
