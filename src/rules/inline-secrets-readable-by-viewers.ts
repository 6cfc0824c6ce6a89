import { inlineSecretsIn } from '../check/inline-secrets.ts'
import { unsafe } from '../check/offer.ts'
import { withoutAggregation } from '../check/role-changes.ts'
import { defineRule, type Related } from '../check/rule.ts'
import { groupOf, nameOf } from '../finding.ts'
import { builtInAggregation, policyRules, verbsGiven } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import { isNamespaced } from '../parse/kinds.ts'
import type { Manifest } from '../parse/manifest.ts'
import { CONNECTED_KINDS } from '../providers/store.ts'

export default defineRule({
  id: 'inline-secrets-readable-by-viewers',
  title: 'Everyone with the role view reads secrets that are written into stores or generators',
  severities: ['low'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'The built-in role `view` is kept from Secrets on purpose. With this label it shows stores and generators, and with them the values that are written into those: whoever may look at a namespace has them.',
  remedy:
    'Put the value into a Secret and refer to it from the store or generator. Until then set `rbac.aggregateToView: false` in the operator chart.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['RM4'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true" # finding: through this label everyone with the built-in role view can read the secrets written into SecretStore shop/static, Webhook shop/ticket
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores, clustersecretstores], verbs: [get, list, watch] }
  - { apiGroups: [generators.external-secrets.io], resources: [webhooks, fakes], verbs: [get] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: static, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: hunter2 }] }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: ticket, namespace: shop }
spec:
  url: https://tickets.example.com
  headers: { Content-Type: application/json, Authorization: Bearer 0a1b2c3d4e5f }
`,
    `
# Cluster-scoped ones are read by those who have the role in all namespaces.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true" # finding: ClusterSecretStore scaleway
rules:
  - { apiGroups: [external-secrets.io], resources: [clustersecretstores], verbs: [list] }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: scaleway }
spec:
  provider:
    scaleway: { region: fr-par, projectId: p, accessKey: { value: id }, secretKey: { value: 0a1b2c3d } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: viewers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: staff }]
`,
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets-view, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores, clustersecretstores], verbs: [get, list, watch] }
  - { apiGroups: [generators.external-secrets.io], resources: [webhooks], verbs: [create] }
---
# A reference, a value that is filled in later, one that a template makes, and a header that is no secret.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: reference, namespace: shop }
spec:
  provider:
    scaleway: { secretKey: { secretRef: { name: scaleway, key: secret } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: "\${PASSWORD}" }] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: template, namespace: shop }
spec:
  provider:
    webhook:
      url: https://tickets.example.com
      headers: { Accept: application/json, Authorization: "{{ .auth.token }}" }
---
# The role does not show generators, and nobody has it in all namespaces.
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: ticket, namespace: shop }
spec:
  url: https://tickets.example.com
  headers: { Authorization: Bearer 0a1b2c3d4e5f }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: static }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: hunter2 }] }
`,
    `
# Whoever may edit reads Secrets anyway.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets-view, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores], verbs: [get] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: static, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: hunter2 }] }
`,
  ],
  *check(role, world) {
    const view = builtInAggregation(role).find(({ roles }) => roles.includes('view'))
    if (!view) return
    const exposed = CONNECTED_KINDS.flatMap(kind => world.of(kind)).filter(manifest =>
      showsByView(role, manifest, world),
    )
    const values = exposed.flatMap(manifest =>
      inlineSecretsIn(manifest).map(
        ({ path, what }): Related => ({ manifest, path, message: `a ${what} stands here` }),
      ),
    )
    if (values.length === 0) return
    const names = [...new Set(values.map(({ manifest }) => nameOf(manifest)))]
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
    yield {
      path: ['metadata', 'labels', view.label],
      message: `through this label everyone with the built-in role view can read the secrets written into ${names.slice(0, NAMED).join(', ')}${more}`,
      related: values,
    }
  },
  fix: fault => unsafe(VIEWERS, withoutAggregation(fault)),
})

const VIEWERS =
  "Does anybody look at the operator's objects by the built-in role view? They need a role of their own first."

const NAMED = 3

/** Whether a role shows an object to those who have it through `view`: what has no namespace only in all of them. */
function showsByView(role: Manifest, manifest: Manifest, { rbac }: World): boolean {
  const access = {
    group: groupOf(manifest.apiVersion),
    resource: `${manifest.kind.toLowerCase()}s`,
    verbs: ['get', 'list', 'watch'],
  }
  const isShown = [role, ...rbac.aggregatedBy(role)]
    .flatMap(policyRules)
    .some(
      rule =>
        (rule.resourceNames.length === 0 || rule.resourceNames.includes(manifest.name)) &&
        verbsGiven(rule, access).length > 0,
    )
  const isReached =
    isNamespaced(manifest.groupKind) ||
    rbac.grantsOfClusterRole('view').some(({ namespace }) => namespace === undefined)
  return isShown && isReached
}
