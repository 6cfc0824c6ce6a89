import { joined } from '../../check/words.ts'
import type { ConfiguredSubject } from '../../config/config.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../../model/eso/eso.ts'
import { CLUSTER_SCOPED, GENERATORS, groupOfResource } from '../../model/rbac/eso-resources.ts'
import type { World } from '../../model/world.ts'
import type { Generated, GeneratedDocument } from '../generator.ts'
import { bindingOf, READ, roleOf, WRITE, type WrittenRole, type WrittenRule } from './roles.ts'

/** Documents, and what is left to the reader. */
export interface Part {
  readonly documents: readonly GeneratedDocument[]
  readonly notes: Generated['notes']
}

const clusterScopedIn = (group: string): string[] =>
  CLUSTER_SCOPED.filter(resource => groupOfResource(resource) === group).map(({ resource }) => resource)

const eso = (resources: readonly string[], verbs: readonly string[]): WrittenRule => ({
  ...{ apiGroups: [ESO_GROUP], resources, verbs },
})

/** Stores and all that speaks for the cluster; ExternalSecrets to look at, and no Secrets: those are the operator's. */
const OPERATORS: WrittenRole = {
  name: 'external-secrets-operators',
  rules: [
    eso([...clusterScopedIn(ESO_GROUP), 'secretstores', 'pushsecrets'], WRITE),
    eso(['externalsecrets'], READ),
    {
      apiGroups: [GENERATORS_GROUP],
      resources: [...clusterScopedIn(GENERATORS_GROUP), ...GENERATORS.map(({ resource }) => resource)],
      verbs: WRITE,
    },
  ],
}

/** The role of the config's operators; none where nobody is one, for it would be anybody's who binds it. */
export function operatorRole({ config: { operators = [] } }: World): Part {
  const bound = operators.filter(isPlaced)
  const notes = operators
    .filter(subject => !isPlaced(subject))
    .map(({ name }) => `operator ServiceAccount ${name} has no namespace in the config: it is not bound`)
  if (bound.length === 0)
    return {
      documents: [],
      notes: [...notes, 'the config names no operators: there is no role for those who manage stores and push Secrets'],
    }
  const comment = [
    'Operators: they write stores and all that speaks for the whole cluster, and look at ExternalSecrets.',
  ]
  return { documents: pair(OPERATORS, bound, comment), notes }
}

const isPlaced = ({ kind, namespace }: ConfiguredSubject): boolean =>
  kind !== 'ServiceAccount' || namespace !== undefined

/** What the people of the teams get in each of their namespaces; several teams may share one. */
export function teamRoles({ config: { teams = {} } }: World): Part {
  const entries = Object.entries(teams).sort(([a], [b]) => (a < b ? -1 : 1))
  const places = entries.flatMap(([name, { namespaces = [], subjects = [] }]) =>
    namespaces.map(namespace => ({ namespace, name, subjects })),
  )
  const byNamespace = [...Map.groupBy(places, ({ namespace }) => namespace)].sort(([a], [b]) => (a < b ? -1 : 1))
  const unknown = entries.filter(([, { subjects = [] }]) => subjects.length === 0).map(([name]) => name)
  return {
    documents: byNamespace.flatMap(([namespace, group]) => rolesIn(namespace, group)),
    notes: [
      ...(places.length === 0 ? ['the config has no teams with namespaces: there are no roles for developers'] : []),
      ...unknown.map(name => `team ${name} has no subjects in the config: its roles are bound to nobody`),
    ],
  }
}

interface NamedTeam {
  readonly name: string
  readonly subjects: readonly ConfiguredSubject[]
}

/** As the guidance has them: SecretStores to look at, and no PushSecrets to write. */
function rolesIn(namespace: string, teams: readonly NamedTeam[]): GeneratedDocument[] {
  const subjects = teams.flatMap(team => team.subjects)
  const who = `team ${joined([...new Set(teams.map(({ name }) => name))])}`
  const developer: WrittenRole = {
    ...{ name: 'external-secret-developer', namespace },
    rules: [eso(['externalsecrets'], WRITE), eso(['secretstores'], READ)],
  }
  const pushes: WrittenRole = { name: 'push-secret-reader', namespace, rules: [eso(['pushsecrets'], READ)] }
  return [
    ...pair(developer, subjects, [`Developers of ${who}: their own ExternalSecrets, from stores that operators made.`]),
    ...pair(pushes, subjects, [`PushSecrets carry Secrets away: ${who} looks at them, operators write them.`]),
  ]
}

const pair = (role: WrittenRole, subjects: readonly ConfiguredSubject[], comment: string[]): GeneratedDocument[] => [
  { comment, body: roleOf(role) },
  ...(subjects.length > 0 ? [{ comment: [], body: bindingOf(role, subjects) }] : []),
]
