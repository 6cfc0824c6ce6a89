import { CHART_KEYS, chartValues } from '../check/chart-values.ts'
import { unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { serviceAccountPath, WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'default-service-account',
  title: 'A component of the operator runs as the default ServiceAccount',
  severities: ['high'],
  kinds: WORKLOAD_KINDS,
  why: 'Whatever is bound to `default` for the operator belongs to every pod of the namespace that names no ServiceAccount: one that is started there for a minute reads the Secrets that the operator reads.',
  remedy:
    'Let the operator chart make a ServiceAccount for each component (`serviceAccount.create: true`, the same under `webhook` and `certController`), or name one with `serviceAccount.name`: with `create: false` and no name it is `default`. Then look for bindings that still name `default`.',
  references: [
    'https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['RM6'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: default # finding: the controller runs as ServiceAccount default, as does every pod of the namespace that names none
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# Nobody named one, or by the old name of the field.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec: # finding: the webhook runs as ServiceAccount default
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      serviceAccount: default # finding: the cert-controller runs as ServiceAccount default
      containers:
        - { name: certs, image: "registry.example.com/mirror/eso:v2.9.0", args: [certcontroller] }
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
# Filled in later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: other }
spec:
  template:
    spec:
      serviceAccountName: \${SERVICE_ACCOUNT}
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# Not the operator's.
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
  *check(manifest, { eso }) {
    const component = eso.componentOf(manifest)
    if (component?.pod.serviceAccountName !== 'default') return
    yield {
      path: serviceAccountPath(component.pod),
      message: `the ${component.role} runs as ServiceAccount default, as does every pod of the namespace that names none`,
    }
  },
  fix(fault) {
    const role = fault.manifest && fault.world.eso.componentOf(fault.manifest)?.role
    if (!role) return undefined
    return unsafe(IDENTITY, chartValues(fault, { [`${CHART_KEYS[role]}serviceAccount.create`]: true }))
  },
})

const IDENTITY =
  'Is a role of the cluster or of a cloud bound to ServiceAccount default for the operator? It has to be bound to the new one.'
