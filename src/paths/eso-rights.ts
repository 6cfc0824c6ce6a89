import { CLUSTER_SCOPED, ESO_RESOURCES, groupOfResource } from '../model/rbac/eso-resources.ts'
import { builtInAggregation, nameOfSubject, policyRules, type Subject, verbsGiven } from '../model/rbac/rbac.ts'
import type { Right } from '../model/rbac/rights.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Holdings } from './holdings.ts'

/** Who may write which of the operator's kinds, and where. */
export interface EsoRights {
  /** `Group developers`, `everyone with the built-in role edit`. */
  readonly subject: string
  /** Whether it counts as an operator: the config says so, it is ESO's own, or it deploys for others. */
  readonly isOperator: boolean
  readonly rights: readonly EsoRight[]
  /** The binding, or the role that adds to a built-in one. */
  readonly manifest: Manifest
}

export interface EsoRight {
  /** `externalsecrets.external-secrets.io`, sorted. */
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  /** Empty: every name. */
  readonly names: readonly string[]
  /** Null: all of them; those of a built-in role: where somebody has it. */
  readonly namespaces: readonly string[] | null
}

const VERBS = ['create', 'update', 'patch', 'delete', 'deletecollection']

/** One verb on one kind. */
interface Write {
  readonly resource: string
  /** No binding in a namespace gives it. */
  readonly isClusterWide: boolean
  readonly names: readonly string[]
  readonly verbs: readonly string[]
}

/** All who may write one of the operator's kinds, operators as well, by name. */
export function esoRights(world: World, { roles }: Holdings): EsoRights[] {
  const found = new Map<string, Entry>()
  for (const { rights, grants } of roles) {
    const writes = rights.flatMap(writesOf)
    if (writes.length === 0) continue
    for (const { subject, binding, namespace } of grants) {
      const counting = namespace === undefined ? writes : writes.filter(({ isClusterWide }) => !isClusterWide)
      if (counting.length > 0)
        entryFor(found, nameOfSubject(subject), binding, subject).held.push({ writes: counting, namespace })
    }
  }
  for (const role of world.has('complete') ? [] : world.rbac.roles) {
    const writes = [role, ...world.rbac.aggregatedBy(role)].flatMap(policyRules).flatMap(rule => writesOf({ rule }))
    for (const name of writes.length > 0 ? new Set(builtInAggregation(role).flatMap(({ roles: all }) => all)) : [])
      entryFor(found, `everyone with the built-in role ${name}`, role).held.push({ writes, namespace: undefined })
  }
  return [...found]
    .map(([name, { subject, manifest, held }]) => ({
      subject: name,
      isOperator: subject !== undefined && world.isOperator(subject),
      rights: joined(held),
      manifest,
    }))
    .sort((a, b) => compare(a.subject, b.subject))
}

interface Entry {
  readonly subject: Subject | undefined
  readonly manifest: Manifest
  readonly held: { readonly writes: readonly Write[]; readonly namespace: string | undefined }[]
}

function entryFor(found: Map<string, Entry>, name: string, manifest: Manifest, subject?: Subject): Entry {
  const entry = found.get(name) ?? { subject, manifest, held: [] }
  found.set(name, entry)
  return entry
}

const writesOf = ({ rule }: Pick<Right, 'rule'>): Write[] =>
  ESO_RESOURCES.flatMap(target => {
    const group = groupOfResource(target)
    const verbs = verbsGiven(rule, { group, resource: target.resource, verbs: VERBS })
    return verbs.length > 0
      ? [
          {
            resource: `${target.resource}.${group}`,
            isClusterWide: CLUSTER_SCOPED.includes(target),
            names: rule.resourceNames,
            verbs,
          },
        ]
      : []
  })

/** What is said of several kinds or namespaces is said once. */
function joined(held: Entry['held']): EsoRight[] {
  const single = held.flatMap(({ writes, namespace }) => writes.map(write => ({ ...write, namespace })))
  const byKind = Map.groupBy(single, ({ resource, names, namespace }) => JSON.stringify([resource, names, namespace]))
  const kinds = [...byKind.values()].flatMap(group => {
    const [first] = group
    return first ? [{ ...first, verbs: VERBS.filter(verb => group.some(({ verbs }) => verbs.includes(verb))) }] : []
  })
  const byPlace = Map.groupBy(kinds, ({ verbs, names, namespace }) => JSON.stringify([verbs, names, namespace]))
  const places = [...byPlace.values()].flatMap(group => {
    const [first] = group
    return first ? [{ ...first, resources: group.map(({ resource }) => resource).sort() }] : []
  })
  const alike = Map.groupBy(places, ({ resources, verbs, names }) => JSON.stringify([resources, verbs, names]))
  const rights = [...alike.values()].flatMap(group => {
    const [first] = group
    const namespaces = group.some(({ namespace }) => namespace === undefined)
      ? null
      : [...new Set(group.flatMap(({ namespace }) => namespace ?? []))].sort()
    return first ? [{ resources: first.resources, verbs: first.verbs, names: first.names, namespaces }] : []
  })
  return rights.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)))
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
