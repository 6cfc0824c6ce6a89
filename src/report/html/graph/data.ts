import type { Severity } from '../../../finding.ts'
import type { NodeKind, Room } from '../../../paths/graph/graph.ts'
import type { Link } from '../../../paths/graph/reach.ts'

/** What the page holds of the graphs: `PageData.sections.graph`. */
export interface GraphsData {
  /** One for each cluster. */
  readonly graphs: readonly GraphData[]
}

export interface GraphData {
  readonly cluster: string
  readonly nodes: readonly NodeData[]
  readonly edges: readonly EdgeData[]
  readonly paths: readonly NodePathData[]
  readonly leftOut: { readonly nodes: number; readonly edges: number }
}

export interface NodeData {
  /** `n0`, `n1`: short words of the page alone. */
  readonly id: string
  readonly kind: NodeKind
  readonly what: string
  readonly name: string
  readonly room: Room
  readonly isOperator: boolean
  /** `file:line`; empty for none. */
  readonly place: string
  /** The most severe first. */
  readonly findings: readonly NodeFinding[]
}

export interface NodeFinding {
  /** Its fingerprint. */
  readonly id: string
  readonly rule: string
  readonly severity: Severity
}

export interface EdgeData extends Link {
  readonly says: string
  readonly place: string
}

/** An attack path over nodes. */
export interface NodePathData {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly steps: readonly { readonly says: string; readonly place: string; readonly nodes: readonly string[] }[]
}
