import type { Config } from '../config/config.ts'
import { entryOf } from '../parse/kinds.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { ReleaseValues } from '../parse/values.ts'
import { ADMISSION_POLICY_KINDS, Admission } from './admission/admission.ts'
import { AUDIT_POLICY_KIND } from './admission/audit.ts'
import { Eso, isGenerator, STORE_KINDS } from './eso/eso.ts'
import { Network } from './network/network.ts'
import { ALERT_KINDS } from './pods/monitoring.ts'
import { type Pod, podOf } from './pods/workloads.ts'
import { deployerOf } from './rbac/deployers.ts'
import { Rbac, type Subject } from './rbac/rbac.ts'
import { isNamedBy } from './rbac/subjects.ts'
import { Schemas } from './schema/schemas.ts'

/** What a world must hold for a rule to speak about it; where it does not, the answer is `not-assessed`. */
export type Need = 'install' | 'stores' | 'connections' | 'complete' | 'policies' | 'audit-policy'

/** What is known beside the manifests. */
export interface WorldOptions {
  readonly cluster?: string
  readonly variant?: string
  /** What the config says: operators, what is allowed. */
  readonly config?: Config
  /** Whether everything that runs in the cluster is here: the config says so and nothing failed. */
  readonly complete?: boolean
  /** What releases were given, by their names. */
  readonly values?: ReadonlyMap<string, ReleaseValues>
  /** Of the cluster: `1.33`. */
  readonly kubeVersion?: string | undefined
  /** The versions that releases were rendered for, by their names, where somebody says so. */
  readonly kubeVersions?: ReadonlyMap<string, string>
}

/** Whoever keeps one of these in the set, keeps policies in it. */
const POLICY_KINDS = [...ADMISSION_POLICY_KINDS, ...ALERT_KINDS, AUDIT_POLICY_KIND]

/** Sensitive where the config says nothing, beside the operator's own. */
export const SENSITIVE_NAMESPACES: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease']

/**
 * The manifests that would live together: one cluster, one set of values. Views are made when first asked for;
 * they give rules total, typed values, so that no rule touches raw YAML.
 */
export class World {
  readonly cluster: string
  readonly variant: string
  readonly manifests: readonly Manifest[]
  readonly rbac: Rbac
  /** What the config says is allowed. */
  readonly config: Config
  /** What releases that may install the operator were given, by their names. */
  readonly values: ReadonlyMap<string, ReleaseValues>
  readonly #isComplete: boolean
  readonly #kubeVersion: string | undefined
  readonly #kubeVersions: ReadonlyMap<string, string>
  readonly #byKind: ReadonlyMap<string, readonly Manifest[]>
  #namespaces: ReadonlySet<string> | undefined
  #pods: readonly Pod[] | undefined
  #eso: Eso | undefined
  #network: Network | undefined
  #admission: Admission | undefined
  #schemas: Schemas | undefined

  readonly #options: WorldOptions

  constructor(manifests: readonly Manifest[], options: WorldOptions = {}) {
    this.#options = options
    this.cluster = options.cluster ?? 'default'
    this.variant = options.variant ?? 'default'
    this.manifests = manifests
    this.rbac = new Rbac(manifests)
    this.config = options.config ?? {}
    this.values = options.values ?? new Map()
    this.#isComplete = options.complete ?? false
    this.#kubeVersion = options.kubeVersion
    this.#kubeVersions = options.kubeVersions ?? new Map()
    this.#byKind = Map.groupBy(manifests, ({ groupKind }) => entryOf(groupKind))
  }

  /** The same world with more in it. */
  with(manifests: readonly Manifest[]): World {
    return new World([...this.manifests, ...manifests], this.#options)
  }

  /** The manifests of a `group/Kind`, or of `group/*` where a group is known as a whole. */
  of(groupKind: string): readonly Manifest[] {
    return this.#byKind.get(groupKind) ?? []
  }

  /** The version of Kubernetes that an object will meet: its release's, else the cluster's; undefined where nobody says it. */
  kubeVersionOf({ release }: Manifest): string | undefined {
    return (release && this.#kubeVersions.get(release.name)) ?? this.#kubeVersion
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

  get admission(): Admission {
    this.#admission ??= new Admission(this)
    return this.#admission
  }

  get schemas(): Schemas {
    this.#schemas ??= new Schemas(this)
    return this.#schemas
  }

  has(need: Need): boolean {
    if (need === 'policies') return POLICY_KINDS.some(kind => this.of(kind).length > 0)
    if (need === 'audit-policy') return this.of(AUDIT_POLICY_KIND).length > 0
    if (need === 'complete') return this.#isComplete
    if (need === 'install') return this.eso.installs.some(({ controller }) => controller)
    const hasStores = STORE_KINDS.some(kind => this.of(kind).length > 0)
    if (need === 'connections') return hasStores || this.manifests.some(isGenerator)
    return hasStores
  }

  /** Whether something in the world lives in, or is, a namespace of this name. */
  isNamespace(name: string): boolean {
    this.#namespaces ??= new Set(
      this.manifests.flatMap(({ groupKind, namespace, name }) =>
        groupKind === 'core/Namespace' ? name : (namespace ?? []),
      ),
    )
    return this.#namespaces.has(name)
  }

  /** Whether the Secrets of a namespace are the cluster's own: as the config says, else Kubernetes' and the operator's. */
  isSensitiveNamespace(namespace: string | undefined): boolean {
    if (namespace === undefined) return false
    const { sensitiveNamespaces } = this.config
    if (sensitiveNamespaces) return sensitiveNamespaces.includes(namespace)
    return SENSITIVE_NAMESPACES.includes(namespace) || this.eso.isOwnNamespace(namespace)
  }

  /** Whether a subject may manage the operator: its own components, the config's operators, known delivery controllers. */
  isOperator(subject: Subject): boolean {
    if (this.eso.isOwn(subject)) return true
    if (subject.kind === 'ServiceAccount' && deployerOf(subject.name, subject.namespace) !== undefined) return true
    return (this.config.operators ?? []).some(operator => isNamedBy(subject, operator))
  }
}
