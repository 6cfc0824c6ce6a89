import { defineRule } from '../check/rule.ts'
import { isUnlimited } from '../model/pods/limits.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'missing-resource-limits',
  title: 'A container of the operator may take all memory and processor time of its node',
  severities: ['low'],
  kinds: WORKLOAD_KINDS,
  why: 'Whoever may write ExternalSecrets can make the operator work hard, with large templates or thousands of keys. Without a limit it takes what the other pods of its node need; and without requests of its own it is the first to be removed, so that Secrets are no longer refreshed.',
  remedy:
    'Set `resources`, `webhook.resources` and `certController.resources` in the operator chart (its default is none), at least a memory limit; or give the namespace a LimitRange with a default.',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://kubernetes.io/docs/concepts/policy/limit-range/',
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
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          resources: # finding: container controller of the controller has no limit for memory or processor time
            requests: { memory: 64Mi }
---
# Its default is for the Secrets of another namespace's pods.
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec:
  limits:
    - { type: Container, default: { memory: 128Mi } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook # finding: container webhook of the webhook has no limit
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook]
---
# A default for what is asked for is none for what may be taken.
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: eso }
spec:
  limits:
    - { type: Container, defaultRequest: { memory: 128Mi } }
    - { type: PersistentVolumeClaim, max: { storage: 1Gi } }
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
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          resources: { limits: { memory: 256Mi } }
        - name: proxy
          image: registry.example.com/proxy:v1
          resources: "\${PROXY_RESOURCES}"
---
# Other workloads are not this tool's business.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: eso }
spec:
  limits:
    - { type: Container, max: { memory: 512Mi } }
`,
  ],
  *check(manifest, world) {
    const component = world.eso.componentOf(manifest)
    if (!component) return
    const { pod, role } = component
    for (const container of pod.containers)
      if (isUnlimited(pod, container, world))
        yield {
          path: [...container.path, 'resources', 'limits'],
          message: `container ${container.name} of the ${role} has no limit for memory or processor time`,
        }
  },
})
