/** What a plain scalar stands for in the YAML 1.1 of go-yaml v2. */
export type Resolved =
  | { readonly type: 'string' | 'nil' | 'merge' | 'timestamp' }
  | { readonly type: 'bool'; readonly value: boolean }
  /** Fits into int64 or uint64. */
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }

const STRING: Resolved = { type: 'string' }
const TIMESTAMP: Resolved = { type: 'timestamp' }

const WORDS: ReadonlyMap<string, Resolved> = new Map<string, Resolved>([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, { type: 'nil' }] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    word => [word, { type: 'bool', value: true }] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    word => [word, { type: 'bool', value: false }] as const,
  ),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, { type: 'float', value: Number.NaN }] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    word => [word, { type: 'float', value: Number.POSITIVE_INFINITY }] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, { type: 'float', value: Number.NEGATIVE_INFINITY }] as const),
  ['<<', { type: 'merge' }],
])

const LONGEST_WORD = 5
const INTEGER = /^([-+]?)(?:(0|[1-9][0-9]*)|0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+))$/
/** Go takes a sign behind `0b`, too. */
const SIGNED_BINARY = /^0b([-+])([01]+)$/
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
/** What starts with a point may have `_` only between digits; elsewhere it may stand anywhere. */
const GROUPED_FRACTION = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/
const MAX_UINT64 = 2n ** 64n - 1n
const MIN_INT64 = -(2n ** 63n)

/** Longer ones are read by nobody, and turning them into numbers takes long. */
const LONGEST_NUMBER = 2000

/** Resolves the text of a plain scalar without a tag. */
export function resolvePlain(text: string): Resolved {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text)
    if (word) return word
  }
  const code = text.charCodeAt(0)
  if (code === 0x2e) return (GROUPED_FRACTION.test(text) ? parseFloat64(text.replaceAll('_', '')) : undefined) ?? STRING
  const isSigned = code === 0x2b || code === 0x2d
  if (!isSigned && (code < 0x30 || code > 0x39)) return STRING
  if (isTimestamp(text)) return TIMESTAMP
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  const signed = SIGNED_BINARY.exec(plain)
  return parseInteger(signed ? `${signed[1]}0b${signed[2]}` : plain) ?? parseFloat64(plain) ?? STRING
}

function parseInteger(text: string): Resolved | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  const match = INTEGER.exec(text)
  if (!match) return undefined
  const [, sign, decimal, hexadecimal, binary, octal] = match
  const digits = decimal ?? (hexadecimal ? `0x${hexadecimal}` : binary ? `0b${binary}` : octal ? `0o${octal}` : '0')
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits)
  if (value > MAX_UINT64 || value < MIN_INT64) return undefined
  return { type: 'int', value }
}

function parseFloat64(text: string): Resolved | undefined {
  if (!FLOAT.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? { type: 'float', value } : undefined
}

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt]| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)?)?$/

/** Whether Go reads one of its four layouts of a time; the zone is there with `T` and `t` and only with these. */
function isTimestamp(text: string): boolean {
  const match = text.charCodeAt(4) === 0x2d ? DATE.exec(text) : null
  if (!match) return false
  const [, year, month, day, separator, hour = '0', minute = '0', second = '0', zone] = match
  if (separator !== undefined && separator.startsWith(' ') !== (zone === undefined)) return false
  if (zone && zone !== 'Z' && (Number(zone.slice(1, 3)) > 24 || Number(zone.slice(4)) > 60)) return false
  return (
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysOf(Number(year), Number(month))
  )
}

const daysOf = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** Whether YAML 1.1 would read the text as a number of base 60, which go-yaml does not, but quotes. */
export const isBase60 = (text: string): boolean => /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text)
