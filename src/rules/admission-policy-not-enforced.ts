import { restricted } from '../check/admission-demands.ts'
import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { nameOf, type YamlValue } from '../finding.ts'
import { ADMISSION_POLICY_KINDS, DEMANDS } from '../model/admission/admission.ts'
import { BINDING_KIND } from '../model/admission/admission-cel.ts'

export default defineRule({
  id: 'admission-policy-not-enforced',
  title: 'An admission policy for the operator’s objects only watches',
  severities: ['medium'],
  kinds: [...ADMISSION_POLICY_KINDS, BINDING_KIND],
  why: 'A policy that audits, warns or runs dry writes a report and lets the object in, and one that nothing binds does not even do that. It looks like protection, and whoever writes a store or an ExternalSecret that it refuses is not stopped.',
  remedy:
    'Once its reports are clean, enforce it: `validationActions: [Deny]` in the binding or the ValidatingPolicy, `failureAction: Enforce` in a Kyverno rule, `enforcementAction: deny` in a Gatekeeper constraint; and bind a policy that has no binding or constraint.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    'https://open-policy-agent.github.io/gatekeeper/website/docs/enforcement-points/',
    'https://kyverno.io/docs/',
  ],
  guide: ['AC1', 'AC2', 'AC3', 'AC4'],
  bad: [
    `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: providers }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: [secretstores, clustersecretstores] }
  validations:
    - expression: object.spec.provider.all(p, p in ['aws', 'vault'])
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: providers }
spec:
  policyName: providers
  validationActions: [Warn, Audit] # finding: ValidatingAdmissionPolicyBinding providers lets what it refuses through (validationActions Warn, Audit), and no other policy in the set restricts which providers stores may use
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: templates # finding: ValidatingAdmissionPolicy templates has no binding in the set
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: ["*"], resources: [externalsecrets] }
  validations:
    - expression: "!has(object.spec.target.template)"
`,
    `
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: external-secrets }
spec: # finding: ClusterPolicy external-secrets lets what it refuses through (failure action Audit), and no other policy in the set restricts the creationPolicy of ExternalSecrets
  rules:
    - name: creation-policy
      match: { any: [{ resources: { kinds: [ExternalSecret] } }] }
      validate:
        pattern: { spec: { target: { creationPolicy: Owner } } }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: EsoNamespaces
metadata: { name: namespaces }
spec:
  enforcementAction: dryrun # finding: EsoNamespaces namespaces lets what it refuses through (enforcement action dryrun)
  match:
    kinds:
      - { apiGroups: [external-secrets.io], kinds: [ExternalSecret, PushSecret] }
---
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: esonamespaces }
spec:
  crd: { spec: { names: { kind: EsoNamespaces } } }
  targets:
    - target: admission.k8s.gatekeeper.sh
      rego: |
        package esonamespaces
        violation[{"msg": "not here"}] { not startswith(input.review.object.metadata.namespace, "team-") }
`,
  ],
  good: [
    `
# One of two bindings denies, and the policy of the other engine meets the same demand.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: creation-policy }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: [CREATE], resources: [externalsecrets] }
  validations:
    - expression: object.spec.target.creationPolicy == 'Owner'
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: creation-policy-shop }
spec: { policyName: creation-policy, validationActions: [Audit] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: creation-policy-system }
spec: { policyName: creation-policy, validationActions: [Deny, Audit] }
---
apiVersion: policies.kyverno.io/v1
kind: ValidatingPolicy
metadata: { name: creation-policy }
spec:
  validationActions: [Audit]
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [externalsecrets] }
  validations:
    - expression: object.spec.target.creationPolicy in ['Owner', 'Orphan']
---
# About other objects.
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: labels }
spec:
  validationFailureAction: Audit
  rules:
    - name: labels
      match: { any: [{ resources: { kinds: [Namespace, Deployment] } }] }
      validate: { pattern: { metadata: { labels: { team: "?*" } } } }
`,
  ],
  *check(manifest, { admission }) {
    const lax = DEMANDS.flatMap(demand =>
      admission.idle(demand).flatMap(({ laxity }) => (laxity?.manifest === manifest ? { ...laxity, demand } : [])),
    )
    for (const found of Map.groupBy(lax, ({ path }) => JSON.stringify(path)).values()) {
      const [first] = found
      const demands = [...new Set(found.map(({ demand }) => restricted(demand)))]
      if (first)
        yield {
          path: first.path,
          message: `${nameOf(manifest)} ${first.says}, and no other policy in the set restricts ${demands.join(', ')}`,
        }
    }
  },
  fix({ path }) {
    const value = ENFORCING[String(path.at(-1))]
    return value === undefined ? undefined : unsafe(REFUSED, setting(path, value))
  },
})

/** What makes an engine refuse, by the field that says so. */
const ENFORCING: Readonly<Record<string, YamlValue>> = {
  validationActions: ['Deny'],
  enforcementAction: 'deny',
  validationFailureAction: 'Enforce',
  failureAction: 'Enforce',
  admission: true,
  enabled: true,
}

const REFUSED = "Do the policy's reports show no violation any more? What violates it is refused from then on."
