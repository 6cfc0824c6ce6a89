import type { YamlValue } from '../../finding.ts'
import type { GeneratedDocument } from '../generator.ts'
import { conditionsOf, validationsOf, variablesOf } from './documents.ts'
import type { JudgedKind, Policy } from './policy.ts'

/** The kind of a policy's constraints: `eso-allowed-providers` -> `EsoAllowedProviders`. */
export const constraintKind = ({ id }: Policy): string =>
  id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** https://open-policy-agent.github.io/gatekeeper/website/docs/validating-admission-policy/ */
export const templateDocument = (policy: Policy): GeneratedDocument => ({
  comment: policy.comment,
  body: {
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    // It has to be the constraint's kind in lower case.
    metadata: { name: constraintKind(policy).toLowerCase() },
    spec: {
      crd: {
        spec: {
          names: { kind: constraintKind(policy) },
          validation: { openAPIV3Schema: { type: 'object', properties: parameterSchemas(policy) } },
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          code: [
            {
              engine: 'K8sNativeValidation',
              source: {
                failurePolicy: 'Fail',
                // Singular here; the plural is dropped without a word.
                matchCondition: conditionsOf(policy),
                variables: variablesOf(policy, ({ name }) => `variables.params.${name}`),
                validations: validationsOf(policy),
              },
            },
          ],
        },
      ],
    },
  },
})

export const constraintDocument = (policy: Policy): GeneratedDocument => ({
  comment: [
    ...(policy.action === 'deny' ? ['To try it first: enforcementAction warn or dryrun.'] : []),
    'Gatekeeper’s own Config, and its webhook’s rules and failurePolicy, may leave requests out.',
  ],
  body: {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: constraintKind(policy),
    metadata: { name: policy.id },
    spec: {
      enforcementAction: policy.action === 'deny' ? 'deny' : 'warn',
      match: { kinds: matchedKinds(policy.kinds) },
      ...(policy.settings.length > 0 && {
        parameters: Object.fromEntries(policy.settings.map(({ name, value }) => [name, value])),
      }),
    },
  },
})

const LIST = { type: 'array', items: { type: 'string' } } as const

const parameterSchemas = ({ settings }: Policy): { [name: string]: YamlValue } =>
  Object.fromEntries(
    settings.map(({ name, value }) => [
      name,
      Array.isArray(value) ? LIST : { type: 'object', additionalProperties: LIST },
    ]),
  )

const matchedKinds = (kinds: readonly JudgedKind[]): YamlValue[] =>
  [...Map.groupBy(kinds, ({ group }) => group)].map(([group, own]) => ({
    apiGroups: [group],
    kinds: own.map(({ kind }) => kind),
  }))
