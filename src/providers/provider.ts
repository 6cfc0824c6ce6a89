import type { Connection } from './connection.ts'

/**
 * What is known of one provider of the operator: data, read from the CRDs and the source of ESO 2.9.0.
 * Fields are below `spec.provider.<name>`.
 */
export interface Provider extends Connection {
  /** The key below `spec.provider`. */
  readonly name: string
  /** The first version of the operator that has it. */
  readonly since: string
  /** The first version that has it no more. */
  readonly until?: string
  /** The field that names a Kubernetes namespace whose Secrets are read, other than the store's own. */
  readonly foreignNamespace?: string
}

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
