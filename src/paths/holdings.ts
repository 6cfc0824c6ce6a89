import { isStranger } from '../check/write-access.ts'
import { nameOf } from '../finding.ts'
import {
  type Access,
  builtInAggregation,
  type Grant,
  nameOfSubject,
  policyRules,
  type Subject,
  verbsGiven,
} from '../model/rbac/rbac.ts'
import { type Right, rightsBy } from '../model/rbac/rights.ts'
import { breadthOf, implicitGroups } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText } from '../parse/untyped.ts'

/** A right in somebody's hands, in one namespace or in all. */
export interface Holding {
  readonly right: Right
  /** Undefined for the holders of a built-in role, whose bindings are elsewhere. */
  readonly grant: Grant | undefined
  /** Undefined: all namespaces, or whichever they have the built-in role in. */
  readonly namespace: string | undefined
}

/** Where one subject has one access, to objects of any name and to some. */
export interface Hold {
  readonly everywhere: Holding | undefined
  readonly namespaces: ReadonlyMap<string, Holding>
  /** On single names only. */
  readonly named: readonly Holding[]
}

const NOTHING: Hold = { everywhere: undefined, namespaces: new Map(), named: [] }

/** Subjects with the same rights. */
export interface Holder {
  /** `Group developers, User ann`. */
  readonly says: string
  /** Undefined for everyone with a built-in role. */
  readonly subjects: readonly Subject[]
  /** Whether nobody in particular is meant: everybody, every ServiceAccount. */
  readonly isCrowd: boolean
  /** Holders of a built-in role that takes in rules of the set: they have it in namespaces of their own. */
  readonly isSomewhere: boolean
  readonly hold: Hold
  /** What was asked for beside. */
  readonly beside: readonly Hold[]
}

/** Who holds what in a world. Rules are looked at once for each role, however many bindings it has. */
export class Holdings {
  readonly #world: World
  /** What each bound role gives, and to whom. */
  readonly roles: readonly { readonly rights: readonly Right[]; readonly grants: readonly Grant[] }[]
  readonly #answers = new Map<string, ReadonlyMap<string, Hold>>()
  readonly #subjects = new Map<string, Subject>()
  readonly #strangers = new Map<string, boolean>()

  constructor(world: World) {
    this.#world = world
    const { rbac } = world
    this.roles = [...Map.groupBy(rbac.bindings, roleOf).values()].flatMap(bindings => {
      const [first] = bindings
      const grants = bindings.flatMap(binding => rbac.grantsIn(binding))
      return first && grants.length > 0 ? [{ rights: rightsBy(first, rbac), grants }] : []
    })
    for (const { grants } of this.roles)
      for (const grant of grants) {
        const name = nameOfSubject(grant.subject)
        this.#subjects.set(name, grant.subject)
        if (!this.#strangers.has(name))
          this.#strangers.set(name, isStranger(grant, world) && !isPartOfKubernetes(grant.subject))
      }
  }

  /** Everybody who is bound to anything. */
  get subjects(): Subject[] {
    return [...this.#subjects.values()]
  }

  /** Where a subject has an access, by itself and by the groups that it is always in. */
  of(subject: Subject, access: Access): Hold {
    const answer = this.#answer(access)
    const holds = [subject, ...implicitGroups(subject)].flatMap(holder => answer.get(nameOfSubject(holder)) ?? [])
    return holds.length > 1 ? holds.reduce(together) : (holds[0] ?? NOTHING)
  }

  /** Who is no operator and holds an access, subjects with the same rights together; `beside` belongs to what is the same. */
  holders(access: Access, beside: readonly Access[] = []): Holder[] {
    const strangers = [...this.#answer(access)].flatMap(([name, hold]) => {
      const subject = this.#subjects.get(name)
      return subject && this.#strangers.get(name)
        ? [{ name, subject, hold, beside: beside.map(other => this.of(subject, other)) }]
        : []
    })
    const groups = Map.groupBy(strangers, ({ hold, beside }) => JSON.stringify([hold, ...beside].map(signature)))
    const bound = [...groups.values()].flatMap((unsorted): Holder[] => {
      const group = unsorted.sort((a, b) => (a.name < b.name ? -1 : 1))
      const [first] = group
      return first
        ? [
            {
              says: namesOf(group.map(({ name }) => name)),
              subjects: group.map(({ subject }) => subject),
              isCrowd: group.some(({ subject }) => isCrowd(subject)),
              isSomewhere: false,
              hold: first.hold,
              beside: first.beside,
            },
          ]
        : []
    })
    return [...bound, ...this.#builtIn(access, beside)]
  }

  #answer(access: Access): ReadonlyMap<string, Hold> {
    const key = JSON.stringify(access)
    const known = this.#answers.get(key)
    if (known) return known
    const answer = new Map<string, Building>()
    for (const { rights, grants } of this.roles) {
      const matching = rights.filter(({ rule }) => verbsGiven(rule, access).length > 0)
      const best = matching.find(({ rule }) => rule.resourceNames.length === 0)
      for (const right of best ? [best] : matching) for (const grant of grants) add(answer, right, grant)
    }
    this.#answers.set(key, answer)
    return answer
  }

  /** What the labels of roles of the set add to the built-in roles `edit` and `admin`, whoever has those. */
  #builtIn(access: Access, beside: readonly Access[]): Holder[] {
    const { rbac } = this.#world
    if (this.#world.has('complete')) return []
    const labelled = rbac.roles.flatMap(role => {
      const names = [...new Set(builtInAggregation(role).flatMap(({ roles }) => roles))]
      return names.length > 0 ? [{ names, rights: rightsIn(role, [role, ...rbac.aggregatedBy(role)]) }] : []
    })
    const holders = labelled.flatMap(({ names, rights }): Holder[] => {
      const hold = somewhere(rights, access)
      if (!hold) return []
      const all = labelled
        .filter(other => names.some(name => other.names.includes(name)))
        .flatMap(other => other.rights)
      return [
        {
          says: `everyone with the built-in role ${names.join(' or ')}`,
          subjects: [],
          isCrowd: false,
          isSomewhere: true,
          hold,
          beside: beside.map(other => somewhere(all, other) ?? NOTHING),
        },
      ]
    })
    // Several installs bring the same role.
    return [...Map.groupBy(holders, ({ says }) => says).values()].flatMap(([first]) => first ?? [])
  }
}

interface Building {
  everywhere: Holding | undefined
  readonly namespaces: Map<string, Holding>
  readonly named: Holding[]
}

function add(answer: Map<string, Building>, right: Right, grant: Grant): void {
  const name = nameOfSubject(grant.subject)
  const hold = answer.get(name) ?? { everywhere: undefined, namespaces: new Map<string, Holding>(), named: [] }
  answer.set(name, hold)
  const { namespace } = grant
  const holding = { right, grant, namespace }
  if (right.rule.resourceNames.length > 0) hold.named.push(holding)
  else if (namespace === undefined) hold.everywhere ??= holding
  else if (namespace !== '' && !hold.namespaces.has(namespace)) hold.namespaces.set(namespace, holding)
}

const together = (a: Hold, b: Hold): Hold => ({
  everywhere: a.everywhere ?? b.everywhere,
  namespaces: new Map([...b.namespaces, ...a.namespaces]),
  named: [...a.named, ...b.named],
})

const rightsIn = (holder: Manifest, roles: readonly Manifest[]): Right[] =>
  roles.flatMap(role =>
    policyRules(role).map(rule => ({ rule, role, through: role === holder ? undefined : nameOf(holder) })),
  )

function somewhere(rights: readonly Right[], access: Access): Hold | undefined {
  const right = rights.find(({ rule }) => rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0)
  return right && { everywhere: { right, grant: undefined, namespace: undefined }, namespaces: new Map(), named: [] }
}

const roleOf = (binding: Manifest): string =>
  JSON.stringify([
    binding.kind === 'ClusterRoleBinding',
    binding.get('roleRef', 'kind') === 'ClusterRole' ? '' : binding.namespace,
    asText(binding.get('roleRef', 'kind')),
    asText(binding.get('roleRef', 'name')),
  ])

const signature = ({ everywhere, namespaces, named }: Hold): unknown =>
  [...(everywhere ? [everywhere] : []), ...namespaces.values(), ...named]
    .map(({ right, namespace }) => [namespace ?? '*', right.role ? nameOf(right.role) : '', right.rule.path].join(' '))
    .sort()

const namesOf = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ')

/** The default account of a namespace stands for whoever runs a pod there, which is no crowd. */
function isCrowd(subject: Subject): boolean {
  const breadth = breadthOf(subject)
  return breadth !== undefined && breadth !== 'one namespace'
}

/** Users and groups that Kubernetes has for its own parts, and for the last resort of its administrators. */
const isPartOfKubernetes = (subject: Subject): boolean =>
  subject.kind !== 'ServiceAccount' && subject.name.startsWith('system:') && breadthOf(subject) === undefined
