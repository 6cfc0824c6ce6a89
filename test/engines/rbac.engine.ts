import { type Access, nameOfSubject, Rbac, verbsGiven } from '../../src/model/rbac/rbac.ts'
import { type HeldRight, rightsOf, whoCan } from '../../src/model/rbac/rights.ts'
import { implicitGroups } from '../../src/model/rbac/subjects.ts'
import { manifestsOf } from '../world.ts'
import { compare } from './comparison.ts'
import { type RbacCase, randomRbac } from './rbac-worlds.ts'
import { holdersOf, pathOf, type Request } from './requests.ts'

/** Whether a request is allowed, by both questions that the model answers. */
interface Verdict {
  readonly rightsOf: boolean
  readonly whoCan: boolean
}
type Takes = (right: HeldRight, request: Request) => boolean

const hasName: Takes = ({ rule }, { name }) => rule.resourceNames.length === 0 || rule.resourceNames.includes(name)

const accessOf = (request: Request): Access => ({
  group: request.group,
  resource: pathOf(request),
  verbs: [request.verb],
})

function allowed(request: Request, rbac: Rbac, takes: Takes): Verdict {
  const access = accessOf(request)
  const holders = holdersOf(request)
  const namespace = request.namespace || undefined
  const ids = new Set(holders.flatMap(holder => [holder, ...implicitGroups(holder)]).map(nameOfSubject))
  return {
    rightsOf: holders
      .flatMap(holder => rightsOf(holder, rbac))
      .filter(({ grant }) => grant.namespace === undefined || grant.namespace === namespace)
      .some(right => verbsGiven(right.rule, access).length > 0 && takes(right, request)),
    whoCan: whoCan(access, namespace, rbac).some(
      right => ids.has(nameOfSubject(right.grant.subject)) && takes(right, request),
    ),
  }
}

const judge =
  (takes: Takes) =>
  ({ requests, ...world }: RbacCase): Verdict[] => {
    const items = Object.values(world).flat()
    const rbac = new Rbac(manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items })))
    return requests.map(request => allowed(request, rbac, takes))
  }

compare<RbacCase, readonly boolean[], readonly Verdict[]>({
  name: 'RBAC',
  cases: randomRbac,
  ask: (oracle, asked) => oracle.ask('rbac', asked),
  theirs: answers => answers.map(isAllowed => ({ rightsOf: isAllowed, whoCan: isAllowed })),
  ours: judge(hasName),
  outcomesOf: verdicts => verdicts.map(({ whoCan: isAllowed }) => (isAllowed ? 'allowed' : 'denied')),
  outcomes: ['allowed', 'denied'],
  planted: {
    'resourceNames are not looked at': judge(() => true),
    'aggregated rules are not held': judge((right, request) => right.through === undefined && hasName(right, request)),
    'groups hold nothing': judge((right, request) => right.grant.subject.kind !== 'Group' && hasName(right, request)),
  },
})
