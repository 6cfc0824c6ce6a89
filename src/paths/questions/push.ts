import { nameOf } from '../../finding.ts'
import { PUSHING_KINDS, referencesOf, specPathOf } from '../../model/eso/external-secrets.ts'
import { isEmptySelector, pushSourceOf } from '../../model/eso/pushes.ts'
import { flagsOf, isOn } from '../../model/pods/flags.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import { EVERYTHING, NEW_STORE, PUSH, READ_SECRETS, rightSteps, whereHeld } from '../accesses.ts'
import type { Context } from '../attack.ts'
import { destinationOf, identityOf } from '../connections.ts'
import type { Hold, Holder } from '../holdings.ts'
import { type Draft, step } from '../steps.ts'
import { doorOf } from '../store-users.ts'
import { byStore, type Use } from './uses.ts'

/** Whose PushSecret can send which Secrets where; and what the PushSecrets of the set send. */
export function pushes(context: Context): Draft[] {
  if (isOff(context.world)) return []
  const holders = context.holdings
    .holders(PUSH, [EVERYTHING, NEW_STORE, READ_SECRETS])
    .filter(({ beside: [all] }) => !all?.everywhere)
  return [
    ...holders.flatMap(holder => throughOwn(holder, context)),
    ...byStore(holders, context.stores.stores, context).map(use => throughStore(use, context)),
    ...pushed(context),
  ]
}

/** Whether every controller of the set leaves PushSecrets alone. */
function isOff({ eso: { installs } }: World): boolean {
  const controllers = installs.flatMap(({ controller }) => controller ?? [])
  return controllers.length > 0 && controllers.every(one => !isOn(flagsOf(one), 'enable-push-secret-reconciler', true))
}

const takes = (holder: Holder): string => `every Secret ${whereHeld(holder)}`

function throughOwn(holder: Holder, { world }: Context): Draft[] {
  const [, making, reading] = holder.beside
  const { everywhere, namespaces } = holder.hold
  const places = [...namespaces.keys()].filter(name => covers(making, name))
  const holding = everywhere && making?.everywhere ? everywhere : namespaces.get(places[0] ?? '')
  const store = making?.everywhere ?? making?.namespaces.get(places[0] ?? '')
  if (!holding || !store) return []
  // Whoever has `edit` or `admin` reads the Secrets of the namespace anyway.
  const isGain =
    !holder.isSomewhere && (everywhere ? !reading?.everywhere : places.some(name => !covers(reading, name)))
  return [
    {
      key: holder.says,
      title: `${holder.says} can push ${takes(holder)} to a server of their choice`,
      threat: 'TM5',
      severity: !isGain ? 'medium' : everywhere ? 'critical' : 'high',
      steps: () => [
        ...rightSteps(holding, PUSH, 'write PushSecrets', world),
        step(
          'an empty `selector.secret.selector` takes every Secret of its namespace, whether its author may read them or not',
        ),
        ...rightSteps(store, NEW_STORE, 'create SecretStores', world),
        step('the operator writes them to the server that the store names'),
      ],
    },
  ]
}

const covers = (hold: Hold | undefined, namespace: string): boolean =>
  hold !== undefined && (hold.everywhere !== undefined || hold.namespaces.has(namespace))

function throughStore({ holder, store, holding, namespaces, where }: Use, { world }: Context): Draft {
  const [, , reading] = holder.beside
  const isGain = holder.isSomewhere
    ? false
    : namespaces
      ? namespaces.some(name => !covers(reading, name))
      : !reading?.everywhere
  const destination = destinationOf(store, world)
  const identity = identityOf(store, world)
  return {
    key: holder.says,
    title: `${holder.says} can push every Secret ${where} through ${nameOf(store)} to ${destination.says}`,
    threat: 'TM5',
    severity: holder.isCrowd ? 'high' : isGain ? 'medium' : 'low',
    steps: () => [
      ...rightSteps(holding, PUSH, 'write PushSecrets', world),
      step(`${nameOf(store)} serves them ${where}`, store, doorOf(store)),
      step(`it writes with ${identity.says}, as far as that may write`, store, identity.path),
      step(`the Secrets leave to ${destination.says}`, store, destination.path),
    ],
  }
}

const pushed = ({ world, stores }: Context): Draft[] =>
  PUSHING_KINDS.flatMap(kind => world.of(kind)).flatMap(request => {
    const spec = specPathOf(request) ?? []
    const what = contentOf(request)
    if (what === undefined || isPlaceholder(request.name)) return []
    return stores.used(request).map((store): Draft => {
      const destination = destinationOf(store, world)
      const reference = referencesOf(request).stores[0]
      return {
        key: '',
        title: `${nameOf(request)} sends ${what.says} to ${destination.says} through ${nameOf(store)}`,
        threat: 'TM5',
        severity: what.isAll ? 'medium' : 'low',
        steps: () => [
          step(`${nameOf(request)} takes ${what.says}`, request, [...spec, 'selector']),
          step(`it names ${nameOf(store)}`, request, reference?.path ?? spec),
          step(`which writes with ${identityOf(store, world).says}`, store, identityOf(store, world).path),
          step(`the Secrets leave to ${destination.says}`, store, destination.path),
        ],
      }
    })
  })

function contentOf(request: Manifest): { says: string; isAll: boolean } | undefined {
  const source = pushSourceOf(request)
  const where = request.kind.startsWith('Cluster')
    ? 'of each namespace that it selects'
    : `of namespace ${request.namespace ?? '(not said)'}`
  if (source.from === 'secret') return { says: `Secret ${source.name} ${where}`, isAll: false }
  if (source.from !== 'selector') return undefined
  return isEmptySelector(source.selector)
    ? { says: `every Secret ${where}`, isAll: true }
    : { says: `the Secrets with some labels ${where}`, isAll: false }
}
