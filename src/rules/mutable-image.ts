import { defineRule } from '../check/rule.ts'
import { parseImage, podOf, WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'mutable-image',
  title: 'An image of the operator, or of a pod in its namespace, can change under its name',
  severities: ['low', 'high'],
  kinds: WORKLOAD_KINDS,
  why: 'A tag can be moved to another image by whoever may push to the registry, and the next pod start runs it with the rights of the operator. `main` and `latest` are moved with every build.',
  remedy:
    'Name the image by digest. The operator chart has no field for it: put tag and digest into `image.tag`, `webhook.image.tag` and `certController.image.tag`, as in `v2.9.0@sha256:…`.',
  references: [
    'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    'https://external-secrets.io/latest/guides/using-latest-image/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
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
      initContainers:
        - name: certificates
          image: registry.example.com:5000/tools/ca # finding[high]: container certificates runs registry.example.com:5000/tools/ca, which has neither tag nor digest
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0 # finding: container controller runs ghcr.io/external-secrets/external-secrets:v2.9.0, and its tag can be moved
        - name: proxy
          image: registry.example.com/proxy@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29
---
# Whatever else runs in the operator's namespace.
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: eso }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: report
              image: registry.example.com/report:latest # finding[high]: container report runs registry.example.com/report:latest, and its tag is moved with every build
`,
    `
# The operator itself counts in whatever namespace.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:main-ubi" } # finding[high]: its tag is moved with every build
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
      initContainers:
        - { name: proxy, image: "\${REGISTRY}/proxy:v1" }
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29" }
---
# Another namespace is not this tool's business.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:latest" }
`,
  ],
  *check(manifest, { eso }) {
    const pod = podOf(manifest)
    if (!pod || !(eso.componentOf(manifest) || eso.isOwnNamespace(pod.namespace))) return
    for (const { image, name, path } of pod.containers) {
      if (image === undefined || isPlaceholder(image)) continue
      const { tag, digest } = parseImage(image)
      if (digest) continue
      yield {
        path: [...path, 'image'],
        message: `container ${name} runs ${image}, ${weaknessOf(tag)}`,
        ...((!tag || MOVING.test(tag)) && { severity: 'high' }),
      }
    }
  },
})

// With the operator's flavours of them: `main-ubi`.
const MOVING = /^(?:latest|main)(?:-ubi(?:-boringssl)?)?$/

function weaknessOf(tag: string | undefined): string {
  if (!tag) return 'which has neither tag nor digest'
  return MOVING.test(tag) ? 'and its tag is moved with every build' : 'and its tag can be moved to another image'
}
