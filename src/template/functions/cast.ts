import { TemplateError, Untraced } from '../errors.ts'
import type { Opaque, Value } from '../value/value.ts'

/** A whole number as Go reads it with base 0: `0x1F`, `0b1`, `0o7`, `017`, `1_000`. */
const WHOLE = /^([+-]?)(?:0[xX]((?:_?[0-9a-fA-F])+)|0[bB]((?:_?[01])+)|0[oO]?((?:_?[0-7])*)|([1-9](?:_?\d)*))$/
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const ENDLESS = /^(?:[+-]?inf(?:inity)?|nan)$/i

/**
 * What sprig makes a whole number of: floats and `2.00` lose their fraction, true is 1, and what is no number is 0.
 * @throws Untraced beyond ±2^53
 */
export function toInt64(value: Value): number {
  switch (value.kind) {
    case 'number':
      return safe(Math.trunc(value.value))
    case 'bool':
      return value.value ? 1 : 0
    case 'text':
      return value.isBytes ? 0 : parseWhole(value.string)
    case 'opaque':
      return parseWhole(spellingOf(value))
    default:
      return 0
  }
}

/** What sprig makes a float of; what is no number is 0. @throws Untraced for hexadecimal floats and digits with `_` */
export function toFloat64(value: Value): number {
  switch (value.kind) {
    case 'number':
      return value.value
    case 'bool':
      return value.value ? 1 : 0
    case 'text':
      return value.isBytes ? 0 : parseFloat64(value.string)
    case 'opaque':
      return parseFloat64(spellingOf(value))
    default:
      return 0
  }
}

/** How helm 3's numbers are written, which are read like strings. */
function spellingOf({ goType, printed }: Opaque): string {
  if (goType !== 'json.Number') throw new Untraced(`a number is made of ${goType}`)
  return printed
}

/** A result of whole arithmetic that a JavaScript number holds exactly; -0 is 0. @throws Untraced otherwise */
export function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Untraced('a whole number is beyond 2^53')
  return value === 0 ? 0 : value
}

function parseWhole(string: string): number {
  const [, sign, ...bases] = WHOLE.exec(string.replace(/\.0+$/, '')) ?? []
  if (sign === undefined) return 0
  const [hexadecimal, binary, octal, decimal] = bases
  const digits = (text: string): string => readable(text.replaceAll('_', ''))
  let value = 0n
  if (hexadecimal) value = BigInt(`0x${digits(hexadecimal)}`)
  else if (binary) value = BigInt(`0b${digits(binary)}`)
  else if (decimal) value = BigInt(digits(decimal))
  else if (octal) value = BigInt(`0o${digits(octal)}`)
  else if (/[oO]$/.test(string)) return 0
  const limit = sign === '-' ? 2n ** 63n : 2n ** 63n - 1n
  if (value > limit) return 0
  return safe(Number(sign === '-' ? -value : value))
}

function parseFloat64(string: string): number {
  if (DECIMAL.test(string)) {
    const value = Number(string)
    return Number.isFinite(value) ? value : 0
  }
  if (ENDLESS.test(string)) return /nan/i.test(string) ? Number.NaN : string.startsWith('-') ? -Infinity : Infinity
  if (/^[+-]?[\d._]/.test(string) && /[_xX]/.test(string))
    throw new Untraced(`the float ${string.slice(0, 40)} is read`)
  return 0
}

/** How many digits are read at all; the time that takes grows with their square. */
const MOST_DIGITS = 1000

/** @throws Untraced for so many digits that nobody means a number */
export function readable(digits: string): string {
  if (digits.length > MOST_DIGITS) throw new Untraced('a number has more than a thousand digits')
  return digits
}

/** An int64 in decimal as Go reads it: 0 where it is none, the nearest one where it is too large. */
export function parseInteger(text: string): bigint {
  const [whole, sign, digits = ''] = /^([+-]?)(\d+)/.exec(text) ?? []
  const size = BigInt(readable(digits))
  const limit = sign === '-' ? 2n ** 63n : 2n ** 63n - 1n
  // Go stops at the digit that is one too many, before it sees what stands behind.
  const isTooLarge = whole === text ? size > limit : size >= 2n ** 64n
  if (whole !== text && !isTooLarge) return 0n
  const value = isTooLarge ? limit : size
  return sign === '-' ? -value : value
}

/** A number for division. @throws TemplateError when it is 0 */
export function divisor(value: number): number {
  if (value === 0) throw new TemplateError('integer divide by zero')
  return value
}
