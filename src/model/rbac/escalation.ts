import type { Path } from '../../finding.ts'
import { namesGroup, type PolicyRule, verbsGiven } from './rbac.ts'

/** A verb of a rule that lets its holder have more rights than were given. */
export interface Escalation {
  /** The verb's entry. */
  readonly path: Path
  readonly verbs: readonly string[]
  /** What it works on for who holds it in all namespaces. */
  readonly resources: readonly string[]
  /** What it works on for who holds it in one. */
  readonly inNamespace: readonly string[]
  /** Empty: every name. An empty text: what is new. */
  readonly names: readonly string[]
}

const RBAC = 'rbac.authorization.k8s.io'

/**
 * What the three verbs mean something on. A binding in a namespace may refer to a ClusterRole, so that bind counts
 * there; changing a ClusterRole and being somebody else are questions about the whole cluster.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping
 */
const DANGERS = [
  { verb: 'bind', group: RBAC, resource: 'roles', inNamespace: true },
  { verb: 'bind', group: RBAC, resource: 'clusterroles', inNamespace: true },
  { verb: 'escalate', group: RBAC, resource: 'roles', inNamespace: true },
  { verb: 'escalate', group: RBAC, resource: 'clusterroles', inNamespace: false },
  { verb: 'impersonate', group: '', resource: 'users', inNamespace: false },
  { verb: 'impersonate', group: '', resource: 'groups', inNamespace: false },
  { verb: 'impersonate', group: '', resource: 'serviceaccounts', inNamespace: true },
]

/** Roles, groups and users that may do anything, or change what runs. */
const MIGHTY = new Set(['cluster-admin', 'admin', 'edit', 'system:masters', 'system:admin', 'kubernetes-admin'])

/**
 * Names of a rule that make a verb as bad as without any. The empty one is that of a role which is only being made: the
 * request has no name, so that `escalate` lets every new role pass.
 */
const mightyNames = (rule: PolicyRule, verb: string): string[] =>
  rule.resourceNames.filter(name => MIGHTY.has(name) || (name === '' && verb === 'escalate'))

/** The escalations of a rule, one for each entry of `verbs`. The verb `*` in a rule for `apiGroups: ["*"]` is left to who asks about wildcards. */
export function escalationsOf(rule: PolicyRule): Escalation[] {
  const isOfAnyName = rule.resourceNames.length === 0
  return rule.verbs.flatMap((entry, i) => {
    const dangers = DANGERS.filter(
      danger => isGiven(rule, entry, danger) && (isOfAnyName || mightyNames(rule, danger.verb).length > 0),
    )
    if (dangers.length === 0) return []
    return {
      path: [...rule.path, 'verbs', i],
      verbs: [...new Set(dangers.map(({ verb }) => verb))],
      resources: [...new Set(dangers.map(({ resource }) => resource))],
      inNamespace: [...new Set(dangers.filter(danger => danger.inNamespace).map(({ resource }) => resource))],
      names: [...new Set(dangers.flatMap(({ verb }) => mightyNames(rule, verb)))],
    }
  })
}

function isGiven(rule: PolicyRule, entry: string, { verb, group, resource }: (typeof DANGERS)[number]): boolean {
  const access = { group, resource, verbs: [verb] }
  const isMeant = entry === verb || (entry === '*' && namesGroup(rule, group))
  return isMeant && verbsGiven({ ...rule, verbs: [entry] }, access).length > 0
}
