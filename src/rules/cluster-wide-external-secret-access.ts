import { rulesBehind } from '../check/held.ts'
import { unsafe } from '../check/offer.ts'
import { withoutAggregation, withoutWrites } from '../check/role-changes.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { teamNamespacesOf, teamsOf } from '../check/teams.ts'
import { joined } from '../check/words.ts'
import { clusterWideWriteAccess, isStranger } from '../check/write-access.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { EXTERNAL_SECRETS } from '../model/rbac/eso-resources.ts'
import { nameOfSubject, namesGroup, verbsGiven } from '../model/rbac/rbac.ts'
import { rightsBy } from '../model/rbac/rights.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'cluster-wide-external-secret-access',
  title: 'Somebody who is no operator can write ExternalSecrets in every namespace, or in that of another team',
  severities: ['high', 'low'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/RoleBinding'],
  why: 'Whoever may create ExternalSecrets everywhere chooses the namespace whose stores are used and the one the Secret appears in, so that all that any store may fetch ends where they can read it. In a namespace of another team it is that team’s stores and Secrets.',
  remedy:
    "Bind the role with a RoleBinding in each namespace that needs it instead of a ClusterRoleBinding. Who only asks for refreshes needs patch, in those namespaces. Name those who may under `operators` in this tool's config, and who has which namespaces under `teams` (`subjects` and `namespaces`).",
  references: [
    'https://external-secrets.io/latest/guides/threat-model/',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
  ],
  guide: ['RM4', 'TM3'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding: Group developers (in all namespaces) can create, update, patch, delete ExternalSecrets and is not a configured operator
    verbs: [get, list, watch, create, update, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secret-developer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# An annotation asks for a refresh. Names take away create, and leave the rest.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: refresher }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding[low]: ServiceAccount tools/refresher (in all namespaces) can patch ExternalSecrets
    verbs: [get, patch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding[low]: can update, patch, delete ExternalSecrets named db
    resourceNames: [db]
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: refresher }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: refresher }
subjects:
  - { kind: ServiceAccount, name: refresher, namespace: tools }
`,
    `
# In the hands of everybody whom the built-in edit is bound to for the whole cluster.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: through this label and the built-in role edit or admin, User ann (in all namespaces) can create ExternalSecrets
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ann }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }
`,
    `
# config: { teams: { shop: { namespaces: [shop, shop-test], subjects: [{ kind: Group, name: shop }, { kind: User, name: ann }] }, web: { namespaces: [web], subjects: [{ kind: User, name: ann }] } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: bank }
  - { kind: Group, name: shop } # finding[high]: Group shop of team shop can create, patch ExternalSecrets in namespace bank, which is not among the team's (shop, shop-test)
  - { kind: User, name: ann } # finding[high]: User ann of teams shop and web can create, patch ExternalSecrets in namespace bank, which is not among the teams' (shop, shop-test, web)
  - { kind: ServiceAccount, name: robot, namespace: web } # finding[high]: ServiceAccount web/robot of team web can
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: refresher, namespace: bank }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [patch, delete]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: refresher, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: refresher }
subjects:
  - { kind: Group, name: shop } # finding[low]: Group shop of team shop can update, patch ExternalSecrets in namespace bank
`,
  ],
  good: [
    `
# As the guidance has it: one binding a namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, create, update, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: external-secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Another operator has the same plural, and reading is no writing.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: old-operator }
rules:
  - apiGroups: [kubernetes-client.io]
    resources: [externalsecrets]
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: old-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: old-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# In a team's own namespaces its people may; so may operators everywhere, and of a team without namespaces nothing is known.
# config: { operators: [{ kind: Group, name: platform }], teams: { shop: { namespaces: [shop], subjects: [{ kind: Group, name: shop }, { kind: Group, name: platform }] }, web: { subjects: [{ kind: Group, name: web }] } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: platform }
  - { kind: Group, name: web }
---
# What cluster-admin gives in a namespace, and a \`*\` for all groups, other rules look at.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: admin, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: Group, name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: all, namespace: bank }
rules:
  - { apiGroups: ["*"], resources: [externalsecrets], verbs: [create] }
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: all, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: all }
subjects:
  - { kind: Group, name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: later, namespace: "\${NAMESPACE}" }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: shop }
`,
  ],
  *check(manifest, world) {
    if (manifest.kind === 'RoleBinding') yield* ofOtherTeams(manifest, world)
    else yield* clusterWideWriteAccess(manifest, world, EXTERNAL_SECRETS, severityOf)
  },
  fix(fault) {
    if (fault.manifest?.kind === 'RoleBinding') return undefined
    const writes = withoutWrites(fault, resource => resource === EXTERNAL_SECRETS.resource)
    return unsafe(AGGREGATED, withoutAggregation(fault)) ?? unsafe(WRITERS, writes)
  },
})

const AGGREGATED =
  'Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.'
const WRITERS = 'Do the holders of this role look after ExternalSecrets? They cannot write them any more.'

/** Who of a team is bound in a namespace that is none of theirs. */
function* ofOtherTeams(binding: Manifest, world: World): Generator<Problem> {
  const { namespace = '' } = binding
  const rights = rightsBy(binding, world.rbac).filter(
    ({ role, rule }) => role !== undefined && namesGroup(rule, ESO_GROUP) && verbsGiven(rule, WRITE).length > 0,
  )
  const verbs = WRITE.verbs.filter(verb =>
    rights.some(({ rule }) => verbsGiven(rule, { ...WRITE, verbs: [verb] }).length > 0),
  )
  const severity = severityOf(verbs)
  if (!severity || namespace === '' || isPlaceholder(namespace)) return
  for (const grant of world.rbac.grantsIn(binding)) {
    const own = teamNamespacesOf(grant.subject, world)
    if (!own || own.has(namespace) || !isStranger(grant, world)) continue
    const teams = teamsOf(grant.subject, world).map(({ name }) => name)
    yield {
      path: grant.path,
      severity,
      message: `${nameOfSubject(grant.subject)} of ${teams.length > 1 ? 'teams' : 'team'} ${joined(teams)} can ${verbs.join(', ')} ExternalSecrets in namespace ${namespace}, which is not among the ${teams.length > 1 ? "teams'" : "team's"} (${[...own].join(', ')})`,
      related: rulesBehind(rights, 'a rule that gives it'),
    }
  }
}

const WRITE = { group: ESO_GROUP, resource: 'externalsecrets', verbs: ['create', 'update', 'patch'] }

/** Deleting is no way to a Secret. */
function severityOf(verbs: readonly string[]) {
  if (verbs.includes('create')) return 'high'
  return verbs.includes('update') || verbs.includes('patch') ? 'low' : undefined
}
