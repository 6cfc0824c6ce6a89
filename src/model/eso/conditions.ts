import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, isPlaceholder } from '../../parse/untyped.ts'
import { type Answer, allOf, answerOf, anyOf } from '../answer.ts'
import { compileGoRegexp } from '../go-regexp.ts'
import { namedIn } from '../named.ts'
import { matchesAllOf } from '../regexp.ts'
import { type Labels, labelAt, meets, requirementsOf } from '../selectors.ts'
import type { World } from '../world.ts'
import { isUnconditional } from './stores.ts'

/** Kubernetes gives each namespace this label, and nobody can change it. */
export const NAME_LABEL = 'kubernetes.io/metadata.name'

/** A namespace as far as it is known. */
export interface NamespaceFacts {
  readonly name: string
  /** Undefined when its Namespace is not in the set. */
  readonly labels: Labels | undefined
}

/** What the set says about a namespace. */
export function namespaceFacts(name: string, world: World): NamespaceFacts {
  const [manifest] = namedIn(world, 'core/Namespace', name, undefined)
  return { name, labels: manifest && asLabels(manifest.get('metadata', 'labels')) }
}

/** One way into a ClusterSecretStore: alternatives are ORed, also those of one condition. */
export interface Alternative {
  readonly path: Path
  readonly by: 'selector' | 'name' | 'regex'
  /** The selector, name or expression as it is written; what is filled in later is unknown. */
  readonly value: unknown
}

/**
 * The alternatives in a ClusterSecretStore's conditions. A selector of null is none, and a condition without
 * any alternative admits nobody. Source: `shouldProcessSecret` in ESO 2.9.0,
 * pkg/controllers/secretstore/client_manager.go
 */
export const alternativesOf = (store: Manifest): Alternative[] =>
  asList(store.get('spec', 'conditions')).flatMap((_, i) => {
    const path = ['spec', 'conditions', i]
    const selector = store.get(...path, 'namespaceSelector') ?? undefined
    return [
      ...(selector === undefined
        ? []
        : [{ path: [...path, 'namespaceSelector'], by: 'selector', value: selector } as const]),
      ...entriesOf(store, [...path, 'namespaces'], 'name'),
      ...entriesOf(store, [...path, 'namespaceRegexes'], 'regex'),
    ]
  })

const entriesOf = (store: Manifest, path: Path, by: 'name' | 'regex'): Alternative[] => {
  const list = store.get(...path)
  if (isPlaceholder(list)) return [{ path, by, value: list }]
  return asList(list).map((value, i) => ({ path: [...path, i], by, value }))
}

/** Whether a store serves this namespace. A SecretStore serves its own. */
export function admits(store: Manifest, namespace: NamespaceFacts): Answer {
  if (store.kind !== 'ClusterSecretStore') return isSame(store.namespace, namespace.name)
  if (isUnconditional(store)) return 'yes'
  const conditions = store.get('spec', 'conditions')
  if (!Array.isArray(conditions)) return 'unknown'
  const answers = [
    ...alternativesOf(store).map(alternative => takes(alternative, namespace)),
    ...conditions.filter(isPlaceholder).map(() => 'unknown' as const),
  ]
  return anyOf(answers)
}

/** Whether one alternative takes a namespace. */
export function takes({ by, value }: Alternative, namespace: NamespaceFacts): Answer {
  if (by === 'selector') return selectorTakes(value, namespace)
  if (by === 'name') return isSame(asText(value), namespace.name)
  if (isPlaceholder(value) || isPlaceholder(namespace.name)) return 'unknown'
  return answerOf(typeof value === 'string' && compileGoRegexp(value)?.matches(namespace.name) === true)
}

/** A namespace that is filled in later, or left to whoever applies the manifest, may be any. */
function isSame(a: string | undefined, b: string): Answer {
  if (a === undefined || isPlaceholder(a) || isPlaceholder(b)) return 'unknown'
  return answerOf(a === b)
}

/** Requirements are ANDed: one that fails decides, though others are unknown. */
function selectorTakes(selector: unknown, { name, labels }: NamespaceFacts): Answer {
  const requirements = requirementsOf(selector)
  if (!requirements) return isSettled(selector) ? 'no' : 'unknown'
  const answers = requirements.map(requirement => {
    const isOfName = requirement.key === NAME_LABEL
    if (!isSettled(requirement) || (isOfName ? isPlaceholder(name) : labels === undefined)) return 'unknown'
    const known = isOfName ? { [NAME_LABEL]: name } : (labels ?? {})
    if (isPlaceholder(labelAt(known, requirement.key))) return 'unknown'
    return answerOf(meets(requirement, known))
  })
  return allOf(answers)
}

/** Whether nothing in a value is filled in later. */
export function isSettled(value: unknown): boolean {
  if (isPlaceholder(value)) return false
  if (Array.isArray(value)) return value.every(isSettled)
  return Object.entries(asMapping(value) ?? {}).every(([key, inner]) => !isPlaceholder(key) && isSettled(inner))
}

/** How far a namespace selector or expression reaches: every namespace, every one it does not exclude, or a choice. */
export type Reach = 'every' | 'every-other' | 'some'

/**
 * How far a LabelSelector for namespaces reaches. One that only says what a namespace must not be takes each new
 * namespace by default; that a namespace has a name says nothing. What is filled in later is a choice.
 */
export function reachOfSelector(selector: unknown): Reach {
  const requirements = requirementsOf(selector)
  if (!requirements || !isSettled(selector)) return 'some'
  const real = requirements.filter(({ key, operator }) => key !== NAME_LABEL || operator !== 'Exists')
  if (real.length === 0) return 'every'
  return real.every(({ operator }) => operator === 'NotIn' || operator === 'DoesNotExist') ? 'every-other' : 'some'
}

/** How far one alternative reaches. */
export function reachOf({ by, value }: Alternative): Reach {
  if (by === 'selector') return reachOfSelector(value)
  return by === 'regex' && isAnyName(value) ? 'every' : 'some'
}

/** Names that share no letter: an expression that takes them all says nothing about names. */
const PROBES = ['bdfg', 'chjk', 'lmnp', 'qrst', 'vwxz', 'default', 'aeiouy']

const isAnyName = (pattern: unknown): boolean =>
  typeof pattern === 'string' && !isPlaceholder(pattern) && matchesAllOf(pattern, PROBES)

/** Whether every namespace can use this ClusterSecretStore: it has no conditions, or one of them takes all. */
export const isOpenToAll = (store: Manifest): boolean =>
  isUnconditional(store) || alternativesOf(store).some(alternative => reachOf(alternative) === 'every')

/** Whether nobody but this namespace can use this ClusterSecretStore. */
export function isOnlyFor(store: Manifest, name: string): boolean {
  const alternatives = alternativesOf(store)
  const isOnly = ({ by, value }: Alternative): boolean =>
    by === 'selector' ? namesOnly(value, name) : value === (by === 'regex' ? `^${name}$` : name)
  return alternatives.length > 0 && isSettled(store.get('spec', 'conditions')) && alternatives.every(isOnly)
}

const namesOnly = (selector: unknown, name: string): boolean =>
  requirementsOf(selector)?.some(
    ({ key, operator, values }) => key === NAME_LABEL && operator === 'In' && values.every(value => value === name),
  ) ?? false
