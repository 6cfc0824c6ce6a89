import { fromCertManager } from '../check/certificate-issuer.ts'
import { bindingsOf, holders } from '../check/grants.ts'
import { defineRule } from '../check/rule.ts'
import { inScope } from '../check/scope.ts'
import { policyRules, resourcePath, verbsGiven } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'webhook-configuration-write-access',
  title: 'Admission webhooks of any name can be changed',
  severities: ['high'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'Whoever changes an admission webhook switches it off, or points it at a server of their own and reads every object that is written, Secrets included; a mutating one may rewrite them.',
  remedy:
    'Upgrade the operator to 0.10.2 or later, whose cert-controller may change only its own two configurations; let cert-manager make the certificate (`webhook.certManager.enabled: true`), which leaves the cert-controller out; in a role of your own, list the names in `resourceNames`.',
  references: [
    'https://github.com/advisories/GHSA-qwgc-rr35-h4x9',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks',
  ],
  guide: ['RM6', 'AC1'],
  bad: [
    `
# The cert-controller of the operator chart before 0.10.2.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v0.9.20", args: [certcontroller] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - validatingwebhookconfigurations # finding: ServiceAccount eso/certs (in all namespaces) can update, patch ValidatingWebhookConfigurations of any name
    verbs: [get, list, watch, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-certs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs, namespace: eso }
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: self-signed }
spec:
  selfSigned: {}
`,
    `
# Whoever holds rights on the operator's kinds is judged, people too.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [admissionregistration.k8s.io]
    resources: ["*"] # finding: Group leads (in all namespaces) can patch ValidatingWebhookConfigurations and MutatingWebhookConfigurations of any name
    verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: team-lead }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-lead }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`,
  ],
  good: [
    `
# The cert-controller of today.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v2.9.0", args: [certcontroller] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingwebhookconfigurations]
    verbs: [list, watch, get]
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingwebhookconfigurations]
    resourceNames: [secretstore-validate, externalsecret-validate]
    verbs: [update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-certs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs, namespace: eso }
`,
    `
# cert-manager's CA injector is not this tool's business, and a RoleBinding gives nothing on cluster-scoped kinds.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ca-injector }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingwebhookconfigurations, mutatingwebhookconfigurations]
    verbs: [get, list, watch, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ca-injector }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ca-injector }
subjects:
  - { kind: ServiceAccount, name: ca-injector, namespace: cert-manager }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ca-injector }
subjects:
  - { kind: ServiceAccount, name: eso }
`,
  ],
  *check(role, world) {
    const grants = inScope(world.rbac.grantsOf(role), world).filter(({ namespace }) => namespace === undefined)
    for (const rule of grants.length > 0 ? policyRules(role) : []) {
      if (rule.resourceNames.length > 0) continue
      const given = WEBHOOKS.filter(access => verbsGiven(rule, access).length > 0)
      const [first] = given
      if (first)
        yield {
          path: resourcePath(rule, first.resource),
          message: `${holders(grants)} can ${verbsGiven(rule, first).join(', ')} ${given.map(({ plural }) => plural).join(' and ')} of any name`,
          related: bindingsOf(grants),
        }
    }
  },
  fix: fault => fromCertManager(fault),
})

const WEBHOOKS = ['Validating', 'Mutating'].map(sort => ({
  group: 'admissionregistration.k8s.io',
  resource: `${sort.toLowerCase()}webhookconfigurations`,
  plural: `${sort}WebhookConfigurations`,
  verbs: ['update', 'patch'],
}))
