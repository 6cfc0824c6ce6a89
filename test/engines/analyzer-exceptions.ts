import { asList, asMapping, asTexts, type Mapping } from '../../src/parse/untyped.ts'

/** What network-config-analyzer 2.1.0 refuses or takes for something else: a specification, and the same in words that it reads as Kubernetes does. */
interface Exception {
  readonly why: string
  /** A specification with it. */
  readonly example: Mapping
  /** Changes nothing where the exception is not met. */
  readonly reworded: (spec: Mapping) => Mapping
}

const typesOf = (spec: Mapping): string[] => asTexts(spec.policyTypes)
const without = (spec: Mapping, field: string): Mapping =>
  Object.fromEntries(Object.entries(spec).filter(([key]) => key !== field))

/** A list for a direction that the policy is not about counts for nothing. */
const withoutIdle = (field: 'ingress' | 'egress', type: string) => (spec: Mapping) =>
  typesOf(spec).length > 0 && !typesOf(spec).includes(type) ? without(spec, field) : spec

export const EXCEPTIONS: readonly Exception[] = [
  {
    why: 'it takes a list without rules for a word about the direction, which the API server does not',
    example: { podSelector: {}, ingress: [{}], egress: null },
    reworded: spec =>
      Object.fromEntries(
        Object.entries(spec).filter(([, value]) => asList(value).length > 0 || asMapping(value) !== undefined),
      ),
  },
  {
    why: 'it takes policyTypes in one order only, which is not the one that the chart of the operator prints',
    example: { podSelector: {}, policyTypes: ['Egress', 'Ingress'] },
    reworded: spec => (typesOf(spec).length === 2 ? { ...spec, policyTypes: ['Ingress', 'Egress'] } : spec),
  },
  {
    why: 'it needs podSelector, which the API server fills in',
    example: { policyTypes: ['Ingress'] },
    reworded: spec => ({ ...spec, podSelector: spec.podSelector ?? {} }),
  },
  {
    why: 'it refuses ingress in a policy for Egress alone, where it counts for nothing',
    example: { podSelector: {}, policyTypes: ['Egress'], ingress: [{}] },
    reworded: withoutIdle('ingress', 'Ingress'),
  },
  {
    why: 'it refuses egress in a policy for Ingress alone, where it counts for nothing',
    example: { podSelector: {}, policyTypes: ['Ingress'], egress: [{}] },
    reworded: withoutIdle('egress', 'Egress'),
  },
]

/** A policy as network-config-analyzer takes it. */
export const reworded = (policy: Mapping): Mapping => ({
  ...policy,
  spec: EXCEPTIONS.reduce((spec, exception) => exception.reworded(spec), asMapping(policy.spec) ?? {}),
})
