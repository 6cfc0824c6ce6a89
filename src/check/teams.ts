import type { Team } from '../config/config.ts'
import type { Grant, Subject } from '../model/rbac/rbac.ts'
import { implicitGroups, isNamedBy } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'

/** A team of the config with its name. */
export interface NamedTeam extends Team {
  readonly name: string
}

const teamsIn = ({ config }: Pick<World, 'config'>): NamedTeam[] =>
  Object.entries(config.teams ?? {}).map(([name, team]) => ({ ...team, name }))

/** The teams that a namespace is of, in the order of the config. */
export const teamsOfNamespace = (namespace: string | undefined, world: Pick<World, 'config'>): NamedTeam[] =>
  teamsIn(world).filter(({ namespaces = [] }) => namespace !== undefined && namespaces.includes(namespace))

/**
 * The teams that somebody is in: those that name them or a group they are always in, and for a ServiceAccount those of
 * its namespace, whose people run pods as it.
 */
export const teamsOf = (subject: Subject, world: World): NamedTeam[] =>
  teamsIn(world).filter(
    ({ subjects = [], namespaces = [] }) =>
      subjects.some(named => [subject, ...implicitGroups(subject)].some(holder => isNamedBy(holder, named))) ||
      (subject.kind === 'ServiceAccount' && namespaces.includes(subject.namespace ?? '')),
  )

/** The namespaces of somebody's teams; undefined for who is in no team, or in one whose namespaces are not said. */
export function teamNamespacesOf(subject: Subject, world: World): ReadonlySet<string> | undefined {
  const lists = teamsOf(subject, world).map(({ namespaces }) => namespaces)
  return lists.length > 0 && lists.every(list => list !== undefined) ? new Set(lists.flat()) : undefined
}

/** The ClusterSecretStores that the config lets the holder of a grant use in its namespace, as one of a team. */
export const storesOfTeams = ({ subject, namespace }: Grant, world: World): string[] =>
  teamsOf(subject, world)
    .filter(({ namespaces = [] }) => namespace !== undefined && namespaces.includes(namespace))
    .flatMap(({ stores = [] }) => stores)
