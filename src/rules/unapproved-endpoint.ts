import { endpointsOf } from '../check/endpoints.ts'
import { defineRule } from '../check/rule.ts'
import { isHostIn } from '../model/network/hosts.ts'
import { CONNECTED_KINDS, connectedOf, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'unapproved-endpoint',
  title: 'A store speaks to a host that is not allowed',
  severities: ['high'],
  kinds: CONNECTED_KINDS,
  why: 'Whoever writes a store decides which server gets the credential and the requests of the operator. A host that nobody approved may be the author’s own: a PushSecret sends Secrets there, an ExternalSecret fetches what it likes.',
  remedy:
    'Point the store at an approved host, or add the host to `allowedEndpoints` in this tool’s config if the platform team agrees.',
  references: ['https://external-secrets.io/latest/guides/threat-model/'],
  guide: ['NS2', 'TM4', 'TM5'],
  bad: [
    `
# config: { allowedEndpoints: [vault.example.com, "*.corp.example.com"] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: elsewhere, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.org:8200 # finding: Vault at vault.example.org is not an allowed endpoint
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
# Left out, the address is the provider's own.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: gitlab, namespace: shop }
spec:
  provider:
    gitlab: # finding: GitLab variables at gitlab.com is not
      projectID: "1"
      auth: { SecretRef: { accessToken: { name: gitlab, key: token } } }
`,
  ],
  good: [
    `
# config: { allowedEndpoints: [vault.example.com, "*.corp.example.com"] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com:8200
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: below, namespace: shop }
spec:
  provider:
    vault:
      server: https://eu.vault.corp.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://\${VAULT}
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# Without a list every host is allowed.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: anywhere, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.org
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  *check(manifest, world) {
    const { allowedEndpoints } = world.config
    const connected = connectedOf(manifest)
    if (!allowedEndpoints || !connected) return
    for (const { path, host } of endpointsOf(manifest, world))
      if (!isHostIn(host, allowedEndpoints))
        yield { path, message: `${titleOf(connected)} at ${host} is not an allowed endpoint` }
  },
})
