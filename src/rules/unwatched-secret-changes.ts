import { generated, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { AUDIT_POLICY_KIND, decisionOn, logs } from '../model/admission/audit.ts'
import type { Manifest } from '../parse/manifest.ts'

export default defineRule({
  id: 'unwatched-secret-changes',
  title: 'Nothing notices when others change the Secrets that the operator writes',
  severities: ['low'],
  kinds: [],
  needs: ['install', 'policies'],
  why: 'Whoever may update Secrets can put a credential of their own into one that the operator owns, and applications use it until the next refresh puts the right one back. The operator’s metrics do not count such changes, so that only an audit log or an admission policy sees them.',
  remedy:
    'Log `update`, `patch` and `delete` of `secrets` at level `Metadata` in the audit policy, and add an admission policy that refuses changes of Secrets with the label `reconcile.external-secrets.io/managed: "true"` by anybody but the operator’s ServiceAccount.',
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
    'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
  ],
  guide: ['AO4'],
  bad: [
    `
# finding: no audit policy in the set logs changes of Secrets, and no admission policy in it judges them
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: None, resources: [{ group: "", resources: [secrets] }] }
  - level: Metadata
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: Metadata, verbs: [update] }
---
# A policy about every kind there is.
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: labels }
spec:
  rules:
    - name: labels
      match: { any: [{ resources: { kinds: ["*"] } }] }
      validate: { pattern: { metadata: { labels: { team: "?*" } } } }
`,
  ],
  good: [
    `
# One policy of two logs them, and a level that is filled in later may.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: None }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: "\${LEVEL}" }
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
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: None, verbs: [get, list, watch] }
  - { level: Metadata, resources: [{ group: "" }] }
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
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: managed-secrets }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [""], apiVersions: [v1], operations: [UPDATE, DELETE], resources: [secrets] }
  validations:
    - expression: "request.userInfo.username == 'system:serviceaccount:eso:external-secrets'"
`,
  ],
  *checkInstall(install, world) {
    // Policies are the cluster's: several installs lack the same ones.
    if (install !== world.eso.installs.find(({ controller }) => controller)) return
    if (world.admission.seesSecrets || world.of(AUDIT_POLICY_KIND).some(logsChanges)) return
    yield {
      object: null,
      path: [],
      message: 'no audit policy in the set logs changes of Secrets, and no admission policy in it judges them',
    }
  },
  fix: () => unsafe(LOGGED, generated('audit-policy')),
})

const LOGGED = 'May the log of the API server grow by an entry for each change of a Secret?'

/** A level that is filled in later may be enough. */
const logsChanges = (policy: Manifest): boolean =>
  ['update', 'patch'].every(verb => {
    const decision = decisionOn(policy, { group: '', resource: 'secrets', isNamespaced: true, verb })
    return decision?.level === undefined || logs(decision.level, 'Metadata')
  })
