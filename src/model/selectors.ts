import { asLabels, asList, asMapping, asText, asTexts } from '../parse/untyped.ts'

/** Labels of an object, by key. */
export type Labels = Readonly<Record<string, string>>

/**
 * Whether a Kubernetes LabelSelector takes these labels. An empty one takes everything; a value that is no
 * mapping takes nothing. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export function selects(selector: unknown, labels: Labels): boolean {
  const mapping = asMapping(selector)
  if (!mapping) return false
  const pairs = Object.entries(asLabels(mapping.matchLabels))
  return (
    pairs.every(([key, value]) => labels[key] === value) &&
    asList(mapping.matchExpressions).every(expression => expressionHolds(expression, labels))
  )
}

function expressionHolds(value: unknown, labels: Labels): boolean {
  const expression = asMapping(value)
  const key = asText(expression?.key)
  if (!expression || key === undefined) return false
  const label = labels[key]
  const values = asTexts(expression.values)
  switch (expression.operator) {
    case 'In':
      return label !== undefined && values.includes(label)
    case 'NotIn':
      return label === undefined || !values.includes(label)
    case 'Exists':
      return label !== undefined
    case 'DoesNotExist':
      return label === undefined
    default:
      return false
  }
}
