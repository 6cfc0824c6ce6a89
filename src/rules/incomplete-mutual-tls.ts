import { endpointsOf } from '../check/endpoints.ts'
import { defineRule } from '../check/rule.ts'
import { isHostIn } from '../model/network/hosts.ts'
import { isSet, keysOf } from '../providers/fields.ts'
import { CONNECTED_KINDS, type Connected, connectedOf, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'incomplete-mutual-tls',
  title: 'A store has half a client certificate, or none where one is required',
  severities: ['medium'],
  kinds: CONNECTED_KINDS,
  why: 'A certificate without its key, or a key without its certificate, is not shown to the server: the store either fails, or signs in without the second factor that somebody meant it to have.',
  remedy:
    'Set both `certSecretRef` and `keySecretRef` (for Vault under `tls`). Hosts that ask for a client certificate are named under `requireClientCertificate` in this tool’s config.',
  references: ['https://external-secrets.io/latest/provider/hashicorp-vault/'],
  guide: ['NS4'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: half, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls:
        certSecretRef: { name: vault-client, key: tls.crt } # finding: tls.certSecretRef is set for Vault and tls.keySecretRef is not
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other-half, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls:
        keySecretRef: { name: vault-client, key: tls.key } # finding: tls.keySecretRef is set for Vault and tls.certSecretRef is not
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# config: { requireClientCertificate: ["*.example.com"] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: none, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com # finding: vault.example.com asks for a client certificate, and this store shows none
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  good: [
    `
# config: { requireClientCertificate: [vault.example.com] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: both, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls:
        certSecretRef: { name: vault-client, key: tls.crt }
        keySecretRef: { name: vault-client, key: tls.key }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: elsewhere, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.org
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest)
    if (!connected) return
    for (const [present, absent] of halves(connected))
      yield {
        path: [...connected.path, ...keysOf(present)],
        message: `${present} is set for ${titleOf(connected)} and ${absent} is not`,
      }
    const required = world.config.requireClientCertificate ?? []
    if (required.length === 0 || showsCertificate(connected)) return
    for (const { path, host } of endpointsOf(manifest, world))
      if (isHostIn(host, required))
        yield {
          path,
          message: `${host} asks for a client certificate, and this store shows none`,
          discriminator: 'required',
        }
  },
})

/** The half of a client certificate that is there, with the one that is not. */
function* halves({ known, config }: Connected): Generator<[present: string, absent: string]> {
  for (const { certificate, key } of known?.clientCertificates ?? []) {
    if (key === undefined) continue
    const [hasCertificate, hasKey] = [isSet(config, certificate), isSet(config, key)]
    if (hasCertificate && !hasKey) yield [certificate, key]
    if (hasKey && !hasCertificate) yield [key, certificate]
  }
}

const showsCertificate = ({ known, config }: Connected): boolean =>
  (known?.clientCertificates ?? []).some(({ certificate }) => isSet(config, certificate))
