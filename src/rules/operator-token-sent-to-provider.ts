import { isAsked, mightyAccounts, receiverOf } from '../check/own-tokens.ts'
import { defineRule } from '../check/rule.ts'
import { runsIn } from '../model/eso/installed-versions.ts'
import { keysOf } from '../providers/fields.ts'
import { connectedOf, kindsWith } from '../providers/store.ts'

export default defineRule({
  id: 'operator-token-sent-to-provider',
  title: "A store makes the operator send its own token, or one as mighty, to the store's endpoint",
  severities: ['critical', 'high', 'medium'],
  kinds: kindsWith(
    ({ ownTokens, serviceAccounts = [] }) =>
      ownTokens !== undefined || serviceAccounts.some(({ needsAudience }) => needsAudience),
  ),
  needs: ['connections'],
  why: "Who writes the store chooses the server, and the server receives the token of the operator's own ServiceAccount. With it, it is the operator: in a default install it reads and writes every Secret of the cluster.",
  remedy:
    'Name a ServiceAccount of its own: `serviceAccountRef` with `audiences` in the block that the message names (Vault: `auth.kubernetes.serviceAccountRef`). The role at the provider is then bound to that ServiceAccount. Who may write stores and generators is another line of defence: only operators.',
  references: [
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
    'https://external-secrets.io/latest/provider/ibm-secrets-manager/',
  ],
  guide: ['PC3', 'TM4'],
  supersedes: ['token-without-audience'],
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
        kubernetes: # finding: auth.kubernetes sends the controller pod's own token to vault.example.com; name a ServiceAccount in auth.kubernetes.serviceAccountRef
          mountPath: kubernetes
          role: shop
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: http://vault.vault:8200
    auth:
      kubernetes: { role: shop } # finding: sends the controller pod's own token to vault.vault over http
`,
    `
# Operators write a cluster-wide store, so the server is theirs: that it listens in clear text, or that nobody listed it, is worse.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: https }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: shop } # finding[medium]: to vault.example.com
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: http }
spec:
  provider:
    vault:
      server: http://vault.vault.svc:8200
      auth:
        kubernetes: { role: shop } # finding[high]: to vault.vault.svc over http
`,
    `
# config: { allowedEndpoints: ['*.example.com'] }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: listed }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: shop } # finding[medium]: to vault.example.com
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: elsewhere }
spec:
  provider:
    vault:
      server: https://vault.example.org
      auth:
        kubernetes: { role: shop } # finding[high]: to vault.example.org, which is not an allowed endpoint
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: ibm, namespace: shop }
spec:
  provider:
    ibm:
      serviceUrl: https://shop.eu-de.secrets-manager.appdomain.cloud
      auth:
        containerAuth:
          profile: shop
          tokenLocation: /var/run/secrets/kubernetes.io/serviceaccount/token # finding: sends a file of the controller's pod to iam.example.com
          iamEndpoint: https://iam.example.com
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: infisical, namespace: shop }
spec:
  provider:
    infisical:
      hostAPI: https://infisical.example.com/api
      secretsScope: { projectSlug: shop, environmentSlug: live }
      auth:
        kubernetesAuthCredentials: # finding: sends the controller pod's own token to infisical.example.com
          identityId: { name: infisical, key: id }
`,
    `
# By its name, which is the same token: without audiences it is one for the API server.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: own }
spec:
  provider:
    vault:
      server: http://vault.vault.svc:8200
      auth:
        kubernetes:
          role: eso
          serviceAccountRef: # finding[high]: it sends a token of the operator's own ServiceAccount eso/external-secrets to vault.vault.svc over http, and the token is good for the API server
            name: external-secrets
            namespace: eso
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: as-mighty }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: eso
          serviceAccountRef: # finding[medium]: it sends a token of ServiceAccount vault/auth, which has rights to the Secrets of all namespaces, to vault.example.com
            name: auth
            namespace: vault
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vault }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: auth, namespace: vault }
`,
    `
# Old operators did it for Akeyless as well.
apiVersion: external-secrets.io/v1beta1
kind: SecretStore
metadata: { name: akeyless, namespace: shop }
spec:
  provider:
    akeyless:
      akeylessGWApiURL: https://akeyless.example.com
      authSecretRef:
        kubernetesAuth: { accessID: p-1, k8sConfName: shop } # finding: to akeyless.example.com
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v0.10.7" }
`,
  ],
  good: [
    `
# With an audience the token opens nothing but Vault, and neither does one of an ordinary ServiceAccount open the cluster.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: audience }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: eso, serviceAccountRef: { name: external-secrets, namespace: eso, audiences: [vault] } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: ordinary }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: eso, serviceAccountRef: { name: vault, namespace: eso } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: account, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other-way, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop }, tokenSecretRef: { name: vault } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef: \${VAULT_ACCOUNT}
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unknown, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: \${VAULT_KUBERNETES_AUTH}
`,
    `
# IBM's own token for IBM's own endpoint; and Akeyless with an operator that is not known to be that old.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: ibm, namespace: shop }
spec:
  provider:
    ibm:
      serviceUrl: https://shop.eu-de.secrets-manager.appdomain.cloud
      auth: { containerAuth: { profile: shop } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: akeyless, namespace: shop }
spec:
  provider:
    akeyless:
      akeylessGWApiURL: https://akeyless.example.com
      authSecretRef: { kubernetesAuth: { accessID: p-1, k8sConfName: shop } }
`,
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest)
    if (!connected) return
    yield* mightyAccounts(manifest, connected, world)
    for (const token of connected.known?.ownTokens ?? []) {
      if (!isAsked(token, connected) || (token.until && runsIn({ until: token.until }, world) !== 'yes')) continue
      const receiver = receiverOf(token.to, connected, world)
      const isTheirs = manifest.kind.startsWith('Cluster')
      yield {
        path: [...connected.path, ...keysOf(token.field)],
        severity: isTheirs ? receiver.severity : 'critical',
        message: `${token.field} sends ${token.what} to ${receiver.says}; ${token.instead}`,
      }
    }
  },
})
