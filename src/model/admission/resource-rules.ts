import { isNamespaced } from '../../parse/kinds.ts'
import { asList, asTexts, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { servableVersions } from '../schema/served-versions.ts'
import type { World } from '../world.ts'
import { KINDS, resourceOf } from './admission-policy.ts'

/** Writes of one kind that are judged alike. */
export interface Write {
  /** Tells writes apart. */
  readonly id: string
  /** As RBAC names it, such as `secretstores`. */
  readonly resource: string
  /** Whether the rules name the kind, instead of taking in every kind there is. */
  readonly isNamed: boolean
}

interface Asked {
  readonly group: string
  readonly resource: string
  readonly scope: string
  readonly operation: string
  readonly version: string
  /** All versions that may be served, which are the same objects. */
  readonly versions: readonly string[]
}

/**
 * The writes that resource rules take in and do not exclude: of Secrets and of the operator's kinds, in versions that may
 * be served. Which objects of a kind selectors, names and conditions leave over is not asked; what is filled in later
 * may take anything. Rules for deletion alone keep nobody from writing, and those for a subresource look at that alone.
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/
 */
export function writesTaken(match: unknown, world: World): Write[] {
  const rules = asList(valueAt(match, ['resourceRules']))
  const excluding = asList(valueAt(match, ['excludeResourceRules'])).filter(isWhole)
  const isExact = valueAt(match, ['matchPolicy']) === 'Exact'
  return asked([...rules, ...excluding], world).flatMap(write => {
    const taking = rules.filter(rule => takes(rule, write, isExact ? [write.version] : write.versions))
    if (taking.length === 0 || excluding.some(rule => takes(rule, write, [write.version]))) return []
    const isNamed = taking.some(rule => names(rule, write))
    return { id: [write.resource, write.version, write.operation].join(' '), resource: write.resource, isNamed }
  })
}

/** An exception for some names leaves the others, and one that is filled in later may leave everything. */
const isWhole = (rule: unknown): boolean =>
  asList(valueAt(rule, ['resourceNames'])).length === 0 &&
  LISTS.every(list => !asTexts(valueAt(rule, [list])).some(isPlaceholder)) &&
  !isPlaceholder(valueAt(rule, ['scope']))

const LISTS = ['apiGroups', 'apiVersions', 'operations', 'resources']

/** So many versions that no known release serves are told apart. */
const MOST_VERSIONS = 10

function asked(rules: readonly unknown[], world: World): Asked[] {
  const written = rules.flatMap(rule => asTexts(valueAt(rule, ['apiVersions']))).filter(isVersion)
  const named = [...new Set(written)].slice(0, MOST_VERSIONS)
  return KINDS.flatMap(([group, kind]) => {
    const groupKind = `${group || 'core'}/${kind}`
    const versions = group === '' ? ['v1'] : servableVersions(groupKind, named, world)
    return versions.flatMap(version =>
      ['CREATE', 'UPDATE'].map(operation => ({
        group,
        resource: resourceOf(kind),
        scope: isNamespaced(groupKind) ? 'Namespaced' : 'Cluster',
        operation,
        version,
        versions,
      })),
    )
  })
}

const isVersion = (text: string): boolean => text !== '*' && !isPlaceholder(text)

/** Whether a rule is about a write, in one of these versions. */
const takes = (rule: unknown, { group, resource, scope, operation }: Asked, versions: readonly string[]): boolean => {
  const has = (list: string, fits: (text: string) => boolean): boolean =>
    asTexts(valueAt(rule, [list])).some(text => text === '*' || isPlaceholder(text) || fits(text))
  const isOf = valueAt(rule, ['scope']) ?? '*'
  return (
    has('apiGroups', text => text === group) &&
    has('apiVersions', text => versions.includes(text)) &&
    has('operations', text => text === operation) &&
    // Kubernetes takes `secretstores/*` for the resource and all below it.
    has('resources', text => ['*/*', resource, `${resource}/*`].includes(text)) &&
    (isOf === '*' || isOf === scope || isPlaceholder(isOf))
  )
}

const names = (rule: unknown, { group, resource }: Asked): boolean =>
  asTexts(valueAt(rule, ['resources'])).some(text => text.split('/')[0] === resource) ||
  (group !== '' && asTexts(valueAt(rule, ['apiGroups'])).includes(group))
