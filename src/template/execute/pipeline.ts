import { TemplateError } from '../errors.ts'
import type { Command, Operand, Pipeline } from '../syntax/tree.ts'
import { Bool, Nil, Num, Text, type Value } from '../value/value.ts'
import { callFunction } from './call.ts'
import { charge } from './charge.ts'
import { fieldsOf, settled } from './field.ts'
import { placed } from './place.ts'
import type { Scope } from './state.ts'

/** The value of a pipeline; its variables are declared, or assigned, on the way. @throws TemplateError, Untraced */
export function evaluate(pipeline: Pipeline, scope: Scope): Value {
  let value: Value | undefined
  for (const command of pipeline.commands) value = runPlaced(command, scope, value)
  const result = value ?? new Nil()
  const { variables } = scope.state
  for (const name of pipeline.variables) {
    if (pipeline.isAssignment) variables.assign(name, result, scope.condition)
    else variables.declare(name, result, scope.condition)
  }
  return result
}

function runPlaced(command: Command, scope: Scope, piped: Value | undefined): Value {
  try {
    const value = settled(run(command, scope, piped))
    charge(value, scope.state.machine.budget)
    return value
  } catch (error) {
    throw placed(error, scope.state.source, command.offset)
  }
}

/** @param piped what stands before the bar, which becomes the last argument. */
function run(command: Command, scope: Scope, piped: Value | undefined): Value {
  scope.state.machine.budget.step()
  const [first, ...others] = command.operands
  switch (first.kind) {
    case 'function':
      return callFunction(first, others, scope, piped, argument)
    case 'field':
      return fieldsOf(scope.dot, first.fields, argumentsOf(others, scope, piped))
    case 'variable':
    case 'group':
      if (first.fields.length > 0)
        return fieldsOf(baseOf(first, scope), first.fields, argumentsOf(others, scope, piped))
  }
  if (others.length > 0 || piped) throw new TemplateError("can't give argument to non-function")
  if (first.kind === 'nil') throw new TemplateError('nil is not a command')
  return operand(first, scope)
}

function argumentsOf(operands: readonly Operand[], scope: Scope, piped: Value | undefined): Value[] {
  const args = operands.map(operand => argument(operand, scope))
  return piped ? [...args, piped] : args
}

/** An operand as an argument: a constant number fits any number type that can hold it. */
function argument(given: Operand, scope: Scope): Value {
  return given.kind === 'number' ? new Num(given.value, given.type, undefined, true) : operand(given, scope)
}

function operand(given: Operand, scope: Scope): Value {
  switch (given.kind) {
    case 'dot':
      return scope.dot
    case 'nil':
      return new Nil()
    case 'bool':
      return new Bool(given.value)
    case 'number':
      return new Num(given.value, given.type)
    case 'string':
      return new Text(given.value)
    case 'field':
      return fieldsOf(scope.dot, given.fields, [])
    case 'function':
      return callFunction(given, [], scope, undefined, argument)
    default:
      return fieldsOf(baseOf(given, scope), given.fields, [])
  }
}

/** What the fields of a variable or of a group in parentheses are taken from. */
const baseOf = (given: Extract<Operand, { kind: 'variable' | 'group' }>, scope: Scope): Value =>
  given.kind === 'variable' ? scope.state.variables.get(given.name) : evaluate(given.pipeline, scope)
