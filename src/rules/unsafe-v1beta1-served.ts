import { chartValues } from '../check/chart-values.ts'
import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { CRD_KIND, crdOf } from '../model/schema/crds.ts'

export default defineRule({
  id: 'unsafe-v1beta1-served',
  title: 'A CRD of the operator still serves v1beta1',
  severities: ['medium'],
  kinds: [CRD_KIND],
  why: "The operator has ended v1beta1: nobody tests what it does there any more, and stored objects change their form between the versions without a conversion. The operator's webhook and most admission policies are written for v1: one that matches exactly (`matchPolicy: Exact`), or reads fields of v1, lets an object in v1beta1 pass unseen.",
  remedy:
    'Rewrite what is left in `external-secrets.io/v1beta1` to v1 (the rule deprecated-api-version finds it), then set `crds.unsafeServeV1Beta1: false` in the operator chart. The chart announces that the value will be removed.',
  references: [
    'https://external-secrets.io/latest/introduction/deprecation-policy/',
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-matchpolicy',
  ],
  guide: ['AC1'],
  bad: [
    `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore, listKind: SecretStoreList, plural: secretstores, singular: secretstore }
  scope: Namespaced
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
          # a long one
          type: object
      served: true
      storage: true
    - name: v1beta1
      deprecated: true
      schema:
        openAPIV3Schema:
          type: object
      served: true # finding: it serves v1beta1 of SecretStore beside v1
      storage: false
`,
  ],
  good: [
    `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore, listKind: SecretStoreList, plural: secretstores, singular: secretstore }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
    - { name: v1beta1, served: false, storage: false, schema: { openAPIV3Schema: { type: object } } }
---
# Before v1 there was nothing else.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: externalsecrets.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: ExternalSecret, plural: externalsecrets }
  scope: Namespaced
  versions:
    - { name: v1alpha1, served: true, storage: false }
    - { name: v1beta1, served: true, storage: true }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true }
    - { name: v1beta1, served: true, storage: false }
`,
  ],
  *check(manifest) {
    const crd = crdOf(manifest)
    if (!crd?.versions.some(({ name, isServed }) => name === 'v1' && isServed)) return
    const kind = crd.defines.slice(crd.defines.indexOf('/') + 1)
    for (const [i, { name, isServed }] of crd.versions.entries())
      if (name === 'v1beta1' && isServed)
        yield { path: ['spec', 'versions', i, 'served'], message: `it serves v1beta1 of ${kind} beside v1` }
  },
  fix: fault =>
    unsafe(
      WRITTEN,
      fault.manifest?.template === undefined
        ? setting(fault.path, false)
        : chartValues(fault, { 'crds.unsafeServeV1Beta1': false }, '1.3.1'),
    ),
})

const WRITTEN = 'Does anybody still write or read objects as v1beta1? That fails from then on.'
