import { CHART_KEYS, chartValues } from '../check/chart-values.ts'
import { unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import type { Component } from '../model/eso/eso.ts'
import { staysInstalled } from '../model/pods/hooks.ts'
import { type Pod, podOf, serviceAccountPath, WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'shared-service-account',
  title: 'A workload runs as the ServiceAccount of a component of the operator',
  severities: ['medium'],
  kinds: WORKLOAD_KINDS,
  why: 'Both have the rights that only one of them needs: whoever takes over the application, or the webhook that the whole cluster may reach, holds the Secrets that the controller reads.',
  remedy:
    'Give each its own ServiceAccount: in the operator chart leave `serviceAccount.name`, `webhook.serviceAccount.name` and `certController.serviceAccount.name` empty or different, and give an application one of its own.',
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['RM6'],
  bad: [
    `
# The three components of one install.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator # finding: it runs as ServiceAccount eso/operator of the controller (Deployment eso/external-secrets)
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - { name: certs, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [certcontroller] }
`,
    `
# It belongs to the one that needs most, wherever that stands.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator # finding: of the cert-controller (Deployment eso/external-secrets-cert-controller)
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: certs, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [certcontroller] }
`,
    `
# An application that borrows the rights of the operator.
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: eso }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          serviceAccountName: operator # finding: it runs as ServiceAccount eso/operator of the controller
          containers:
            - { name: report, image: "registry.example.com/report:v1" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: operator }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets/status]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: operator }
subjects:
  - { kind: ServiceAccount, name: operator, namespace: eso }
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
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# The same object once more, as another environment has it.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 3
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# The same name in another namespace is another ServiceAccount.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
---
# Gone as soon as it succeeded.
apiVersion: batch/v1
kind: Job
metadata: { name: smoke, namespace: eso, annotations: { helm.sh/hook: test } }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: smoke, image: "registry.example.com/smoke:v1" }
`,
    `
# That a component runs as default is what default-service-account says.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`,
  ],
  *check(manifest, world) {
    const pod = podOf(manifest)
    const owner = pod && ownerOf(pod, world)
    if (!owner) return
    yield {
      path: serviceAccountPath(pod),
      message: `it runs as ServiceAccount ${pod.namespace}/${pod.serviceAccountName} of the ${owner.role} (${nameOf(owner.pod.manifest)}), and has all its rights`,
      related: [
        { manifest: owner.pod.manifest, path: serviceAccountPath(owner.pod), message: `the ${owner.role} runs as it` },
      ],
    }
  },
  fix(fault) {
    const role = fault.manifest && fault.world.eso.componentOf(fault.manifest)?.role
    if (!role) return undefined
    const account = `${CHART_KEYS[role]}serviceAccount`
    return unsafe(IDENTITY, chartValues(fault, { [`${account}.create`]: true, [`${account}.name`]: '' }))
  },
})

const IDENTITY = 'Is a role of a cloud or of the cluster bound to the shared ServiceAccount for this component?'

/** The component whose ServiceAccount a pod runs as; undefined when it is its own, or nobody's in particular. */
function ownerOf(pod: Pod, { eso }: World): Component | undefined {
  const { namespace, serviceAccountName } = pod
  if (namespace === undefined || serviceAccountName === 'default' || isPlaceholder(serviceAccountName)) return undefined
  if (isPlaceholder(namespace) || !staysInstalled(pod.manifest)) return undefined
  const components = eso.installs
    .flatMap(install => install.components)
    .filter(other => other.pod.namespace === namespace && other.pod.serviceAccountName === serviceAccountName)
  // Of several components, it belongs to the one that needs most.
  const [owner] = components.sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role))
  return owner && nameOf(owner.pod.manifest) !== nameOf(pod.manifest) ? owner : undefined
}

const RANK: readonly Component['role'][] = ['controller', 'cert-controller', 'webhook']
