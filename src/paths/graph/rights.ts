import { boundRoleName } from '../../check/held.ts'
import { nameOf } from '../../finding.ts'
import { builtInRoleOf } from '../../model/rbac/rights.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import type { Context } from '../attack.ts'
import type { Holdings } from '../holdings.ts'
import { CLUSTER, type GraphBuilder, PEOPLE } from './builder.ts'
import { giveRights, placeOf, SOMEWHERE_POWERS } from './powers.ts'

type BoundRole = Holdings['roles'][number]

/** Subjects, the roles that they are bound to, and what those give. */
export function addRights(builder: GraphBuilder, context: Context): void {
  for (const bound of context.holdings.roles) addBoundRole(builder, context, bound)
  addSomewhere(builder, context)
}

/** One node for each namespace that a role is bound in, and one for all of them. */
function addBoundRole(builder: GraphBuilder, context: Context, { rights, grants }: BoundRole): void {
  const { rbac } = context.world
  const known = grants.filter(
    ({ subject, namespace }) => namespace !== '' && ![subject.name, subject.namespace, namespace].some(isPlaceholder),
  )
  for (const [namespace, group] of Map.groupBy(known, grant => grant.namespace)) {
    const [first] = group
    if (!first) continue
    const [manifest = null] = rbac.boundRoles(first.binding)
    const name = boundRoleName(first.binding, rbac)
    const isBuiltIn = builtInRoleOf(first.binding, rbac) !== undefined
    const role = builder.add({
      ...{ id: roleId(name, namespace), kind: 'role', manifest, path: ['metadata', 'name'] },
      what: isBuiltIn ? 'built-in role' : name.slice(0, name.indexOf(' ')),
      name: name.slice(name.lastIndexOf(' ') + 1),
      room: namespace === undefined ? CLUSTER : { of: 'namespace', name: namespace },
    })
    for (const { subject, binding, path } of group)
      builder.reach(builder.subject(subject), role, 'is bound to', { manifest: binding, path })
    giveRights({ builder, context, role, namespace }, rights)
  }
}

/** The id of the node of a role, as `boundRoleName` calls it, where it is bound. */
export const roleId = (name: string, namespace: string | undefined): string =>
  `${name} ${namespace === undefined ? 'in all namespaces' : `in namespace ${namespace}`}`

/** The id of the node of a role of the set that adds to built-in ones. */
export const addedRoleId = (role: string): string => `${role} in namespaces of theirs`

/** Everyone with a built-in role that takes in rules of the set, in namespaces of their own. */
function addSomewhere(builder: GraphBuilder, context: Context): void {
  for (const { access, give } of SOMEWHERE_POWERS)
    for (const { says, isSomewhere, hold } of context.holdings.holders(access)) {
      const right = hold.everywhere?.right
      if (!isSomewhere || !right?.role) continue
      const { role } = right
      const id = addedRoleId(nameOf(role))
      const name = says.replace('everyone ', '')
      const everyone = builder.add({ id: says, kind: 'subject', what: 'everyone', name, room: PEOPLE })
      const path = ['metadata', 'name']
      builder.add({ id, kind: 'role', what: role.kind, name: role.name, room: CLUSTER, manifest: role, path })
      const label = { manifest: role, path: ['metadata', 'labels'] }
      builder.reach(everyone, id, 'has, as that takes it in,', label)
      const names = right.rule.resourceNames
      give({
        builder,
        context,
        role: id,
        namespace: undefined,
        isSomewhere: true,
        names,
        place: placeOf(right, access),
      })
    }
}
