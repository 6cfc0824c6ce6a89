import type { PageData } from '../../data.ts'
import { type Answer, answerTo, isGoal, isSomebody, type Question } from '../../graph/answer.ts'
import type { GraphData, GraphsData, NodeData } from '../../graph/data.ts'
import type { Address } from '../address.ts'
import { element } from '../element.ts'
import { count } from '../marks.ts'
import { changeTo, goTo } from '../navigate.ts'
import { details } from './details.ts'
import { drawn, type Listener } from './drawing.ts'
import { pathSteps, pathTable, tables, ways } from './lists.ts'
import { pictureOf, type Shape } from './picture.ts'
import { zoomable } from './zoom.ts'

/** The view of who can get at what: questions, the drawing that answers them, and the same in words. */
export function graph(root: HTMLElement, data: PageData, address: Address): void {
  const { graphs } = data.sections.graph as GraphsData
  const shown = graphs.find(({ cluster }) => cluster === address.values.cluster?.[0]) ?? graphs[0]
  if (!shown) return
  const question = questionIn(address)
  const answer = answerTo(question, shown)
  root.querySelector('.graph-view')?.remove()
  root.append(
    element(
      'div',
      { class: 'graph-view' },
      element(
        'p',
        { class: 'lead' },
        'Who can get at what, by what this repository says. An arrow leads from what somebody has to what that gives them; a dashed one only says that one uses the other.',
      ),
      controls(graphs, shown, question),
      ...said(question, answer, shown),
      stage(question, answer, shown, address),
      ...(question.ask === 'path' ? pathSteps(question.id, shown) : []),
      ...ways(answer, shown, question),
      pathTable(shown, question, id => ask(shown, { ask: 'path', id })),
      tables(answer, shown),
    ),
  )
}

/** The address says what is asked: `#graph?who=n12`. */
function questionIn({ values }: Address): Question {
  for (const ask of ['path', 'who', 'reach', 'near'] as const) {
    const [id] = values[ask] ?? []
    if (id !== undefined) return { ask, id }
  }
  return { ask: 'all' }
}

function ask({ cluster }: GraphData, question: Question): void {
  goTo({
    view: 'graph',
    values: { cluster: [cluster], ...(question.ask !== 'all' && { [question.ask]: [question.id] }) },
  })
}

const titleOf = ({ what, name }: NodeData): string => `${what} ${name}`

/** The two questions, the clusters, and the way back to all of it. */
function controls(graphs: readonly GraphData[], shown: GraphData, question: Question): HTMLElement {
  const clusters = graphs.map(({ cluster }) => cluster)
  const asked = question.ask === 'all' ? '' : question.id
  return element(
    'div',
    { class: 'questions' },
    graphs.length > 1 &&
      choice(
        'Cluster',
        clusters.map(cluster => ({ id: cluster, says: cluster })),
        shown.cluster,
        cluster => changeTo({ view: 'graph', values: { cluster: [cluster] } }),
      ),
    choice('Who can get at', optionsOf(shown, isWorthAsking, 'key'), question.ask === 'who' ? asked : '', id =>
      ask(shown, id === '' ? { ask: 'all' } : { ask: 'who', id }),
    ),
    choice('What can they reach:', optionsOf(shown, isSomebody, 'subject'), question.ask === 'reach' ? asked : '', id =>
      ask(shown, id === '' ? { ask: 'all' } : { ask: 'reach', id }),
    ),
  )
}

const isWorthAsking = (node: NodeData): boolean => isGoal(node) || node.kind === 'all' || node.what === 'ServiceAccount'

interface Option {
  readonly id: string
  readonly says: string
}

/** Those of the kind that is asked for most stand first. */
function optionsOf({ nodes }: GraphData, isOne: (node: NodeData) => boolean, first: NodeData['kind']): Option[] {
  const some = nodes.filter(isOne)
  const sorted = [...some.filter(({ kind }) => kind === first), ...some.filter(({ kind }) => kind !== first)]
  return [{ id: '', says: 'choose …' }, ...sorted.map(node => ({ id: node.id, says: titleOf(node) }))]
}

function choice(label: string, options: readonly Option[], chosen: string, act: (id: string) => void): HTMLElement {
  const select = element(
    'select',
    {},
    ...options.map(({ id, says }) => element('option', { value: id, selected: id === chosen }, says)),
  )
  select.addEventListener('change', () => act(select.value))
  return element('label', {}, element('span', {}, label), select)
}

/** What the drawing shows, in one sentence. */
function said(question: Question, { nodes, ways, undrawn }: Answer, shown: GraphData): HTMLElement[] {
  const asked = question.ask === 'all' ? undefined : shown.nodes.find(({ id }) => id === question.id)
  const path = shown.paths.find(({ id }) => question.ask === 'path' && id === question.id)
  const name = asked ? titleOf(asked) : ''
  const more = undrawn > 0 ? ` The drawing shows the ${ways.length - undrawn} nearest; the list has all.` : ''
  const sentence = {
    all: `${count(nodes.length, 'node')} and ${count(shown.edges.length, 'edge')}.`,
    path: path?.title ?? 'This path is not in the graph.',
    who: `${count(ways.length, 'subject')} can get at ${name}.${more}`,
    reach: `${name} gets at ${count(ways.length, 'thing')}.${more}`,
    near: `What is next to ${name}.`,
  }[question.ask]
  const { nodes: hidden, edges } = shown.leftOut
  const lack = hidden + edges > 0 ? [`${hidden} nodes and ${edges} edges are left out: answers may lack some.`] : []
  const back = element('a', { href: '#graph' }, 'Show all of the graph')
  return [
    element(
      'p',
      { class: 'answer', role: 'status' },
      sentence,
      question.ask !== 'all' && ' ',
      question.ask !== 'all' && back,
    ),
    ...lack.map(text => element('p', { class: 'note' }, text)),
  ]
}

/** The drawing with the details of what is chosen beside it. */
function stage(question: Question, answer: Answer, shown: GraphData, address: Address): HTMLElement {
  const opened = address.values.open ?? []
  const picture = pictureOf(answer.nodes, answer.edges, { isStory: question.ask !== 'all', opened })
  const side = element('div', { class: 'side' })
  const below = picture.isFolded ? folded() : legend()
  const show = (node: NodeData): void => {
    for (const one of svg.querySelectorAll<SVGElement>('.box'))
      one.classList.toggle('chosen', one.dataset.id === node.id)
    for (const one of svg.querySelectorAll<SVGElement>('.line'))
      one.classList.toggle('chosen', [one.dataset.from, one.dataset.to].includes(node.id))
    svg.classList.add('has-chosen')
    const panel = details(node, shown, show, (word, { id }) => ask(shown, { ask: word, id }))
    side.replaceChildren(panel)
    panel.focus({ preventScroll: true })
  }
  const listener: Listener = { choose: ({ node, group }: Shape) => (node ? show(node) : open(address, group)) }
  const svg = drawn(picture, `Graph of ${count(picture.shapes.length, 'box')}; the tables below say the same`, listener)
  if (question.ask === 'who' || question.ask === 'reach' || question.ask === 'near')
    svg.querySelector(`[data-id="${CSS.escape(question.id)}"]`)?.classList.add('asked')
  const canvas = zoomable(svg, picture.layout, { isFromEnd: question.ask === 'who' })
  return element('div', { class: 'stage' }, canvas, side, below)
}

function open({ values }: Address, room: string): void {
  changeTo({ view: 'graph', values: { ...values, open: [...(values.open ?? []), room] } })
}

const folded = (): HTMLElement =>
  element(
    'p',
    { class: 'note' },
    'There are too many nodes to draw at once: a box stands for a whole namespace. Choose one to open it, or ask a question.',
  )

const legend = (): HTMLElement =>
  element(
    'div',
    { class: 'legend' },
    element('p', {}, 'Choose a box to see its lines, its findings and its neighbours.'),
    element(
      'ul',
      {},
      ...[
        ['subject', 'who'],
        ['role', 'roles, where they are bound'],
        ['store', 'requests, stores and generators'],
        ['identity', 'outside: identities, keys, endpoints'],
        ['secret', 'Secrets in the cluster'],
      ].map(([kind = '', says = '']) => element('li', { class: `key ${kind}` }, says)),
    ),
    element(
      'p',
      { class: 'note' },
      'Drag to move, Ctrl and the wheel or + and − to zoom, 0 for all of it; arrow keys go from box to box, Enter opens.',
    ),
  )
