import { TemplateError, Untraced } from '../errors.ts'
import { printValue } from '../value/print.ts'
import { dependingOn, type Provenance } from '../value/provenance.ts'
import { dependenciesOf, depending, Num, type NumberType, type Value, withProvenance } from '../value/value.ts'
import { divisor, parseInteger, safe, toFloat64, toInt64 } from './cast.ts'
import { add, calculate, divide, multiply, subtract } from './decimal.ts'
import {
  any,
  deriving,
  float64,
  goTypeOf,
  int,
  int64,
  integer,
  keeping,
  type Parameter,
  rest,
  type TemplateFunction,
  text,
} from './function.ts'

type Operation = Parameters<typeof calculate>[0]

/** Powers of ten that Go and JavaScript have alike. */
const EXACT_PLACES = 15

/** `float64`; a constant without a point is one, too. */
const floating: Parameter<Num> = {
  goType: 'float64',
  isRest: false,
  read(value) {
    if (value.kind === 'number' && (value.type === 'float64' || value.isConstant)) return float64(value.value)
    throw new TemplateError(`wrong type for value; expected float64; got ${goTypeOf(value)}`)
  },
}

/** Sprig's arithmetic, which takes whatever can be read as a number. */
export const NUMBERS: Readonly<Record<string, TemplateFunction>> = {
  int: cast('int', toInt64),
  int64: cast('int64', toInt64),
  float64: cast('float64', toFloat64),
  atoi: deriving([text], ({ 0: given }) => int(safe(Number(parseInteger(given.string))))),
  toDecimal: deriving([any], ([value], { budget }) => int64(octal(printValue(value, budget).string))),
  add: deriving([rest(any)], ([values]) => int64(fold(values, (a, b) => a + b, 0))),
  add1: deriving([any], ([value]) => int64(safe(toInt64(value) + 1))),
  sub: deriving([any, any], ([a, b]) => int64(safe(toInt64(a) - toInt64(b)))),
  mul: deriving([any, rest(any)], ([first, others]) => int64(fold(others, (a, b) => a * b, toInt64(first)))),
  div: deriving([any, any], ([a, b]) => int64(safe(Math.trunc(toInt64(a) / divisor(toInt64(b)))))),
  mod: deriving([any, any], ([a, b]) => int64(safe(toInt64(a) % divisor(toInt64(b))))),
  max: deriving([any, rest(any)], ([first, others]) => int64(fold(others, Math.max, toInt64(first)))),
  biggest: deriving([any, rest(any)], ([first, others]) => int64(fold(others, Math.max, toInt64(first)))),
  min: deriving([any, rest(any)], ([first, others]) => int64(fold(others, Math.min, toInt64(first)))),
  maxf: deriving([any, rest(any)], ([first, others]) => float64([first, ...others].map(toFloat64).reduce(larger))),
  minf: deriving([any, rest(any)], ([first, others]) => float64([first, ...others].map(toFloat64).reduce(smaller))),
  addf: deriving([rest(any)], ([values]) => float64(calculate(add, 0, values.map(toFloat64)))),
  add1f: deriving([any], ([value]) => float64(calculate(add, toFloat64(value), [1]))),
  subf: decimal(subtract),
  mulf: decimal(multiply),
  divf: decimal(divide),
  floor: deriving([any], ([value]) => float64(Math.floor(toFloat64(value)))),
  ceil: deriving([any], ([value]) => float64(Math.ceil(toFloat64(value)))),
  round: deriving([any, integer, rest(floating)], ([value, places, [from]]) =>
    float64(round(toFloat64(value), places.value, from?.value ?? 0.5)),
  ),
}

/** A cast that leaves the number as it is leaves its origin too. */
function cast(type: NumberType, read: (value: Value) => number): TemplateFunction {
  return keeping([any], ([given]) => {
    const number = new Num(read(given), type)
    if (isWritten(given, number.value)) return withProvenance(number, aliasOf(given))
    return depending(number, dependenciesOf(given))
  })
}

function isWritten(given: Value, value: number): boolean {
  if (given.kind === 'number') return given.value === value
  return (given.kind === 'text' ? given.string : given.kind === 'opaque' && given.printed) === String(value)
}

/** A text that is one datum has its alias on its only piece. */
function aliasOf(given: Value): Provenance | undefined {
  if (given.kind !== 'text' || given.provenance?.alias) return given.provenance
  const [first, ...others] = given.segments
  return first && others.length === 0 ? first.provenance : dependingOn(given.depends)
}

function fold(values: readonly Value[], combine: (a: number, b: number) => number, first: number): number {
  return values.reduce((result, value) => safe(combine(result, toInt64(value))), first)
}

function decimal(operation: Operation): TemplateFunction {
  return deriving([any, rest(any)], ([first, others]) =>
    float64(calculate(operation, toFloat64(first), others.map(toFloat64))),
  )
}

/** In Go even what is no number is smaller than infinity. */
const larger = (a: number, b: number): number => (a === Infinity || b === Infinity ? Infinity : Math.max(a, b))
const smaller = (a: number, b: number): number => -larger(-a, -b)

function octal(string: string): number {
  return /^[+-]?[0-7]+$/.test(string) && Math.abs(Number.parseInt(string, 8)) < 2 ** 63
    ? safe(Number.parseInt(string, 8))
    : 0
}

/** Rounds by the digits after the point alone, so that negative numbers round as Go's arithmetic has it. */
function round(value: number, places: number, from: number): number {
  if (Math.abs(places) > EXACT_PLACES) throw new Untraced(`a number is rounded to ${places} places`)
  const power = 10 ** places
  const digit = power * value
  const fraction = digit - Math.trunc(digit)
  return (fraction >= from ? Math.ceil(digit) : Math.floor(digit)) / power
}
