import { TemplateError, Untraced } from '../errors.ts'

/** A number literal's value, and the type that it has where nothing else is asked for. */
export interface NumberLiteral {
  readonly value: number
  readonly type: 'int' | 'float64'
}

/** In front of the digits: base prefixes, and the 0 that stands for octal. */
const INTEGER = /^([+-]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9]\d*))$/
const DECIMAL_FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const HEXADECIMAL_FLOAT = /^([+-]?)0[xX]0*((?:[1-9a-fA-F][\da-fA-F]*)?)(?:\.([\da-fA-F]*))?[pP]([+-]?\d+)$/
/** More than any integer of 64 bits has. */
const MANY_DIGITS = 64
/** Hexadecimal digits that a float64 holds exactly. */
const EXACT_DIGITS = 13
/** Well within the exponents of a float64. */
const SAFE_EXPONENT = 900

/**
 * What a number literal of a template means in Go.
 * @throws TemplateError when it is none; Untraced for complex numbers and for integers that are not exact here.
 */
export function readNumber(literal: string): NumberLiteral {
  if (literal.endsWith('i')) throw new Untraced(`a complex number: ${literal}`)
  const text = hasWellPlacedUnderscores(literal) ? literal.replaceAll('_', '') : ''
  const integer = readInteger(text)
  if (integer !== undefined) return { value: exact(integer, literal), type: looksLikeFloat(text) ? 'float64' : 'int' }
  const float = DECIMAL_FLOAT.test(text) ? Number(text) : readHexadecimalFloat(text)
  if (float === undefined || !Number.isFinite(float)) throw new TemplateError(`illegal number syntax: "${literal}"`)
  if (!/[.eEpP]/.test(text)) throw new TemplateError(`integer overflow: "${literal}"`)
  return { value: float, type: 'float64' }
}

/** Among integers these are only `-0xe` and its like: Go sees their `e`, but not that they are hexadecimal. */
const looksLikeFloat = (integer: string): boolean => /^[+-]0[xX].*[eE]/.test(integer)

function exact(value: bigint, literal: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Untraced(`an integer beyond 2^53: ${literal}`)
  return number
}

/** Undefined when it is no integer, or not one of 64 bits. */
function readInteger(text: string): bigint | undefined {
  const [, sign, hexadecimal, binary, octal, oldOctal, decimal] = INTEGER.exec(text) ?? []
  const digits = (hexadecimal ?? binary ?? octal ?? oldOctal ?? decimal)?.replace(/^0+(?=.)/, '')
  if (digits === undefined || digits.length > MANY_DIGITS) return undefined
  const prefix = hexadecimal ? '0x' : binary ? '0b' : octal || oldOctal ? '0o' : ''
  const size = BigInt(prefix + digits)
  const limit = sign === '' ? 2n ** 64n - 1n : sign === '-' ? 2n ** 63n : 2n ** 63n - 1n
  if (size > limit) return undefined
  return sign === '-' ? -size : size
}

/** @throws Untraced where Go would have to round, and at the edge of what a float64 holds. */
function readHexadecimalFloat(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', power] = HEXADECIMAL_FLOAT.exec(text) ?? []
  if (power === undefined || !/^[+-]?0[xX]\.?[\da-fA-F]/.test(text)) return undefined
  const exponent = Number(power) - 4 * fraction.length
  if (whole.length + fraction.length > EXACT_DIGITS || Math.abs(exponent) > SAFE_EXPONENT)
    throw new Untraced(`a long hexadecimal number: ${text}`)
  const value = Number(`0x0${whole}${fraction}`) * 2 ** exponent
  return sign === '-' ? -value : value
}

/** Between digits, or after a base prefix. */
function hasWellPlacedUnderscores(literal: string): boolean {
  if (!literal.includes('_')) return true
  const digits = literal.replace(/^[+-]?(?:0[xXbBoO]_?)?/, '')
  return /^[+-]?0[xX]/.test(literal)
    ? !/(?:^|[^\da-fA-F])_|_(?:$|[^\da-fA-F])/.test(digits)
    : !/(?:^|\D)_|_(?:$|\D)/.test(digits)
}
