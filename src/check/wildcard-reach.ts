import type { Severity } from '../finding.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { ESO_RESOURCES, EXTERNAL_SECRETS, groupOfResource } from '../model/rbac/eso-resources.ts'
import {
  builtInAggregation,
  type Grant,
  namesGroup,
  type PolicyRule,
  SECRET_ACCESS,
  verbsGiven,
} from '../model/rbac/rbac.ts'
import { isHuman } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { holdsEso, isInScope, isUnknown } from './scope.ts'

/** What a rule with a wildcard lets somebody do that is ours to judge. */
export interface Reach {
  /** Who; empty for a role that nobody in the set holds. */
  readonly grants: readonly Grant[]
  readonly severity: Severity
  /** The end of a sentence: `write SecretStores and get Secrets`. */
  readonly says: string
}

/** What a rule takes in. */
interface Covered {
  readonly rule: PolicyRule
  /** Whether it names a group of the operator itself; who holds such a rule is in scope. */
  readonly isNamed: boolean
  /** Kinds of the operator, as messages name them. */
  readonly writes: readonly string[]
  readonly reads: readonly string[]
  /** Verbs on all Secrets. */
  readonly secrets: readonly string[]
}

/** The reach of a rule; undefined when it takes in nothing, or is in no hands that matter. */
export function reachOf(role: Manifest, rule: PolicyRule, world: World): Reach | undefined {
  const covered = coveredBy(rule)
  const all = world.rbac.grantsOf(role)
  const scoped = takesIn(covered) ? all.filter(({ subject }) => isInScope(subject, world)) : []
  const outside = all.filter(grant => isOutsider(grant, covered, world))
  const grants = all.filter(grant => scoped.includes(grant) || outside.includes(grant))
  if (grants.length > 0)
    return {
      grants,
      severity: severityOf(covered, scoped.length > 0, grants),
      says: describe(covered, scoped.length > 0),
    }
  const isHeld =
    all.length > 0 || [role, ...world.rbac.aggregatorsOf(role)].some(holder => builtInAggregation(holder).length > 0)
  if (isHeld || !covered.isNamed || covered.writes.length === 0 || world.eso.isOwnPart(role)) return undefined
  return { grants, severity: isHarmless(covered) ? 'low' : 'medium', says: describe(covered, false) }
}

function coveredBy(rule: PolicyRule): Covered {
  return {
    rule,
    isNamed: namesGroup(rule, ESO_GROUP) || namesGroup(rule, GENERATORS_GROUP),
    writes: kindsFor(rule, ['create', 'update', 'patch', 'delete']),
    reads: kindsFor(rule, ['get', 'list', 'watch']),
    secrets: rule.resourceNames.length > 0 ? [] : verbsGiven(rule, SECRET_ACCESS),
  }
}

const kindsFor = (rule: PolicyRule, verbs: readonly string[]): string[] => [
  ...new Set(
    ESO_RESOURCES.filter(
      target => verbsGiven(rule, { group: groupOfResource(target), resource: target.resource, verbs }).length > 0,
    ).map(({ plural }) => plural),
  ),
]

const takesIn = ({ writes, reads, secrets }: Covered): boolean => writes.length + reads.length + secrets.length > 0

/**
 * Whether somebody out of scope writes kinds of the operator by a star for every API group: people wherever it is, another
 * tool only in all namespaces, since the rest of its rights is its own business.
 */
function isOutsider({ subject, namespace }: Grant, { isNamed, writes }: Covered, world: World): boolean {
  if (isNamed || writes.length === 0 || isUnknown(subject) || isInScope(subject, world)) return false
  return (isHuman(subject) || namespace === undefined) && !world.isOperator(subject) && holdsEso(world)
}

function severityOf(covered: Covered, hasScoped: boolean, grants: readonly Grant[]): Severity {
  if (hasScoped && covered.secrets.length > 0) return 'high'
  if (isHarmless(covered)) return 'low'
  return hasScoped || grants.some(({ subject }) => isHuman(subject)) ? 'high' : 'medium'
}

/** Reading, and writing what developers are to write. */
const isHarmless = ({ writes }: Covered): boolean => writes.every(kind => kind === EXTERNAL_SECRETS.plural)

function describe(covered: Covered, hasScoped: boolean): string {
  const { rule, writes, reads, secrets } = covered
  const kinds = writes.length > 0 ? writes : reads
  const names = rule.resourceNames.length > 0 ? ` named ${rule.resourceNames.join(', ')}` : ''
  return [
    ...(kinds.length > 0 ? [`${writes.length > 0 ? 'write' : 'read'} ${nameKinds(rule, kinds)}${names}`] : []),
    ...(hasScoped && secrets.length > 0 ? [`${secrets.join(', ')} Secrets`] : []),
  ].join(' and ')
}

function nameKinds(rule: PolicyRule, kinds: readonly string[]): string {
  if (!rule.resources.includes('*')) return kinds.join(', ')
  const groups = [ESO_GROUP, GENERATORS_GROUP].filter(group => namesGroup(rule, group))
  return groups.length === 1 && !rule.apiGroups.includes('*')
    ? `every kind of ${groups[0]}`
    : 'every kind of the operator'
}
