import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText } from '../../parse/untyped.ts'
import { textOf } from './admission-policy.ts'

/** So many validations times variables are told apart; hand-written policies have few of both. */
const MOST_PAIRS = 1000

/**
 * What each validation of a policy reads: its expression, with those of the variables it uses. One that always holds
 * reads nothing. https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#variable-composition
 */
export function readingsOf(policy: Manifest): string[] {
  const variables = new Map(
    asList(policy.get('spec', 'variables')).map(variable => {
      const { name, expression } = asMapping(variable) ?? {}
      return [asText(name) ?? '', textOf(expression)]
    }),
  )
  const validations = asList(policy.get('spec', 'validations')).filter(
    validation => asText(asMapping(validation)?.expression)?.trim() !== 'true',
  )
  if (validations.length * variables.size > MOST_PAIRS) return [textOf([validations, ...variables.values()])]
  return validations.map(validation => withVariables(textOf(validation), variables))
}

/** A text and the variables that it uses, each once. */
function withVariables(text: string, variables: ReadonlyMap<string, string>): string {
  const used = new Map<string, string>()
  const waiting = [text]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [, name = ''] of next.matchAll(/\bvariables\s*\.\s*(?:\?\s*)?(\w+)/g)) {
      const expression = variables.get(name)
      if (expression === undefined || used.has(name)) continue
      used.set(name, expression)
      waiting.push(expression)
    }
  return [text, ...used.values()].join('\n')
}
