import { manifestFaults } from '../check/manifest-faults.ts'
import { defineRule } from '../check/rule.ts'
import { ESO_KINDS } from '../model/schema/eso-kinds.ts'

export default defineRule({
  id: 'invalid-manifest',
  title: "An object does not fit its kind's CRD",
  severities: ['high'],
  kinds: ESO_KINDS,
  why: 'The API server refuses a wrong value, and a field that does not exist it refuses or drops without a word, as the client asks. A misspelt `conditions` is a store that serves every namespace; a secret that does not sync is an outage.',
  remedy:
    'Write the field as the CRD of your ESO version has it: `kubectl explain secretstore.spec --recursive` lists its fields, and `kubectl apply --dry-run=server --validate=strict` tries the object. Where the operator chart is in the checked set, its own CRDs decide; else those of the newest version that this tool knows. Of CEL rules only those that ask for the object as it is are tried.',
  references: [
    'https://external-secrets.io/latest/api/spec/',
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
  ],
  guide: ['TM4', 'NI2'],
  bad: [
    `
# The store of the guidance: ClusterSecretStores have no such field.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions:
    - namespaces: [shop]
  secretRef: # finding: \`spec.secretRef\` is no field of its kind, so strict clients refuse it and others drop it: there are conditions, controller, provider, refreshInterval, retrySettings (judged by the CRD of ESO 2.9.0, as none is in the set)
    namespace: eso
  provider:
    vault:
      server: https://vault.example.com
      path: secret
      auth: { kubernetes: { mountPath: kubernetes, role: eso } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: open-by-a-typo }
spec:
  condition: # finding: did you mean \`conditions\`?
    - namespaces: [shop]
  provider:
    aws: { service: Secretsmanager, region: eu-west-1 } # finding: \`spec.provider.aws.service\` must be one of SecretsManager, ParameterStore
`,
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { name: vault, kind: VaultStore } # finding: must be one of SecretStore, ClusterSecretStore
  refreshInterval: 60 # finding: \`spec.refreshInterval\` must be text, not a number
  target:
    name: db
    template:
      engineVersion: v1 # finding: must be one of v2
  data:
    - secretKey: password
      remoteRef: # finding: \`spec.data[0].remoteRef\` lacks its required field \`key\`
        path: shop/db # finding: \`spec.data[0].remoteRef.path\` is no field
    - secretKey: user
      remoteRef:
        key: # finding: \`spec.data[1].remoteRef.key\` is required and has no value
`,
    `
# What CEL rules and counts say is about the whole mapping.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: two, namespace: shop }
spec:
  provider: # finding: \`spec.provider\` must have exactly 1 entry
    fake: { data: [{ key: a, value: b }] }
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: # finding: \`spec\` lacks its required field \`selector\`
  secretStoreRefs: [{ name: vault }]
`,
    `
# The CRD in the set decides.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: uuids.generators.external-secrets.io }
spec:
  group: generators.external-secrets.io
  names: { kind: UUID, plural: uuids }
  scope: Namespaced
  versions:
    - name: v1alpha1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              description: |-
                not read
              type: object
              properties: { upper: { type: boolean } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: UUID
metadata: { name: id, namespace: shop }
spec:
  upper: "yes" # finding: \`spec.upper\` must be true or false, not text (judged by the CRD in
  lower: true # finding: \`spec.lower\` is no field
`,
  ],
  good: [
    `
# Defaults count as given, nulls as absent, and what is filled in later is unknown.
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: password, namespace: shop }
spec: { length: 32, symbols: null }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { name: VAULT_STORE, kind: "\${STORE_KIND}" }
  refreshInterval: 1h
  target:
    creationPolicy: {{ .Values.policy }}
  data:
    - secretKey: <KEY>
      remoteRef: \${REMOTE_REF}
sops: { version: 3.9.0 }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: hook, namespace: shop }
spec:
  url: https://hooks.example.com
  result: { jsonPath: $.token }
---
# Integers and texts alike.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  refreshInterval: 60
  provider:
    vault:
      server: https://vault.example.com
      path: secret
      auth: { kubernetes: { mountPath: kubernetes, role: eso, serviceAccountRef: { name: shop } } }
`,
    `
# An overlay's patch: what it lacks stands in what it changes.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions:
    - namespaces: [shop]
---
# The predecessor's kind of the same name, and a version that the newest operator does not serve.
apiVersion: kubernetes-client.io/v1
kind: ExternalSecret
metadata: { name: old }
spec: { backendType: vault }
---
apiVersion: external-secrets.io/v1alpha1
kind: ExternalSecret
metadata: { name: older }
spec: { anything: true }
`,
  ],
  check: (object, world) => manifestFaults(object, world),
})
