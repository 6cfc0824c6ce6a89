import { asList, asText, type Mapping } from '../../parse/untyped.ts'
import { compileGoRegexp, type GoRegexp } from '../go-regexp.ts'

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping',
  string: 'text',
}

/** Why a value is not of its schema's type; undefined when it is, or the schema names none. */
export function typeFault(value: unknown, schema: Mapping): string | undefined {
  if (schema['x-kubernetes-int-or-string'] === true)
    return Number.isInteger(value) || typeof value === 'string' ? undefined : 'must be a whole number or text'
  const wanted = asText(schema.type)
  const name = wanted !== undefined && Object.hasOwn(NAMES, wanted) ? NAMES[wanted] : undefined
  if (name === undefined || isOfType(value, wanted)) return undefined
  return `must be ${name}, not ${nameOfType(value)}`
}

function isOfType(value: unknown, wanted: string | undefined): boolean {
  if (wanted === 'array') return Array.isArray(value)
  if (wanted === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (wanted === 'integer') return Number.isInteger(value)
  return typeof value === wanted
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return NAMES[typeof value] ?? typeof value
}

/** What a schema has against a text. Lengths are counted in characters, as the server does. */
export function textFault(text: string, schema: Mapping): string | undefined {
  const { minLength, maxLength, pattern } = schema
  const length = [...text].length
  if (typeof minLength === 'number' && length < minLength)
    return length === 0 ? 'must not be empty' : `must have at least ${minLength} characters`
  if (typeof maxLength === 'number' && length > maxLength) return `must have at most ${maxLength} characters`
  if (typeof pattern === 'string' && compiled(pattern)?.matches(text) === false) return `must match ${pattern}`
  return formatFault(text, schema.format) ?? choiceFault(text, schema)
}

function formatFault(text: string, format: unknown): string | undefined {
  if (format === 'byte' && !isBase64(text)) return `must be base64${text.includes('\n') ? ' without line breaks' : ''}`
  return format === 'date-time' && !isTime(text) ? 'must be a time such as 2026-01-31T09:00:00Z' : undefined
}

/** What a schema has against a number. */
export function numberFault(value: number, schema: Mapping): string | undefined {
  const { minimum, maximum, format } = schema
  if (typeof minimum === 'number' && value < minimum) return `must be at least ${minimum}`
  if (typeof maximum === 'number' && value > maximum) return `must be at most ${maximum}`
  if (format === 'int32' && (value > 2147483647 || value < -2147483648)) return 'must be a number of 32 bits'
  return choiceFault(value, schema)
}

function choiceFault(value: unknown, schema: Mapping): string | undefined {
  const choices = asList(schema.enum)
  return choices.length === 0 || choices.includes(value) ? undefined : `must be one of ${choices.join(', ')}`
}

/** As the server reads it: no line break, not even at the end, and no empty text. */
const isBase64 = (text: string): boolean => text.length > 0 && text.length % 4 === 0 && BASE64.test(text)

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

/** Whether a text is a time of RFC 3339, on a day that there is. */
function isTime(text: string): boolean {
  const day = TIME.exec(text)?.[1]
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T`)
}

/** Patterns come from schemas, which share a few. */
const patterns = new Map<string, GoRegexp | undefined>()

function compiled(pattern: string): GoRegexp | undefined {
  if (!patterns.has(pattern)) patterns.set(pattern, compileGoRegexp(pattern))
  return patterns.get(pattern)
}
