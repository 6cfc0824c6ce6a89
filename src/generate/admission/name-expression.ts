/**
 * A pattern for names of namespaces, as the config has them, as an anchored regular expression of RE2; undefined for one
 * with more than stars, question marks, classes and alternatives in braces.
 */
export function nameExpression(glob: string): string | undefined {
  const parts = glob.match(PART) ?? []
  if (parts.join('') !== glob) return undefined
  return `^${parts.map(expressionOf).join('')}$`
}

/** Names consist of letters, digits and dashes, so that nothing here has a meaning of its own in an expression. */
const PART = /\*+|\?|\[!?[a-z0-9-]+\]|\{[a-z0-9,-]+\}|[a-z0-9-]/g

function expressionOf(part: string): string {
  if (part.startsWith('*')) return '.*'
  if (part === '?') return '.'
  if (part.startsWith('[')) return part.replace('[!', '[^')
  if (part.startsWith('{')) return `(${part.slice(1, -1).replaceAll(',', '|')})`
  return part
}
