import type { Severity } from '../finding.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { type EsoResource, groupOfResource } from '../model/rbac/eso-resources.ts'
import {
  builtInAggregation,
  type Grant,
  nameOfSubject,
  namesGroup,
  namesResource,
  type PolicyRule,
  policyRules,
  resourcePath,
  type Subject,
  verbsGiven,
} from '../model/rbac/rbac.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { bindingsOf, holders } from './grants.ts'
import type { Problem } from './rule.ts'
import { joined } from './words.ts'

/** Kinds of the operator that only operators should write. */
export type Targets = EsoResource | readonly EsoResource[]

/**
 * Who but the operators may write the targets by this role: everyone with a built-in role that takes its rules in,
 * and everyone it is bound to. A role in nobody's hands is reported as `unheld`, for the binding may be elsewhere;
 * that of the operator's own chart is not, since it lies there once its labels are gone.
 * Rules for `apiGroups: ["*"]` are left to the rule about wildcards.
 */
export function* writeAccess(
  role: Manifest,
  world: World,
  targets: Targets,
  unheld: Severity = 'medium',
): Generator<Problem> {
  const { rbac, eso } = world
  yield* byAggregation(role, world, targets)
  const grants = rbac.grantsOf(role)
  const strangers = grants.filter(grant => isStranger(grant, world))
  const isHeld =
    grants.length > 0 || [role, ...rbac.aggregatorsOf(role)].some(holder => builtInAggregation(holder).length > 0)
  for (const rule of policyRules(role)) {
    const path = pathOf(rule, targets)
    if (!path) continue
    const access = accessOf([rule], targets)
    if (strangers.length > 0)
      yield {
        path,
        message: `${holders(strangers)} can ${access} and ${areNoOperators(strangers)}`,
        related: bindingsOf(strangers),
      }
    else if (!isHeld && !eso.isOwnPart(role))
      yield {
        path,
        severity: unheld,
        message: `whoever gets this role can ${access}, and no binding in the set says who that is`,
      }
  }
}

/**
 * Who but the operators may write the targets in all namespaces by this role: only ClusterRoleBindings count, to the
 * role or to a built-in one that takes it in. `judge` says how bad the verbs are; undefined: not at all.
 */
export function* clusterWideWriteAccess(
  role: Manifest,
  world: World,
  targets: Targets,
  judge: (verbs: readonly string[]) => Severity | undefined,
): Generator<Problem> {
  const { rbac } = world
  const isFound = (grant: Grant) => grant.namespace === undefined && isStranger(grant, world)
  const gathered = gatheredRules(role, world, targets)
  const worst = judge(gathered.flatMap(rule => writes(rule, targets)))
  if (worst === undefined) return
  for (const { label, roles } of builtInAggregation(role)) {
    const strangers = roles.flatMap(name => rbac.grantsOfClusterRole(name)).filter(isFound)
    const through = `through this label and the built-in role ${joined(roles, 'or')}, `
    const path = ['metadata', 'labels', label]
    if (strangers.length > 0) yield strangersProblem(path, worst, strangers, gathered, targets, through)
  }
  const strangers = rbac.grantsOf(role).filter(isFound)
  for (const rule of strangers.length > 0 ? policyRules(role) : []) {
    const path = pathOf(rule, targets)
    const severity = judge(writes(rule, targets))
    if (path && severity) yield strangersProblem(path, severity, strangers, [rule], targets)
  }
}

const strangersProblem = (
  path: Problem['path'],
  severity: Severity,
  strangers: readonly Grant[],
  rules: readonly PolicyRule[],
  targets: Targets,
  through = '',
): Problem => ({
  path,
  severity,
  message: `${through}${holders(strangers)} can ${accessOf(rules, targets)} and ${areNoOperators(strangers)}`,
  related: bindingsOf(strangers),
})

/** One problem for each label that adds the role to a built-in one. */
function* byAggregation(role: Manifest, world: World, targets: Targets): Generator<Problem> {
  const writing = gatheredRules(role, world, targets)
  if (writing.length === 0) return
  for (const { label, roles } of builtInAggregation(role)) {
    const strangers = roles
      .flatMap(name => world.rbac.grantsOfClusterRole(name))
      .filter(grant => isStranger(grant, world))
    yield {
      path: ['metadata', 'labels', label],
      message: `through this label everyone with the built-in role ${joined(roles, 'or')} can ${accessOf(writing, targets)}, also anybody who is not a configured operator`,
      related: bindingsOf(strangers),
    }
  }
}

/** The writing rules of a role and of those it takes in. */
const gatheredRules = (role: Manifest, { rbac }: World, targets: Targets): PolicyRule[] =>
  [role, ...rbac.aggregatedBy(role)].flatMap(policyRules).filter(rule => pathOf(rule, targets))

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection']

const listed = (targets: Targets): readonly EsoResource[] => ('resource' in targets ? [targets] : targets)

const writesOne = (rule: PolicyRule, target: EsoResource): string[] => {
  const group = groupOfResource(target)
  return namesGroup(rule, group) ? verbsGiven(rule, { group, resource: target.resource, verbs: WRITES }) : []
}

const writes = (rule: PolicyRule, targets: Targets): string[] =>
  listed(targets).flatMap(target => writesOne(rule, target))

/** The entry of `resources` that takes in the first target which the rule lets write; undefined when it is none. */
function pathOf(rule: PolicyRule, targets: Targets): Problem['path'] | undefined {
  const target = listed(targets).find(candidate => writesOne(rule, candidate).length > 0)
  return target && resourcePath(rule, target.resource)
}

/** `create, update SecretStores`, `update SecretStores named a, b`. */
function accessOf(rules: readonly PolicyRule[], targets: Targets): string {
  const given = new Set(rules.flatMap(rule => writes(rule, targets)))
  const plurals = listed(targets)
    .filter(target => rules.some(rule => writesOne(rule, target).length > 0))
    .map(({ plural }) => plural)
  const names = rules.every(rule => rule.resourceNames.length > 0) ? rules.flatMap(rule => rule.resourceNames) : []
  const which = names.length > 0 ? ` named ${[...new Set(names)].join(', ')}` : ''
  return `${WRITES.filter(verb => given.has(verb)).join(', ')} ${[...new Set(plurals)].join(', ')}${which}`
}

/** Whether somebody known holds the grant who is no operator; a placeholder may become one. */
export const isStranger = ({ subject }: Grant, world: World): boolean =>
  !isPlaceholder(subject.name) &&
  !isPlaceholder(subject.namespace) &&
  !world.isOperator(subject) &&
  !isUnseenController(subject, world)

/** Whether a ServiceAccount is that of a controller whose workload is not in the set: nobody else writes the status of ExternalSecrets. */
function isUnseenController(subject: Subject, world: World): boolean {
  if (subject.kind !== 'ServiceAccount') return false
  const answers = answersIn(world)
  const name = nameOfSubject(subject)
  const answer = answers.get(name) ?? world.rbac.rolesOf(subject).some(({ role }) => writesStatus(role))
  answers.set(name, answer)
  return answer
}

/** By the names of subjects, which many copies of one binding may ask for. */
const answersIn = remember((_: World) => new Map<string, boolean>())

const writesStatus = remember((role: Manifest): boolean =>
  policyRules(role).some(rule => namesResource(rule, STATUS) && verbsGiven(rule, STATUS).length > 0),
)

const STATUS = { group: ESO_GROUP, resource: 'externalsecrets/status', verbs: ['update', 'patch'] }

const areNoOperators = (grants: readonly Grant[]): string =>
  new Set(grants.map(({ subject }) => nameOfSubject(subject))).size === 1
    ? 'is not a configured operator'
    : 'none of them is a configured operator'
