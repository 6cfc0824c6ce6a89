import type { BranchNode, Node } from '../syntax/tree.ts'

const known = new WeakMap<BranchNode, ReadonlySet<string>>()

/** The variables that some part of a branch assigns (`=`), whether it runs or not. */
export function assignedIn(branch: BranchNode): ReadonlySet<string> {
  const found = known.get(branch) ?? new Set([...namesIn(branch.body), ...namesIn(branch.otherwise ?? [])])
  known.set(branch, found)
  return found
}

function* namesIn(nodes: readonly Node[]): Generator<string> {
  for (const node of nodes) {
    if (node.kind === 'action' && node.pipeline.isAssignment) yield* node.pipeline.variables
    else if ('body' in node) yield* assignedIn(node)
  }
}
