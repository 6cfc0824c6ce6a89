import { TemplateError, Untraced } from '../errors.ts'
import type { Operand } from '../syntax/tree.ts'
import { type Dependencies, union } from '../value/provenance.ts'
import { dependenciesOfConditions } from '../value/text.ts'
import { dependenciesOf, depending, isTrue, Nil, type Value } from '../value/value.ts'
import { charge } from './charge.ts'
import { RUNNING_FUNCTIONS } from './running-functions.ts'
import type { Scope } from './state.ts'

type Evaluate = (operand: Operand, scope: Scope) => Value

/**
 * Calls a function of the template language.
 * @param piped what stands before the bar; the last argument.
 * @throws TemplateError where Go fails; Untraced for a function that helm has and we do not.
 */
export function callFunction(
  { name, offset }: { readonly name: string; readonly offset: number },
  operands: readonly Operand[],
  scope: Scope,
  piped: Value | undefined,
  evaluate: Evaluate,
): Value {
  if (name === 'and' || name === 'or') return choose(name, operands, scope, piped, evaluate)
  const args = operands.map(operand => evaluate(operand, scope))
  if (piped) args.push(piped)
  for (const arg of args) charge(arg, scope.state.machine.budget)
  const running = RUNNING_FUNCTIONS.get(name)
  if (running) return running(args, scope, offset)
  const found = scope.state.machine.functions.get(name)
  if (!found) throw new Untraced(`the function ${name} is not known`)
  if (CHANGING.has(name) && isShared(args[0])) scope.state.machine.noteChange()
  return found.call(name === 'set' ? conditional(args, scope) : args, scope.state.machine)
}

/** The functions that change the map that is their first argument. */
const CHANGING: ReadonlySet<string> = new Set([
  ...['set', 'unset', 'merge', 'mustMerge', 'mergeOverwrite', 'mustMergeOverwrite'],
])

/** What a template made for itself is no datum; what all templates of a chart share as dot has the values. */
const isShared = (value: Value | undefined): boolean =>
  value?.kind === 'dict' && (value.provenance?.alias !== undefined || value.entries.has('Values'))

/** The first argument that decides, or the last one; those after it are not evaluated. */
function choose(
  name: 'and' | 'or',
  operands: readonly Operand[],
  scope: Scope,
  piped: Value | undefined,
  evaluate: Evaluate,
): Value {
  if (operands.length === 0 && !piped)
    throw new TemplateError(`wrong number of args for ${name}: want at least 1 got 0`)
  let value: Value = new Nil()
  let depends: Dependencies | undefined
  for (const [i, operand] of operands.entries()) {
    value = evaluate(operand, scope)
    if (isTrue(value) === (name === 'or') || (i === operands.length - 1 && !piped)) return depending(value, depends)
    depends = union(depends, dependenciesOf(value))
  }
  return depending(piped ?? value, depends)
}

/** What `set` puts into a dict depends on the conditions around it, as an assigned variable does. */
const conditional = (args: readonly Value[], { condition }: Scope): readonly Value[] =>
  args.map((arg, i) => (i === 2 ? depending(arg, dependenciesOfConditions(condition)) : arg))
