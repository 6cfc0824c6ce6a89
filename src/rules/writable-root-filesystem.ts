import { safe, setting, unsafe } from '../check/offer.ts'
import { isOwnContainer, securityContextOn } from '../check/pod-repairs.ts'
import { defineRule } from '../check/rule.ts'
import { containerSettings, securedPod } from '../model/pods/secured-pod.ts'
import { podOf, WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'writable-root-filesystem',
  title: 'A container of the operator, or of a pod in its namespace, can change its own files',
  severities: ['low'],
  kinds: WORKLOAD_KINDS,
  why: 'Whoever gets into a container with a writable root filesystem can put tools and changed programs there, and they stay for as long as the container runs. The operator’s three components write nothing there.',
  remedy:
    'Keep `readOnlyRootFilesystem: true` in `securityContext`, `webhook.securityContext` and `certController.securityContext` of the operator chart (its default), and set it on containers that you add; give those that must write an `emptyDir` volume for it.',
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
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
      securityContext: { readOnlyRootFilesystem: true } # not a field of the pod
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext:
            readOnlyRootFilesystem: false # finding: container controller can change its own files
        - name: proxy # finding: container proxy can change its own files: readOnlyRootFilesystem is not true
          image: registry.example.com/proxy:v1
`,
    `
# Whatever else runs in the operator's namespace.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext: { readOnlyRootFilesystem: true }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: eso }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - name: prepare
              image: registry.example.com/report:v1
              securityContext: # finding: container prepare can change its own files
                runAsNonRoot: true
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
          securityContext: { readOnlyRootFilesystem: true }
        - name: proxy
          image: registry.example.com/proxy:v1
          securityContext: { readOnlyRootFilesystem: "\${READ_ONLY}" }
---
# Another namespace is not this tool's business.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`,
  ],
  *check(manifest, { eso }) {
    const pod = podOf(manifest)
    if (!pod || !(eso.componentOf(manifest) || eso.isOwnNamespace(pod.namespace))) return
    const secured = securedPod(pod)
    if (secured.isWindows) return
    for (const { who, path, value, isUnknown } of containerSettings(secured, 'readOnlyRootFilesystem'))
      if (value !== true && !isUnknown)
        yield { path, message: `${who} can change its own files: readOnlyRootFilesystem is not true` }
  },
  fix(fault) {
    const changes = securityContextOn(fault) ?? setting(fault.path, true)
    return isOwnContainer(fault) ? safe(changes) : unsafe(WRITES, changes)
  },
})

const WRITES = 'Does the program write to files of its own? It needs a volume there first.'
