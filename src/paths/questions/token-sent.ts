import { reachOf } from '../../check/overlap.ts'
import { nameOf } from '../../finding.ts'
import { type Access, nameOfSubject } from '../../model/rbac/rbac.ts'
import type { World } from '../../model/world.ts'
import {
  EVERYTHING,
  FETCH,
  heldIn,
  heldOn,
  inNamespaces,
  NEW_CLUSTER_STORE,
  NEW_STORE,
  NEW_VAULT_GENERATOR,
  rightSteps,
  TOKENS,
  whereHeld,
} from '../accesses.ts'
import type { Context } from '../attack.ts'
import { destinationOf, identityOf } from '../connections.ts'
import type { Holder, Holding } from '../holdings.ts'
import { mightSteps, mighty, type OperatorIdentity, operatorIdentities, READS_ALL } from '../mights.ts'
import { type Draft, type Step, step } from '../steps.ts'

/** Who can make the operator send a token: its own or another's, to a server of their choice; and what sends it already. */
export function tokensSent(context: Context): Draft[] {
  const { world, holdings } = context
  const controllers = operatorIdentities(world, holdings).filter(({ component }) => component.role === 'controller')
  return [
    ...controllers.flatMap(controller => [...ownToken(controller, context), ...accountTokens(controller, context)]),
    ...sending(controllers[0], context),
  ]
}

interface Maker {
  readonly access: Access
  readonly also: readonly Access[]
  readonly can: string
  readonly isClusterWide?: true
}

const MAKERS: readonly Maker[] = [
  { access: NEW_CLUSTER_STORE, also: [], can: 'create ClusterSecretStores', isClusterWide: true },
  { access: NEW_STORE, also: [], can: 'create SecretStores' },
  { access: NEW_VAULT_GENERATOR, also: [FETCH], can: 'create VaultDynamicSecrets' },
]

/** One path for each holder, by the first kind that it may create where the controller looks. */
function ownToken(controller: OperatorIdentity, context: Context): Draft[] {
  const reach = reachOf(controller.component)
  const seen = new Set<string>()
  if (!reach) return []
  return MAKERS.flatMap(maker =>
    context.holdings.holders(maker.access, [EVERYTHING, ...maker.also]).flatMap((holder): Draft[] => {
      const [all, ...also] = holder.beside
      const holding = watched(holder, maker, reach.namespace)
      const isNeeded = also.every(
        hold => hold.everywhere !== undefined || hold.namespaces.has(holding?.namespace ?? ''),
      )
      const names = holder.subjects.length > 0 ? holder.subjects.map(nameOfSubject) : [holder.says]
      if (!holding || all?.everywhere || !isNeeded || names.every(name => seen.has(name))) return []
      for (const name of names) seen.add(name)
      return [sent(controller, maker, holder, holding, context)]
    }),
  )
}

function watched(
  { hold, isSomewhere }: Holder,
  { isClusterWide }: Maker,
  namespace: string | undefined,
): Holding | undefined {
  if (isClusterWide) return isSomewhere ? undefined : hold.everywhere
  if (namespace !== undefined) return heldIn(hold, namespace)
  return hold.everywhere ?? [...hold.namespaces.values()][0]
}

function sent(
  { account, mights, component }: OperatorIdentity,
  { access, can, isClusterWide }: Maker,
  holder: Holder,
  holding: Holding,
  { world, holdings }: Context,
): Draft {
  const [might] = mights
  const who = nameOfSubject(account)
  const gain = might ? `, which can ${might.can},` : ','
  const where = isClusterWide ? '' : ` ${whereHeld(holder)}`
  return {
    key: `${holder.says} ${who}`,
    title: `${holder.says} can make the operator send its own token, that of ${who}${gain} to a server of their choice: they can ${can}${where}`,
    threat: 'TM4',
    severity: might && might.rank >= READS_ALL ? 'critical' : 'high',
    steps: () => [
      ...rightSteps(holding, access, can, world),
      step(
        'a Vault sign-in by `auth.kubernetes` that names no ServiceAccount takes the token of the operator itself, and `server` is whatever its author wrote',
      ),
      step(
        `the controller of the operator signs in as ${who}, and its token leaves`,
        component.pod.manifest,
        component.container.path,
      ),
      ...(might ? mightSteps(account, might, holdings, world) : []),
    ],
  }
}

/** The tokens of other accounts in a namespace, which a store there may name. */
function accountTokens(controller: OperatorIdentity, { world, holdings }: Context): Draft[] {
  const making = holdings.of(controller.account, TOKENS)
  const targets = mighty(holdings, READS_ALL).flatMap(target => {
    const { kind, name, namespace } = target.subject
    const makes = kind === 'ServiceAccount' && namespace !== undefined ? heldOn(making, name, namespace) : undefined
    return makes && namespace !== undefined ? [{ ...target, namespace, makes }] : []
  })
  const byNamespace = Map.groupBy(targets, ({ namespace }) => namespace)
  return holdings.holders(NEW_STORE, [EVERYTHING, TOKENS]).flatMap((holder): Draft[] => {
    const [all, tokens] = holder.beside
    if (all?.everywhere || holder.isSomewhere) return []
    const within = holder.hold.everywhere
      ? targets
      : [...holder.hold.namespaces.keys()].flatMap(name => byNamespace.get(name) ?? [])
    return within.flatMap(({ subject, might, namespace, makes }) => {
      const holding = heldIn(holder.hold, namespace)
      if (!holding || (tokens && heldIn(tokens, namespace))) return []
      const target = nameOfSubject(subject)
      return {
        key: `${holder.says} ${target}`,
        title: `${holder.says} can make the operator send a token of ${target}, which can ${might.can}, to a server of their choice: they can create SecretStores ${inNamespaces([namespace])}`,
        threat: 'TM4' as const,
        severity: 'critical' as const,
        steps: () => [
          ...rightSteps(holding, NEW_STORE, 'create SecretStores', world),
          step(
            `a store that names ${target} in \`serviceAccountRef\` gets its token, and sends it to the server that its author wrote`,
          ),
          ...rightSteps(makes, TOKENS, `make a token for ${target}`, world),
          ...mightSteps(subject, might, holdings, world),
        ],
      }
    })
  })
}

/** Stores and generators of the set that send the operator's own token as they are. */
const sending = (controller: OperatorIdentity | undefined, context: Context): Draft[] =>
  [...context.stores.stores, ...context.stores.generators].flatMap((manifest): Draft[] => {
    const { world } = context
    const identity = identityOf(manifest, world)
    if (identity.of !== 'own token') return []
    const destination = destinationOf(manifest, world)
    return [
      {
        key: '',
        title: `${nameOf(manifest)} makes the operator send its own token to ${destination.says}`,
        threat: 'TM4',
        severity: manifest.kind.startsWith('Cluster') ? 'medium' : 'high',
        steps: () => [
          step(`${nameOf(manifest)} signs in with ${identity.says}`, manifest, identity.path),
          step(`it is sent to ${destination.says}`, manifest, destination.path),
          ...gained(controller, context, world),
        ],
      },
    ]
  })

function gained(controller: OperatorIdentity | undefined, { holdings }: Context, world: World): Step[] {
  const might = controller?.mights[0]
  return controller && might ? mightSteps(controller.account, might, holdings, world) : []
}
