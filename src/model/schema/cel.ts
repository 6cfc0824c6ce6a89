import { parse } from '@marcbachmann/cel-js'
import { asMapping, asText } from '../../parse/untyped.ts'

/** A rule of a schema, ready to be asked. */
type Evaluate = (context: { self: unknown }) => unknown

/** The CRDs of the operator have 17 different rules. */
const programs = new Map<string, Evaluate | undefined>()

/**
 * What the CEL rules of a schema (`x-kubernetes-validations`) have against a value. A rule that cannot be read or
 * asked here says nothing: it may be about the old object, or use a function of the API server's.
 */
export const brokenRules = (self: unknown, rules: readonly unknown[]): string[] =>
  rules.flatMap(entry => {
    const rule = asText(asMapping(entry)?.rule)
    if (rule === undefined || holds(rule, self) !== false) return []
    const message = asText(asMapping(entry)?.message)?.replace(/\s+/g, ' ').trim()
    return `breaks a rule of its schema: ${message || rule}`
  })

function holds(rule: string, self: unknown): unknown {
  try {
    return program(rule)?.({ self })
  } catch {
    return undefined
  }
}

function program(rule: string): Evaluate | undefined {
  if (!programs.has(rule)) programs.set(rule, parsed(rule))
  return programs.get(rule)
}

function parsed(rule: string): Evaluate | undefined {
  try {
    return parse(rule)
  } catch {
    return undefined
  }
}
