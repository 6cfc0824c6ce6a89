import { defineRule } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, isPlaceholder } from '../parse/untyped.ts'
import { accountsNamedBy, isNamed, type NamedAccount } from '../providers/named.ts'
import { CONNECTED_KINDS, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'workload-identity-annotation-missing',
  title: 'A ServiceAccount that a store signs in with is not bound to a role in the cloud',
  severities: ['medium', 'info'],
  kinds: ['core/ServiceAccount'],
  needs: ['connections'],
  why: 'The operator reads from the annotation whom the ServiceAccount stands for. Without it signing in to AWS fails, and the usual way out of that is a stored key or a role on the operator itself, which everybody then shares.',
  remedy:
    'Annotate the ServiceAccount: `eks.amazonaws.com/role-arn` on AWS (also where EKS Pod Identity is used elsewhere: the operator asks for it), `azure.workload.identity/client-id` on Azure. On Google Cloud `iam.gke.io/gcp-service-account` is needed only where access was given to a Google service account and not to the ServiceAccount itself.',
  references: [
    'https://external-secrets.io/latest/provider/aws-access/',
    'https://external-secrets.io/latest/provider/azure-key-vault/',
    'https://external-secrets.io/latest/provider/google-secrets-manager/',
  ],
  guide: ['PC1', 'PC2'],
  bad: [
    `
apiVersion: v1
kind: ServiceAccount
metadata: # finding: AWS asks for its annotation eks.amazonaws.com/role-arn (SecretStore shop/aws signs in with it)
  name: shop
  namespace: shop
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
`,
    `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: google
  namespace: eso
  annotations: # finding[info]: Google Secret Manager reads from its annotation iam.gke.io/gcp-service-account whom it stands for
    team: shop
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: google }
spec:
  provider:
    gcpsm: { projectID: shop, auth: { workloadIdentity: { serviceAccountRef: { name: google, namespace: eso } } } }
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: registry
  namespace: shop
  annotations:
    eks.amazonaws.com/role-arn: "" # finding: Amazon ECR asks for its annotation eks.amazonaws.com/role-arn
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: registry, namespace: shop }
spec: { region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: registry } } } }
`,
  ],
  good: [
    `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: shop
  namespace: shop
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/shop" }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop, namespace: other }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
`,
    `
# Azure finds the client id in the store as well; and what is filled in later is unknown.
apiVersion: v1
kind: ServiceAccount
metadata: { name: azure, namespace: shop }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      authType: WorkloadIdentity
      serviceAccountRef: { name: azure }
      authSecretRef: { clientId: { name: azure, key: id } }
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: later
  namespace: shop
  annotations: \${ACCOUNT_ANNOTATIONS}
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: later } } } }
`,
  ],
  *check(account, world) {
    const named = accountsIn(world).get(account.name) ?? []
    const uses = named.filter(use => isNamed(use, account) && !isBound(account, use))
    for (const [key, [use]] of Map.groupBy(uses, ({ annotation }) => annotation.key)) {
      if (!use) continue
      const { isRequired } = use.annotation
      const title = titleOf(use.connected)
      const user = `${nameOf(use.manifest)} signs in with it`
      yield {
        path: ['metadata', 'annotations', key],
        discriminator: key,
        message: isRequired
          ? `${title} asks for its annotation ${key} (${user}), so signing in fails without it`
          : `${title} reads from its annotation ${key} whom it stands for (${user}), and there is none`,
        ...(!isRequired && { severity: 'info' }),
        related: [{ manifest: use.manifest, path: use.path, message: 'named here' }],
      }
    }
  },
})

/** An annotation that is filled in later may be the one. */
function isBound(account: Manifest, { annotation }: NamedAccount): boolean {
  const annotations = account.get('metadata', 'annotations')
  return isPlaceholder(annotations) || Boolean(asMapping(annotations)?.[annotation.key])
}

/** The ServiceAccounts that stores and generators ask for their annotation, by name. */
const accountsIn = remember(
  (world: World): ReadonlyMap<string, readonly NamedAccount[]> =>
    Map.groupBy(CONNECTED_KINDS.flatMap(kind => world.of(kind)).flatMap(accountsNamedBy), ({ name }) => name),
)
