import { nameOf, type Path } from '../../finding.ts'
import { namedIn } from '../../model/named.ts'
import { nameOfSubject, type Subject } from '../../model/rbac/rbac.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import type { Holdings } from '../holdings.ts'
import type { GraphEdge, GraphNode, NodeKind, Room } from './graph.ts'
import { reachedFrom } from './reach.ts'

/** A graph that nobody could look through is cut. */
const MOST_NODES = 5000
const MOST_EDGES = 20_000

/** What makes an edge so. */
export interface Place {
  readonly manifest: Manifest | null
  readonly path: Path
}

export const NO_PLACE: Place = { manifest: null, path: [] }

/** Collects nodes and edges, each once. */
export class GraphBuilder {
  readonly #world: World
  readonly #nodes = new Map<string, GraphNode>()
  readonly #missing = new Map<string, Set<string>>()
  readonly #edges = new Map<string, GraphEdge>()

  constructor(world: World) {
    this.#world = world
  }

  /** Notes that a store which is not in the set serves requests of a namespace. */
  missing(id: string, home: string): string {
    const homes = this.#missing.get(id) ?? new Set()
    this.#missing.set(id, homes.add(home))
    return id
  }

  /** Stores that requests name and that are elsewhere, with the namespaces of those requests. */
  get missingStores(): { readonly id: string; readonly homes: ReadonlySet<string> }[] {
    return [...this.#missing].map(([id, homes]) => ({ id, homes }))
  }

  has(id: string): boolean {
    return this.#nodes.has(id)
  }

  get nodes(): readonly GraphNode[] {
    return [...this.#nodes.values()]
  }

  /** Adds a node unless it is there; one without a manifest takes that of a later one. Its id is the answer. */
  add(node: Omit<GraphNode, 'manifest' | 'path' | 'isOperator'> & Partial<GraphNode>): string {
    const known = this.#nodes.get(node.id)
    if (!known?.manifest) this.#nodes.set(node.id, { manifest: null, path: [], isOperator: false, ...known, ...node })
    return node.id
  }

  /** The node of an object of the set. */
  object(manifest: Manifest, kind: NodeKind): string {
    const { namespace, name } = manifest
    const path = ['metadata', 'name']
    const shown = namespace === undefined ? name : `${namespace}/${name}`
    return this.add({
      id: idOf(manifest),
      kind,
      what: manifest.kind,
      name: shown,
      room: roomOf(manifest),
      manifest,
      path,
    })
  }

  /** The node of a subject of RBAC; its ServiceAccount is looked up in the set. */
  subject(subject: Subject): string {
    const { kind, name, namespace } = subject
    const manifest =
      kind === 'ServiceAccount' ? (namedIn(this.#world, 'core/ServiceAccount', name, namespace)[0] ?? null) : null
    return this.add({
      ...{ id: nameOfSubject(subject), kind: 'subject', what: kind, manifest, path: ['metadata', 'name'] },
      name: namespace === undefined ? name : `${namespace}/${name}`,
      room: namespace === undefined ? PEOPLE : { of: 'namespace', name: namespace },
      isOperator: this.#world.isOperator(subject),
    })
  }

  /** The node of a Secret by its name, be it in the set or not. */
  secret(name: string, namespace: string, manifest: Manifest | null = null): string {
    const path = manifest ? ['metadata', 'name'] : []
    const room: Room = { of: 'namespace', name: namespace }
    const id = secretId(name, namespace)
    return this.add({ id, kind: 'secret', what: 'Secret', name: `${namespace}/${name}`, room, manifest, path })
  }

  /** Says that whoever has `from` gets at `to`. */
  reach(from: string, to: string, says: string, place: Place = NO_PLACE): void {
    this.#edge({ from, to, says, carries: true, ...place })
  }

  /** Says that `from` uses `to`, which gives nobody anything. */
  use(from: string, to: string, says: string, place: Place = NO_PLACE): void {
    this.#edge({ from, to, says, carries: false, ...place })
  }

  #edge(edge: GraphEdge): void {
    const key = JSON.stringify([edge.from, edge.to, edge.says])
    if (edge.from !== edge.to && !this.#edges.has(key)) this.#edges.set(key, edge)
  }

  /** All that leads to something of the operator's, sorted. */
  build(): { nodes: GraphNode[]; edges: GraphEdge[]; leftOut: { nodes: number; edges: number } } {
    const all = [...this.#nodes.values()]
    const goals = all.filter(isWorthIt).map(({ id }) => id)
    const edges = [...this.#edges.values()].filter(({ from, to }) => this.has(from) && this.has(to))
    const leading = reachedFrom(goals, edges, 'backwards')
    const entered = new Set(edges.flatMap(({ from, to }) => (leading.has(from) ? to : [])))
    const kept = all
      .filter(({ id, kind }) => leading.has(id) && (kind !== 'all' || entered.has(id)))
      .sort((a, b) => compare(a.id, b.id))
    const nodes = kept.slice(0, MOST_NODES)
    const known = new Set(nodes.map(({ id }) => id))
    const sorted = edges
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.says, b.says))
    const shown = sorted.slice(0, MOST_EDGES)
    return { nodes, edges: shown, leftOut: { nodes: kept.length - nodes.length, edges: sorted.length - shown.length } }
  }
}

/** Subjects, roles and all of something in a namespace are only worth a look when they lead to something else. */
const isWorthIt = ({ kind, room }: GraphNode): boolean =>
  kind === 'all' ? room.of === 'cluster' : kind !== 'subject' && kind !== 'role'

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Everybody who is bound to anything, but for those whose names are filled in later. */
export const knownSubjects = ({ subjects }: Holdings): Subject[] =>
  subjects.filter(({ name, namespace }) => !isPlaceholder(name) && !isPlaceholder(namespace))

export const PEOPLE: Room = { of: 'people', name: '' }
export const CLUSTER: Room = { of: 'cluster', name: '' }

/** Where an object stands: only those of one file are sure to be together where nobody says the namespace. */
export const homeOf = ({ namespace, file }: Manifest): string => namespace ?? `not said in ${file}`

const roomOf = (manifest: Manifest): Room =>
  manifest.kind.startsWith('Cluster') ? CLUSTER : { of: 'namespace', name: homeOf(manifest) }

/** The id of an object's node. */
export const idOf = (manifest: Manifest): string =>
  manifest.kind.startsWith('Cluster') || manifest.namespace !== undefined
    ? nameOf(manifest)
    : `${manifest.kind} ${homeOf(manifest)}/${manifest.name}`

/** The id of a Secret's node. */
export const secretId = (name: string, namespace: string): string => `Secret ${namespace}/${name}`
