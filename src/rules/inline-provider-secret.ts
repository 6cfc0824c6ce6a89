import { inlineSecretsIn } from '../check/inline-secrets.ts'
import { defineRule } from '../check/rule.ts'
import { kindsWith } from '../providers/store.ts'

export default defineRule({
  id: 'inline-provider-secret',
  title: 'A store or generator holds secret material itself',
  severities: ['critical', 'medium'],
  kinds: kindsWith(({ inline = [] }) => inline.some(({ isTestData }) => !isTestData)),
  needs: ['connections'],
  why: "A store is no Secret: everybody with the view role reads it, backups and audit logs carry it, it is not encrypted at rest, and here it is in the repository's history as well. Whoever reads it signs in to the provider.",
  remedy:
    'Revoke the credential, put the new one into a Secret that is not in git, and name it by the `secretRef` beside the field; in a webhook list the Secret under `secrets` and write `{{ .name.key }}` where its value belongs.',
  references: [
    'https://external-secrets.io/latest/provider/webhook/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['TM2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: delinea, namespace: shop }
spec:
  provider:
    delinea:
      tenant: shop
      clientId: { value: shop }
      clientSecret:
        value: s3cr3t-of-the-example # finding: the client secret for Delinea DevOps Secrets Vault stands in clear text in clientSecret.value
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: secretserver }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    secretserver:
      serverURL: https://secrets.example.com
      username: { value: shop }
      password: { value: p4ssword-of-the-example } # finding: the password for Delinea Secret Server
`,
    `
# In headers and bodies only the name tells a credential.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: api, namespace: shop }
spec:
  provider:
    webhook:
      url: https://api.example.com/{{ .remoteRef.key }}
      headers:
        Content-Type: application/json
        Authorization: Bearer t0ken-of-the-example # finding[medium]: the header Authorization for Webhook looks like a credential in clear text
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: token, namespace: shop }
spec:
  url: https://api.example.com/token
  method: POST
  body: '{"client": "shop", "password": "p4ssword-of-the-example"}' # finding[medium]: the body for Webhook generator looks like a credential in clear text
  result: { jsonPath: $.token }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: database }
spec:
  kind: VaultDynamicSecret
  generator:
    vaultDynamicSecretSpec:
      path: database/creds/shop
      provider:
        server: https://vault.example.com
        headers:
          X-Gateway-Token: t0ken-of-the-example # finding[medium]: the header X-Gateway-Token for Vault dynamic secret
        auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: delinea, namespace: shop }
spec:
  provider:
    delinea:
      tenant: shop
      clientId: { value: shop }
      clientSecret: { secretRef: { name: delinea, key: secret } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    scaleway:
      region: fr-par
      projectId: shop
      accessKey: { value: SCW-EXAMPLE }
      secretKey:
        value: \${SCALEWAY_SECRET_KEY}
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: api, namespace: shop }
spec:
  provider:
    webhook:
      url: https://api.example.com/{{ .remoteRef.key }}
      headers:
        Authorization: Bearer {{ .auth.token }}
        X-Auth-Type: oauth
        Accept: application/json
      body: '{"user": "shop", "password": "{{ .auth.password }}"}'
      secrets: [{ name: auth, secretRef: { name: api } }]
`,
    `
# What the fake provider answers is no credential of a provider.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fake, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: a, value: b }] }
`,
  ],
  *check(manifest) {
    for (const { path, field, what, title, isCertain, isTestData } of inlineSecretsIn(manifest)) {
      const name = String(path.at(-1))
      const which = name === what ? what : `${what} ${name}`
      if (isTestData) continue
      if (isCertain) yield { path, message: `the ${what} for ${title} stands in clear text in ${field}` }
      else
        yield { path, message: `the ${which} for ${title} looks like a credential in clear text`, severity: 'medium' }
    }
  },
})
