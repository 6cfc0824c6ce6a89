import { ESO_GROUP } from '../model/eso.ts'
import {
  builtInAggregation,
  type Grant,
  nameOfSubject,
  namesGroup,
  type PolicyRule,
  policyRules,
  resourcePath,
  verbsGiven,
} from '../model/rbac.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { bindingsOf, holders } from './grants.ts'
import type { Problem } from './rule.ts'

/** A kind of the operator that only operators should write. */
export interface Target {
  /** As RBAC names it, such as `secretstores`. */
  readonly resource: string
  /** As messages name it, such as `SecretStores`. */
  readonly plural: string
}

/**
 * Who but the operators may write the target by this role: everyone with a built-in role that takes its rules in,
 * and everyone it is bound to. A role in nobody's hands is reported at `medium`, for the binding may be elsewhere;
 * that of the operator's own chart is not, since it lies there once its labels are gone.
 * Rules for `apiGroups: ["*"]` are left to the rule about wildcards.
 */
export function* writeAccess(role: Manifest, world: World, target: Target): Generator<Problem> {
  const { rbac, eso } = world
  const gathered = [role, ...rbac.aggregatedBy(role)].flatMap(policyRules)
  yield* byAggregation(role, world, target, gathered)
  const grants = rbac.grantsOf(role)
  const strangers = grants.filter(grant => isStranger(grant, world))
  const isHeld =
    grants.length > 0 || [role, ...rbac.aggregatorsOf(role)].some(holder => builtInAggregation(holder).length > 0)
  for (const rule of policyRules(role)) {
    if (writes(rule, target).length === 0) continue
    const path = resourcePath(rule, target.resource)
    const access = accessOf([rule], target)
    if (strangers.length > 0)
      yield {
        path,
        message: `${holders(strangers)} can ${access} and ${areNoOperators(strangers)}`,
        related: bindingsOf(strangers),
      }
    else if (!isHeld && !eso.isOwnPart(role))
      yield {
        path,
        severity: 'medium',
        message: `whoever gets this role can ${access}, and no binding in the set says who that is`,
      }
  }
}

/** One problem for each label that adds the role to a built-in one. */
function* byAggregation(
  role: Manifest,
  world: World,
  target: Target,
  rules: readonly PolicyRule[],
): Generator<Problem> {
  const writing = rules.filter(rule => writes(rule, target).length > 0)
  if (writing.length === 0) return
  for (const { label, roles } of builtInAggregation(role)) {
    const strangers = roles
      .flatMap(name => world.rbac.grantsOfClusterRole(name))
      .filter(grant => isStranger(grant, world))
    yield {
      path: ['metadata', 'labels', label],
      message: `through this label everyone with the built-in role ${orList(roles)} can ${accessOf(writing, target)}, also anybody who is not a configured operator`,
      related: bindingsOf(strangers),
    }
  }
}

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection']

const writes = (rule: PolicyRule, { resource }: Target): string[] =>
  namesGroup(rule, ESO_GROUP) ? verbsGiven(rule, { group: ESO_GROUP, resource, verbs: WRITES }) : []

/** `create, update SecretStores`, `update SecretStores named a, b`. */
function accessOf(rules: readonly PolicyRule[], target: Target): string {
  const given = new Set(rules.flatMap(rule => writes(rule, target)))
  const names = rules.every(rule => rule.resourceNames.length > 0) ? rules.flatMap(rule => rule.resourceNames) : []
  const which = names.length > 0 ? ` named ${[...new Set(names)].join(', ')}` : ''
  return `${WRITES.filter(verb => given.has(verb)).join(', ')} ${target.plural}${which}`
}

/** Whether somebody known holds the grant who is no operator; a placeholder may become one. */
export const isStranger = ({ subject }: Grant, world: World): boolean =>
  !isPlaceholder(subject.name) && !isPlaceholder(subject.namespace) && !world.isOperator(subject)

const areNoOperators = (grants: readonly Grant[]): string =>
  new Set(grants.map(({ subject }) => nameOfSubject(subject))).size === 1
    ? 'is not a configured operator'
    : 'none of them is a configured operator'

const orList = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('')
