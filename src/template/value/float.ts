/** A finite number's decimal digits: 0.DIGITS × 10^point; zero has no digits. */
interface Decimal {
  readonly digits: string
  readonly point: number
}

/** How Go's strconv writes a float: `f` 12.5, `e` 1.25e+01, `g` whichever suits. */
export type FloatFormat = 'e' | 'f' | 'g'

/**
 * A float64 as Go's strconv writes it. Without a precision: the fewest digits that read back as the same number.
 * @param precision digits after the point for `e` and `f`, digits in all for `g`
 */
export function formatFloat(value: number, format: FloatFormat = 'g', precision?: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  return sign + formatMagnitude(Math.abs(value), format, precision)
}

function formatMagnitude(value: number, format: FloatFormat, precision: number | undefined): string {
  const decimal = precision === undefined ? shortestDecimal(value) : exactDecimal(value)
  if (format === 'f') return fixed(roundTo(decimal, precision, decimal.point), precision)
  if (format === 'e') return exponential(roundTo(decimal, precision, 1), precision)
  const rounded = roundTo(decimal, precision === undefined ? undefined : Math.max(1, precision), 0)
  return general(rounded, precision === undefined ? undefined : Math.max(1, precision))
}

/** Exponents from -4 to below the precision, which is 6 where none is asked for, are written out. */
function general(decimal: Decimal, precision: number | undefined): string {
  const exponent = decimal.digits === '' ? 0 : decimal.point - 1
  let limit = precision ?? 6
  if (precision !== undefined && limit > decimal.digits.length && decimal.digits.length >= decimal.point)
    limit = decimal.digits.length
  if (exponent < -4 || exponent >= Math.max(limit, 1))
    return exponential(decimal, Math.max(decimal.digits.length - 1, 0))
  return fixed(decimal, Math.max(decimal.digits.length - decimal.point, 0))
}

function fixed({ digits, point }: Decimal, precision: number | undefined): string {
  const places = precision ?? Math.max(digits.length - point, 0)
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  if (places === 0) return whole
  const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(Math.min(-point, places)) + digits
  return `${whole}.${fraction.padEnd(places, '0').slice(0, places)}`
}

function exponential({ digits, point }: Decimal, precision: number | undefined): string {
  const places = precision ?? Math.max(digits.length - 1, 0)
  const exponent = digits === '' ? 0 : point - 1
  const mantissa = digits === '' ? '0' : digits.slice(0, 1)
  const fraction = places === 0 ? '' : `.${digits.slice(1).padEnd(places, '0').slice(0, places)}`
  return `${mantissa}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function shortestDecimal(value: number): Decimal {
  if (value === 0) return { digits: '', point: 0 }
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 }
}

/** All digits of the binary number, of which there are at most about 770. */
function exactDecimal(value: number): Decimal {
  if (value === 0) return { digits: '', point: 0 }
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  const raw = bits.getBigUint64(0)
  const biased = Number(raw >> 52n)
  const mantissa = (raw & 0xfffffffffffffn) | (biased === 0 ? 0n : 1n << 52n)
  const exponent = Math.max(biased, 1) - 1075
  // m × 2^-k is m × 5^k × 10^-k
  const whole = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent)
  const digits = whole.toString()
  return { digits: digits.replace(/0+$/, ''), point: digits.length - Math.max(-exponent, 0) }
}

/** Rounded half to even at `base + precision` digits. */
function roundTo(decimal: Decimal, precision: number | undefined, base: number): Decimal {
  if (precision === undefined) return decimal
  const keep = base + precision
  const { digits, point } = decimal
  if (keep >= digits.length) return decimal
  if (keep < 0) return { digits: '', point: 0 }
  const kept = digits.slice(0, keep)
  const rest = digits.slice(keep)
  const isOdd = keep > 0 && Number(kept.at(-1)) % 2 === 1
  const isUp = rest > '5' || (rest === '5' && isOdd)
  if (!isUp) {
    const trimmed = kept.replace(/0+$/, '')
    return { digits: trimmed, point: trimmed === '' ? 0 : point }
  }
  const raised = (BigInt(kept === '' ? '0' : kept) + 1n).toString().padStart(keep, '0')
  return { digits: raised.replace(/0+$/, ''), point: point + raised.length - keep }
}
