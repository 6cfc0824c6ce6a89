import type { GeneratedDocument } from '../generator.ts'
import { conditionsOf, inline, resourceRules, validationsOf, variablesOf } from './documents.ts'
import type { Policy } from './policy.ts'

/** https://kyverno.io/docs/policy-types/validating-policy/ */
export const kyvernoDocument = (policy: Policy): GeneratedDocument => ({
  comment: [
    ...policy.comment,
    ...(policy.action === 'deny' ? ['To try it first: validationActions [Warn, Audit].'] : []),
    'resourceFilters of Kyverno’s own configuration may leave namespaces out.',
  ],
  body: {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ValidatingPolicy',
    metadata: { name: policy.id },
    spec: {
      failurePolicy: 'Fail',
      validationActions: policy.action === 'deny' ? ['Deny'] : ['Warn', 'Audit'],
      matchConstraints: { resourceRules: resourceRules(policy) },
      matchConditions: conditionsOf(policy),
      variables: variablesOf(policy, inline),
      validations: validationsOf(policy),
    },
  },
})
