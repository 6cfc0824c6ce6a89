import { ambientIdentity, tenantsOf } from '../check/ambient-identity.ts'
import { defineRule } from '../check/rule.ts'
import { isOpenToAll } from '../model/eso/conditions.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { AmbientIdentity } from '../providers/connection.ts'
import { keysOf } from '../providers/fields.ts'
import { connectedOf, kindsWith, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'controller-ambient-identity',
  title: "A store signs in as the operator's own pod",
  severities: ['info', 'medium'],
  kinds: kindsWith(({ ambient }) => ambient !== undefined),
  needs: ['connections'],
  why: "Everybody whose store says nothing about signing in shares the one identity of the controller's pod, or of its node: it must be allowed what all of them need together, each of them can read what any other can, and the provider's log knows only one name.",
  remedy:
    'Give each team a ServiceAccount with a role of its own and name it in the block that the message gives (AWS: `auth.jwt.serviceAccountRef`). With one team, EKS Pod Identity or its like on the operator is right: then narrow that role to the secrets the team has.',
  references: [
    'https://external-secrets.io/latest/provider/aws-access/',
    'https://external-secrets.io/latest/provider/azure-key-vault/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['PC1', 'PC2', 'TM2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: # finding: it signs in to AWS with the controller pod's AWS identity
      service: SecretsManager
      region: eu-west-1
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv: # finding: it signs in to Azure Key Vault with the controller pod's or node's managed identity; its own: authType WorkloadIdentity with serviceAccountRef
      vaultUrl: https://shop.vault.azure.net
      authType: ManagedIdentity
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        iam: { vaultRole: shop } # finding: it signs in to Vault with the controller pod's AWS identity
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: GCRAccessToken
metadata: { name: registry, namespace: shop }
spec: # finding: it signs in to Google Container Registry with
  projectID: shop
  auth: {}
`,
    `
# Who may use it is everybody.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws: # finding[medium]: and every namespace can use it
      service: SecretsManager
      region: eu-west-1
`,
    `
# Two tenants, one identity.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: google, namespace: shop }
spec:
  provider:
    gcpsm: { projectID: shop } # finding[medium]: which namespace bank, namespace shop share
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: google, namespace: bank }
spec:
  provider:
    gcpsm: { projectID: shop } # finding[medium]: which namespace bank, namespace shop share
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv: { vaultUrl: "https://shop.vault.azure.net", authType: WorkloadIdentity, serviceAccountRef: { name: shop } }
`,
    `
# A stored key is another fault, and what is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: key, namespace: shop }
spec:
  provider:
    gcpsm: { projectID: shop, auth: { secretRef: { secretAccessKeySecretRef: { name: key } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth: \${AWS_AUTH}
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure-later, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      authType: \${AZURE_AUTH_TYPE}
`,
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest)
    const ambient = connected && ambientIdentity(connected)
    if (!connected || !ambient) return
    const worse = whyWorse(manifest, ambient, world)
    const own = ambient.instead === undefined ? '' : `; its own: ${ambient.instead}`
    yield {
      path: [...connected.path, ...(ambient.field === undefined ? [] : keysOf(ambient.field))],
      message: `it signs in to ${titleOf(connected)} with ${ambient.as}${worse}${own}`,
      ...(worse !== '' && { severity: 'medium' }),
    }
  },
})

function whyWorse(manifest: Manifest, ambient: AmbientIdentity, world: World): string {
  if (manifest.kind === 'ClusterSecretStore') return isOpenToAll(manifest) ? ', and every namespace can use it' : ''
  const tenants = manifest.namespace === undefined ? [] : tenantsOf(ambient, world)
  return tenants.length > 1 ? `, which ${shorten(tenants)} share` : ''
}

const NAMED = 3

const shorten = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ')
