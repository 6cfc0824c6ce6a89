import fc from 'fast-check'
import { type Decision, decisionOn, decisionsOn } from '../../src/model/admission/audit.ts'
import { manifestsOf } from '../world.ts'
import { type AuditPolicy, allOfKind, ORDINARY, policyOfOneRule, randomPolicy } from './audit-policies.ts'
import { compare } from './comparison.ts'
import { pathOf, type Request, randomRequest } from './requests.ts'

/** All requests of one kind, and the policy that decides about them. */
interface Case {
  readonly policy: AuditPolicy
  readonly isNamespaced: boolean
  readonly requests: readonly Request[]
}

interface Answer {
  readonly level: string
  readonly omitStages: readonly string[] | null
  /** -1: none matches. */
  readonly rule: number
}

interface Verdict {
  /** Of each request: what is logged in the end. */
  readonly levels: readonly (string | undefined)[]
  /** Of the request that no rule singles out. */
  readonly ordinary: string | undefined
}

const caseOf = (policy: fc.Arbitrary<AuditPolicy>): fc.Arbitrary<Case> =>
  fc.record({ policy, request: randomRequest, isNamespaced: fc.boolean() }).map(({ request, ...asked }) => {
    const { group, resource, subresource, verb } = request
    return { ...asked, requests: allOfKind({ group, resource, subresource, verb }, asked.isNamespaced) }
  })

function question({ policy, isNamespaced, requests: [request] }: Case) {
  const [manifest] = manifestsOf(JSON.stringify(policy))
  if (!manifest || !request) throw new Error('a policy and a request are needed')
  return { manifest, request: { isNamespaced, group: request.group, resource: pathOf(request), verb: request.verb } }
}

/** Without both stages that every request passes nothing is written. */
const levelOf = ({ level, omitStages }: Answer): string =>
  ['RequestReceived', 'ResponseComplete'].every(stage => omitStages?.includes(stage)) ? 'None' : level

const isOrdinary = ({ user, groups, namespace, name }: Request): boolean =>
  user === ORDINARY.user &&
  groups.length === 1 &&
  name === ORDINARY.name &&
  ['', ORDINARY.namespace].includes(namespace)

/** The decision of the list that a rule of the policy stands behind; the last one where no rule matches. */
const decisionOf = (decisions: readonly Decision[], { rule }: Answer): Decision | undefined =>
  decisions.find(({ path }) => (rule < 0 ? path.length === 1 : path[1] === rule))

const judge =
  (decide: typeof decisionsOn, ordinary = decisionOn) =>
  (asked: Case, answers: readonly Answer[]): Verdict => {
    const { manifest, request } = question(asked)
    const decisions = decide(manifest, request)
    return {
      levels: answers.map(answer => decisionOf(decisions, answer)?.level),
      ordinary: ordinary(manifest, request)?.level,
    }
  }

compare<Case, readonly Answer[], Verdict>({
  name: 'audit policy',
  cases: caseOf(randomPolicy),
  ask: (oracle, { policy, requests }) => oracle.ask('audit', { policy, requests }),
  theirs: (answers, { requests }) => ({
    levels: answers.map(levelOf),
    ordinary: answers.filter((_, i) => requests[i] && isOrdinary(requests[i])).map(levelOf)[0],
  }),
  ours: judge(decisionsOn),
  outcomesOf: ({ levels }) => levels.map(String),
  outcomes: ['None', 'Metadata', 'Request', 'RequestResponse'],
  planted: {
    'rules for some are not looked at': judge((...asked) => decisionsOn(...asked).filter(({ isForAll }) => isForAll)),
    'the first rule of any kind counts': judge(decisionsOn, (...asked) => decisionsOn(...asked)[0]),
  },
})

type Reach = 'all' | 'some' | 'none'

function reachOf(asked: Case): Reach {
  const { manifest, request } = question(asked)
  const [first] = decisionsOn(manifest, request)
  if (first?.path.length !== 2) return 'none'
  return first.isForAll ? 'all' : 'some'
}

compare<Case, readonly Answer[], Reach>({
  name: 'reach of one audit rule',
  cases: caseOf(policyOfOneRule),
  ask: (oracle, { policy, requests }) => oracle.ask('audit', { policy, requests }),
  theirs: answers => {
    if (answers.every(({ rule }) => rule === 0)) return 'all'
    return answers.some(({ rule }) => rule === 0) ? 'some' : 'none'
  },
  ours: reachOf,
  outcomesOf: reach => [reach],
  outcomes: ['all', 'some', 'none'],
  planted: { 'nothing is singled out': asked => (reachOf(asked) === 'some' ? 'all' : reachOf(asked)) },
})
