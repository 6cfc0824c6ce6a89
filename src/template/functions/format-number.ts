import { Untraced } from '../errors.ts'
import { formatFloat } from '../value/float.ts'
import type { Num } from '../value/value.ts'
import { type Directive, pad } from './directive.ts'
import { escapeGo, isPrinted } from './go-quote.ts'

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 }
const SHARP_PREFIXES: Readonly<Record<string, string>> = { b: '0b', x: '0x', X: '0X' }

/** A number as Go's fmt writes it under a verb; undefined when the verb is not for it. */
export const formatNumber = (number: Num, directive: Directive): string | undefined =>
  number.type === 'float64' ? formatFloating(number.value, directive) : formatWhole(number.value, directive)

function formatWhole(value: number, directive: Directive): string | undefined {
  const { verb } = directive
  const base = BASES[verb]
  if (verb === 'v' && directive.sharp) throw new Untraced('%#v of a number')
  if (base !== undefined) return formatInBase(value, base, directive)
  if (verb === 'c') return pad(characterOf(value), directive)
  if (verb === 'q') return pad(`'${escapeGo(characterOf(value), "'", directive.plus)}'`, directive)
  return verb === 'U' ? formatCodePoint(value, directive) : undefined
}

/** Padding with zeros comes between sign and digits, and is forgotten when there is a precision or it goes to the right. */
function formatInBase(value: number, base: number, directive: Directive): string {
  const { precision, width, verb } = directive
  if (precision === 0 && value === 0) return ' '.repeat(width ?? 0)
  const sign = value < 0 ? '-' : directive.plus ? '+' : directive.space ? ' ' : ''
  const zeros = directive.zero && !directive.minus && width !== undefined ? width - sign.length : 0
  let digits = Math.abs(value)
    .toString(base)
    .padStart(precision ?? zeros, '0')
  if (verb === 'X') digits = digits.toUpperCase()
  if (directive.sharp)
    digits = /[oO]/.test(verb) ? digits.replace(/^(?!0)/, '0') : (SHARP_PREFIXES[verb] ?? '') + digits
  if (verb === 'O') digits = `0o${digits}`
  return pad(sign + digits, precision === undefined ? directive : { ...directive, zero: false })
}

const characterOf = (value: number): string =>
  value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? '\ufffd' : String.fromCodePoint(value)

function formatCodePoint(value: number, directive: Directive): string {
  if (directive.precision !== undefined || value < 0) throw new Untraced('%U with a precision, or of a negative number')
  const digits = `U+${value.toString(16).toUpperCase().padStart(4, '0')}`
  const shown = directive.sharp && value <= 0x10ffff && isPrinted(characterOf(value)) ? ` '${characterOf(value)}'` : ''
  return pad(digits + shown, { ...directive, zero: false })
}

function formatFloating(value: number, directive: Directive): string | undefined {
  const { verb, precision } = directive
  if (!/^[vefgEFG]$/.test(verb)) {
    if (/^[xXb]$/.test(verb)) throw new Untraced(`%${verb} of a float`)
    return undefined
  }
  if (directive.sharp) throw new Untraced('%# of a float')
  const format = verb === 'v' ? 'g' : verb.toLowerCase()
  const places = precision ?? (format === 'g' ? undefined : 6)
  const written = formatFloat(value, format === 'e' || format === 'f' ? format : 'g', places)
  return withSign(/[EFG]/.test(verb) ? written.toUpperCase().replace(/INF|NAN/, titled) : written, directive)
}

const titled = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase()

function withSign(written: string, directive: Directive): string {
  const hasSign = /^[+-]/.test(written)
  const digits = hasSign ? written.slice(1) : written
  const isNegative = written.startsWith('-')
  const { plus } = directive
  const sign = isNegative ? '-' : plus || digits === 'Inf' ? '+' : directive.space ? ' ' : ''
  const isNumber = !/[IN]/.test(digits)
  if (!isNumber)
    return pad((directive.space && !plus && !isNegative ? ' ' : sign) + digits, { ...directive, zero: false })
  if (directive.zero && !directive.minus && directive.width !== undefined)
    return sign + digits.padStart(directive.width - sign.length, '0')
  return pad(sign + digits, directive)
}
