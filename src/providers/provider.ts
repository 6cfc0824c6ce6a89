import type { Connection } from './connection.ts'

/**
 * What is known of one provider of the operator: data, read from the CRDs and the source of ESO 2.9.0.
 * Fields are below `spec.provider.<name>`.
 */
export interface Provider extends Connection {
  /** The key below `spec.provider`. */
  readonly name: string
  /** What the project promised on `STATUS.asOf`; absent where it promised nothing. */
  readonly stability?: Stability
  /** The first version of the operator that has it. */
  readonly since: string
  /** The first version that has it no more. */
  readonly until?: string
  /** The field that names a Kubernetes namespace whose Secrets are read, other than the store's own. */
  readonly foreignNamespace?: string
}

export type Stability = 'alpha' | 'beta' | 'stable'

/** Where the stability of the providers was read: docs/introduction/stability-support.md of that version. */
export const STATUS = { version: '2.9.0', asOf: '2026-08-07' } as const

/** Keeps an entry's literal types. */
export const defineProvider = <const P extends Provider>(provider: P): P => provider

/** What is known of one generator of the operator; fields are below `spec`, or below one block of it. */
export interface Generator extends Connection {
  /** In the group `generators.external-secrets.io`. */
  readonly kind: string
  /** The block that the fields are in; absent where that is all of `spec`. */
  readonly block?: string
  /** The key below `spec.generator` of a ClusterGenerator that holds the same fields. */
  readonly clusterField: string
}

/** Keeps an entry's literal types. */
export const defineGenerator = <const G extends Generator>(generator: G): G => generator
