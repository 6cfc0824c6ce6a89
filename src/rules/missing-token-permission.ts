import { generated, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { accountsOf } from '../check/store-accounts.ts'
import { controllersFor, mayMakeToken } from '../check/token-rights.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { accountOf } from '../model/pods/workloads.ts'
import { nameOfSubject } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'

export default defineRule({
  id: 'missing-token-permission',
  title: 'The operator may not make the token that a store signs in with',
  severities: ['medium'],
  kinds: STORE_KINDS,
  needs: ['install', 'stores'],
  why: 'The store cannot sign in, so that its secrets stop to arrive when the next one is due; and the quick way out is to let the operator make tokens for every ServiceAccount of the cluster again.',
  remedy:
    'Put a Role into the namespace of the ServiceAccount that allows `create` on `serviceaccounts/token` with its name under `resourceNames`, and bind it to the controller’s ServiceAccount. `rbac.serviceAccountTokenCreate: true` in the operator chart would give it all of them.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request',
  ],
  guide: ['RM6'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          mountPath: kubernetes
          role: shop
          serviceAccountRef:
            name: vault-client # finding: ServiceAccount eso/external-secrets of the operator may not make a token for ServiceAccount shop/vault-client
---
# Another namespace, and another name, are no help.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [other] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# Without a namespace, each ExternalSecret brings a ServiceAccount of its own namespace.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        jwt:
          serviceAccountRef:
            name: reader # finding: may not make a token for ServiceAccount bar/reader
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: bar }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [reader] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    kubernetes:
      auth: { serviceAccount: { name: "\${READER}" } }
---
# For another controller, which is not here.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: kubernetes, namespace: shop }
spec:
  controller: team-shop
  provider:
    kubernetes:
      auth: { serviceAccount: { name: reader } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [vault-client] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# The operator's roles are elsewhere.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: bar }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: bar, serviceAccountRef: { name: vault-client } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  *check(store, world) {
    for (const { name, namespaces, path } of accountsOf(store, world)) {
      const missing = namespaces.filter(namespace => isForbidden(store, name, namespace, world))
      const [first] = missing
      if (first === undefined) continue
      const controllers = controllersFor(store, first, world) ?? []
      const who = [...new Set(controllers.map(controller => nameOfSubject(accountOf(controller.pod))))].join(', ')
      const accounts = missing.map(namespace => `${namespace}/${name}`).join(', ')
      yield {
        path: [...path, 'name'],
        message: `${who} of the operator may not make a token for ServiceAccount ${accounts}, so that the store cannot sign in`,
      }
    }
  },
  fix: () => unsafe(ROLES, generated('rbac')),
})

const ROLES =
  'May the operator make tokens for the ServiceAccounts that stores name, and are the other roles of that file wanted?'

/** Whether no controller that works on the store there may make the token, and all of that is known. */
function isForbidden(store: Manifest, name: string, namespace: string, world: World): boolean {
  const controllers = controllersFor(store, namespace, world) ?? []
  return (
    controllers.length > 0 &&
    controllers.every(controller => mayMakeToken(controller, name, namespace, world) === false)
  )
}
