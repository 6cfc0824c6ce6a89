import { restricted } from '../check/admission-demands.ts'
import { generated, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { DEMANDS } from '../model/admission/admission.ts'

export default defineRule({
  id: 'missing-admission-policy',
  title: 'No admission policy restricts what stores, ExternalSecrets and PushSecrets may ask for',
  severities: ['medium'],
  kinds: [],
  needs: ['install'],
  why: 'RBAC says who may write these objects, not what may stand in them. Whoever may write a store can name any provider and server, whoever may write an ExternalSecret or PushSecret can fetch or send Secrets from any namespace they write in, fill a Secret by a template of their own, and merge into Secrets that belong to others.',
  remedy:
    'Add policies for Kyverno, Gatekeeper or Kubernetes’ own ValidatingAdmissionPolicy that allow only the `spec.provider` names you use, only the namespaces that need ExternalSecrets and PushSecrets, only harmless `spec.target.template` content, and `creationPolicy: Owner` in sensitive namespaces. Where another team owns the cluster’s policies, ask it, or keep them in the set that is checked.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['AC1', 'AC2', 'AC3', 'AC4', 'TM3', 'TM4', 'PS1', 'TM5'],
  bad: [
    `
# finding: no admission policy in the set restricts which namespaces may hold PushSecrets
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: external-secrets }
spec:
  rules:
    - name: providers
      match: { any: [{ resources: { kinds: [SecretStore, ClusterSecretStore] } }] }
      validate:
        failureAction: Enforce
        pattern: { spec: { provider: { vault: { server: "https://vault.example.com" } } } }
    - name: targets
      match: { any: [{ resources: { kinds: [external-secrets.io/v1/ExternalSecret] } }] }
      validate:
        failureAction: Enforce
        deny:
          conditions:
            any:
              - { key: "{{ request.namespace }}", operator: AnyNotIn, value: [shop] }
              - { key: "{{ request.object.spec.target.creationPolicy }}", operator: Equals, value: Merge }
              - { key: "{{ request.object.spec.target.template.type }}", operator: Equals, value: bootstrap.kubernetes.io/token }
`,
    `
# finding: no admission policy in the set restricts the creationPolicy of ExternalSecrets
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
metadata: { name: creation-policy } # named for it, and reads something else
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: ["*"] }
  validations:
    - expression: "object.metadata.namespace in ['shop']"
      message: no creationPolicy but Owner
    - expression: "!has(object.spec.target.template)"
    - expression: "!has(object.spec.provider) || has(object.spec.provider.vault)"
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
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# Which fields the template of this constraint reads stands elsewhere: it may be all of them.
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: ExternalSecretsGuard
metadata: { name: guard }
spec:
  match:
    kinds:
      - { apiGroups: [external-secrets.io], kinds: ["*"] }
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
# Nobody but the operators writes any of it.
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: operators-only }
spec:
  validationFailureAction: Enforce
  rules:
    - name: operators-only
      match: { any: [{ resources: { kinds: ["*SecretStore", "*ExternalSecret", "*PushSecret"] } }] }
      exclude: { any: [{ subjects: [{ kind: Group, name: platform }] }] }
      validate: { message: only operators, deny: {} }
`,
  ],
  *checkInstall(install, { admission, eso }) {
    // Admission policies are the cluster's: several installs lack the same ones.
    if (install !== eso.installs.find(({ controller }) => controller)) return
    for (const demand of DEMANDS) {
      const unmet = admission.unmet(demand)
      if (unmet.length > 0)
        yield {
          object: null,
          path: [],
          discriminator: demand.id,
          message: `no admission policy in the set restricts ${restricted(demand, unmet)}`,
        }
    }
  },
  fix: () => unsafe(REFUSED, generated('admission')),
})

const REFUSED =
  'Do all stores, ExternalSecrets and PushSecrets of the cluster keep to what the config allows? Others are refused when they are written.'
