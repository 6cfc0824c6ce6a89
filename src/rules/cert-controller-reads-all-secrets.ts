import { fromCertManager } from '../check/certificate-issuer.ts'
import { bindingsOf } from '../check/grants.ts'
import { defineRule } from '../check/rule.ts'
import {
  nameOfSubject,
  policyRules,
  resourcePath,
  SECRET_ACCESS,
  type Subject,
  verbsGiven,
} from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'cert-controller-reads-all-secrets',
  title: 'The cert-controller reads the Secrets of every namespace',
  severities: ['high'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'The cert-controller looks after one Secret, the certificate of the webhook, and may read all of the cluster. Every chart version renders it so, also with `scopedRBAC: true`: whoever takes over its pod holds every credential.',
  remedy:
    'Let cert-manager make the certificate (`webhook.certManager.enabled: true`), which renders no cert-controller at all; or set `certController.create: false` and bring the certificate yourself.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://github.com/advisories/GHSA-qwgc-rr35-h4x9',
  ],
  guide: ['RM6', 'TM1'],
  supersedes: ['cluster-wide-secret-access'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - name: certs
          image: registry.example.com/external-secrets:v2.9.0
          args: [certcontroller, --secret-name=eso-webhook]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - apiGroups: [""]
    resources: [endpoints]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets] # finding: ServiceAccount eso/certs of the cert-controller can get, list, watch Secrets in all namespaces, and needs one
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    resourceNames: [eso-webhook]
    verbs: [update, patch]
  # Writing without reading is left to cluster-wide-secret-access.
  - apiGroups: [""]
    resources: [secrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-certs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs, namespace: eso }
---
# cert-manager can make the certificate.
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: internal }
spec:
  ca: { secretName: internal-ca }
`,
  ],
  good: [
    `
# Bound in one namespace only. The name of a role makes nobody a cert-controller.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - name: certs
          image: registry.example.com/external-secrets:v2.9.0
          args: [certcontroller]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-certs, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets-cert-controller }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets-cert-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets-cert-controller }
subjects:
  - { kind: ServiceAccount, name: external-secrets-cert-controller, namespace: other }
`,
    `
# One ServiceAccount for controller and cert-controller: cluster-wide-secret-access says it.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v2.9.0", args: [certcontroller] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch, create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso }
subjects:
  - { kind: ServiceAccount, name: eso, namespace: eso }
`,
  ],
  *check(role, world) {
    const grants = world.rbac
      .grantsOf(role)
      .filter(({ namespace, subject }) => namespace === undefined && world.eso.isInScope(subject))
    // With anybody else among them, the broader rule names them all.
    if (grants.length === 0 || !grants.every(({ subject }) => isOnlyCertController(subject, world))) return
    const subjects = [...new Set(grants.map(({ subject }) => nameOfSubject(subject)))].join(', ')
    for (const rule of policyRules(role)) {
      // The writing verbs too: before 2.7.0 one rule gave both, and this finding stands for it.
      const verbs = verbsGiven(rule, SECRET_ACCESS)
      if (!verbs.some(verb => READS.has(verb)) || rule.resourceNames.length > 0) continue
      yield {
        path: resourcePath(rule, 'secrets'),
        message: `${subjects} of the cert-controller can ${verbs.join(', ')} Secrets in all namespaces, and needs one`,
        related: bindingsOf(grants),
      }
    }
  },
  fix: fault => fromCertManager(fault),
})

const isOnlyCertController = (subject: Subject, { eso }: World): boolean =>
  eso.isRole(subject, 'cert-controller') && !eso.isRole(subject, 'controller')

const READS = new Set(['get', 'list', 'watch'])
