import { nameOf } from '../../finding.ts'
import { type Access, nameOfSubject } from '../../model/rbac/rbac.ts'
import {
  CREATE_PODS,
  CREATE_SECRETS,
  DEBUG,
  EXEC,
  GET_SECRETS,
  heldIn,
  heldOn,
  IMPERSONATE_ACCOUNTS,
  READ_SECRETS,
  rightSteps,
  TOKENS,
  WORKLOADS,
} from '../accesses.ts'
import type { Context } from '../attack.ts'
import type { Holder, Holding } from '../holdings.ts'
import {
  type Might,
  mightSteps,
  type OperatorIdentity,
  operatorIdentities,
  READS_ALL,
  tokensWithin,
} from '../mights.ts'
import { type Draft, type Step, step } from '../steps.ts'

/** Who can become one of the operator's components: by its token, or by a pod of its namespace. */
export function operatorIdentity(context: Context): Draft[] {
  return operatorIdentities(context.world, context.holdings).flatMap(identity =>
    identity.mights.length === 0 ? [] : waysTo(identity, context),
  )
}

interface Way {
  readonly access: Access
  /** Needed as well. */
  readonly also?: Access
  /** A right on the account's own name is enough. */
  readonly isNamed?: true
  readonly can: (account: string, namespace: string) => string
}

const WAYS: readonly Way[] = [
  { access: TOKENS, isNamed: true, can: account => `make a token for ${account}` },
  { access: IMPERSONATE_ACCOUNTS, isNamed: true, can: account => `act as ${account}` },
  { access: CREATE_PODS, can: account => `run a pod as ${account}` },
  ...WORKLOADS.map(access => ({
    access,
    can: (account: string) => `write ${access.resource} whose pods run as ${account}`,
  })),
  {
    access: EXEC,
    can: (account, namespace) => `run commands in the pods of namespace ${namespace}, that of ${account} among them`,
  },
  { access: DEBUG, can: account => `add a container to the pod of ${account}` },
  { access: CREATE_SECRETS, also: GET_SECRETS, can: account => `create a token Secret for ${account} and read it` },
]

/** One path for each holder, by the first way that is open to it. */
function waysTo(identity: OperatorIdentity, context: Context): Draft[] {
  const { account, mights } = identity
  const { holdings } = context
  const { namespace } = account
  const [might] = mights
  if (namespace === undefined || !might) return []
  const seen = new Set<string>()
  return WAYS.flatMap(way =>
    holdings.holders(way.access, [READ_SECRETS, ...(way.also ? [way.also] : [])]).flatMap((holder): Draft[] => {
      const [reads, also] = holder.beside
      const holding = way.isNamed ? heldOn(holder.hold, account.name, namespace) : heldIn(holder.hold, namespace)
      const subjects = holder.subjects.map(nameOfSubject)
      const isIt = subjects.includes(nameOfSubject(account)) || subjects.every(name => seen.has(name))
      if (!holding || holder.isSomewhere || isIt || reads?.everywhere || (also && !heldIn(also, namespace))) return []
      for (const name of subjects) seen.add(name)
      return [becoming(identity, might, way, holder, holding, context)]
    }),
  )
}

function becoming(
  identity: OperatorIdentity,
  might: Might,
  { access, can }: Way,
  holder: Holder,
  holding: Holding,
  context: Context,
): Draft {
  const { world, holdings } = context
  const account = nameOfSubject(identity.account)
  const deed = can(account, identity.account.namespace ?? '')
  const [further] = tokensWithin(identity, holdings)
  return {
    key: `${holder.says} ${account}`,
    title: `${holder.says} can ${deed}, which can ${might.can}`,
    threat: 'TM1',
    severity: might.rank >= READS_ALL ? 'critical' : 'high',
    steps: () => [
      ...rightSteps(holding, access, deed, world),
      step(
        `the operator's ${identity.component.role} runs as ${account}`,
        identity.component.pod.manifest,
        identity.component.container.path,
      ),
      ...mightSteps(identity.account, might, holdings, world),
      ...(further ? tokenSteps(identity, further.subject, further.might, context) : []),
    ],
  }
}

/** What the operator's controller can reach by the tokens that it makes, when somebody takes it over. */
export function operatorReach(context: Context): Draft[] {
  const { world, holdings } = context
  return operatorIdentities(world, holdings).flatMap(identity =>
    tokensWithin(identity, holdings).map(({ subject, might }) => ({
      key: `${nameOfSubject(identity.account)} ${nameOfSubject(subject)}`,
      title: `whoever takes over the operator's ${identity.component.role} (${nameOfSubject(identity.account)}) can become ${nameOfSubject(subject)} by a token, which can ${might.can}`,
      threat: 'TM1' as const,
      severity: 'high' as const,
      steps: () => [
        step(
          `the operator's ${identity.component.role} runs as ${nameOfSubject(identity.account)}`,
          identity.component.pod.manifest,
          identity.component.container.path,
        ),
        ...tokenSteps(identity, subject, might, context),
      ],
    })),
  )
}

function tokenSteps(
  { account }: OperatorIdentity,
  subject: OperatorIdentity['account'],
  might: Might,
  { world, holdings }: Context,
): Step[] {
  const holding = heldOn(holdings.of(account, TOKENS), subject.name, subject.namespace)
  const steps = holding ? rightSteps(holding, TOKENS, `make a token for ${nameOfSubject(subject)}`, world) : []
  const object = world
    .of('core/ServiceAccount')
    .find(({ name, namespace }) => name === subject.name && namespace === subject.namespace)
  return [
    ...steps,
    ...(object ? [step(`${nameOf(object)} is in the set`, object, ['metadata', 'name'])] : []),
    ...mightSteps(subject, might, holdings, world),
  ]
}
