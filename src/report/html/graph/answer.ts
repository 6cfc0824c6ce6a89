import type { NodeKind } from '../../../paths/graph/graph.ts'
import { reachedFrom, wayTo } from '../../../paths/graph/reach.ts'
import type { EdgeData, GraphData, NodeData } from './data.ts'

/** What somebody asks of a graph; the ids are those of nodes, and of an attack path. */
export type Question =
  | { readonly ask: 'all' }
  | { readonly ask: 'path'; readonly id: string }
  | { readonly ask: 'who' | 'reach' | 'near'; readonly id: string }

/** A way from one node to another. */
export interface Way {
  readonly node: NodeData
  /** In the order in which they are gone. */
  readonly edges: readonly EdgeData[]
}

/** The part of a graph that answers a question. */
export interface Answer {
  readonly nodes: readonly NodeData[]
  readonly edges: readonly EdgeData[]
  /** Who gets at it, or what is reached: the nearest first. */
  readonly ways: readonly Way[]
  /** How many of the ways are not drawn. */
  readonly undrawn: number
}

/** More ways at once nobody can follow in a drawing. */
const MOST_WAYS = 24

/** Those who can want something. */
export const isSomebody = ({ kind }: NodeData): boolean => kind === 'subject' || kind === 'component'

/** What somebody can want: all but the steps to it. */
export const isGoal = ({ kind, room }: NodeData): boolean =>
  GOALS.includes(kind) || (kind === 'all' && room.of === 'cluster')

const GOALS: readonly NodeKind[] = ['secret', 'key', 'identity', 'endpoint', 'store', 'generator']

/** Answers a question on a graph; an id that is not there is answered with nothing. */
export function answerTo(question: Question, graph: GraphData): Answer {
  if (question.ask === 'all') return { nodes: graph.nodes, edges: graph.edges, ways: [], undrawn: 0 }
  if (question.ask === 'path') return alongPath(question.id, graph)
  if (question.ask === 'near') return around(question.id, graph)
  const direction = question.ask === 'who' ? 'backwards' : 'forwards'
  const known = new Map(graph.nodes.map(node => [node.id, node]))
  const start = known.get(question.id)
  if (!start) return { nodes: [], edges: [], ways: [], undrawn: 0 }
  const reached = reachedFrom([start.id], graph.edges, direction)
  const isWanted = question.ask === 'who' ? isSomebody : (node: NodeData) => isGoal(node) || node.kind === 'subject'
  const ways = [...reached.keys()].flatMap((id): Way[] => {
    const node = known.get(id)
    return node && node !== start && isWanted(node) ? [{ node, edges: wayTo(id, reached, direction) }] : []
  })
  const drawn = ways.slice(0, MOST_WAYS)
  const edges = [...new Set(drawn.flatMap(way => way.edges))]
  const nodes = new Set([start.id, ...edges.flatMap(({ from, to }) => [from, to])])
  return { nodes: nodesIn(graph, nodes), edges, ways, undrawn: ways.length - drawn.length }
}

const nodesIn = ({ nodes }: GraphData, ids: ReadonlySet<string>): NodeData[] => nodes.filter(({ id }) => ids.has(id))

/** Neighbours follow each other; where no edge of the graph joins two, the words of the step do. */
function alongPath(id: string, graph: GraphData): Answer {
  const path = graph.paths.find(path => path.id === id)
  const stops = (path?.steps ?? []).flatMap(({ says, place, nodes }) => nodes.map(node => ({ node, says, place })))
  const order = stops.filter(({ node }, i) => node !== stops[i - 1]?.node)
  const edges = order.slice(1).flatMap((stop, i): EdgeData[] => {
    const [from, to] = [order[i]?.node ?? '', stop.node]
    const real = graph.edges.filter(edge => edge.from === from && edge.to === to)
    return real.length > 0 ? real : [{ from, to, says: stop.says, place: stop.place, carries: true }]
  })
  const known = new Map(graph.nodes.map(node => [node.id, node]))
  const nodes = [...new Set(order.flatMap(({ node }) => known.get(node) ?? []))]
  return { nodes, edges: [...new Set(edges)], ways: [], undrawn: 0 }
}

function around(id: string, graph: GraphData): Answer {
  const edges = graph.edges.filter(({ from, to }) => from === id || to === id)
  const nodes = new Set([id, ...edges.flatMap(({ from, to }) => [from, to])])
  return { nodes: nodesIn(graph, nodes), edges, ways: [], undrawn: 0 }
}
