import { chartValues } from '../check/chart-values.ts'
import { safe, setting } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { hasDisruptionBudget, replicasOf } from '../model/pods/disruption.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'

export default defineRule({
  id: 'fragile-admission-webhook',
  title: 'A part of the operator that others wait for is easily interrupted',
  severities: ['low'],
  kinds: ['apps/Deployment'],
  why: 'While a webhook with `failurePolicy: Fail` does not answer, nobody can write or delete a store or an ExternalSecret, and the pressure grows to switch it to `Ignore`. Several controllers without leader election all do the same work, overwrite one another and use up the limits of the provider.',
  remedy:
    'Set `webhook.replicaCount: 2` and `webhook.podDisruptionBudget.enabled: true` in the operator chart, and `leaderElect: true` where `replicaCount` or `certController.replicaCount` is above one.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    'https://external-secrets.io/latest/api/controller-options/',
  ],
  guide: ['AC1'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 1 # finding: the webhook must answer before stores and ExternalSecrets are written, and it runs once, without a disruption budget
  template:
    metadata:
      labels: { app: webhook }
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
# Fail is what Kubernetes takes where nothing is said.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
---
# A budget for other pods.
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: controller, namespace: eso }
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: controller }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 2 # finding: 2 pods of the controller run side by side without leader election
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--enable-leader-election=false"] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: other }
spec:
  replicas: 3 # finding: 3 pods of the controller run side by side without leader election
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 2
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--enable-leader-election=true"] }
---
# One pod, with a budget that keeps a drain of its node from taking it away.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: webhook }
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: webhook, namespace: eso }
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: webhook }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Fail
`,
    `
# Several webhooks need no budget to be there, and one controller needs no election.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 2
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
`,
    `
# Nobody waits for a webhook that may be passed over.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Ignore
`,
    `
# Several webhooks need no leader, and one that may be passed over holds nobody up.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 3
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: other-webhook, namespace: eso }
spec:
  replicas: "\${REPLICAS}"
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Ignore
`,
  ],
  *check(deployment, world) {
    const component = world.eso.componentOf(deployment)
    const replicas = replicasOf(deployment)
    if (!component || replicas === undefined) return
    const path = ['spec', 'replicas']
    if (component.role === 'webhook') {
      const isNeeded = world.eso.webhooks.some(
        ({ manifest, failurePolicy }) =>
          manifest.release?.name === deployment.release?.name && (failurePolicy ?? 'Fail') === 'Fail',
      )
      if (isNeeded && replicas === 1 && !hasDisruptionBudget(component.pod, world))
        yield {
          path,
          message:
            'the webhook must answer before stores and ExternalSecrets are written, and it runs once, without a disruption budget',
        }
    } else if (replicas > 1 && !isOn(flagsOf(component), 'enable-leader-election', false))
      yield { path, message: `${replicas} pods of the ${component.role} run side by side without leader election` }
  },
  fix(fault) {
    const role = fault.manifest && fault.world.eso.componentOf(fault.manifest)?.role
    if (role === 'controller') return safe(chartValues(fault, { leaderElect: true }))
    if (role !== 'webhook') return undefined
    return fault.manifest?.template === undefined
      ? safe(setting(fault.path, 2))
      : safe(chartValues(fault, { 'webhook.replicaCount': 2 }))
  },
})
