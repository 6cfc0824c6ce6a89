import type { Answer, Question } from '../../graph/answer.ts'
import type { EdgeData, GraphData, NodeData } from '../../graph/data.ts'
import { button, element, richText } from '../element.ts'
import { count, severityMark } from '../marks.ts'
import { longList } from '../more.ts'
import { roomName } from './picture.ts'

const FIRST = 50

type Names = ReadonlyMap<string, string>

const namesIn = ({ nodes }: GraphData): Names => new Map(nodes.map(({ id, what, name }) => [id, `${what} ${name}`]))

/** All answers with their ways, the nearest first. */
export function ways({ ways }: Answer, graph: GraphData, question: Question): HTMLElement[] {
  if (ways.length === 0) return []
  const names = namesIn(graph)
  return [
    element('h3', {}, question.ask === 'who' ? 'Who, and how' : 'What, and how'),
    ...longList(ways, FIRST, 'answer', ({ node, edges }) =>
      element(
        'details',
        { class: 'way' },
        element(
          'summary',
          {},
          element('span', { class: 'what' }, `${node.what} ${node.name}`),
          node.isOperator && element('span', { class: 'row-id' }, 'an operator'),
          element('span', { class: 'row-id' }, count(edges.length, 'step')),
        ),
        element('ol', { class: 'steps' }, ...edges.map(edge => step(sentence(edge, names), edge.place))),
      ),
    ),
  ]
}

const sentence = ({ from, to, says }: EdgeData, names: Names): string =>
  `${names.get(from) ?? ''} ${says} ${names.get(to) ?? ''}`

const step = (says: string, place: string): HTMLElement =>
  element(
    'li',
    {},
    element('span', { class: 'says' }, ...richText(says)),
    place && element('span', { class: 'at' }, element('code', {}, place)),
  )

/** The steps of the attack path that is shown. */
export const pathSteps = (id: string, { paths }: GraphData): HTMLElement[] =>
  paths
    .filter(path => path.id === id)
    .map(({ steps }) => element('ol', { class: 'steps' }, ...steps.map(({ says, place }) => step(says, place))))

/** The attack paths to choose from, the worst first. */
export function pathTable({ paths }: GraphData, question: Question, choose: (id: string) => void): HTMLElement {
  if (paths.length === 0) return element('p', { class: 'note' }, 'No attack path goes over this graph.')
  return element(
    'div',
    { class: 'path-choices' },
    element('h3', {}, 'Attack paths, the worst first'),
    ...longList(paths, FIRST, 'path', ({ id, severity, title }) =>
      button(
        element('span', {}, severityMark(severity), ' ', element('span', { class: 'what' }, ...richText(title))),
        () => choose(id),
        { class: 'path-choice', 'aria-pressed': String(question.ask === 'path' && question.id === id) },
      ),
    ),
  )
}

/** What is drawn, as tables. */
export function tables({ nodes, edges }: Answer, graph: GraphData): HTMLElement {
  const names = namesIn(graph)
  const root = element('details', { class: 'tables' }, element('summary', {}, 'The drawing as tables'))
  // Nobody waits for what is not opened.
  root.addEventListener('toggle', () => {
    if (!root.open || root.childElementCount > 1) return
    root.append(
      table('Nodes', ['What', 'Name', 'Where', 'Line', 'Findings'], nodes, nodeRow),
      table('Edges', ['From', 'How', 'To', 'Line'], edges, ({ from, to, says, place, carries }) => [
        ...[names.get(from) ?? '', carries ? says : `${says} (only uses it)`, names.get(to) ?? '', place],
      ]),
    )
  })
  return root
}

const nodeRow = (node: NodeData): string[] => [
  ...[node.what, node.name, roomName(node), node.place, node.findings.map(({ rule }) => rule).join(', ')],
]

const table = <Item>(
  caption: string,
  head: readonly string[],
  items: readonly Item[],
  row: (item: Item) => readonly string[],
): HTMLElement =>
  element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...head.map(text => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...items.map(item => element('tr', {}, ...row(item).map(text => element('td', {}, text))))),
    ),
  )
