import type { Path } from '../../finding.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { type AttackPaths, contextOf } from '../attack.ts'
import { pathsAsNodes } from './attack-nodes.ts'
import { GraphBuilder } from './builder.ts'
import { addCombinations } from './combinations.ts'
import { addOperator } from './operator.ts'
import { addRequests } from './requests.ts'
import { addRights } from './rights.ts'
import { addStores } from './stores.ts'
import { addMembers } from './wholes.ts'

/** What a node is; the order is that of the story, from who to what they get. */
export const NODE_KINDS = [
  ...(['subject', 'component', 'role', 'all', 'request', 'store', 'generator'] as const),
  ...(['identity', 'key', 'endpoint', 'secret'] as const),
] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/** Where a node stands: people, what is for the whole cluster, a namespace, or a service outside. */
export interface Room {
  readonly of: 'people' | 'cluster' | 'namespace' | 'service'
  /** Of the namespace or service; empty for the other two. */
  readonly name: string
}

/** Something that somebody can be, hold or get at. */
export interface GraphNode {
  /** Unique in its graph; says what it is, so that it survives moved lines. */
  readonly id: string
  readonly kind: NodeKind
  /** The kind in the field's words: `ServiceAccount`, `ClusterSecretStore`, `Vault role`. */
  readonly what: string
  readonly name: string
  readonly room: Room
  /** Null where nothing in the set stands for it. */
  readonly manifest: Manifest | null
  readonly path: Path
  /** A subject that may manage the operator. */
  readonly isOperator: boolean
}

/** A way from one node to another, and the node of a manifest that makes it so. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  /** Said of `from`, with `to` to follow: `can change`. */
  readonly says: string
  /** Whether who has `from` gets at `to`; else it is only said that `from` uses `to`. */
  readonly carries: boolean
  readonly manifest: Manifest | null
  readonly path: Path
}

/** An attack path over the nodes of a graph. */
export interface NodePath {
  /** Of the `AttackPath`. */
  readonly id: string
  /** For each of its steps the nodes that it adds, in their order; several nodes stand for a binding. */
  readonly steps: readonly (readonly string[])[]
}

/**
 * Who can get at what in one cluster. The nodes are cut so that reach is plain: whoever has a node has all that its
 * carrying edges lead to. A role that is bound in two namespaces is two nodes, so that no right leaks from one to the other.
 */
export interface Graph {
  readonly cluster: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly paths: readonly NodePath[]
  /** How many nodes and edges there are beyond the limits. */
  readonly leftOut: { readonly nodes: number; readonly edges: number }
}

/** The graph of a world, in a fixed order. */
export function graphOf(world: World, { paths }: Pick<AttackPaths, 'paths'>): Graph {
  const context = contextOf(world)
  const builder = new GraphBuilder(world)
  addStores(builder, context)
  addRequests(builder, context)
  addOperator(builder, context)
  addRights(builder, context)
  addCombinations(builder, context)
  addMembers(builder, context)
  const { nodes, edges, leftOut } = builder.build()
  return { cluster: world.cluster, nodes, edges, leftOut, paths: pathsAsNodes(paths, { nodes, edges }, world) }
}
