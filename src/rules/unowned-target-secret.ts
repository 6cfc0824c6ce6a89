import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { FETCHING_KINDS } from '../model/eso/external-secrets.ts'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import { type Target, targetOf } from '../model/eso/targets.ts'

export default defineRule({
  id: 'unowned-target-secret',
  title: 'An ExternalSecret writes a Secret that it does not own',
  severities: ['high', 'low'],
  kinds: FETCHING_KINDS,
  why: 'With Merge or CreateOrMerge the operator puts keys into a Secret that somebody else made, and takes over those that are there; with Orphan or None nothing ties the Secret to the ExternalSecret, so it stays when that is deleted. In a namespace that holds the cluster’s own Secrets this is a way to change or plant a credential.',
  remedy:
    'Set `target.creationPolicy: Owner` and let the ExternalSecret have a Secret of its own name; let the workload read both Secrets instead of one that is merged.',
  references: [
    'https://external-secrets.io/latest/guides/ownership-deletion-policy/',
    'https://external-secrets.io/latest/api/externalsecret/',
  ],
  guide: ['AC4'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: bootstrap, namespace: kube-system }
spec:
  target:
    name: cloud-credentials
    creationPolicy: Merge # finding: it changes keys of Secret cloud-credentials, which somebody else makes, in the sensitive namespace kube-system
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: sso, namespace: argocd }
spec:
  target:
    name: argocd-secret
    creationPolicy: Merge # finding[low]: it changes keys of Secret argocd-secret, which somebody else makes
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: left, namespace: shop }
spec:
  target:
    creationPolicy: Orphan # finding[low]: Secret left stays when the ExternalSecret is deleted
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
    `
# config: { sensitiveNamespaces: [payments] }
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: registry }
spec:
  namespaces: [shop, payments]
  externalSecretName: pull
  externalSecretSpec:
    target:
      creationPolicy: CreateOrMerge # finding: it changes keys of Secret pull, which somebody else may make, in the sensitive namespace payments
    data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: nothing, namespace: payments }
spec:
  target:
    creationPolicy: None # finding: nothing is written, so Secret nothing holds whatever somebody else puts there, in the sensitive namespace payments
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: owner, namespace: kube-system }
spec:
  target: { creationPolicy: Owner, deletionPolicy: Delete }
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: by-default, namespace: kube-system }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: kube-system }
spec:
  target: { creationPolicy: "\${POLICY}" }
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
  ],
  *check(manifest, world) {
    const target = targetOf(manifest)
    const deed = target && deedOf(target)
    if (!target || deed === undefined) return
    const namespace = targetNamespaces(manifest, world).find(({ name }) => world.isSensitiveNamespace(name))?.name
    yield {
      path: [...target.path, 'creationPolicy'],
      message: namespace === undefined ? deed : `${deed}, in the sensitive namespace ${namespace}`,
      ...(namespace === undefined && { severity: 'low' }),
    }
  },
  fix: ({ path }) => unsafe(OWNERS, setting(path, 'Owner')),
})

const OWNERS =
  'Does anybody else make or change this Secret, or need it when the ExternalSecret is gone? The operator replaces what is in it, and deletes it with the ExternalSecret.'

/** What a creation policy makes of the Secret; undefined when the ExternalSecret owns it, or nobody knows yet. */
function deedOf({ kind = 'object', name, creationPolicy }: Target): string | undefined {
  const target = name === undefined ? `the ${kind}` : `${kind} ${name}`
  switch (creationPolicy) {
    case 'Merge':
      return `it changes keys of ${target}, which somebody else makes`
    case 'CreateOrMerge':
      return `it changes keys of ${target}, which somebody else may make`
    case 'Orphan':
      return `${target} stays when the ExternalSecret is deleted`
    case 'None':
      return `nothing is written, so ${target} holds whatever somebody else puts there`
    default:
      return undefined
  }
}
