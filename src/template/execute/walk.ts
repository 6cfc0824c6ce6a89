import type { ActionNode, CallNode, Node, TextNode } from '../syntax/tree.ts'
import type { Site } from '../value/site.ts'
import { Nil } from '../value/value.ts'
import { branch, type Jump } from './branch.ts'
import { evaluate } from './pipeline.ts'
import { placed } from './place.ts'
import { givenBy } from './source.ts'
import type { Scope } from './state.ts'

/** Runs nodes one after the other; what they print goes to the output of the scope. @throws TemplateError, Untraced */
export function walk(nodes: readonly Node[], scope: Scope): Jump {
  for (const node of nodes) {
    scope.state.machine.budget.step()
    const jump = step(node, scope)
    if (jump) return jump
  }
  return undefined
}

function step(node: Node, scope: Scope): Jump {
  switch (node.kind) {
    case 'break':
    case 'continue':
      return node.kind
    case 'text':
      text(node, scope)
      return undefined
    case 'action':
      action(node, scope)
      return undefined
    case 'call':
      call(node, scope)
      return undefined
    default:
      return branch(node, scope, walk)
  }
}

/** In a text that `tpl` was given, each piece keeps the origin it has there. */
function text({ offset, text }: TextNode, scope: Scope): void {
  const { source, output } = scope.state
  if (!source.given) {
    output.text(text, siteOf('text', offset, scope))
    return
  }
  const end = offset + text.length
  for (const { segment, start } of source.givenIn(offset, end)) {
    const [from, to] = [Math.max(offset, start), Math.min(end, start + segment.text.length)]
    output.text(source.text.slice(from, to), siteOf('text', from, scope), segment.provenance)
  }
}

/** Go prints nothing for an action that declares or assigns variables. */
function action({ pipeline, offset }: ActionNode, scope: Scope): void {
  const value = evaluate(pipeline, scope)
  const { output, source } = scope.state
  if (pipeline.variables.length === 0) output.value(value, siteOf('action', offset, scope), givenBy(source, offset))
}

function call({ name, pipeline, offset }: CallNode, scope: Scope): void {
  const { machine, output, source } = scope.state
  const dot = pipeline ? evaluate(pipeline, scope) : new Nil()
  try {
    output.value(machine.include(name, dot, scope, offset), siteOf('action', offset, scope), givenBy(source, offset))
  } catch (error) {
    throw placed(error, source, offset)
  }
}

const siteOf = (kind: Site['kind'], offset: number, { state: { source, frame }, condition }: Scope): Site => ({
  source,
  offset,
  kind,
  frame,
  condition,
})
