import { TemplateError } from '../errors.ts'
import { Bool, Dict, List, Nil, Num, Text, type Value } from '../value/value.ts'

const MAX_DEPTH = 200

/** A whole text as JSON. @throws TemplateError when it is none. */
export function parseJson(text: string): Value {
  try {
    return fromJson(JSON.parse(text), 0)
  } catch (error) {
    if (error instanceof TemplateError) throw error
    throw new TemplateError(`this is no JSON: ${text.slice(0, 100)}`)
  }
}

/** The JSON value at an offset of a text, and the offset of its end. @throws TemplateError when there is none. */
export function jsonValueAt(text: string, start: number): { readonly value: Value; readonly end: number } {
  const blank = /[ \t\r\n]*/y
  blank.lastIndex = start
  blank.test(text)
  const end = endOfJson(text, blank.lastIndex)
  return { value: parseJson(text.slice(start, end)), end }
}

function endOfJson(text: string, start: number): number {
  if (!/[[{"]/.test(text[start] ?? '')) {
    const scalar =
      /-?(?:0|[1-9]\d*(?!\d))(?:\.\d+(?!\d)(?:[eE][+-]?\d+|(?![eE]))|[eE][+-]?\d+|(?![.eE]))|true|false|null/y
    scalar.lastIndex = start
    if (!scalar.test(text)) throw new TemplateError(`this is no JSON: ${text.slice(start, start + 100)}`)
    return scalar.lastIndex
  }
  let depth = 0
  let isInString = false
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at++
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    if (depth === 0 && !isInString) return at + 1
  }
  return text.length
}

function fromJson(json: unknown, depth: number): Value {
  if (depth > MAX_DEPTH) throw new TemplateError('JSON is nested too deeply')
  if (json === null) return new Nil()
  if (typeof json === 'string') return new Text(json)
  if (typeof json === 'boolean') return new Bool(json)
  if (typeof json === 'number') {
    if (!Number.isFinite(json)) throw new TemplateError('a number of the JSON is too large')
    return new Num(json, 'float64')
  }
  if (Array.isArray(json)) return new List(json.map(item => fromJson(item, depth + 1)))
  return new Dict(new Map(Object.entries(json as object).map(([key, item]) => [key, fromJson(item, depth + 1)])))
}
