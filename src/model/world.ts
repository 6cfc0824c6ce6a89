import type { Operator } from '../config/config.ts'
import type { Manifest } from '../parse/manifest.ts'
import { deployerOf } from './deployers.ts'
import { Eso, STORE_KINDS } from './eso.ts'
import { Network } from './network.ts'
import { Rbac, type Subject } from './rbac.ts'
import { type Pod, podOf } from './workloads.ts'

/** What a world must hold for a rule to speak about it; where it does not, the answer is `not-assessed`. */
export type Need = 'install' | 'stores'

/** What is known of who may do what, beside the manifests. */
export interface WorldOptions {
  readonly cluster?: string
  readonly operators?: readonly Operator[]
}

/**
 * The manifests that would live together: one cluster, one set of values. Views are made when first asked for;
 * they give rules total, typed values, so that no rule touches raw YAML.
 */
export class World {
  readonly cluster: string
  readonly manifests: readonly Manifest[]
  readonly rbac: Rbac
  readonly #operators: readonly Operator[]
  readonly #byKind: ReadonlyMap<string, readonly Manifest[]>
  #pods: readonly Pod[] | undefined
  #eso: Eso | undefined
  #network: Network | undefined

  constructor(manifests: readonly Manifest[], options: WorldOptions = {}) {
    this.cluster = options.cluster ?? 'default'
    this.manifests = manifests
    this.rbac = new Rbac(manifests)
    this.#operators = options.operators ?? []
    this.#byKind = Map.groupBy(manifests, manifest => manifest.groupKind)
  }

  /** The manifests of a `group/Kind`. */
  of(groupKind: string): readonly Manifest[] {
    return this.#byKind.get(groupKind) ?? []
  }

  /** The pods of all workloads. */
  get pods(): readonly Pod[] {
    this.#pods ??= this.manifests.flatMap(manifest => podOf(manifest) ?? [])
    return this.#pods
  }

  get eso(): Eso {
    this.#eso ??= new Eso(this.manifests, this.pods, this.rbac)
    return this.#eso
  }

  get network(): Network {
    this.#network ??= new Network(this.manifests)
    return this.#network
  }

  has(need: Need): boolean {
    if (need === 'install') return this.eso.installs.some(({ controller }) => controller)
    return STORE_KINDS.some(kind => this.of(kind).length > 0)
  }

  /** Whether a subject may manage the operator: its own components, the config's operators, known delivery controllers. */
  isOperator(subject: Subject): boolean {
    if (this.eso.isOwn(subject)) return true
    if (subject.kind === 'ServiceAccount' && deployerOf(subject.name, subject.namespace) !== undefined) return true
    return this.#operators.some(
      ({ kind, name, namespace }) =>
        kind === subject.kind &&
        name === subject.name &&
        (kind !== 'ServiceAccount' || namespace === undefined || namespace === subject.namespace),
    )
  }
}
