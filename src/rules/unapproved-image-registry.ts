import { defineRule } from '../check/rule.ts'
import { isFromRegistry } from '../model/pods/registries.ts'
import { podOf, WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'unapproved-image-registry',
  title: 'A pod of the operator runs an image from a registry that is not allowed',
  severities: ['high'],
  kinds: WORKLOAD_KINDS,
  why: 'Whoever can put an image into that registry runs code with the rights of the operator: every container of its pods shares its network, and mounts its ServiceAccount token unless told otherwise.',
  remedy:
    'Take the image from a registry of `allowedRegistries`: in the operator chart `image.repository`, `webhook.image.repository` and `certController.image.repository`, or `global.repository` for all three; or add the registry to `allowedRegistries` in `.eso-hardener.yaml` once it is trusted.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  ],
  guide: ['TM1'],
  bad: [
    `
# config: { allowedRegistries: [registry.example.com/mirror, "harbor.example.com:5000"] }
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      initContainers:
        - name: certificates
          image: registry.example.com/mirrors/ca:v1 # finding: container certificates runs registry.example.com/mirrors/ca:v1, which is in none of the allowed registries (registry.example.com/mirror, harbor.example.com:5000)
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0 # finding: container controller runs ghcr.io/external-secrets/external-secrets:v2.9.0
        - name: proxy
          image: nginx # finding: container proxy runs nginx
        - name: metrics
          image: harbor.example.com/metrics:v1 # finding: container metrics runs harbor.example.com/metrics:v1
`,
  ],
  good: [
    `
# config: { allowedRegistries: [registry.example.com/mirror/, docker.io, "ghcr.io/external-secrets/*"] }
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      initContainers:
        - { name: certificates, image: "registry.example.com/mirror/ca@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29" }
        - { name: wait, image: "busybox:1.37" }
        - { name: later, image: "\${REGISTRY}/tools:v1" }
      containers:
        - { name: controller, image: "GHCR.io/external-secrets/external-secrets:v2.9.0" }
---
# Not the operator's.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "quay.io/example/shop:v1" }
`,
    `
# Nobody said which registries are allowed.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "quay.io/example/external-secrets:v2.9.0" }
`,
  ],
  *check(manifest, { eso, config: { allowedRegistries } }) {
    if (allowedRegistries === undefined || !eso.componentOf(manifest)) return
    for (const { image, name, path } of podOf(manifest)?.containers ?? []) {
      if (!image || isPlaceholder(image)) continue
      if (allowedRegistries.some(registry => isFromRegistry(image, registry))) continue
      const allowed = allowedRegistries.length > 0 ? allowedRegistries.join(', ') : 'the list is empty'
      yield {
        path: [...path, 'image'],
        message: `container ${name} runs ${image}, which is in none of the allowed registries (${allowed})`,
      }
    }
  },
})
