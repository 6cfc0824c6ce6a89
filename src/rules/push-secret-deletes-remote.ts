import { defineRule } from '../check/rule.ts'
import { PUSHING_KINDS, referencesOf, specPathOf, storesOf } from '../model/eso/external-secrets.ts'

export default defineRule({
  id: 'push-secret-deletes-remote',
  title: 'A PushSecret deletes what it pushed when it goes',
  severities: ['medium', 'high'],
  kinds: PUSHING_KINDS,
  why: 'With deletionPolicy Delete the provider loses the secret when the PushSecret, its source Secret or an entry of it is deleted: by a mistake in a pull request, by a namespace that is torn down, or by whoever may delete a PushSecret. Whatever else reads that secret fails.',
  remedy:
    'Set `deletionPolicy: None` and remove secrets at the provider on purpose. In an AWS store leave `secretsManager.forceDeleteWithoutRecovery` out, so that there is a time to bring them back.',
  references: [
    'https://external-secrets.io/latest/api/pushsecret/',
    'https://external-secrets.io/latest/guides/pushsecrets/',
  ],
  guide: ['PS3'],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  deletionPolicy: Delete # finding: the secrets at the provider are deleted with the PushSecret
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: token }
spec:
  pushSecretSpec:
    deletionPolicy: Delete # finding[high]: ClusterSecretStore aws deletes them at once and for good (forceDeleteWithoutRecovery)
    secretStoreRefs: [{ kind: ClusterSecretStore, name: aws }]
    selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws:
      service: SecretsManager
      secretsManager: { forceDeleteWithoutRecovery: true }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  deletionPolicy: None
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-default, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
# Here it says what becomes of the Secret in the cluster.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  target: { deletionPolicy: Delete }
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
  ],
  *check(manifest, world) {
    const path = [...(specPathOf(manifest) ?? []), 'deletionPolicy']
    if (manifest.get(...path) !== 'Delete') return
    const final = referencesOf(manifest)
      .stores.flatMap(reference => storesOf(reference, world))
      .find(store => store.get(...FORCE) === true)
    const message = 'the secrets at the provider are deleted with the PushSecret, its source or an entry of it'
    yield final
      ? {
          path,
          severity: 'high',
          message: `${message}, and ${final.kind} ${final.name} deletes them at once and for good (forceDeleteWithoutRecovery)`,
          related: [{ manifest: final, path: FORCE, message: 'the store that deletes for good' }],
        }
      : { path, message }
  },
  fix: ({ path }) => ({
    safety: 'unsafe',
    question: 'Does anybody count on the secret at the provider going away with the PushSecret?',
    changes: [{ kind: 'field', path, value: 'None' }],
  }),
})

const FORCE = ['spec', 'provider', 'aws', 'secretsManager', 'forceDeleteWithoutRecovery']
