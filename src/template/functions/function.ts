import { TemplateError } from '../errors.ts'
import type { Budget } from '../execute/budget.ts'
import { union } from '../value/provenance.ts'
import { Bool, Dict, dependenciesOf, depending, List, type Nil, Num, Text, type Value } from '../value/value.ts'

/** What a function may know besides its arguments. */
export interface CallContext {
  /** To be charged for what a call makes: a list of a million items, a long text. */
  readonly budget: Budget
}

/** A function of the template language, with Go's rules on what may be passed. */
export interface TemplateFunction {
  /** @throws TemplateError where Go would fail; Untraced where we cannot do as Go does. */
  call(args: readonly Value[], context: CallContext): Value
}

/** How an argument of one Go type is taken. */
export interface Parameter<T> {
  /** As Go names it in messages. */
  readonly goType: string
  /** Takes all arguments that are left. */
  readonly isRest: boolean
  /** @throws TemplateError when Go would not take the value. */
  read(value: Value): T
}

const wrongType = (value: Value, goType: string): TemplateError =>
  new TemplateError(
    value.kind === 'nil'
      ? `invalid value; expected ${goType}`
      : `wrong type for value; expected ${goType}; got ${goTypeOf(value)}`,
  )

/** The name of a value's type as `typeOf` and error messages have it. */
export function goTypeOf(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return '<nil>'
    case 'bool':
      return 'bool'
    case 'number':
      return value.type
    case 'text':
      return value.isBytes ? '[]uint8' : 'string'
    default:
      return value.goType
  }
}

const parameter = <T>(goType: string, read: (value: Value) => T | undefined): Parameter<T> => ({
  goType,
  isRest: false,
  read(value) {
    const result = read(value)
    if (result === undefined) throw wrongType(value, goType)
    return result
  },
})

/** `interface{}`. */
export const any = parameter<Value>('interface {}', value => value)
/** `string`. */
export const text = parameter<Text>('string', value => (value.kind === 'text' && !value.isBytes ? value : undefined))
/** `bool`. */
export const flag = parameter<Bool>('bool', value => (value.kind === 'bool' ? value : undefined))
/** `int`; a float64, as all numbers of the values are, is refused. */
export const integer = parameter<Num>('int', value => {
  if (value.kind !== 'number') return undefined
  if (value.isConstant && value.type === 'float64' && Number.isSafeInteger(value.value)) return int(value.value)
  return value.type === 'int' ? value : undefined
})
/** `[]interface{}`; nil is an empty one, unless Go knows its type. */
export const list = parameter<List>('[]interface {}', value =>
  value.kind === 'list' && value.goType === '[]interface {}'
    ? value
    : value.kind === 'nil' && !value.isTyped
      ? new List([], value.provenance)
      : undefined,
)
/** `map[string]interface{}`; nil is an empty one, unless Go knows its type. */
export const dict = parameter<Dict>('map[string]interface {}', value =>
  value.kind === 'dict' && isPlainMap(value)
    ? value
    : value.kind === 'nil' && !value.isTyped
      ? new Dict(new Map(), value.provenance)
      : undefined,
)

/** Whether Go takes a map for a `map[string]interface {}`: helm has a name of its own for values, split makes other maps. */
const isPlainMap = ({ goType }: Dict): boolean => goType === 'map[string]interface {}' || goType.endsWith('.Values')

/** A last parameter that takes any number of arguments. */
export const rest = <T>(of: Parameter<T>): Parameter<T[]> => ({
  goType: of.goType,
  isRest: true,
  read: value => [of.read(value)],
})

type Read<P extends readonly Parameter<unknown>[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never
}

/** A function that keeps the structure, and with it the provenance, of what it is given; it says itself what depends on what. */
export function keeping<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  body: (args: Read<P>, context: CallContext) => Value,
): TemplateFunction {
  return { call: (args, context) => body(readArguments(parameters, args), context) }
}

/** What a deriving function gives; numbers say their type. */
export type Plain = string | boolean | Exclude<Value, Nil>

/** A function whose result depends on all its arguments as wholes. What looks into lists or dicts says so itself, with `keeping`. */
export function deriving<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  body: (args: Read<P>, context: CallContext) => Plain,
): TemplateFunction {
  return {
    call(args, context) {
      const result = body(readArguments(parameters, args), context)
      const value =
        typeof result === 'string' ? new Text(result) : typeof result === 'boolean' ? new Bool(result) : result
      return depending(value, args.map(dependenciesOf).reduce(union, undefined))
    },
  }
}

/** Takes the arguments of a call as the parameters say. @throws TemplateError when Go would not take them. */
export function readArguments<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  args: readonly Value[],
): Read<P> {
  const last = parameters.at(-1)
  const fixed = last?.isRest ? parameters.slice(0, -1) : parameters
  if (last?.isRest ? args.length < fixed.length : args.length !== fixed.length)
    throw new TemplateError(
      `wrong number of args: want ${last?.isRest ? `at least ${fixed.length}` : fixed.length} got ${args.length}`,
    )
  const read: unknown[] = fixed.map((parameter, i) => parameter.read(args[i] as Value))
  if (last?.isRest) read.push(args.slice(fixed.length).flatMap(arg => last.read(arg) as unknown[]))
  return read as Read<P>
}

/** A whole number of Go's `int`, which is what lengths, indices and `int` give. */
export const int = (value: number): Num => new Num(value, 'int')
/** Go's `int64`, which is what arithmetic gives. */
export const int64 = (value: number): Num => new Num(value, 'int64')
export const float64 = (value: number): Num => new Num(value, 'float64')
