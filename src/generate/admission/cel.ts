import type { Setting } from './policy.ts'

/** A text as a literal of CEL. */
export const text = (value: string): string =>
  `'${value.replace(/[\\']/g, '\\$&').replace(/[\p{C}\u2028\u2029]/gu, unicodeEscape)}'`

const unicodeEscape = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`

/** A list of texts as a literal. */
export const list = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`

/** The value of a setting as a literal. */
export function literal({ value }: Setting): string {
  if (Array.isArray(value)) return list(value)
  const entries = Object.entries(value as Readonly<Record<string, readonly string[]>>)
  return `{${entries.map(([key, values]) => `${text(key)}: ${list(values)}`).join(', ')}}`
}

/** A field below a base, any part of which may be missing: an optional. `a.b` -> `base.?a.?b` */
export const optional = (base: string, field: string): string =>
  base +
  field
    .split('.')
    .map(key => (/^[A-Za-z_]\w*$/.test(key) ? `.?${key}` : `[?${text(key)}]`))
    .join('')

/** Lines of a list or mapping literal, one entry a line. */
export const lines = (open: '[' | '{', entries: readonly string[], close: ']' | '}'): string =>
  entries.length === 0 ? `${open}${close}` : `${open}\n  ${entries.join(',\n  ')}\n${close}`
