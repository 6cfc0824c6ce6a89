import { defineRule } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import { type Advisory, advisoriesFor } from '../model/eso/advisories.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'vulnerable-eso-version',
  title: 'The version of External Secrets Operator has a known weakness',
  severities: ['high'],
  kinds: WORKLOAD_KINDS,
  why: 'The weakness is published, and so is the way to use it. Most of them let whoever may write one custom resource in one namespace read the Secrets of others.',
  remedy:
    'Upgrade to a version that has the fix. Until then, let an admission policy refuse the custom resources that the advisory is about.',
  references: [
    'https://github.com/external-secrets/external-secrets/security/advisories',
    'https://github.com/advisories/GHSA-qwgc-rr35-h4x9',
    'https://github.com/advisories/GHSA-fcxq-v2r3-cc8h',
    'https://github.com/advisories/GHSA-77v3-r3jw-j2v2',
    'https://github.com/advisories/GHSA-r2pg-r6h7-crf3',
    'https://github.com/advisories/GHSA-wv26-88m5-6h59',
    'https://github.com/advisories/GHSA-fq7h-9x26-6j22',
  ],
  guide: ['TM1'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.4.0-ubi # finding: External Secrets Operator 2.4.0 has CVE-2026-42876, fixed in 2.4.1: an ExternalSecret of type service-account-token makes a lasting token of any ServiceAccount in its namespace (used by ExternalSecret shop/deployer)
---
# Once for each install, at its controller.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.4.0-ubi", args: [webhook] }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: deployer, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token
      metadata: { annotations: { kubernetes.io/service-account.name: deployer } }
`,
    `
# A pre-release is older than its release. The version label counts where the image has no tag.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso, labels: { app.kubernetes.io/version: v2.4.1-rc1 } }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29 # finding: External Secrets Operator 2.4.1-rc1 has CVE-2026-42876
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.4.1-ubi" }
---
# What the advisories are about is no finding by itself.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: deployer, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token
`,
    `
# Nobody says which version this is: the label is the chart's, and the tag is not a version.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso, labels: { app.kubernetes.io/version: v0.9.20 } }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:\${ESO_VERSION}" }
`,
  ],
  *check(manifest, world) {
    const component = world.eso.componentOf(manifest)
    if (component?.role !== 'controller' || component.version === undefined) return
    for (const advisory of advisoriesFor(component.version)) {
      const related = usesOf(advisory, world)
      const users = [...new Set(related.map(use => nameOf(use.manifest)))].join(', ')
      yield {
        path: [...component.container.path, 'image'],
        discriminator: advisory.id,
        message: `External Secrets Operator ${component.version} has ${advisory.id}, fixed in ${advisory.fixed}: ${advisory.what}${users && ` (used by ${users})`}`,
        related,
      }
    }
  },
})

const usesOf = ({ usesIn }: Advisory, { manifests }: World) =>
  usesIn ? manifests.flatMap(manifest => usesIn(manifest).map(use => ({ manifest, ...use }))) : []
