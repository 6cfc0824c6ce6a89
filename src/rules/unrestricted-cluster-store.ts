import { namedConditions } from '../check/named-conditions.ts'
import { circumstances } from '../check/open-store.ts'
import { defineRule } from '../check/rule.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { isUnconditional, isWhole } from '../model/eso/stores.ts'

export default defineRule({
  id: 'unrestricted-cluster-store',
  title: 'A ClusterSecretStore serves every namespace',
  severities: ['medium', 'high'],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ['stores'],
  why: 'Whoever may create an ExternalSecret in any namespace reads everything that the credential of this store reads, for the operator does not ask whose secret it is. In one stroke a developer, or an intruder in one namespace, has the secrets of all teams.',
  remedy:
    'List the namespaces that may use the store under `spec.conditions` (`namespaces`, or a `namespaceSelector` on labels that only operators set), or give each team a SecretStore of its own.',
  references: [
    'https://external-secrets.io/latest/api/clustersecretstore/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['NI2', 'TM6'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: no-conditions }
spec: # finding: it has no conditions, so every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: empty }
spec:
  conditions: [] # finding: every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: stored-token }
spec: # finding[high]: it signs in with a stored token (auth.tokenSecretRef)
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault, namespace: eso, key: token } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: other-namespace }
spec: # finding[high]: it reads Secrets of namespace payments
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { serviceAccount: { name: reader, namespace: eso } }
`,
    `
# Without a namespace in the reference, each namespace signs in with a Secret of its own.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: own-token }
spec: # finding: every namespace can use it
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault, key: token } }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared, labels: { team: shop } }
spec: # finding[high]: PushSecret shop/by-name, PushSecret shop/by-label and 1 more push into it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: shared }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-label, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, labelSelector: { matchLabels: { team: shop } } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: everywhere }
spec:
  pushSecretSpec:
    secretStoreRefs: [{ kind: ClusterSecretStore, labelSelector: {} }]
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding[high]: Group developers (in namespace shop) can create ExternalSecrets
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# A team may use the store in its own namespaces, as the config says: whoever else may is what makes it worse.
# config: { teams: { shop: { namespaces: [shop], subjects: [{ kind: Group, name: shop }], stores: [shared] } } }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding[medium]: every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: other }
spec: # finding[high]: Group shop (in namespace shop) can create ExternalSecrets
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop }
`,
    `
# The labels of the operator's chart alone say nobody's name, and whoever may change the store is not held by conditions.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding: every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-edit, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: everything }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: everything }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
`,
    `
# A binding of the built-in role edit does name somebody.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding[high]: Group shop (in namespace shop) can create ExternalSecrets
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-edit, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: edit, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-shop }
spec:
  conditions:
    - namespaces: [shop]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# An entry that says nothing takes no namespace at all.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-nobody }
spec:
  conditions: [{}]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  conditions: \${STORE_CONDITIONS}
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# An overlay's patch: the conditions stand in what it changes.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: patch }
spec:
  refreshInterval: 60
`,
    `
# A SecretStore serves its own namespace only.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
  ],
  *check(store, world) {
    if (!isWhole(store) || !isUnconditional(store)) return
    const worse = circumstances(store, world)
    yield {
      path: ['spec', 'conditions'],
      message: ['it has no conditions, so every namespace can use it', ...worse.map(({ says }) => says)].join('; '),
      ...(worse.length > 0 && { severity: 'high', related: worse.flatMap(({ related }) => related) }),
    }
  },
  fix: fault => namedConditions(fault),
})
