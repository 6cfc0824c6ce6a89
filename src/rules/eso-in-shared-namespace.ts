import { defineRule } from '../check/rule.ts'
import { neighbours } from '../check/shared-namespace.ts'
import { nameOf } from '../finding.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'

const NAMED = 2

export default defineRule({
  id: 'eso-in-shared-namespace',
  title: 'The operator has no namespace of its own',
  severities: ['medium'],
  kinds: WORKLOAD_KINDS,
  needs: ['install'],
  why: 'Whoever may start pods in the namespace of the operator runs them with its ServiceAccount, and so with its rights to the Secrets of the cluster. Every other workload there, and everybody who looks after one, is a way to it.',
  remedy:
    'Install the operator into a namespace that holds nothing else (`helm install --namespace external-secrets`, or the namespace of your Argo CD or Flux object), and give nobody but its operators rights there.',
  references: [
    'https://external-secrets.io/latest/guides/threat-model/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
  ],
  guide: ['NS1'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: kube-system # finding: the controller runs in namespace kube-system
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: platform # finding: the controller shares namespace platform with Deployment platform/shop, StatefulSet platform/db and 1 more
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: platform }
spec: { template: { spec: { containers: [{ name: shop, image: shop:1 }] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: platform }
spec: { template: { spec: { containers: [{ name: db, image: db:1 }] } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: platform }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: backup, image: backup:1 }] } } } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: default # finding: the controller runs in namespace default
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: platform # finding: the controller shares namespace platform with Deployment platform/shop and StatefulSet platform/db
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: platform }
spec: { template: { spec: { containers: [{ name: shop, image: shop:1 }] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: platform }
spec: { template: { spec: { containers: [{ name: db, image: db:1 }] } } }
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
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec: { template: { spec: { containers: [{ name: shop, image: shop:1 }] } } }
---
# Gone once it succeeded.
apiVersion: batch/v1
kind: Job
metadata:
  name: prepare
  namespace: eso
  annotations: { helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-succeeded }
spec: { template: { spec: { containers: [{ name: prepare, image: prepare:1 }] } } }
`,
    `
# Whoever applies this says where it goes.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec: { template: { spec: { serviceAccountName: shop, containers: [{ name: shop, image: shop:1 }] } } }
`,
  ],
  *check(workload, world) {
    const component = world.eso.componentOf(workload)
    if (component?.role !== 'controller' || component.pod.namespace === undefined) return
    const { namespace } = component.pod
    const others = neighbours(component, world)
    const isCommon = namespace === 'default' || namespace.startsWith('kube-')
    if (!isCommon && others.length === 0) return
    const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : ''
    const beside = `${others
      .slice(0, NAMED)
      .map(nameOf)
      .join(others.length > NAMED ? ', ' : ' and ')}${more}`
    yield {
      path: ['metadata', 'namespace'],
      message: isCommon
        ? `the controller runs in namespace ${namespace}, which is not its own`
        : `the controller shares namespace ${namespace} with ${beside}`,
    }
  },
})
