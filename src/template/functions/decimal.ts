import { TemplateError } from '../errors.ts'

/** coefficient × 10^exponent, exactly. */
interface Decimal {
  readonly coefficient: bigint
  readonly exponent: number
}

/** How many digits after the point a quotient has. */
const QUOTIENT_DIGITS = 16

type Operation = (a: Decimal, b: Decimal) => Decimal

/** Decimal arithmetic on floats, as `addf` and its like have it: 0.1 + 0.2 is 0.3. */
export const add: Operation = (a, b) => {
  const exponent = Math.min(a.exponent, b.exponent)
  return { coefficient: scaled(a, exponent) + scaled(b, exponent), exponent }
}
export const subtract: Operation = (a, b) => add(a, { ...b, coefficient: -b.coefficient })
export const multiply: Operation = (a, b) => ({
  coefficient: a.coefficient * b.coefficient,
  exponent: a.exponent + b.exponent,
})
/** Rounded half away from zero at 16 digits after the point. @throws TemplateError for a divisor of 0 */
export const divide: Operation = (a, b) => {
  if (b.coefficient === 0n) throw new TemplateError('decimal division by 0')
  const shift = a.exponent - b.exponent + QUOTIENT_DIGITS
  const dividend = magnitude(a.coefficient) * 10n ** BigInt(Math.max(shift, 0))
  const by = magnitude(b.coefficient) * 10n ** BigInt(Math.max(-shift, 0))
  const rounded = (2n * dividend + by) / (2n * by)
  const isNegative = a.coefficient < 0n !== b.coefficient < 0n
  return { coefficient: isNegative ? -rounded : rounded, exponent: -QUOTIENT_DIGITS }
}

/** The float nearest to a calculation on floats. @throws TemplateError for infinity and what is no number */
export function calculate(operation: Operation, first: number, others: readonly number[]): number {
  const { coefficient, exponent } = others.reduce((sum, value) => operation(sum, decimalOf(value)), decimalOf(first))
  return coefficient === 0n ? 0 : Number(`${coefficient}e${exponent}`)
}

/** The shortest decimal that reads back as the float. */
function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new TemplateError(`Cannot create a Decimal from ${value}`)
  const [mantissa = '0', power = '0'] = value.toExponential().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { coefficient: BigInt(whole + fraction), exponent: Number(power) - fraction.length }
}

const scaled = ({ coefficient, exponent }: Decimal, to: number): bigint => coefficient * 10n ** BigInt(exponent - to)

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
