import { Scalar } from 'yaml'
import type { YamlValue } from '../finding.ts'

/** How lists and mappings below each other are written in a file. */
export interface Layout {
  /** What a level is indented by. */
  readonly step: string
  /** Whether the items of a list stand further in than its key. */
  readonly indentsLists: boolean
}

/** Texts that YAML 1.1 and 1.2 both read as themselves without quotes; words with a meaning are left out below. */
const PLAIN = /^[A-Za-z_][\w./-]*$/
const WORDS = /^(?:y|yes|n|no|true|false|on|off|null)$/i

/** Whether a value is written on lines of its own; an empty list or mapping is not. */
export const takesLines = (value: YamlValue): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/**
 * A value as YAML on one line. A text keeps the quotes of the one that it takes the place of; one that has none gets them where a
 * reader could take it for something else.
 */
export function flowText(value: YamlValue, style?: Scalar.Type | null): string {
  if (isList(value)) return `[${value.map(item => flowText(item)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${keyText(key)}: ${flowText(inner)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  if (typeof value !== 'string') return String(value)
  if (style === Scalar.QUOTE_SINGLE && /^[ -~]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`
  return style !== Scalar.QUOTE_DOUBLE && isPlain(value) ? value : JSON.stringify(value)
}

/** The lines of a value that takes lines. @param column of the key that it belongs to. */
export function blockLines(value: YamlValue, column: number, layout: Layout): string[] {
  const inner = column + layout.step.length
  if (isList(value)) {
    const at = layout.indentsLists ? inner : column
    return value.flatMap(item => itemLines(item, at, layout))
  }
  return Object.entries(value ?? {}).flatMap(([key, item]) => entryLines(key, item, inner, layout))
}

/** The lines of an entry of a mapping. */
export function entryLines(key: string, value: YamlValue, column: number, layout: Layout): string[] {
  const head = `${' '.repeat(column)}${keyText(key)}:`
  return takesLines(value) ? [head, ...blockLines(value, column, layout)] : [`${head} ${flowText(value)}`]
}

/** Lists in lists are rare enough to be written on one line. */
function itemLines(item: YamlValue, column: number, layout: Layout): string[] {
  const dash = `${' '.repeat(column)}- `
  if (!takesLines(item) || isList(item)) return [dash + flowText(item)]
  const [first = '', ...others] = Object.entries(item ?? {}).flatMap(([key, value]) =>
    entryLines(key, value, column + 2, layout),
  )
  return [dash + first.slice(column + 2), ...others]
}

/** A key as YAML. */
export const keyText = (key: string): string => (isPlain(key) ? key : JSON.stringify(key))

const isPlain = (text: string): boolean => PLAIN.test(text) && !WORDS.test(text)
/** `Array.isArray` does not know lists that cannot be changed. */
const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value)
