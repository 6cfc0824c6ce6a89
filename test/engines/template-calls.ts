import { TemplateError, Untraced } from '../../src/template/errors.ts'
import { Budget } from '../../src/template/execute/budget.ts'
import { goTypeOf, type TemplateFunction } from '../../src/template/functions/function.ts'
import { Bool, Dict, List, Nil, Num, sortedKeys, Text, type Value } from '../../src/template/value/value.ts'
import { evaluateAll } from './go-templates.ts'

/** A call in a template; what is in `given` comes from the values of the chart, so that its numbers are float64. */
export type Expression =
  | { readonly call: string; readonly args: readonly Expression[] }
  | { readonly given: unknown }
  | { readonly constant: number | string | boolean }

/** One call that Go and we see differently. */
export interface Difference {
  readonly template: string
  readonly values: unknown
  readonly go: string
  readonly ours: string
}

export interface Compared {
  readonly differences: readonly Difference[]
  /** How many calls both made, how many both refused, and how many we do not trace. */
  readonly counts: { equal: number; refused: number; untraced: number }
  readonly untraced: readonly Difference[]
}

const FAILURE = 'fails'

/** What is printed after a call: the result with its type, and the values given, which the call may have changed. */
const SHOWN = '{{ typeOf $r }} {{ mustToRawJson $r }} {{ mustToRawJson .Values.given }}'
/** Puts an entry into each dict of the result, to see which of them it shares with what was given. */
const MARKED = '{{ include "mark" $r }} {{ mustToRawJson .Values.given }}'
const MARK =
  '{{ define "mark" }}{{ if typeIs "map[string]interface {}" . }}{{ range $k, $v := . }}{{ include "mark" $v }}{{ end }}{{ $_ := set . "marked" 1.5 }}{{ end }}{{ end }}'

/** Makes each call with helm's own engine and with our functions; `marks` shows what dicts are shared. */
export async function compareCalls(
  calls: readonly Expression[],
  functions: ReadonlyMap<string, TemplateFunction>,
  { marks = true }: { readonly marks?: boolean } = {},
): Promise<Compared> {
  const requests = calls.map(call => {
    const given: unknown[] = []
    const template = `{{ $r := ${written(call, given)} }}${SHOWN}${marks ? MARKED : ''}`
    return { template, values: { given }, others: { '_mark.tpl': MARK } }
  })
  const answers = await evaluateAll(requests)
  const counts = { equal: 0, refused: 0, untraced: 0 }
  const differences: Difference[] = []
  const untraced: Difference[] = []
  for (const [i, call] of calls.entries()) {
    const { template = '', values } = requests[i] ?? {}
    const answer = answers[i]
    const go = answer && 'output' in answer ? answer.output : FAILURE
    const ours = ourAnswer(call, functions, marks)
    const difference = {
      template: template.replace(SHOWN, '').replace(MARKED, ''),
      values,
      go: `${go} ${JSON.stringify(answer)}`,
      ours,
    }
    if (ours.startsWith('untraced')) {
      counts.untraced += 1
      untraced.push(difference)
    } else if (ours !== go) differences.push(difference)
    else counts[go === FAILURE ? 'refused' : 'equal'] += 1
  }
  return { differences, counts, untraced }
}

function written(expression: Expression, given: unknown[]): string {
  if ('constant' in expression) {
    const { constant } = expression
    return typeof constant === 'number' && !Number.isSafeInteger(constant)
      ? constant.toExponential()
      : JSON.stringify(constant)
  }
  if ('given' in expression) return `(index .Values.given ${given.push(expression.given) - 1})`
  const args = expression.args.map(arg => {
    const text = written(arg, given)
    return 'call' in arg ? `(${text})` : text
  })
  return [expression.call, ...args].join(' ')
}

function ourAnswer(call: Expression, functions: ReadonlyMap<string, TemplateFunction>, marks: boolean): string {
  const given: Value[] = []
  try {
    const result = evaluated(call, given, functions)
    const values = new List(given)
    const shown = `${goTypeOf(result)} ${json(result)} ${json(values)}`
    if (!marks) return shown
    mark(result)
    return `${shown} ${json(values)}`
  } catch (error) {
    if (error instanceof TemplateError) return FAILURE
    if (error instanceof Untraced) return `untraced: ${error.message}`
    throw error
  }
}

function evaluated(expression: Expression, given: Value[], functions: ReadonlyMap<string, TemplateFunction>): Value {
  if ('constant' in expression) return constantOf(expression.constant)
  if ('given' in expression) {
    const value = chartValue(expression.given)
    given.push(value)
    return value
  }
  const called = functions.get(expression.call)
  if (!called) throw new Error(`there is no function ${expression.call}`)
  const args = expression.args.map(arg => evaluated(arg, given, functions))
  const result = called.call(args, { budget: new Budget() })
  return result
}

function constantOf(constant: number | string | boolean): Value {
  if (typeof constant === 'string') return new Text(constant)
  if (typeof constant === 'boolean') return new Bool(constant)
  return new Num(constant, Number.isSafeInteger(constant) ? 'int' : 'float64', undefined, true)
}

/** What comes out of a values file, as our engine has it. */
export function chartValue(plain: unknown): Value {
  if (plain === null || plain === undefined) return new Nil()
  if (typeof plain === 'boolean') return new Bool(plain)
  if (typeof plain === 'number') return new Num(plain, 'float64')
  if (typeof plain === 'string') return new Text(plain)
  if (Array.isArray(plain)) return new List(plain.map(chartValue))
  return new Dict(new Map(Object.entries(plain).map(([key, value]) => [key, chartValue(value)])))
}

function mark(value: Value): void {
  if (goTypeOf(value) !== 'map[string]interface {}' || value.kind !== 'dict') return
  for (const entry of value.entries.values()) mark(entry)
  value.entries.set('marked', new Num(1.5, 'float64'))
}

/** As Go's encoding/json writes values; it refuses what is no number. */
function json(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return 'null'
    case 'bool':
      return String(value.value)
    case 'number':
      if (!Number.isFinite(value.value)) throw new TemplateError('unsupported value')
      return Object.is(value.value, -0) ? '-0' : String(value.value)
    case 'text':
      return value.isBytes ? JSON.stringify(btoa(value.string)) : JSON.stringify(value.string)
    case 'list':
      return value.isNil ? 'null' : `[${value.items.map(json).join()}]`
    case 'dict':
      return `{${sortedKeys(value).map(key => `${JSON.stringify(key)}:${json(value.entries.get(key) ?? new Nil())}`)}}`
    case 'opaque':
      return JSON.stringify(value.printed)
  }
}
