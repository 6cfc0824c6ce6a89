import type { BranchNode, Node, Pipeline } from '../syntax/tree.ts'
import { union } from '../value/provenance.ts'
import type { Condition } from '../value/site.ts'
import { dependenciesOf, isTrue, type Value } from '../value/value.ts'
import { assignedIn } from './assigned.ts'
import { charge } from './charge.ts'
import { evaluate } from './pipeline.ts'
import { placed } from './place.ts'
import { type Turn, turnsOf } from './range.ts'
import { givenBy } from './source.ts'
import type { Scope } from './state.ts'

/** How a list of nodes ended: at its end, or by a jump out of the innermost `range`. */
export type Jump = 'break' | 'continue' | undefined

/** Runs a list of nodes. */
export type Walk = (nodes: readonly Node[], scope: Scope) => Jump

/** Runs `if`, `with` or `range`. @throws TemplateError, Untraced */
export function branch(node: BranchNode, scope: Scope, walk: Walk): Jump {
  const { variables } = scope.state
  const mark = variables.enter()
  const value = evaluate(node.pipeline, scope)
  const condition = conditionOf(node, value, scope)
  const run = node.kind === 'range' ? loop : choose
  const jump = run(node, value, { ...scope, condition }, condition, walk)
  variables.leave(mark)
  for (const name of assignedIn(node)) variables.mayBeAssigned(name, condition)
  return jump
}

const conditionOf = (node: BranchNode, value: Value, { state: { source }, condition }: Scope): Condition => ({
  parent: condition,
  source,
  offset: node.offset,
  depends: union(dependenciesOf(value), givenBy(source, node.offset)),
  isTrue: isTrue(value),
  iteration: undefined,
})

/** @param scope the one inside of the branch. */
function choose(node: BranchNode, value: Value, scope: Scope, condition: Condition, walk: Walk): Jump {
  if (!condition.isTrue) return otherwise(node, scope, walk)
  return walk(node.body, node.kind === 'with' ? { ...scope, dot: value } : scope)
}

/** An empty piece marks the place where the branch that was not taken would have printed. */
function otherwise(node: BranchNode, scope: Scope, walk: Walk): Jump {
  const { state, condition } = scope
  state.output.nothing({ source: state.source, offset: node.offset, kind: 'action', frame: state.frame, condition })
  return node.otherwise && walk(node.otherwise, scope)
}

function loop(node: BranchNode, value: Value, scope: Scope, condition: Condition, walk: Walk): Jump {
  const { variables, machine } = scope.state
  const mark = variables.enter()
  let isEmpty = true
  for (const turn of turns(node.pipeline, value, scope)) {
    isEmpty = false
    machine.budget.step()
    const inside = { ...scope, dot: turn.item, condition: { ...condition, isTrue: true, iteration: turn.iteration } }
    setLoopVariables(node.pipeline, turn, inside)
    const jump = walk(node.body, inside)
    variables.leave(mark)
    if (jump === 'break') break
  }
  return isEmpty ? otherwise(node, { ...scope, condition: { ...condition, isTrue: false } }, walk) : undefined
}

function turns(pipeline: Pipeline, value: Value, { state }: Scope): Iterable<Turn> {
  try {
    charge(value, state.machine.budget)
    return turnsOf(value, pipeline)
  } catch (error) {
    throw placed(error, state.source, pipeline.offset)
  }
}

/** With one variable it gets the item, with two the key comes first. */
function setLoopVariables({ variables: names, isAssignment }: Pipeline, turn: Turn, { state, condition }: Scope): void {
  const values = names.length > 1 ? [turn.key, turn.item] : [turn.item]
  for (const [i, value] of values.slice(0, names.length).entries()) {
    const name = names[i]
    if (name === undefined) continue
    if (isAssignment) state.variables.assign(name, value, condition)
    else state.variables.setFromTop(names.length - i, value)
  }
}
