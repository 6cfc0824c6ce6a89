import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, asTexts } from '../../parse/untyped.ts'
import { remember } from '../remember.ts'
import { SelectorIndex } from '../selector-index.ts'

/** One entry of `rules:` of a Role or ClusterRole (RBAC's own name for it). */
export interface PolicyRule {
  /** In the role's manifest. */
  readonly path: Path
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  /** Empty: every name. */
  readonly resourceNames: readonly string[]
}

/** What is asked of a role: may it do one of `verbs` on this resource? Subresources are `name/sub`. */
export interface Access {
  readonly group: string
  readonly resource: string
  readonly verbs: readonly string[]
}

/** Every way to read or change Secrets. */
export const SECRET_ACCESS: Access = {
  group: '',
  resource: 'secrets',
  verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
}

/** Who a binding gives rights to. */
export interface Subject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount'
  readonly name: string
  /** Of a ServiceAccount. */
  readonly namespace: string | undefined
}

/** One subject that holds a role's rules, and how it came to them. */
export interface Grant {
  readonly subject: Subject
  readonly binding: Manifest
  /** The subject's entry in the binding. */
  readonly path: Path
  /** The namespace the rights hold in; undefined: all of them. */
  readonly namespace: string | undefined
}

/** A role and how somebody holds it. */
export interface HeldRole {
  readonly role: Manifest
  readonly grant: Grant
}

const RBAC = 'rbac.authorization.k8s.io'
export const ROLE_KINDS = [`${RBAC}/ClusterRole`, `${RBAC}/Role`] as const
export const BINDING_KINDS = [`${RBAC}/ClusterRoleBinding`, `${RBAC}/RoleBinding`] as const

/** Roles, bindings and the rights that follow from them. */
export class Rbac {
  readonly roles: readonly Manifest[]
  readonly bindings: readonly Manifest[]
  readonly #bindings: ReadonlyMap<string, readonly Manifest[]>
  readonly #roles: ReadonlyMap<string, readonly Manifest[]>
  readonly #aggregating: SelectorIndex<Manifest>
  #aggregated: ReadonlyMap<Manifest, readonly Manifest[]> | undefined
  #held: ReadonlyMap<string, readonly HeldRole[]> | undefined
  #granted: ReadonlyMap<string, readonly Grant[]> | undefined

  constructor(manifests: readonly Manifest[]) {
    this.roles = manifests.filter(({ groupKind }) => (ROLE_KINDS as readonly string[]).includes(groupKind))
    this.bindings = manifests.filter(({ groupKind }) => (BINDING_KINDS as readonly string[]).includes(groupKind))
    this.#bindings = Map.groupBy(this.bindings, boundRole)
    this.#roles = Map.groupBy(this.roles, ({ kind, namespace, name }) => roleKey(kind, namespace, name))
    this.#aggregating = new SelectorIndex(this.roles.filter(isAggregating), role =>
      asList(role.get('aggregationRule', 'clusterRoleSelectors')),
    )
  }

  /** Everyone in the set who holds this role's rules: by a binding to it, or to a ClusterRole that aggregates it. */
  grantsOf(role: Manifest): Grant[] {
    return [role, ...this.aggregatorsOf(role)].flatMap(({ kind, namespace, name }) =>
      this.#grantsTo(roleKey(kind, namespace, name)),
    )
  }

  /** Everyone in the set who is bound to the ClusterRole of this name, be it in the set or built into Kubernetes. */
  grantsOfClusterRole(name: string): Grant[] {
    return this.#grantsTo(roleKey('ClusterRole', undefined, name))
  }

  /** ClusterRoles of the set that take in this role's rules by their `aggregationRule`, at first or second hand. */
  readonly aggregatorsOf = remember((role: Manifest): readonly Manifest[] => this.#aggregatorsOf(role, new Set([role])))

  /** The roles whose rules this one takes in by its `aggregationRule`, at first or second hand. */
  aggregatedBy(role: Manifest): readonly Manifest[] {
    this.#aggregated ??= inverse(this.roles, this.aggregatorsOf)
    return this.#aggregated.get(role) ?? []
  }

  /** Roles whose rules this subject holds, with the way it holds them. */
  rolesOf(subject: Subject): readonly HeldRole[] {
    this.#held ??= Map.groupBy(
      this.roles.flatMap(role => this.grantsOf(role).map(grant => ({ role, grant }))),
      ({ grant }) => nameOfSubject(grant.subject),
    )
    return this.#held.get(nameOfSubject(subject)) ?? []
  }

  /** Everyone that one binding gives its role's rules. */
  grantsIn(binding: Manifest): readonly Grant[] {
    return boundRole(binding) === '' ? [] : grantsBy(binding)
  }

  /** Every grant to this subject by its name, be the role in the set or not. */
  grantsTo(subject: Subject): readonly Grant[] {
    this.#granted ??= Map.groupBy(
      this.bindings.flatMap(binding => this.grantsIn(binding)),
      grant => nameOfSubject(grant.subject),
    )
    return this.#granted.get(nameOfSubject(subject)) ?? []
  }

  /** The role of the set that a binding refers to; several when it is rendered more than once, none when it is elsewhere. */
  boundRoles(binding: Manifest): readonly Manifest[] {
    return this.#roles.get(boundRole(binding)) ?? []
  }

  #grantsTo(key: string): Grant[] {
    return (this.#bindings.get(key) ?? []).flatMap(grantsBy)
  }

  /** Aggregation is by labels of ClusterRoles; a label on a Role does nothing. */
  #aggregatorsOf(role: Manifest, seen: Set<Manifest>): Manifest[] {
    if (role.kind !== 'ClusterRole') return []
    const labels = asLabels(role.get('metadata', 'labels'))
    return this.#aggregating.takersOf(labels).flatMap(candidate => {
      if (seen.has(candidate)) return []
      seen.add(candidate)
      return [candidate, ...this.#aggregatorsOf(candidate, seen)]
    })
  }
}

/**
 * The rules of a role; absent or malformed lists read as empty. What an aggregating ClusterRole says itself does
 * not count: the control plane overwrites it. https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
 */
export const policyRules = remember((role: Manifest): readonly PolicyRule[] =>
  isAggregating(role)
    ? []
    : asList(role.get('rules')).map((item, i) => {
        const rule = asMapping(item)
        return {
          path: ['rules', i],
          apiGroups: asTexts(rule?.apiGroups),
          resources: asTexts(rule?.resources),
          verbs: asTexts(rule?.verbs),
          resourceNames: asTexts(rule?.resourceNames),
        }
      }),
)

/** The roles that each aggregator takes in, in their order. */
function inverse(
  roles: readonly Manifest[],
  aggregatorsOf: (role: Manifest) => readonly Manifest[],
): ReadonlyMap<Manifest, readonly Manifest[]> {
  const pairs = roles.flatMap(role => aggregatorsOf(role).map(aggregator => ({ role, aggregator })))
  const groups = Map.groupBy(pairs, ({ aggregator }) => aggregator)
  return new Map([...groups].map(([aggregator, group]) => [aggregator, group.map(({ role }) => role)]))
}

const isAggregating = (role: Manifest): boolean =>
  role.kind === 'ClusterRole' && asMapping(role.get('aggregationRule')) !== undefined

/** The verbs of `access` that a rule gives, `*` counting for all; empty when it gives none. */
export function verbsGiven(rule: PolicyRule, { group, resource, verbs }: Access): string[] {
  if (!coversGroup(rule, group) || !coversResource(rule, resource)) return []
  const given = verbs.filter(verb => rule.verbs.includes(verb) || rule.verbs.includes('*'))
  return hasNames(rule) && !resource.includes('/') ? given.filter(verb => !NAMELESS.has(verb)) : given
}

/** Requests of a whole resource that carry no name, so that a rule with `resourceNames` never gives them. */
const NAMELESS = new Set(['create', 'deletecollection'])

// The name of such a request is empty, and an empty entry in the list takes it.
const hasNames = ({ resourceNames }: PolicyRule): boolean => resourceNames.length > 0 && !resourceNames.includes('')

/** Whether a rule names this group itself; `*` does not count. */
export const namesGroup = (rule: PolicyRule, group: string): boolean => rule.apiGroups.includes(group)

/** Whether a rule names group and resource themselves (`name`, `name/sub` or `*` before `/sub`); a mere `*` does not count. */
export const namesResource = (rule: PolicyRule, { group, resource }: Omit<Access, 'verbs'>): boolean =>
  namesGroup(rule, group) && rule.resources.some(entry => entry !== '*' && matchesResource(entry, resource))

/** Path of the entry of `resources` that takes in this resource: what a finding points at. */
export function resourcePath(rule: PolicyRule, resource: string): Path {
  const exact = rule.resources.indexOf(resource)
  const index = exact >= 0 ? exact : rule.resources.findIndex(entry => matchesResource(entry, resource))
  return index < 0 ? rule.path : [...rule.path, 'resources', index]
}

const coversGroup = (rule: PolicyRule, group: string): boolean =>
  rule.apiGroups.some(entry => entry === group || entry === '*')

const coversResource = (rule: PolicyRule, resource: string): boolean =>
  rule.resources.some(entry => matchesResource(entry, resource))

// As RBAC's authoriser does it: `*` takes everything, `*/sub` takes that subresource of everything.
const matchesResource = (entry: string, resource: string): boolean =>
  entry === '*' || entry === resource || (entry.startsWith('*/') && entry.slice(2) === resource.split('/')[1])

/**
 * Which of the built-in roles `view`, `edit` and `admin` get these rules through their labels. `admin` aggregates
 * `edit`, and `edit` aggregates `view`. https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
export function builtInAggregation(role: Manifest): { label: string; roles: readonly string[] }[] {
  if (role.kind !== 'ClusterRole') return []
  const labels = asMapping(role.get('metadata', 'labels')) ?? {}
  return Object.entries(REACH).flatMap(([name, roles]) => {
    const label = `${RBAC}/aggregate-to-${name}`
    return labels[label] === 'true' ? [{ label, roles }] : []
  })
}

const REACH = { view: ['view', 'edit', 'admin'], edit: ['edit', 'admin'], admin: ['admin'] } as const

const roleKey = (kind: string, namespace: string | undefined, name: string): string =>
  kind === 'ClusterRole' ? `ClusterRole/${name}` : `Role/${namespace ?? ''}/${name}`

function boundRole(binding: Manifest): string {
  const kind = asText(binding.get('roleRef', 'kind')) ?? ''
  // The API server refuses a ClusterRoleBinding to anything else.
  if (binding.kind === 'ClusterRoleBinding' && kind !== 'ClusterRole') return ''
  return roleKey(kind, binding.namespace, asText(binding.get('roleRef', 'name')) ?? '')
}

const grantsBy = remember((binding: Manifest): readonly Grant[] => {
  const namespace = binding.kind === 'ClusterRoleBinding' ? undefined : (binding.namespace ?? '')
  return asList(binding.get('subjects')).flatMap((item, i) => {
    const subject = subjectOf(item, binding.namespace)
    return subject ? [{ subject, binding, path: ['subjects', i], namespace }] : []
  })
})

function subjectOf(item: unknown, bindingNamespace: string | undefined): Subject | undefined {
  const subject = asMapping(item)
  const name = asText(subject?.name)
  const kind = subject?.kind
  if (name === undefined || (kind !== 'User' && kind !== 'Group' && kind !== 'ServiceAccount')) return undefined
  if (kind === 'ServiceAccount') return { kind, name, namespace: asText(subject?.namespace) || bindingNamespace }
  const [, namespace, account] = (kind === 'User' && ACCOUNT_USER.exec(name)) || []
  return account === undefined
    ? { kind, name, namespace: undefined }
    : { kind: 'ServiceAccount', name: account, namespace }
}

/** The user name that a ServiceAccount's token stands for: a binding may name it either way. */
const ACCOUNT_USER = /^system:serviceaccount:([^:]+):([^:]+)$/

/** `ServiceAccount eso/controller`, `Group developers`. */
export const nameOfSubject = ({ kind, namespace, name }: Subject): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
