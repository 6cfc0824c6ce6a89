import { Scalar } from 'yaml'

/** What a fix writes into a file: one value, never a structure. */
export type ScalarValue = string | number | boolean

/** Texts that YAML 1.1 and 1.2 both read as themselves without quotes; words with a meaning are left out below. */
const PLAIN = /^[A-Za-z_][\w./-]*$/
const WORDS = /^(?:y|yes|n|no|true|false|on|off|null)$/i

/**
 * A value as YAML. A text keeps the quotes of the one that it takes the place of; one that has none gets them where a
 * reader could take it for something else.
 */
export function scalarText(value: ScalarValue, style?: Scalar.Type | null): string {
  if (typeof value !== 'string') return String(value)
  if (style === Scalar.QUOTE_SINGLE && /^[ -~]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`
  return style !== Scalar.QUOTE_DOUBLE && isPlain(value) ? value : JSON.stringify(value)
}

/** A key as YAML. */
export const keyText = (key: string): string => (isPlain(key) ? key : JSON.stringify(key))

const isPlain = (text: string): boolean => PLAIN.test(text) && !WORDS.test(text)
