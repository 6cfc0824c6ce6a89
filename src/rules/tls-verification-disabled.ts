import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { placesOf } from '../providers/fields.ts'
import { CONNECTED_KINDS, connectedOf, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'tls-verification-disabled',
  title: 'A store does not verify whom it speaks to',
  severities: ['high'],
  kinds: CONNECTED_KINDS,
  why: 'Encryption without verification stops nobody on the way: whoever answers in place of the service gets the credential of the store, and may answer with secrets of their own.',
  remedy:
    'Remove the setting. Where the service has a certificate of a private authority, name that authority in `caBundle` or `caProvider` if the provider has them, or give the service a certificate of a public one.',
  references: ['https://external-secrets.io/latest/guides/security-best-practices/'],
  guide: ['NS3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: senhasegura, namespace: shop }
spec:
  provider:
    senhasegura:
      url: https://senhasegura.example.com
      module: DSM
      ignoreSslCertificate: true # finding: senhasegura DSM is spoken to with ignoreSslCertificate: true
      auth:
        clientId: shop
        clientSecretSecretRef: { name: senhasegura, key: secret }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: beyondtrust, namespace: shop }
spec:
  provider:
    beyondtrust:
      server:
        apiUrl: https://beyondtrust.example.com/api
        verifyCA: false # finding: server.verifyCA: false
      auth: { apiKey: { secretRef: { name: beyondtrust, key: key } } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: senhasegura, namespace: shop }
spec:
  provider:
    senhasegura:
      url: https://senhasegura.example.com
      module: DSM
      ignoreSslCertificate: false
      auth:
        clientId: shop
        clientSecretSecretRef: { name: senhasegura, key: secret }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: beyondtrust, namespace: shop }
spec:
  provider:
    beyondtrust:
      server: { apiUrl: https://beyondtrust.example.com/api, verifyCA: "\${VERIFY}" }
      auth: { apiKey: { secretRef: { name: beyondtrust, key: key } } }
`,
  ],
  *check(manifest) {
    const connected = connectedOf(manifest)
    for (const { field, value, what } of connected?.known?.insecure ?? [])
      for (const place of placesOf(connected?.config, field))
        if (connected && place.value === value)
          yield {
            path: [...connected.path, ...place.path],
            message: `${titleOf(connected)} is spoken to with ${field}: ${value}, so ${what}`,
          }
  },
  fix({ manifest, path }) {
    const value = manifest?.get(...path)
    return typeof value === 'boolean' ? unsafe(CERTIFICATE, setting(path, !value)) : undefined
  },
})

const CERTIFICATE = 'Does the server show a certificate that the pods of the operator trust? Else it cannot be reached.'
