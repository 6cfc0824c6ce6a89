import type { ObjectRef, PhysicalLocation } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Graph, GraphEdge, GraphNode } from '../paths/graph/graph.ts'
import { objectRef } from './locate.ts'
import { ownPlace } from './places.ts'

/** A node with its place in the repository. */
export interface LocatedNode extends Omit<GraphNode, 'manifest' | 'path'> {
  /** Null where nothing in the set stands for it. */
  readonly object: ObjectRef | null
  readonly location: PhysicalLocation | null
}

/** An edge with the place that makes it so. */
export interface LocatedEdge extends Omit<GraphEdge, 'manifest' | 'path'> {
  readonly location: PhysicalLocation | null
}

export interface LocatedGraph extends Omit<Graph, 'nodes' | 'edges'> {
  readonly nodes: readonly LocatedNode[]
  readonly edges: readonly LocatedEdge[]
}

/** A graph with the places of its nodes and edges. */
export const locateGraph = ({ nodes, edges, ...graph }: Graph): LocatedGraph => ({
  ...graph,
  nodes: nodes.map(({ manifest, path, ...node }) => ({
    ...node,
    object: manifest && objectRef(manifest),
    location: located(manifest, path),
  })),
  edges: edges.map(({ manifest, path, ...edge }) => ({ ...edge, location: located(manifest, path) })),
})

const located = (manifest: Manifest | null, path: GraphNode['path']): PhysicalLocation | null =>
  manifest && ownPlace(manifest, path)
