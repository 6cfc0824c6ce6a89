import { bindingsOf, holders } from '../check/grants.ts'
import { unsafe } from '../check/offer.ts'
import { withoutVerb } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { inScope } from '../check/scope.ts'
import { type Escalation, escalationsOf } from '../model/rbac/escalation.ts'
import { policyRules, ROLE_KINDS } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'privilege-escalation-verbs',
  title: 'Rights can be raised with bind, escalate or impersonate',
  severities: ['high'],
  kinds: ROLE_KINDS,
  why: 'These three verbs step over the rule that nobody hands out more than they hold: bind and escalate give any role to oneself, impersonate makes one somebody else, cluster administrators included.',
  remedy:
    'Take the verb out of the role: the operator needs none of them in any version. Where somebody must hand out one role, allow bind on that one by `resourceNames`.',
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping',
  ],
  guide: ['TM6'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-extra }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, clusterroles]
    verbs:
      - get
      - bind # finding: ServiceAccount eso/controller (in all namespaces) can bind roles, clusterroles
      - escalate # finding: ServiceAccount eso/controller (in all namespaces) can escalate roles, clusterroles
  - apiGroups: [""]
    resources: [users, groups, serviceaccounts]
    verbs: [impersonate] # finding: can impersonate users, groups, serviceaccounts
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: ["*"] # finding: can bind, escalate clusterroles
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-extra }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-extra }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# In one namespace: roles and ServiceAccounts there. Names help only while they are harmless.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
  - apiGroups: [""]
    resources: [users, serviceaccounts]
    verbs: [impersonate] # finding: Group leads (in namespace shop) can impersonate serviceaccounts
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [view, cluster-admin]
    verbs: [bind] # finding: can bind clusterroles named cluster-admin
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles]
    resourceNames: [""]
    verbs: [escalate] # finding: can escalate roles named "" (new ones)
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: team-lead, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-lead }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`,
  ],
  good: [
    `
# One harmless role may be handed out; escalate on ClusterRoles and people to impersonate are nothing to a RoleBinding.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [view]
    verbs: [bind]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [escalate]
  - apiGroups: [""]
    resources: [users, groups]
    verbs: [impersonate]
  - apiGroups: [example.com]
    resources: [roles, ports]
    verbs: [bind, escalate]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: team-lead, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-lead }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`,
    `
# Another operator's rights are not this tool's business.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: tenants }
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, clusterroles]
    verbs: [bind, escalate]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: tenants }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: tenants }
subjects:
  - { kind: ServiceAccount, name: tenants, namespace: tenants }
`,
  ],
  *check(role, world) {
    const grants = inScope(world.rbac.grantsOf(role), world)
    if (grants.length === 0) return
    for (const rule of policyRules(role)) {
      for (const escalation of escalationsOf(rule)) {
        const held = grants.filter(({ namespace }) => namespace === undefined || escalation.inNamespace.length > 0)
        if (held.length === 0) continue
        const isEverywhere = held.some(({ namespace }) => namespace === undefined)
        yield {
          path: escalation.path,
          message: `${holders(held)} can ${whatIsDone(escalation, isEverywhere)}`,
          related: bindingsOf(held),
        }
      }
    }
  },
  fix: fault => unsafe(NEEDED, withoutVerb(fault)),
})

const NEEDED = 'Does the holder hand out roles, or act for others, on purpose? It cannot any more.'

function whatIsDone({ verbs, resources, inNamespace, names }: Escalation, isEverywhere: boolean): string {
  const which = names.length > 0 ? ` named ${names.map(name => name || '"" (new ones)').join(', ')}` : ''
  return `${verbs.join(', ')} ${(isEverywhere ? resources : inNamespace).join(', ')}${which}`
}
