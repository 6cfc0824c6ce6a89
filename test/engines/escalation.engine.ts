import { escalationsOf } from '../../src/model/rbac/escalation.ts'
import { Rbac, verbsGiven } from '../../src/model/rbac/rbac.ts'
import { type HeldRight, rightsOf, verbsOfAnyName } from '../../src/model/rbac/rights.ts'
import { manifestsOf } from '../world.ts'
import { compare } from './comparison.ts'
import { type AskedRule, type Attempt, type EscalationCase, randomEscalation } from './escalation-worlds.ts'

/** They hold all that they hand out; or do not, and a verb lets them all the same. */
type Verdict = 'held' | 'raised' | 'refused'

/** Whether these rights have every part of a rule: of any name, or of each name that it gives. */
function covers(rights: readonly HeldRight[], { apiGroups, resources, verbs, resourceNames }: AskedRule): boolean {
  const parts = apiGroups.flatMap(group => resources.map(resource => ({ group, resource, verbs })))
  return parts.every(access => {
    const isOfAnyName = (verb: string) => verbsOfAnyName(rights, { ...access, verbs: [verb] }).length > 0
    const isOf = (name: string, verb: string) =>
      rights.some(
        ({ rule }) => rule.resourceNames.includes(name) && verbsGiven(rule, { ...access, verbs: [verb] }).length > 0,
      )
    return verbs.every(
      verb => isOfAnyName(verb) || (resourceNames.length > 0 && resourceNames.every(name => isOf(name, verb))),
    )
  })
}

const RESOURCES = { Role: 'roles', ClusterRole: 'clusterroles' } as const

/** Whether a right steps over the rule that nobody hands out more than they hold. */
const raises = ({ grant, rule }: HeldRight, { verb, kind, name }: Attempt): boolean =>
  escalationsOf(rule).some(({ verbs, resources, inNamespace, names }) => {
    const where = grant.namespace === undefined ? resources : inNamespace
    return verbs.includes(verb) && where.includes(RESOURCES[kind]) && (names.length === 0 || names.includes(name))
  })

type Fault = Partial<{ covers: typeof covers; raises: typeof raises; isHeldIn: typeof isHeldIn }>

const isHeldIn = ({ grant }: HeldRight, namespace: string): boolean =>
  grant.namespace === undefined || grant.namespace === namespace

const judge =
  (fault: Fault = {}) =>
  ({ attempts, user, ...world }: EscalationCase): Verdict[] => {
    const model = { covers, raises, isHeldIn, ...fault }
    const items = Object.values(world).flat()
    const rbac = new Rbac(manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items })))
    const all = rightsOf({ kind: 'User', name: user, namespace: undefined }, rbac)
    return attempts.map(attempt => {
      const rights = all.filter(right => model.isHeldIn(right, attempt.namespace))
      if (attempt.rules.every(rule => model.covers(rights, rule))) return 'held'
      return rights.some(right => model.raises(right, attempt)) ? 'raised' : 'refused'
    })
  }

compare<EscalationCase, readonly Verdict[], readonly Verdict[]>({
  name: 'Escalation',
  cases: randomEscalation,
  ask: (oracle, asked) => oracle.ask('escalation', asked),
  theirs: answers => answers,
  ours: judge(),
  outcomesOf: verdicts => verdicts,
  outcomes: ['held', 'raised', 'refused'],
  planted: {
    'names are not looked at': judge({ raises: (right, attempt) => raises(withoutNames(right), attempt) }),
    'what is held in a namespace counts everywhere': judge({ isHeldIn: () => true }),
    'a right to one name is one to all': judge({ covers: (rights, rule) => covers(rights.map(withoutNames), rule) }),
    'escalate is taken for bind': judge({ raises: (right, attempt) => raises(right, { ...attempt, verb: 'bind' }) }),
    'nothing raises rights': judge({ raises: () => false }),
  },
})

function withoutNames(right: HeldRight): HeldRight {
  return { ...right, rule: { ...right.rule, resourceNames: [] } }
}
