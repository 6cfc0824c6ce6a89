import { defineRule } from '../check/rule.ts'
import { type Component, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { accountOf } from '../model/pods/workloads.ts'
import { hasEverywhere, rightsOf } from '../model/rbac/rights.ts'
import type { World } from '../model/world.ts'
import { holdsCredential, isCredentialKey } from '../parse/credentials.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { placesOf } from '../providers/fields.ts'
import { type GeneratorInUse, generatorOf } from '../providers/store.ts'

export default defineRule({
  id: 'open-cluster-generator',
  title: 'A ClusterGenerator serves every namespace',
  severities: ['medium', 'high'],
  kinds: [`${GENERATORS_GROUP}/ClusterGenerator`],
  needs: ['install'],
  why: 'A ClusterGenerator has no conditions: whoever may create an ExternalSecret in any namespace draws tokens from it, with the identity of the controller pod where it names none, and with what stands in the manifest itself. Only the Secrets and ServiceAccounts that it refers to are looked up in the namespace of whoever draws.',
  remedy:
    'Make it a generator of its kind in each namespace that needs it, without a secret in the manifest, and switch ClusterGenerators off with `processClusterGenerator: false` and `crds.createClusterGenerator: false`. If it has to stay, let an admission policy say which namespaces may refer to it in `generatorRef`.',
  references: [
    'https://external-secrets.io/latest/api/generator/cluster/',
    'https://external-secrets.io/latest/guides/generator/',
  ],
  guide: ['TM6', 'NI2'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: ecr }
spec: # finding: it has no conditions, so whoever may create an ExternalSecret in any namespace draws from it
  kind: ECRAuthorizationToken
  generator: { ecrAuthorizationTokenSpec: { region: eu-west-1 } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: inline }
spec: # finding[high]: draws from it, and what it hands out stands in the manifest (webhookSpec.headers.Authorization)
  kind: Webhook
  generator:
    webhookSpec:
      url: https://tokens.example.com
      headers: { Authorization: Bearer 0123456789, Accept: application/json }
      result: { jsonPath: $.token }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: fixed }
spec: # finding[high]: stands in the manifest (fakeSpec.data.password)
  kind: Fake
  generator: { fakeSpec: { data: { password: not-so-secret } } }
`,
    `
# Its ClusterRole lets the controller read them.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: controller }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: [clustergenerators]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: webhook }
spec: # finding: draws from it
  kind: Webhook
  generator:
    webhookSpec:
      url: https://tokens.example.com
      headers: { Authorization: "Bearer {{ .login.token }}" }
      secrets: [{ name: login, secretRef: { name: login } }]
      result: { jsonPath: $.token }
`,
  ],
  good: [
    `
# What is made from nothing gives nobody's secret away.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: password }
spec:
  kind: Password
  generator: { passwordSpec: { length: 42 } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: ecr, namespace: shop }
spec: { region: eu-west-1 }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: later }
spec:
  kind: "\${KIND}"
  generator: "\${GENERATOR}"
`,
    `
# processClusterGenerator=false: the controller may not read them.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: controller }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: [ecrauthorizationtokens, generatorstates]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: ecr }
spec:
  kind: ECRAuthorizationToken
  generator: { ecrAuthorizationTokenSpec: { region: eu-west-1 } }
`,
  ],
  *check(manifest, world) {
    const generator = generatorOf(manifest)
    if (!generator || isLocal(generator)) return
    const controllers = world.eso.installs.flatMap(({ controller }) => controller ?? [])
    if (!controllers.some(controller => mayRead(controller, world))) return
    const inline = inlineFields(generator)
    const message = 'it has no conditions, so whoever may create an ExternalSecret in any namespace draws from it'
    if (inline.length === 0) yield { path: ['spec'], message }
    else
      yield {
        path: ['spec'],
        severity: 'high',
        message: `${message}, and what it hands out stands in the manifest (${inline.join(', ')})`,
      }
  },
})

/** Whether a generator makes something up by itself: it knows no secret, signs in nowhere and asks nobody. */
const isLocal = ({ known }: GeneratorInUse): boolean =>
  [known.stored, known.keyless, known.inline, known.ambient, known.endpoints].every(list => (list ?? []).length === 0)

/** Whether a controller can read ClusterGenerators, as far as its roles are in the set: no flag switches them off. */
function mayRead({ pod }: Component, { rbac }: World): boolean {
  const subject = accountOf(pod)
  return rightsOf(subject, rbac).length === 0 || hasEverywhere(subject, READ_CLUSTER_GENERATORS, rbac)
}

const READ_CLUSTER_GENERATORS = { group: GENERATORS_GROUP, resource: 'clustergenerators', verbs: ['get'] }

/** The fields with a secret in clear text, as below `spec.generator`. */
const inlineFields = ({ known, path, config }: GeneratorInUse): string[] =>
  (known.inline ?? []).flatMap(({ field, isFreeForm }) =>
    placesOf(config, field)
      .filter(place => typeof place.value === 'string' && place.value !== '' && !isPlaceholder(place.value))
      .filter(place => !isFreeForm || tellsCredential(String(place.path.at(-1)), place.value))
      .map(place => [...path.slice(2), ...place.path].join('.')),
  )

/** A field for anything: the name of a header tells what is in it, and a body says so itself. */
const tellsCredential = (key: string, value: unknown): boolean =>
  (key !== 'body' && isCredentialKey(key)) || holdsCredential(key, value)
