import { chartValues } from '../check/chart-values.ts'
import type { Result } from '../check/check.ts'
import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'

export default defineRule({
  id: 'admission-webhook-fails-open',
  title: "The operator's admission webhook lets objects in unchecked",
  severities: ['high'],
  kinds: ['admissionregistration.k8s.io/ValidatingWebhookConfiguration'],
  why: 'The webhook refuses stores and ExternalSecrets that are not valid, such as a reference into a foreign namespace. With `failurePolicy: Ignore` whoever can keep it from answering gets past it, and without a webhook everybody does.',
  remedy:
    'Keep `webhook.create: true` and `webhook.failurePolicy: Fail` in the operator chart, and run the webhook with two replicas and a disruption budget so that it answers.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['AC1'],
  bad: [
    `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Ignore # finding: validate.secretstore.external-secrets.io lets secretstores in unchecked while it does not answer
  - name: validate.clustersecretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [clustersecretstores] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: externalsecret-validate }
webhooks:
  - name: validate.externalsecret.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [externalsecrets] }
    failurePolicy: Ignore # finding: validate.externalsecret.external-secrets.io lets externalsecrets in unchecked
`,
    `
# finding: External Secrets Operator in namespace eso has no admission webhook
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
# Somebody else's webhook judges other kinds.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: certificates }
webhooks:
  - name: certificates.example.com
    rules:
      - { apiGroups: [cert-manager.io], apiVersions: [v1], operations: [CREATE], resources: [certificates] }
    failurePolicy: Ignore
`,
  ],
  good: [
    `
# Fail is also what Kubernetes takes where nothing is said.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }
  - name: validate.externalsecret.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [externalsecrets] }
    failurePolicy: Fail
  - name: validate.clustersecretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [clustersecretstores] }
    failurePolicy: "\${FAILURE_POLICY}"
`,
    `
# The webhook runs; what registers it is not part of this set.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "registry.example.com/external-secrets:v2.9.0", args: [webhook, --port=10250] }
`,
    `
# Without a controller there is no install to judge.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-certs, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v2.9.0", args: [certcontroller] }
`,
  ],
  *check(manifest, { eso }) {
    for (const entry of eso.webhooks) {
      if (entry.manifest !== manifest || entry.failurePolicy !== 'Ignore') continue
      yield {
        path: [...entry.path, 'failurePolicy'],
        message: `${entry.name || 'the webhook'} lets ${entry.resources.join(', ') || 'objects'} in unchecked while it does not answer`,
      }
    }
  },
  *checkInstall({ controller, components, namespace, release }, { eso }) {
    if (!controller || eso.webhooks.length > 0 || components.some(({ role }) => role === 'webhook')) return
    const where = namespace === undefined ? '' : ` in namespace ${namespace}`
    yield {
      object: null,
      path: [],
      discriminator: `${release ?? ''}/${namespace ?? ''}`,
      message: `External Secrets Operator${where} has no admission webhook, so that stores and ExternalSecrets are written unchecked`,
    }
  },
  fix(fault) {
    const replicas = isAlone(fault) ? { 'webhook.replicaCount': 2 } : {}
    if (!fault.manifest) return unsafe(REACHABLE, chartValues(fault, { 'webhook.create': true, ...replicas }))
    return unsafe(
      REACHABLE,
      fault.manifest.template === undefined
        ? setting(fault.path, 'Fail')
        : chartValues(fault, { 'webhook.failurePolicy': 'Fail', ...replicas }),
    )
  },
})

/** What others wait for should not run once only. */
const isAlone = ({ world }: Result): boolean =>
  world.eso.installs
    .flatMap(({ components }) => components.filter(({ role }) => role === 'webhook'))
    .every(({ pod }) => (pod.manifest.get('spec', 'replicas') ?? 1) === 1)
const REACHABLE =
  'Can the API server always reach the webhook? While it cannot, stores and ExternalSecrets are not written.'
