import type { World } from '../world.ts'
import { CEL_POLICY_KINDS, celJudgements } from './admission-cel.ts'
import { GATEKEEPER_POLICY_KINDS, gatekeeperJudgements } from './admission-gatekeeper.ts'
import { KYVERNO_POLICY_KINDS, kyvernoJudgements } from './admission-kyverno.ts'
import type { Judgement } from './admission-policy.ts'

/** The kinds of admission policies, of any engine and about whatever, as `group/Kind`. */
export const ADMISSION_POLICY_KINDS: readonly string[] = [
  ...CEL_POLICY_KINDS,
  ...GATEKEEPER_POLICY_KINDS,
  ...KYVERNO_POLICY_KINDS,
]

/** What the guidance asks of admission policies. */
export interface Demand {
  readonly id: 'providers' | 'namespaces' | 'templates' | 'creation-policy'
  /** What a policy reads that meets it. */
  readonly field: RegExp
  /** The resources that policies must judge, together: of each entry one at least. */
  readonly resources: readonly (readonly string[])[]
}

/** Not where only a field far below it is read: `provider.vault.server` is about a server, `has(provider.webhook)` is not. */
const PROVIDER = /provider(?!\.\??\w+\.\??\w+(?!\w*\())/i

export const DEMANDS: readonly Demand[] = [
  { id: 'providers', field: PROVIDER, resources: [['secretstores', 'clustersecretstores']] },
  { id: 'namespaces', field: /namespace/i, resources: [['externalsecrets'], ['pushsecrets']] },
  { id: 'templates', field: /template/i, resources: [['externalsecrets']] },
  { id: 'creation-policy', field: /creationPolicy/i, resources: [['externalsecrets']] },
]

/**
 * The admission policies of a set, of three engines, and which demands they meet. What a policy is about is told by the
 * objects it judges and the fields it reads, never by its name. Where that cannot be told, it meets the demand.
 */
export class Admission {
  readonly #judgements: readonly Judgement[]

  constructor(world: World) {
    const all = [...celJudgements(world), ...kyvernoJudgements(world), ...gatekeeperJudgements(world)]
    this.#judgements = all.filter(({ objects }) => objects.resources.size > 0)
  }

  /** Policies that meet a demand for one of these resources at least, enforced or not. */
  meeting(demand: Demand, resources: readonly string[]): Judgement[] {
    return this.#judgements.filter(judgement => meets(judgement, demand, resources))
  }

  /** Whether a policy names Secrets among what it judges: it sees who changes them, be it only to report it. */
  get seesSecrets(): boolean {
    return this.#judgements.some(({ objects }) => objects.named.has('secrets'))
  }

  /** Entries of a demand's `resources` that no policy of the set judges. */
  unmet(demand: Demand): (readonly string[])[] {
    return demand.resources.filter(resources => this.meeting(demand, resources).length === 0)
  }

  /** Policies that would meet a demand and keep nothing out, where no other policy meets it in earnest. */
  idle(demand: Demand): Judgement[] {
    const idle = demand.resources.flatMap(resources => {
      const meeting = this.meeting(demand, resources)
      return meeting.every(({ laxity }) => laxity) ? meeting : []
    })
    return [...new Set(idle)]
  }
}

/** A condition that refuses whatever is written, or judges by who writes it, meets every demand about what the policy names. */
function meets({ objects, reads }: Judgement, { field }: Demand, resources: readonly string[]): boolean {
  if (!resources.some(resource => objects.resources.has(resource))) return false
  const isNamed = resources.some(resource => objects.named.has(resource))
  if (reads === undefined) return isNamed
  return reads.some(text => field.test(text) || (isNamed && !LOOKS_AT_WRITTEN.test(text)))
}

/** Whatever of a request is not about who sends it. */
const LOOKS_AT_WRITTEN = /object|metadata|spec|namespace|operation|\brequest\.\??(?!userInfo\b|roles\b|clusterRoles\b)/i
