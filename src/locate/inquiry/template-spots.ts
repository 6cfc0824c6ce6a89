import { parseOnce } from '../../template/execute/parse.ts'
import type { ActionNode, Node, TextNode } from '../../template/syntax/tree.ts'
import type { Spot } from './what-prints.ts'

/** The texts of a template that say something, outside of its defines. @throws TemplateError, Untraced */
export const textSpots = (template: string, text: string): Spot[] =>
  printersIn(template, text).flatMap(node => (isSaying(node) ? { template, text, offset: node.offset } : []))

/** What a line prints first: its text, else an action on it. Undefined for a line of neither. @throws TemplateError, Untraced */
export function spotOnLine(template: string, text: string, line: number): Spot | undefined {
  const start = line === 1 ? 0 : lineBreak(text, line - 1) + 1
  const end = lineBreak(text, line)
  const printers = printersIn(template, text)
  const found =
    printers.find(node => node.kind === 'text' && /\S/.test(partOf(node, start, end))) ??
    printers.find(({ kind, offset }) => kind === 'action' && start <= offset && offset < end)
  return found && { template, text, offset: found.offset }
}

/** Dashes alone part documents. */
const isSaying = (node: TextNode | ActionNode): boolean => node.kind === 'text' && /[^\s-]/.test(node.text)

const partOf = ({ text, offset }: TextNode, start: number, end: number): string =>
  text.slice(Math.max(0, start - offset), Math.max(0, end - offset))

/** The offset of a line's break, from 1; of the text's end where it has none. */
function lineBreak(text: string, line: number): number {
  let at = -1
  for (let i = 0; i < line; i++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at
}

const printersIn = (template: string, text: string): (TextNode | ActionNode)[] =>
  printersOf(parseOnce(text, template).nodes)

const printersOf = (nodes: readonly Node[]): (TextNode | ActionNode)[] =>
  nodes.flatMap(node => {
    if (node.kind === 'text' || node.kind === 'action') return node
    return 'body' in node ? printersOf([...node.body, ...(node.otherwise ?? [])]) : []
  })
