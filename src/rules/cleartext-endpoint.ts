import { endpointsOf } from '../check/endpoints.ts'
import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { CONNECTED_KINDS, connectedOf, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'cleartext-endpoint',
  title: 'A store or generator speaks to its service over plain HTTP',
  severities: ['critical', 'medium'],
  kinds: CONNECTED_KINDS,
  why: 'The credential of the store and every secret it fetches cross the network in clear text: whoever listens on the way, or answers in place of the service, has them.',
  remedy:
    'Use the `https://` address of the service. For a service inside the cluster give it a certificate (cert-manager can) and name its authority in `caBundle` or `caProvider` where the provider has them.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
  ],
  guide: ['NS3', 'TM4'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: http://vault.example.com:8200 # finding: Vault is spoken to over http at vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: hook }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    webhook:
      url: "HTTP://93.184.216.34/{{ .remoteRef.key }}" # finding: at 93.184.216.34
`,
    `
# Inside the cluster fewer can listen.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: connect }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    onepassword:
      connectHost: http://onepassword-connect.external-secrets.svc:8080 # finding[medium]: inside the cluster
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, namespace: eso, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: short, namespace: vault }
spec:
  provider:
    vault:
      server: http://vault.vault:8200 # finding[medium]: at vault.vault, inside the cluster
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: hook, namespace: shop }
spec:
  url: http://10.1.2.3/password # finding[medium]: at 10.1.2.3
  result: { jsonPath: $.password }
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
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: http://\${VAULT_HOST}:8200
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fixed, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest)
    if (!connected) return
    for (const { path, scheme, host, isLocal } of endpointsOf(manifest, world)) {
      if (scheme !== 'http') continue
      const message = `${titleOf(connected)} is spoken to over http at ${host}`
      yield isLocal
        ? { path, severity: 'medium', message: `${message}, inside the cluster or its private network` }
        : { path, message }
    }
  },
  fix({ manifest, path, severity }) {
    // Inside a cluster no certificate is known to be trusted, and the port is seldom the same.
    if (severity !== 'critical') return undefined
    const address = manifest?.get(...path)
    if (typeof address !== 'string' || !/^http:/i.test(address)) return undefined
    return unsafe(SPEAKS_TLS, setting(path, address.replace(/^http:/i, 'https:')))
  },
})

const SPEAKS_TLS =
  'Does this address answer over TLS, on the same port and with a certificate that the operator can verify?'
