import { safe, setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { groupOf } from '../finding.ts'
import { ESO_KINDS } from '../model/schema/eso-kinds.ts'
import { servableVersions, type Unserved, unservedVersion } from '../model/schema/served-versions.ts'

export default defineRule({
  id: 'deprecated-api-version',
  title: 'An object is written in an API version that the operator does not serve',
  severities: ['high', 'low'],
  kinds: ESO_KINDS,
  why: 'The API server refuses an object whose version is not served, and an update of the operator that ends a version stops every delivery that still uses it. What is then changed in a hurry, or by hand in the cluster, is reviewed by nobody; and policies that are written for v1 may not look at older versions.',
  remedy:
    'Write `external-secrets.io/v1` for ExternalSecret, SecretStore and their cluster-wide kinds (served from ESO 0.16.0 on); PushSecret, ClusterPushSecret and the generators stay at `v1alpha1`. Where the operator is older than that, update it first. If another team installs the operator, ask it which version runs.',
  references: [
    'https://external-secrets.io/latest/introduction/deprecation-policy/',
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/',
  ],
  guide: ['AC1'],
  bad: [
    `
# Nobody says which version runs.
apiVersion: external-secrets.io/v1beta1 # finding[low]: external-secrets.io/v1beta1 of ExternalSecret is not served from ESO 0.17.0 on, and the set does not say which version runs
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault } }
---
apiVersion: external-secrets.io/v1 # finding[low]: external-secrets.io/v1 of PushSecret is served by no version of ESO that is known here
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: db } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v0.17.0" }
---
apiVersion: external-secrets.io/v1beta1 # finding: external-secrets.io/v1beta1 of ClusterSecretStore is not served from ESO 0.17.0 on, and ESO 0.17.0 runs here
kind: ClusterSecretStore
metadata: { name: vault }
spec: { provider: { vault: { server: https://vault.example.com } } }
---
apiVersion: external-secrets.io/v1beta1 # finding: external-secrets.io/v1beta1 of PushSecret is served by no version of ESO that is known here, and ESO 0.17.0 runs here
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: db } } }
`,
    `
# Too new for an old operator.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v0.15.1" }
---
apiVersion: external-secrets.io/v1 # finding: external-secrets.io/v1 of SecretStore is not served before ESO 0.16.0, and ESO 0.15.1 runs here
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec: { provider: { vault: { server: https://vault.example.com } } }
`,
    `
# The CRD in the set decides.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore, plural: secretstores }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true }
    - { name: v1beta1, served: false, storage: false }
---
apiVersion: external-secrets.io/v1beta1 # finding: and the CRD in the set serves v1
kind: SecretStore
metadata: { name: old, namespace: shop }
spec: { provider: { vault: { server: https://vault.example.com } } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: db } } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: UUID
metadata: { name: id, namespace: shop }
---
apiVersion: external-secrets.io/\${API_VERSION}
kind: ExternalSecret
metadata: { name: later, namespace: shop }
`,
    `
# 0.16 serves both.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v0.16.2" }
---
apiVersion: external-secrets.io/v1beta1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec: { provider: { vault: { server: https://vault.example.com } } }
`,
    `
# The operator chart with crds.unsafeServeV1Beta1.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: externalsecrets.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: ExternalSecret, plural: externalsecrets }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true }
    - { name: v1beta1, served: true, storage: false }
---
apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault } }
`,
  ],
  *check(object, world) {
    const unserved = unservedVersion(object, world)
    if (!unserved) return
    yield {
      path: ['apiVersion'],
      message: `${object.apiVersion} of ${object.kind} ${when(unserved)}, and ${unserved.says}`,
      ...(!unserved.isSure && { severity: 'low' }),
    }
  },
  fix({ manifest, path, world }) {
    if (!manifest || !servableVersions(manifest.groupKind, [], world).includes('v1')) return undefined
    const changes = setting(path, `${groupOf(manifest.apiVersion)}/v1`)
    return unservedVersion(manifest, world)?.isSure ? safe(changes) : unsafe(SERVED, changes)
  },
})

const SERVED = 'Does the operator of the cluster serve v1, as it does from ESO 0.16.0 on?'

function when({ range }: Unserved): string {
  if (range?.until !== undefined) return `is not served from ESO ${range.until} on`
  if (range?.since !== undefined) return `is not served before ESO ${range.since}`
  return range ? 'is not served' : 'is served by no version of ESO that is known here'
}
