const SECOND = 1_000_000_000n

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['μs', 1000n],
  ['ms', 1_000_000n],
  ['s', SECOND],
  ['m', 60n * SECOND],
  ['h', 3600n * SECOND],
])
const LARGEST = 2n ** 63n - 1n

/** Nanoseconds of a duration such as `-1h30m` or `1.5s`; undefined where Go would not take it. */
export function parseDuration(text: string): bigint | undefined {
  const [, sign, rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (rest === '0') return 0n
  let total = 0n
  let length = 0
  for (const [part, whole = '', fraction = '', unit = ''] of rest.matchAll(/(\d*)(?:\.(\d*))?([^\d.]+)/gy)) {
    const scale = UNITS.get(unit)
    if (scale === undefined || (whole === '' && fraction === '')) return undefined
    total += BigInt(whole) * scale + fractionOf(fraction, scale)
    if (total > LARGEST + (sign === '-' ? 1n : 0n)) return undefined
    length += part.length
  }
  if (length === 0 || length !== rest.length) return undefined
  return sign === '-' ? -total : total
}

/** In Go a fraction goes through a float64, with as many digits as an int64 has room for. */
function fractionOf(digits: string, scale: bigint): bigint {
  let value = 0n
  let parts = 1
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit)
    if (value > LARGEST / 10n || next > LARGEST + 1n) break
    value = next
    parts *= 10
  }
  return BigInt(Math.trunc(Number(value) * (Number(scale) / parts)))
}

/** As Go prints nanoseconds: `1h0m5s`, `1.5ms`. */
export function printDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s'
  const sign = nanoseconds < 0n ? '-' : ''
  const all = nanoseconds < 0n ? -nanoseconds : nanoseconds
  if (all < 1000n) return `${sign}${all}ns`
  if (all < 1_000_000n) return `${sign}${withFraction(all, 3)}µs`
  if (all < SECOND) return `${sign}${withFraction(all, 6)}ms`
  const seconds = all / SECOND
  const hours = seconds / 3600n
  const minutes = (seconds / 60n) % 60n
  const long = hours > 0n ? `${hours}h${minutes}m` : minutes > 0n ? `${minutes}m` : ''
  return `${sign}${long}${withFraction(all % (60n * SECOND), 9)}s`
}

function withFraction(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return `${digits.slice(0, -places)}${fraction && `.${fraction}`}`
}

const DAY = 24n * 3600n * SECOND
/** From the longest on; a month has 30 days, a year 365. */
const ROUND: readonly (readonly [bigint, string])[] = [
  [365n * DAY, 'y'],
  [30n * DAY, 'mo'],
  [DAY, 'd'],
  [3600n * SECOND, 'h'],
  [60n * SECOND, 'm'],
  [SECOND, 's'],
]

/** The largest unit alone that a duration is longer than, as `durationRound` has it: `2h`. */
export function roundDuration(nanoseconds: bigint): string {
  const all = nanoseconds < 0n ? -nanoseconds : nanoseconds
  const [unit, name] = ROUND.find(([unit]) => all > unit) ?? [1n, '']
  return name === '' ? '0s' : `${all / unit}${name}`
}
