import { endpointsOf } from '../check/endpoints.ts'
import { defineRule } from '../check/rule.ts'
import { isSet } from '../providers/fields.ts'
import { CONNECTED_KINDS, connectedOf, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'unpinned-provider-ca',
  title: 'A store trusts every public authority for its service',
  severities: ['low', 'info'],
  kinds: CONNECTED_KINDS,
  why: 'Without `caBundle` or `caProvider` the operator believes any authority of its image. For a service of your own that is more than needed: a certificate that somebody got for its name elsewhere is accepted as well.',
  remedy:
    'Name the authority of the service in `caBundle`, or in `caProvider` with a ConfigMap or Secret that holds it.',
  references: ['https://external-secrets.io/latest/provider/hashicorp-vault/'],
  guide: ['NS3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200 # finding: no authority is named for Vault at vault.vault.svc
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: public, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com # finding[info]: at vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
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
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caBundle: \${VAULT_CA}
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# This provider has no field for an authority, and over http there is nothing to pin.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: connect, namespace: shop }
spec:
  provider:
    onepassword:
      connectHost: https://connect.tools.svc
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: plain, namespace: shop }
spec:
  provider:
    vault:
      server: http://vault.vault.svc:8200
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest)
    const authorities = connected?.known?.ca ?? []
    if (!connected || authorities.length === 0 || authorities.some(field => isSet(connected.config, field))) return
    for (const { path, scheme, host, isLocal } of endpointsOf(manifest, world)) {
      if (scheme !== 'https' || path.length === connected.path.length) continue
      const message = `no authority is named for ${titleOf(connected)} at ${host}`
      yield isLocal ? { path, message } : { path, message, severity: 'info' }
    }
  },
})
