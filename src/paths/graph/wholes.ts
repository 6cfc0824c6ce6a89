import { nameOfSubject } from '../../model/rbac/rbac.ts'
import { implicitGroups } from '../../model/rbac/subjects.ts'
import type { Context } from '../attack.ts'
import { CLUSTER, type GraphBuilder, knownSubjects } from './builder.ts'
import type { Room } from './graph.ts'

const ANYTHING = 'anything'

/** Nodes that stand for all of a kind; `namespace` is undefined for those of the cluster. */
export const secretsOf = (builder: GraphBuilder, namespace: string | undefined): string =>
  whole(builder, 'Secrets', namespace)
export const accountsOf = (builder: GraphBuilder, namespace: string | undefined): string =>
  whole(builder, 'ServiceAccounts', namespace)
/** All keys of a service below a mount. */
export const keysOf = (builder: GraphBuilder, service: string, mount: string): string =>
  builder.add({
    ...{ id: `every key of ${service}: ${mount}`, kind: 'all', what: 'every key' },
    ...{ name: mount === '' ? 'of the service' : `below ${mount}/`, room: { of: 'service', name: service } },
  })
export const anything = (builder: GraphBuilder): string =>
  builder.add({ id: ANYTHING, kind: 'all', what: 'anything', name: 'in the cluster', room: CLUSTER })

const PLACES = { Secrets: 'secret', ServiceAccounts: 'subject' } as const
type Whole = keyof typeof PLACES

const wholeId = (what: Whole, namespace: string | undefined): string =>
  namespace === undefined ? `every ${what}` : `every ${what} of ${namespace}`

function whole(builder: GraphBuilder, what: Whole, namespace: string | undefined): string {
  const room: Room = namespace === undefined ? CLUSTER : { of: 'namespace', name: namespace }
  const name = namespace === undefined ? 'of the cluster' : `of namespace ${namespace}`
  return builder.add({ id: wholeId(what, namespace), kind: 'all', what: `every ${what.slice(0, -1)}`, name, room })
}

/** Joins what stands for all of a kind with what is known of that kind, and subjects with the groups they are always in. */
export function addMembers(builder: GraphBuilder, { holdings }: Context): void {
  for (const subject of knownSubjects(holdings))
    for (const group of implicitGroups(subject))
      if (builder.has(nameOfSubject(group)))
        builder.reach(builder.subject(subject), nameOfSubject(group), 'is always in')
  for (const what of ['Secrets', 'ServiceAccounts'] as const) addMembersOf(builder, what)
  addMembersOfServices(builder)
  for (const what of ['Secrets', 'ServiceAccounts'] as const)
    if (builder.has(ANYTHING)) builder.reach(ANYTHING, wholeId(what, undefined), 'takes in')
}

function addMembersOfServices(builder: GraphBuilder): void {
  const byService = Map.groupBy(
    builder.nodes.filter(({ room }) => room.of === 'service'),
    ({ room }) => room.name,
  )
  for (const [service, nodes] of byService)
    for (const all of nodes.filter(({ kind }) => kind === 'all')) {
      const mount = all.id.slice(`every key of ${service}: `.length)
      for (const { id, kind, name } of nodes)
        if (kind === 'key' && (mount === '' || name.startsWith(`${mount}/`))) builder.reach(all.id, id, 'takes in')
    }
}

function addMembersOf(builder: GraphBuilder, what: Whole): void {
  const isMember = ({ kind, what: word }: { readonly kind: string; readonly what: string }): boolean =>
    kind === PLACES[what] && (what === 'Secrets' || word === 'ServiceAccount')
  const members = builder.nodes.filter(node => isMember(node) && node.room.of === 'namespace')
  const all =
    builder.has(ANYTHING) || builder.has(wholeId(what, undefined)) ? whole(builder, what, undefined) : undefined
  const namespaces = new Set(members.map(({ room }) => room.name))
  for (const namespace of all === undefined ? [] : namespaces)
    builder.reach(all ?? '', whole(builder, what, namespace), 'takes in')
  for (const { id, room } of members) builder.reach(wholeId(what, room.name), id, 'takes in')
}
