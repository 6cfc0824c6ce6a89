import { defineRule } from '../check/rule.ts'
import { parseAddress } from '../model/network/hosts.ts'
import { asText } from '../parse/untyped.ts'
import type { Connection } from '../providers/connection.ts'
import webhookGenerator from '../providers/generators/webhook.ts'
import { connectedOf, kindsWith } from '../providers/store.ts'
import webhook from '../providers/table/webhook.ts'

export default defineRule({
  id: 'webhook-provider',
  title: 'A store or generator is a webhook, which sends a request to any URL',
  severities: ['medium'],
  kinds: kindsWith(connection => connection === webhookGenerator),
  needs: ['connections'],
  why: "A webhook makes the operator send any request that its author writes from inside the cluster, with Secrets in it, and take the answer for a secret. Whoever changes it carries data out, or reaches services that only the operator's pod can.",
  remedy:
    'Use the provider that is made for this service, where there is one. Where there is none, keep the store to operators, limit its namespaces, and let network policies admit only this host.',
  references: [
    'https://external-secrets.io/latest/provider/webhook/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['AC1', 'TM4'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: api, namespace: shop }
spec:
  provider:
    webhook: # finding: its requests, with any Secret in them, go to api.example.com
      url: https://api.example.com/{{ .remoteRef.key }}?token={{ .auth.token }}
      secrets: [{ name: auth, secretRef: { name: api } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: anywhere }
spec:
  provider:
    webhook: { url: "{{ .remoteRef.key }}" } # finding: its requests, with any Secret in them, go to any URL
`,
    `
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: token, namespace: shop }
spec: # finding: its requests, with any Secret in them, go to api.example.com
  url: https://api.example.com/token
  result: { jsonPath: $.token }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: token }
spec:
  kind: Webhook
  generator:
    webhookSpec: # finding: go to api.example.com
      url: https://api.example.com/token
      result: { jsonPath: $.token }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: webhook, namespace: shop }
spec: { length: 42, allowRepeat: true, noUpper: false }
---
# A name is no kind.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: webhook, namespace: shop }
spec:
  provider: \${PROVIDER}
`,
  ],
  *check(manifest) {
    const connected = connectedOf(manifest)
    if (!connected?.known || !WEBHOOKS.includes(connected.known)) return
    const host = parseAddress(asText(connected.config.url) ?? '')?.host
    yield { path: connected.path, message: `its requests, with any Secret in them, go to ${host ?? 'any URL'}` }
  },
})

const WEBHOOKS: readonly Connection[] = [webhook, webhookGenerator]
