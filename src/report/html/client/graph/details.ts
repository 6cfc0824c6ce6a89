import { isGoal, isSomebody } from '../../graph/answer.ts'
import type { EdgeData, GraphData, NodeData } from '../../graph/data.ts'
import { linkTo } from '../address.ts'
import { button, element } from '../element.ts'
import { severityMark } from '../marks.ts'
import { roomName } from './picture.ts'

/** What can be asked of a node. */
export type Ask = (ask: 'who' | 'reach' | 'near', node: NodeData) => void

const MOST = 40

/** All that is known of a node: where it is written, its findings, and its neighbours. */
export function details(node: NodeData, graph: GraphData, choose: (node: NodeData) => void, ask: Ask): HTMLElement {
  const known = new Map(graph.nodes.map(other => [other.id, other]))
  const neighbours = (title: string, edges: readonly EdgeData[], end: 'from' | 'to'): HTMLElement[] =>
    edges.length === 0
      ? []
      : [
          element('h4', {}, title),
          element(
            'ul',
            { class: 'neighbours' },
            ...edges.slice(0, MOST).flatMap(edge => {
              const other = known.get(edge[end])
              return other ? [neighbour(edge, other, end, choose)] : []
            }),
            edges.length > MOST && element('li', { class: 'note' }, `and ${edges.length - MOST} more`),
          ),
        ]
  return element(
    'aside',
    { class: 'node', tabindex: -1, 'aria-label': `${node.what} ${node.name}` },
    element('p', { class: 'kind' }, `${node.what}${node.isOperator ? ' · an operator' : ''}`),
    element('h3', {}, node.name),
    element('p', { class: 'at' }, roomName(node), node.place && element('code', {}, node.place)),
    element(
      'p',
      { class: 'asks' },
      !isSomebody(node) && button('Who can get at this?', () => ask('who', node)),
      !isGoal(node) || node.kind !== 'endpoint' ? button('What does this reach?', () => ask('reach', node)) : false,
      button('Its neighbours', () => ask('near', node)),
    ),
    ...(node.findings.length === 0 ? [] : [element('h4', {}, 'Findings')]),
    element(
      'ul',
      {},
      ...node.findings
        .slice(0, MOST)
        .map(({ id, rule, severity }) =>
          element('li', {}, severityMark(severity), ' ', element('a', { href: linkTo('findings', { id }) }, rule)),
        ),
    ),
    ...neighbours(
      'Gets at',
      graph.edges.filter(({ from }) => from === node.id),
      'to',
    ),
    ...neighbours(
      'Is got at by',
      graph.edges.filter(({ to }) => to === node.id),
      'from',
    ),
  )
}

const neighbour = (
  { says, place, carries }: EdgeData,
  other: NodeData,
  end: 'from' | 'to',
  choose: (node: NodeData) => void,
): HTMLElement => {
  const name = button(`${other.what} ${other.name}`, () => choose(other), { class: 'plain' })
  const words = `${says}${carries ? '' : ' (only uses it)'}`
  return element(
    'li',
    {},
    ...(end === 'to' ? [words, ' ', name] : [name, ' ', words]),
    place && element('code', {}, place),
  )
}
