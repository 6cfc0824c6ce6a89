import { ESO_GROUP, GENERATORS_GROUP } from '../../model/eso/eso.ts'
import type { World } from '../../model/world.ts'
import { GENERATOR_KINDS } from '../../providers/store.ts'
import type { Body } from '../generator.ts'

/** A kind that a policy judges; the core group is empty. */
export interface JudgedKind {
  readonly group: string
  readonly kind: string
}

/** A named CEL expression. */
export interface Expression {
  readonly name: string
  readonly expression: string
}

/** What must hold of every object, and a CEL expression for the text that whoever breaks it reads. */
export interface Validation {
  readonly expression: string
  readonly message: string
}

/** A list that expressions read as `variables.<name>`, or one for each of some names. */
export interface Setting {
  readonly name: string
  readonly value: readonly string[] | Readonly<Record<string, readonly string[]>>
}

/** A rule of this tool that a policy holds in the cluster: its findings, of these severities where it has several. */
export interface HeldRule {
  readonly id: string
  readonly severities?: readonly string[]
}

/** One admission policy, of which each engine gets its own form. Expressions are CEL that all three of them know. */
export interface Policy {
  /** The name of its objects in the cluster. */
  readonly id: string
  /** What it demands, and where its settings come from. */
  readonly comment: readonly string[]
  readonly kinds: readonly JudgedKind[]
  readonly operations: readonly ('CREATE' | 'UPDATE' | 'DELETE')[]
  /** Which requests it looks at: all of these must hold. */
  readonly conditions: readonly Expression[]
  readonly settings: readonly Setting[]
  /** Each may use the settings and those before it. */
  readonly variables: readonly Expression[]
  readonly validations: readonly Validation[]
  /** What becomes of a request that breaks it. */
  readonly action: 'deny' | 'watch'
  readonly holds: readonly HeldRule[]
  /** For the tests of the engines; absent where they cannot say what is asked of. */
  readonly examples?: { readonly admitted: Body; readonly refused: Body }
}

/** What there is to demand in a set, and what cannot be demanded. */
export interface Demanded {
  readonly policy?: Policy
  /** As in `Generated`. */
  readonly notes?: readonly string[]
}

/** Makes a policy for a set from what its config says, else from what it uses. */
export type PolicyMaker = (world: World) => Demanded

/**
 * What a policy for the operator's objects looks at. Without these a finalizer could not be taken off an object that was
 * there before the policy, so that it and its namespace would never go; and `object` is null when something is deleted.
 */
export const ON_WRITTEN_SPEC = {
  operations: ['CREATE', 'UPDATE'],
  conditions: [
    { name: 'has-object', expression: 'object != null' },
    { name: 'not-being-deleted', expression: '!has(object.metadata.deletionTimestamp)' },
    {
      name: 'spec-changed',
      expression: "request.operation != 'UPDATE' || object.?spec.orValue({}) != oldObject.?spec.orValue({})",
    },
  ],
} as const

const eso = (...kinds: readonly string[]): JudgedKind[] => kinds.map(kind => ({ group: ESO_GROUP, kind }))

export const STORES: readonly JudgedKind[] = eso('SecretStore', 'ClusterSecretStore')
export const CLUSTER_STORES: readonly JudgedKind[] = eso('ClusterSecretStore')
export const FETCHING: readonly JudgedKind[] = eso('ExternalSecret', 'ClusterExternalSecret')
export const PUSHING: readonly JudgedKind[] = eso('PushSecret', 'ClusterPushSecret')
/** Every kind of generator that is known, and the one that holds any of them. */
export const ALL_GENERATORS: readonly JudgedKind[] = GENERATOR_KINDS.map(groupKind => ({
  group: GENERATORS_GROUP,
  kind: groupKind.slice(GENERATORS_GROUP.length + 1),
}))
