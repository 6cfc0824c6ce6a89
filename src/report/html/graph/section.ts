import { type Finding, nameOf, type ObjectRef, type PhysicalLocation } from '../../../finding.ts'
import type { LocatedGraph, LocatedNode } from '../../../locate/graph.ts'
import { type Assessment, placeText } from '../../report.ts'
import type { Section } from '../page.ts'
import { visibleData } from '../visible.ts'
import type { GraphData, GraphsData, NodeFinding } from './data.ts'

/** The view of who can get at what as a graph; undefined where there is none. */
export async function graphSection(assessment: Assessment): Promise<Section | undefined> {
  const graphs = assessment.graphs?.().filter(({ nodes }) => nodes.length > 0) ?? []
  if (graphs.length === 0) return undefined
  const data: GraphsData = { graphs: graphs.map(graph => graphData(graph, assessment)) }
  return { id: 'graph', title: 'Graph', html: '', data: visibleData(data) }
}

function graphData({ cluster, nodes, edges, paths, leftOut }: LocatedGraph, assessment: Assessment): GraphData {
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]))
  const idOf = (node: string): string => ids.get(node) ?? ''
  const findings = Map.groupBy(assessment.findings, ({ object }) => (object ? keyOf(object) : ''))
  const nodesOf = new Map(paths.map(({ id, steps }) => [id, steps]))
  return {
    ...{ cluster, leftOut },
    nodes: nodes.map(node => ({
      ...{ id: idOf(node.id), kind: node.kind, what: node.what, name: node.name, room: node.room },
      ...{ isOperator: node.isOperator, place: textOf(node.location), findings: findingsOf(node, findings, cluster) },
    })),
    edges: edges.map(({ from, to, says, carries, location }) => ({
      ...{ from: idOf(from), to: idOf(to), says, carries, place: textOf(location) },
    })),
    paths: assessment.attack.paths.flatMap(({ id, severity, title, steps }) => {
      const found = nodesOf.get(id)
      if (!found?.some(({ length }) => length > 0)) return []
      const shown = steps.map(({ says, location }, i) => ({
        ...{ says, place: textOf(location), nodes: (found[i] ?? []).map(idOf) },
      }))
      return [{ id, severity, title, steps: shown }]
    }),
  }
}

const textOf = (location: PhysicalLocation | null): string => (location ? placeText({ location }) : '')

const keyOf = (object: ObjectRef): string => `${object.apiVersion.split('/')[0]} ${nameOf(object)}`

/** What was found at the node's object in this cluster. */
function findingsOf(
  { object }: LocatedNode,
  findings: ReadonlyMap<string, readonly Finding[]>,
  cluster: string,
): NodeFinding[] {
  const all = (object && findings.get(keyOf(object))) || []
  return all
    .filter(({ worlds }) => worlds === undefined || worlds.some(world => world.cluster === cluster))
    .map(({ fingerprint, rule, severity }) => ({ id: fingerprint, rule, severity }))
}
