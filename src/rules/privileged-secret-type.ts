import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { FETCHING_KINDS } from '../model/eso/external-secrets.ts'
import { runsIn } from '../model/eso/installed-versions.ts'
import { isSecret, targetOf } from '../model/eso/targets.ts'

export default defineRule({
  id: 'privileged-secret-type',
  title: 'An ExternalSecret makes a Secret that Kubernetes turns into a credential of its own',
  severities: ['critical', 'medium'],
  kinds: FETCHING_KINDS,
  why: 'Kubernetes fills a Secret of type service-account-token with a lasting token of the ServiceAccount that its annotation names, and takes a bootstrap token as a sign-in for new nodes. Whoever may write an ExternalSecret, but no Secret, becomes that ServiceAccount, or a node (CVE-2026-42876).',
  remedy:
    'Use `template.type: Opaque`, or leave the type out. Upgrade to External Secrets Operator 2.4.1 or newer, which refuses these types; workloads get tokens that end from a projected volume.',
  references: [
    'https://github.com/advisories/GHSA-fq7h-9x26-6j22',
    'https://kubernetes.io/docs/concepts/configuration/secret/#secret-types',
  ],
  guide: ['TM3', 'AC3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token # finding: Kubernetes puts a lasting token of ServiceAccount admin into Secret token
      metadata:
        annotations: { kubernetes.io/service-account.name: admin }
  dataFrom: [{ extract: { key: anything } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: join }
spec:
  namespaces: [kube-system]
  externalSecretSpec:
    target:
      name: bootstrap-token-abcdef
      template:
        type: bootstrap.kubernetes.io/token # finding: Secret bootstrap-token-abcdef lets new nodes join the cluster
    dataFrom: [{ extract: { key: anything } }]
`,
    `
# This operator refuses it.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.4.1" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token # finding[medium]: Kubernetes puts a lasting token of a ServiceAccount into Secret token; the operator in the set refuses it
  dataFrom: [{ extract: { key: anything } }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: registry, namespace: shop }
spec:
  target: { template: { type: kubernetes.io/dockerconfigjson, data: { .dockerconfigjson: "{{ .config }}" } } }
  data: [{ secretKey: config, remoteRef: { key: registry } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: shop }
spec:
  target: { template: { type: "\${TYPE}" } }
  data: [{ secretKey: config, remoteRef: { key: registry } }]
---
# Not a Secret, so its type means nothing.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: other, namespace: shop }
spec:
  target:
    manifest: { apiVersion: v1, kind: ConfigMap }
    template: { type: kubernetes.io/service-account-token }
  data: [{ secretKey: config, remoteRef: { key: registry } }]
`,
  ],
  *check(manifest, world) {
    const target = targetOf(manifest)
    if (!target || !isSecret(target)) return
    const template = [...target.path, 'template']
    const account = manifest.get(...template, 'metadata', 'annotations', 'kubernetes.io/service-account.name')
    const secret = `Secret ${target.name ?? 'that it makes'}`
    const effects = {
      'kubernetes.io/service-account-token': `Kubernetes puts a lasting token of ${typeof account === 'string' ? `ServiceAccount ${account}` : 'a ServiceAccount'} into ${secret}`,
      'bootstrap.kubernetes.io/token': `${secret} lets new nodes join the cluster`,
    }
    const type = manifest.get(...template, 'type')
    const effect = Object.entries(effects).find(([privileged]) => privileged === type)?.[1]
    if (effect === undefined) return
    const isRefused = runsIn({ until: '2.4.1' }, world) === 'no'
    yield {
      path: [...template, 'type'],
      message: isRefused ? `${effect}; the operator in the set refuses it` : effect,
      ...(isRefused && { severity: 'medium' }),
    }
  },
  fix: ({ path }) => unsafe(TOKEN, setting(path, 'Opaque')),
})

const TOKEN =
  'Does anybody use the credential that Kubernetes makes of this Secret? The type of one that is there cannot change, so it has to be deleted once.'
