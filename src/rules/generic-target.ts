import { defineRule } from '../check/rule.ts'
import { FETCHING_KINDS } from '../model/eso/external-secrets.ts'
import { isSecret, targetOf } from '../model/eso/targets.ts'

export default defineRule({
  id: 'generic-target',
  title: 'An ExternalSecret writes secret data into something other than a Secret',
  severities: ['medium'],
  kinds: FETCHING_KINDS,
  why: 'Only Secrets are kept apart by the usual roles, by encryption at rest and by the audit policy. In a ConfigMap or a custom resource the same value is plain text for everybody who may read that kind, and the operator needs the right to change all of them.',
  remedy:
    'Let the ExternalSecret write a Secret and refer to it from the other object. Where its kind can hold no reference, encrypt it at rest and narrow who may read it, and keep `genericTargets.resources` of the operator chart to that kind.',
  references: [
    'https://external-secrets.io/latest/guides/targeting-custom-resources/',
    'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
  ],
  guide: ['AC3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: settings, namespace: shop }
spec:
  target:
    manifest: # finding: secret data is written into ConfigMap settings, which is not kept like a Secret
      apiVersion: v1
      kind: ConfigMap
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: settings }
spec:
  externalSecretSpec:
    target:
      name: shop
      manifest: { apiVersion: argoproj.io/v1alpha1, kind: Application } # finding: secret data is written into Application shop
    data: [{ secretKey: password, remoteRef: { key: database } }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: settings, namespace: shop }
spec:
  target:
    manifest: { apiVersion: v1, kind: Secret }
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: shop }
spec:
  target:
    manifest: { apiVersion: v1, kind: "\${KIND}" }
  data: [{ secretKey: password, remoteRef: { key: database } }]
`,
  ],
  *check(manifest) {
    const target = targetOf(manifest)
    if (!target?.kind || !target.apiVersion || isSecret(target)) return
    yield {
      path: [...target.path, 'manifest'],
      message: `secret data is written into ${[target.kind, target.name].join(' ').trim()}, which is not kept like a Secret`,
    }
  },
})
