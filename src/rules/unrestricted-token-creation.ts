import { chartValues } from '../check/chart-values.ts'
import type { Result } from '../check/check.ts'
import { bindingsOf, holders } from '../check/grants.ts'
import { generated, safe, setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { tokenAccounts } from '../check/store-accounts.ts'
import { joined } from '../check/words.ts'
import type { Fix } from '../finding.ts'
import { namesResource, policyRules, ROLE_KINDS, resourcePath, verbsGiven } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'unrestricted-token-creation',
  title: 'Tokens can be made for any ServiceAccount',
  severities: ['high', 'medium'],
  kinds: ROLE_KINDS,
  why: 'Whoever may make a token for every ServiceAccount in reach can become each of them, those of kube-system included, and has all their rights in the cluster and at the cloud.',
  remedy:
    'Set `rbac.serviceAccountTokenCreate: false` in the operator chart (2.5.0 on), and give the controller a Role per namespace whose `resourceNames` lists the ServiceAccounts that stores refer to.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request',
  ],
  guide: ['RM6', 'TM1', 'TM2'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [""]
    resources:
      - serviceaccounts
      - serviceaccounts/token # finding: ServiceAccount eso/controller (in all namespaces) can make a token for any ServiceAccount there
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# In one namespace it is every ServiceAccount of that one.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - apiGroups: [""]
    resources: ["*/token"] # finding: ServiceAccount eso/controller (in namespace shop) can make a token for any ServiceAccount there
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# A mere * counts for those who hold rights on the operator's kinds.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-all }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"]
    verbs: ["*"]
  - apiGroups: ["*"]
    resources: ["*"] # finding: ServiceAccount eso/controller (in all namespaces) can make a token
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-all }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-all }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: token-maker }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token] # finding[medium]: whoever gets this role can make a token for any ServiceAccount, and no binding in the set says who that is
    verbs: [create]
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: kv
      auth: { kubernetes: { mountPath: k8s, role: shop, serviceAccountRef: { name: shop, audiences: [vault] } } }
`,
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    resourceNames: [shop-vault]
    verbs: [create]
  - apiGroups: [""]
    resources: [serviceaccounts, "*"]
    verbs: [get, list, watch]
  - apiGroups: [authentication.k8s.io]
    resources: [tokenreviews, serviceaccounts/token]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# A backup tool's wildcard is not this tool's business.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: backup }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: backup }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: backup }
subjects:
  - { kind: ServiceAccount, name: backup, namespace: backup }
`,
  ],
  *check(role, { rbac, eso }) {
    const grants = rbac.grantsOf(role)
    for (const rule of policyRules(role)) {
      if (rule.resourceNames.length > 0 || verbsGiven(rule, TOKENS).length === 0) continue
      const isNamed = namesResource(rule, TOKENS)
      const held = isNamed ? grants : grants.filter(({ subject }) => eso.isInScope(subject))
      const path = resourcePath(rule, TOKENS.resource)
      if (held.length > 0)
        yield {
          path,
          message: `${holders(held)} can make a token for any ServiceAccount there`,
          related: bindingsOf(held),
        }
      else if (isNamed) yield { path, severity: 'medium', message: UNBOUND }
    }
  },
  fix(fault) {
    const accounts = tokenAccounts(fault.world)
    return fault.manifest?.template === undefined ? namedAccounts(fault, accounts) : switchedOff(fault, accounts)
  },
})

/** A role of one's own names the accounts that stores sign in as. */
function namedAccounts({ manifest, path }: Result, accounts: readonly string[]): Fix | undefined {
  const rule = manifest && policyRules(manifest)[Number(path[1])]
  if (!rule || accounts.length === 0 || rule.resources.some(resource => resource !== TOKENS.resource)) return undefined
  return unsafe(
    `Does the holder make tokens for ${joined(accounts, 'or')} only? Others are refused.`,
    setting([...rule.path, 'resourceNames'], accounts),
  )
}

/** The chart leaves the right out; what stores need is generated. */
function switchedOff(fault: Result, accounts: readonly string[]): Fix | undefined {
  const values = chartValues(fault, { 'rbac.serviceAccountTokenCreate': false }, '2.5.0')
  if (accounts.length > 0) return unsafe(OTHER_STORES, values && [...values, ...generated('rbac')])
  return fault.world.has('complete') ? safe(values) : unsafe(OTHER_STORES, values)
}

const OTHER_STORES =
  'Does a store that is not in this set sign in as a ServiceAccount? The operator needs a Role that lets it make its token.'

const TOKENS = { group: '', resource: 'serviceaccounts/token', verbs: ['create'] }

const UNBOUND =
  'whoever gets this role can make a token for any ServiceAccount, and no binding in the set says who that is'
