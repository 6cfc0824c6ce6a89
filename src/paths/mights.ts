import type { Component, Install } from '../model/eso/eso.ts'
import { accountOf } from '../model/pods/workloads.ts'
import { type Access, nameOfSubject, type Subject } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import {
  BIND,
  CREATE_BINDINGS,
  CREATE_PODS,
  EVERYTHING,
  heldIn,
  IMPERSONATE_GROUPS,
  READ_SECRETS,
  rightSteps,
  TOKENS,
} from './accesses.ts'
import type { Holdings } from './holdings.ts'
import type { Step } from './steps.ts'

/** What makes a subject worth being, in all namespaces. */
export interface Might {
  /** `read every Secret of the cluster`. */
  readonly can: string
  readonly access: Access
  /** The higher, the worse. */
  readonly rank: number
}

const MIGHTS: readonly (Might & { readonly also?: Access })[] = [
  { can: 'do anything in the cluster', access: EVERYTHING, rank: 5 },
  { can: 'act as any group, cluster administrators included', access: IMPERSONATE_GROUPS, rank: 4 },
  { can: 'bind itself to any ClusterRole', access: BIND, also: CREATE_BINDINGS, rank: 4 },
  { can: 'read every Secret of the cluster', access: READ_SECRETS, rank: 3 },
  { can: 'make a token for every ServiceAccount', access: TOKENS, rank: 2 },
  { can: 'run pods as every ServiceAccount', access: CREATE_PODS, rank: 2 },
]

/** Reading every Secret, or more. */
export const READS_ALL = 3
/** The mights of a subject, the worst first; who may do anything has that one alone. */
export function mightsOf(subject: Subject, holdings: Holdings): Might[] {
  const held = MIGHTS.filter(
    ({ access, also }) =>
      holdings.of(subject, access).everywhere && (!also || holdings.of(subject, also).everywhere !== undefined),
  )
  return held[0]?.rank === 5 ? held.slice(0, 1) : held
}

/** Everybody of a rank or above, the worst first. */
export function mighty(holdings: Holdings, rank: number): { subject: Subject; might: Might }[] {
  return holdings.subjects
    .flatMap(subject => {
      const [might] = mightsOf(subject, holdings)
      return might && might.rank >= rank ? [{ subject, might }] : []
    })
    .sort((a, b) => b.might.rank - a.might.rank || compare(nameOfSubject(a.subject), nameOfSubject(b.subject)))
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The steps that show a might. */
export function mightSteps(subject: Subject, might: Might, holdings: Holdings, world: World): Step[] {
  const holding = holdings.of(subject, might.access).everywhere
  return holding ? rightSteps(holding, might.access, might.can, world) : []
}

/** One of the operator's components with the account it runs as. */
export interface OperatorIdentity {
  readonly install: Install
  readonly component: Component
  readonly account: Subject
  readonly mights: readonly Might[]
}

/** The identities of the operator, each once. */
export function operatorIdentities(world: World, holdings: Holdings): OperatorIdentity[] {
  const all = world.eso.installs.flatMap(install =>
    install.components.map(component => {
      const account = accountOf(component.pod)
      return { install, component, account, mights: mightsOf(account, holdings) }
    }),
  )
  const order = ['controller', 'cert-controller', 'webhook']
  const sorted = all.sort((a, b) => order.indexOf(a.component.role) - order.indexOf(b.component.role))
  return [...Map.groupBy(sorted, ({ account }) => nameOfSubject(account)).values()].flatMap(([first]) => first ?? [])
}

/** The accounts of others that an identity can make a token for and that are worth it. */
export function tokensWithin(identity: OperatorIdentity, holdings: Holdings): { subject: Subject; might: Might }[] {
  const own = identity.mights[0]?.rank ?? 0
  const hold = holdings.of(identity.account, TOKENS)
  return mighty(holdings, READS_ALL).filter(
    ({ subject, might }) =>
      subject.kind === 'ServiceAccount' &&
      subject.namespace !== undefined &&
      nameOfSubject(subject) !== nameOfSubject(identity.account) &&
      might.rank > own &&
      (heldIn(hold, subject.namespace) !== undefined ||
        hold.named.some(
          ({ right, namespace }) =>
            right.rule.resourceNames.includes(subject.name) &&
            (namespace === undefined || namespace === subject.namespace),
        )),
  )
}
