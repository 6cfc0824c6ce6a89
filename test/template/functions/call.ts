import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { Budget, LIMITS } from '../../../src/template/execute/budget.ts'
import { FUNCTIONS } from '../../../src/template/functions/index.ts'
import { childDatum, flatten, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import type { Segment } from '../../../src/template/value/text.ts'
import { Bool, type Dict, List, Nil, Num, Text, type Value } from '../../../src/template/value/value.ts'

const VALUES = rootDatum('values')

/** What `.Values.KEY` is when the values file has that text. */
export const valueAt = (key: string, string: string): Text =>
  new Text(string, { alias: childDatum(VALUES, key), depends: undefined })

/** A text of pieces from several keys of the values. */
export const pieced = (pieces: Readonly<Record<string, string>>): Text =>
  new Text(
    Object.entries(pieces).map(([key, text]): Segment => {
      const provenance = { alias: childDatum(VALUES, key), depends: undefined }
      return { text, site: undefined, linesBefore: 0, provenance }
    }),
  )

/** A plain value as Go has a constant in a template. */
export function constant(plain: unknown): Value {
  if (plain instanceof Text || plain instanceof Num || plain instanceof List) return plain
  if (typeof plain === 'string') return new Text(plain)
  if (typeof plain === 'number') return new Num(plain, Number.isInteger(plain) ? 'int' : 'float64')
  if (typeof plain === 'boolean') return new Bool(plain)
  if (Array.isArray(plain)) return new List(plain.map(constant))
  return plain === null ? new Nil() : (plain as Value)
}

/** Calls a function of templates. */
export function call(name: string, ...args: readonly unknown[]): Value {
  const called = FUNCTIONS.get(name)
  if (!called) throw new Error(`there is no function ${name}`)
  return called.call(args.map(constant), { budget: new Budget(LIMITS) })
}

/** What a call gives as plain data, or the word for how it ends. */
export function resultOf(name: string, ...args: readonly unknown[]): unknown {
  try {
    return plain(call(name, ...args))
  } catch (error) {
    if (error instanceof TemplateError) return 'TemplateError'
    if (error instanceof Untraced) return 'Untraced'
    throw error
  }
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'nil':
      return null
    case 'text':
      return value.string
    case 'list':
      return value.items.map(plain)
    case 'dict':
      return plainDict(value)
    case 'opaque':
      return value.printed
    default:
      return value.value
  }
}

const plainDict = (dict: Dict): unknown =>
  Object.fromEntries([...dict.entries].map(([key, item]) => [key, plain(item)]))

/** The pieces of a text with the keys of the values that each is, or (in brackets) depends on. */
export function originsOf(value: Value): string[] {
  if (value.kind !== 'text') throw new Error(`this is no text but a ${value.kind}`)
  return value.segments.map(({ text, provenance }) => {
    const alias = provenance?.alias ? ` ${pathOf(provenance.alias).join('.')}` : ''
    const depends = [...flatten(provenance?.depends)].map(datum => pathOf(datum).join('.') || datum.source)
    return `${text}:${alias}${depends.length === 0 ? '' : ` (${[...new Set(depends)].sort().join(' ')})`}`
  })
}
