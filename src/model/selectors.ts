import { asList, asMapping, asText, asTexts } from '../parse/untyped.ts'

/** Labels of an object, by key. */
export type Labels = Readonly<Record<string, string>>

/** One condition of a LabelSelector; a pair of `matchLabels` is an `In` with one value. */
export interface Requirement {
  readonly key: string
  readonly operator: Operator
  readonly values: readonly string[]
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const
type Operator = (typeof OPERATORS)[number]

/**
 * Whether a Kubernetes LabelSelector takes these labels. An empty one takes everything; one that the API server
 * would refuse takes nothing. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export const selects = (selector: unknown, labels: Labels): boolean =>
  requirementsOf(selector)?.every(requirement => meets(requirement, labels)) ?? false

/** Whether labels meet one condition; `NotIn` and `DoesNotExist` also hold where the key is missing. */
export function meets({ key, operator, values }: Requirement, labels: Labels): boolean {
  const label = labelAt(labels, key)
  switch (operator) {
    case 'In':
      return label !== undefined && values.includes(label)
    case 'NotIn':
      return label === undefined || !values.includes(label)
    case 'Exists':
      return label !== undefined
    case 'DoesNotExist':
      return label === undefined
  }
}

/** The label of this key: only its own, for a key may be called `constructor`. */
export const labelAt = (labels: Labels, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined

/** The conditions of a LabelSelector; undefined when it is none, or one that the API server would refuse. */
export function requirementsOf(selector: unknown): Requirement[] | undefined {
  const mapping = asMapping(selector)
  const pairs = asMapping(mapping?.matchLabels ?? {})
  const expressions = mapping?.matchExpressions ?? []
  if (!mapping || !pairs || !Array.isArray(expressions)) return undefined
  const requirements = [
    ...Object.entries(pairs).map(([key, value]) => requirementOf({ key, operator: 'In', values: [value] })),
    ...expressions.map(requirementOf),
  ]
  return requirements.every(requirement => requirement !== undefined) ? requirements : undefined
}

function requirementOf(value: unknown): Requirement | undefined {
  const expression = asMapping(value)
  const key = asText(expression?.key)
  const operator = OPERATORS.find(known => known === expression?.operator)
  const values = asTexts(expression?.values)
  if (key === undefined || operator === undefined) return undefined
  const takesValues = operator === 'In' || operator === 'NotIn'
  const isRefused = values.length !== asList(expression?.values).length || takesValues !== values.length > 0
  return isRefused ? undefined : { key, operator, values }
}
