import { TemplateError } from '../errors.ts'
import { any, readArguments, text } from '../functions/function.ts'
import { Dict, dependenciesOf, depending, type Value } from '../value/value.ts'
import { settled } from './field.ts'
import type { Scope } from './state.ts'

/** A function that needs to know where it is called. */
type RunningFunction = (args: readonly Value[], scope: Scope, offset: number) => Value

/** The functions that run templates, or end the run, by name. */
export const RUNNING_FUNCTIONS: ReadonlyMap<string, RunningFunction> = new Map<string, RunningFunction>([
  ['include', include],
  ['tpl', tpl],
  ['required', required],
  ['fail', fail],
  ['lookup', lookup],
  ['call', call],
])

/** The functions of this room; `and` and `or` are in call.ts, since not all of their arguments are evaluated. */
export const EXECUTED: ReadonlySet<string> = new Set(['and', 'or', ...RUNNING_FUNCTIONS.keys()])

function include(args: readonly Value[], scope: Scope, offset: number): Value {
  const [name, dot] = readArguments([text, any], args)
  return depending(scope.state.machine.include(name.string, settled(dot), scope, offset), dependenciesOf(name))
}

function tpl(args: readonly Value[], scope: Scope, offset: number): Value {
  const [template, dot] = readArguments([text, any], args)
  return scope.state.machine.expand(template, settled(dot), scope, offset)
}

function required(args: readonly Value[]): Value {
  const [message, value] = readArguments([text, any], args)
  if (value.kind === 'nil' || (value.kind === 'text' && !value.isBytes && value.string === ''))
    throw new TemplateError(message.string)
  return value
}

function fail(args: readonly Value[]): never {
  const [message] = readArguments([text], args)
  throw new TemplateError(message.string)
}

/** `helm template` asks no cluster. */
function lookup(args: readonly Value[]): Value {
  readArguments([text, text, text, text], args)
  return new Dict()
}

/** No value of a chart is a function. */
function call(): never {
  throw new TemplateError('error calling call: non-function')
}
