import type { Severity } from '../../finding.ts'
import { nameOfSubject } from '../../model/rbac/rbac.ts'
import { CREATE_PODS, EVERYTHING, READ_SECRETS, rightSteps, TOKENS, whereHeld } from '../accesses.ts'
import type { Context } from '../attack.ts'
import type { Holder } from '../holdings.ts'
import { mightSteps, mighty, operatorIdentities, READS_ALL } from '../mights.ts'
import { type Draft, step } from '../steps.ts'

/** Who can read every Secret, and how: by a right, as one of the operator's components, or as somebody who can. */
export const secretsEverywhere = (context: Context): Draft[] => [
  ...directly(context),
  ...asOperator(context),
  ...asOthers(context),
]

const LEAVES = 'every Secret of the cluster can be read, the credentials of providers among them'

function directly({ world, holdings }: Context): Draft[] {
  return holdings
    .holders(READ_SECRETS, [EVERYTHING])
    .filter(({ hold, isSomewhere }) => hold.everywhere && !isSomewhere)
    .flatMap(holder => {
      const { everywhere } = holder.hold
      if (!everywhere) return []
      return {
        key: holder.says,
        title: `${holder.says} can read every Secret of the cluster`,
        threat: 'TM2',
        severity: severityFor(holder),
        steps: () => [...rightSteps(everywhere, READ_SECRETS, 'read Secrets', world), step(LEAVES)],
      }
    })
}

const severityFor = ({ isCrowd }: Holder): Severity => (isCrowd ? 'critical' : 'high')

function asOperator({ world, holdings }: Context): Draft[] {
  return operatorIdentities(world, holdings).flatMap(({ component, account, mights }): Draft[] => {
    const might = mights.find(({ access }) => access === READ_SECRETS || access === EVERYTHING)
    if (!might) return []
    const { pod, role, container } = component
    const who = nameOfSubject(account)
    return [
      {
        key: who,
        title: `whoever takes over the operator's ${role} (${who}) can read every Secret of the cluster`,
        threat: 'TM1',
        severity: 'high',
        steps: () => [
          step(`the ${role} of the operator runs as ${who}`, pod.manifest, container.path),
          ...mightSteps(account, might, holdings, world),
          step(LEAVES),
        ],
      },
    ]
  })
}

/** By a token or a pod of a ServiceAccount that can. */
function asOthers({ world, holdings }: Context): Draft[] {
  const [target] = mighty(holdings, READS_ALL).filter(({ subject }) => subject.kind === 'ServiceAccount')
  if (!target) return []
  const become = nameOfSubject(target.subject)
  return [
    { access: TOKENS, can: `make a token for ${become}` },
    { access: CREATE_PODS, can: `run a pod as ${become}` },
  ].flatMap(({ access, can }) =>
    holdings
      .holders(access, [READ_SECRETS])
      .filter(({ hold, isSomewhere, beside: [reads] }) => hold.everywhere && !isSomewhere && !reads?.everywhere)
      .filter(({ subjects }) => !subjects.some(subject => nameOfSubject(subject) === become))
      .flatMap(holder => {
        const { everywhere } = holder.hold
        if (!everywhere) return []
        return {
          key: holder.says,
          title: `${holder.says} can ${can} ${whereHeld(holder)}, which can ${target.might.can}`,
          threat: 'TM2',
          severity: severityFor(holder),
          steps: () => [
            ...rightSteps(everywhere, access, can, world),
            ...mightSteps(target.subject, target.might, holdings, world),
            step(LEAVES),
          ],
        }
      }),
  )
}
