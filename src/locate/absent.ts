import type { DisabledTemplate } from '../template/chart/installation.ts'
import { parseOnce } from '../template/execute/parse.ts'
import type { BranchNode, Node } from '../template/syntax/tree.ts'
import { type Datum, flatten } from '../template/value/provenance.ts'
import type { Condition, TemplateSource } from '../template/value/site.ts'

/** The data that decide whether a branch that was not taken is; the branch's own text would print what is missing. */
export interface Absence {
  readonly condition: Condition
  readonly data: readonly Datum[]
}

/** Of the branches that were not taken, those whose text has a key: `resources:`. */
export const branchesWithKey = (untaken: readonly Condition[], key: string): Absence[] =>
  branchesWith(untaken, new RegExp(`^[ \\t]*(?:- +)?${RegExp.escape(key)}:`, 'm'))

/** Of the branches that were not taken, those whose text has an object of a kind. */
export const branchesWithKind = (untaken: readonly Condition[], kind: string): Absence[] =>
  branchesWith(untaken, ofKind(kind))

/** The same for the templates of subcharts that are switched off. */
export const templatesWithKind = (disabled: readonly DisabledTemplate[], kind: string): DisabledTemplate[] =>
  disabled.filter(({ text }) => ofKind(kind).test(text))

const ofKind = (kind: string): RegExp => new RegExp(`^kind:[ \\t]+["']?${RegExp.escape(kind)}\\b`, 'm')

function branchesWith(untaken: readonly Condition[], wanted: RegExp): Absence[] {
  return [...Map.groupBy(untaken, ({ source }) => source)].flatMap(([source, conditions]) => {
    if (!wanted.test(source.text)) return []
    const branches = branchesOf(source)
    const offsets = new Set(conditions.map(({ offset }) => offset))
    const found = new Set(
      [...offsets].filter(offset => textsIn(branches.get(offset)?.body ?? []).some(text => wanted.test(text))),
    )
    return conditions
      .filter(({ offset }) => found.has(offset))
      .map(condition => ({ condition, data: keysIn(condition) }))
  })
}

/** The values that decide whether a branch is taken. */
export const keysIn = ({ depends }: Condition): Datum[] =>
  [...flatten(depends)].filter(({ source, key }) => source === 'values' && key !== undefined)

const indices = new WeakMap<TemplateSource, ReadonlyMap<number, BranchNode>>()

/** The branches of a text and of its defines, by their offset. */
function branchesOf(source: TemplateSource): ReadonlyMap<number, BranchNode> {
  const known = indices.get(source)
  if (known) return known
  const { nodes, defines } = parseOnce(source.text, source.given ? 'gotpl' : source.name)
  const index = new Map<number, BranchNode>()
  const open = [nodes, ...defines.values()]
  for (let next = open.pop(); next; next = open.pop())
    for (const node of next) {
      if (!('body' in node)) continue
      index.set(node.offset, node)
      open.push(node.body, node.otherwise ?? [])
    }
  indices.set(source, index)
  return index
}

const textsIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(node => {
    if (node.kind === 'text') return node.text
    return 'body' in node ? textsIn([...node.body, ...(node.otherwise ?? [])]) : []
  })
