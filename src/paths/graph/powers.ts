import { type Access, resourcePath, verbsGiven } from '../../model/rbac/rbac.ts'
import type { Right } from '../../model/rbac/rights.ts'
import {
  CHANGE_CLUSTER_STORE,
  CHANGE_STORE,
  CREATE_PODS,
  DEBUG,
  EVERYTHING,
  EXEC,
  FETCH,
  IMPERSONATE_ACCOUNTS,
  IMPERSONATE_GROUPS,
  NEW_CLUSTER_STORE,
  NEW_STORE,
  PUSH,
  READ_SECRETS,
  TOKENS,
  WORKLOADS,
} from '../accesses.ts'
import type { Context } from '../attack.ts'
import { type GraphBuilder, knownSubjects, type Place } from './builder.ts'
import { changeStores, fetchThroughStores, makeStores, pushThroughStores } from './store-powers.ts'
import { accountsOf, anything, secretsOf } from './wholes.ts'

/** A right of a role where the role is bound. */
export interface Held {
  readonly builder: GraphBuilder
  readonly context: Context
  /** The id of the role's node. */
  readonly role: string
  /** Undefined: all of them, or those that its holders have it in. */
  readonly namespace: string | undefined
  readonly isSomewhere: boolean
  /** Single names that it is for; empty: every name. */
  readonly names: readonly string[]
  readonly place: Place
}

/** What a right gives to whoever has the role. */
interface Power {
  readonly access: Access
  readonly give: (held: Held) => void
}

const POWERS: readonly Power[] = [
  { access: READ_SECRETS, give: held => giveSecrets(held, 'can read') },
  { access: TOKENS, give: held => giveAccounts(held, 'can make a token for') },
  { access: IMPERSONATE_ACCOUNTS, give: held => giveAccounts(held, 'can act as') },
  { access: IMPERSONATE_GROUPS, give: giveGroups },
  ...[CREATE_PODS, ...WORKLOADS].map((access): Power => ({ access, give: givePods })),
  ...[EXEC, DEBUG].map((access): Power => ({ access, give: held => giveAccounts(held, 'can enter pods that run as') })),
  { access: FETCH, give: fetchThroughStores },
  { access: PUSH, give: pushThroughStores },
  { access: NEW_STORE, give: makeStores },
  { access: NEW_CLUSTER_STORE, give: makeStores },
  { access: CHANGE_STORE, give: held => changeStores(held, 'SecretStore') },
  { access: CHANGE_CLUSTER_STORE, give: held => changeStores(held, 'ClusterSecretStore') },
]
/** Rights on what is in no namespace, which no binding in a namespace gives. */
const CLUSTER_WIDE: readonly Access[] = [NEW_CLUSTER_STORE, CHANGE_CLUSTER_STORE, IMPERSONATE_GROUPS]

/** What counts of a role whose holders have it in namespaces that nobody knows. */
export const SOMEWHERE_POWERS: readonly Power[] = POWERS.filter(({ access }) =>
  [FETCH, PUSH, NEW_STORE].includes(access),
)

/** Says what the rights of a role give where it is bound. */
export function giveRights(held: Omit<Held, 'names' | 'place' | 'isSomewhere'>, rights: readonly Right[]): void {
  const all = held.namespace === undefined ? anyName(rights, EVERYTHING) : undefined
  if (all) {
    held.builder.reach(held.role, anything(held.builder), 'gives', placeOf(all, EVERYTHING))
    return
  }
  for (const { access, give } of POWERS) {
    if (held.namespace !== undefined && CLUSTER_WIDE.includes(access)) continue
    const best = anyName(rights, access)
    const matching = best ? [best] : rights.filter(({ rule }) => verbsGiven(rule, access).length > 0)
    for (const right of matching)
      give({ ...held, isSomewhere: false, names: right.rule.resourceNames, place: placeOf(right, access) })
  }
}

const anyName = (rights: readonly Right[], access: Access): Right | undefined =>
  rights.find(({ rule }) => rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0)

/** Where a rule names a resource; a role that is built into Kubernetes has no place. */
export const placeOf = ({ role, rule }: Right, { resource }: Access): Place => ({
  manifest: role ?? null,
  path: role ? resourcePath(rule, resource) : [],
})

function giveSecrets({ builder, role, namespace, names, place }: Held, says: string): void {
  if (names.length === 0) builder.reach(role, secretsOf(builder, namespace), says, place)
  for (const node of names.length === 0 ? [] : builder.nodes)
    if (node.kind === 'secret' && isAmong(node.name, names, namespace)) builder.reach(role, node.id, says, place)
}

function giveAccounts({ builder, context, role, namespace, names, place }: Held, says: string): void {
  if (names.length === 0) builder.reach(role, accountsOf(builder, namespace), says, place)
  for (const subject of names.length === 0 ? [] : knownSubjects(context.holdings))
    if (subject.kind === 'ServiceAccount' && isAmong(`${subject.namespace ?? ''}/${subject.name}`, names, namespace))
      builder.reach(role, builder.subject(subject), says, place)
}

/** Whether `namespace/name` is one of the names that a rule is for. */
const isAmong = (shown: string, names: readonly string[], namespace: string | undefined): boolean =>
  names.includes(shown.slice(shown.indexOf('/') + 1)) &&
  (namespace === undefined || shown.slice(0, shown.indexOf('/')) === namespace)

/** A member of `system:masters` may do anything. */
function giveGroups({ builder, context, role, names, place }: Held): void {
  const isMaster = names.length === 0 || names.includes('system:masters')
  if (isMaster) builder.reach(role, anything(builder), 'can act as any group, and so gets at', place)
  for (const subject of isMaster ? [] : knownSubjects(context.holdings))
    if (subject.kind === 'Group' && names.includes(subject.name))
      builder.reach(role, builder.subject(subject), 'can act as', place)
}

/** A pod runs as any account of its namespace and mounts any Secret of it. */
function givePods(held: Held): void {
  if (held.names.length > 0) return
  giveAccounts(held, 'can run pods as')
  giveSecrets(held, 'can run pods that mount')
}
