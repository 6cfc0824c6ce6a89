import type { GeneratedDocument } from '../generator.ts'
import { conditionsOf, inline, resourceRules, validationsOf, variablesOf } from './documents.ts'
import type { Policy } from './policy.ts'

const API = 'admissionregistration.k8s.io/v1'

/** https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ */
export const vapDocuments = (policy: Policy): GeneratedDocument[] => [
  {
    comment: policy.comment,
    body: {
      apiVersion: API,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: policy.id },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { matchPolicy: 'Equivalent', resourceRules: resourceRules(policy) },
        matchConditions: conditionsOf(policy),
        variables: variablesOf(policy, inline),
        validations: validationsOf(policy),
      },
    },
  },
  {
    comment: policy.action === 'deny' ? ['To try it first: validationActions [Warn, Audit].'] : [],
    body: {
      apiVersion: API,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: policy.id },
      spec: { policyName: policy.id, validationActions: policy.action === 'deny' ? ['Deny'] : ['Warn', 'Audit'] },
    },
  },
]
