import { ESO_GROUP, type Install } from '../model/eso/eso.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'
import type { World } from '../model/world.ts'
import { valueAt } from '../parse/untyped.ts'
import type { ReleaseValues } from '../parse/values.ts'
import type { Problem } from './rule.ts'

/** A CRD that the operator's chart can leave out, and what must be switched off with it. */
interface Pair {
  readonly kind: string
  /** Below `crds`. */
  readonly create: string
  readonly process: string
  readonly flag: string
}

/**
 * Source: values.yaml of the operator's charts 0.9.20 to 2.9.0, which ask for both. `createClusterGenerator` is not among
 * them: nothing watches ClusterGenerators, `processClusterGenerator` is about rights alone.
 */
const PAIRS: readonly Pair[] = [
  {
    kind: 'ClusterExternalSecret',
    create: 'createClusterExternalSecret',
    process: 'processClusterExternalSecret',
    flag: 'enable-cluster-external-secret-reconciler',
  },
  {
    kind: 'ClusterSecretStore',
    create: 'createClusterSecretStore',
    process: 'processClusterStore',
    flag: 'enable-cluster-store-reconciler',
  },
  {
    kind: 'SecretStore',
    create: 'createSecretStore',
    process: 'processSecretStore',
    flag: 'enable-secret-store-reconciler',
  },
  {
    kind: 'ClusterPushSecret',
    create: 'createClusterPushSecret',
    process: 'processClusterPushSecret',
    flag: 'enable-cluster-push-secret-reconciler',
  },
  {
    kind: 'PushSecret',
    create: 'createPushSecret',
    process: 'processPushSecret',
    flag: 'enable-push-secret-reconciler',
  },
]

/**
 * The values of a release that leave out a CRD whose objects the controller still waits for, and those that leave out
 * one that the chart installs all the same. What another part of the set installs is not left out.
 */
export function* crdsLeftOut(values: ReleaseValues, { controller }: Install, world: World): Generator<Problem> {
  const { chart } = values
  if (!controller || !chart.isClear || isOff(inForce(values, ['installCRDs']))) return
  for (const { kind, create, process, flag } of PAIRS) {
    const path = ['crds', create]
    if (valueAt(chart.defaults, path) === undefined || !isOff(inForce(values, path))) continue
    const isSet = valueAt(values.set, path) !== undefined
    const file = isSet ? undefined : values.files.findLast(({ body }) => valueAt(body, path) !== undefined)
    const where = { path, object: null, values: file }
    if (!chart.mentions(path))
      yield { ...where, message: `the chart reads crds.${create} nowhere and installs the CRD of ${kind} all the same` }
    else if (
      valueAt(chart.defaults, [process]) !== undefined &&
      !isOff(inForce(values, [process])) &&
      isOn(flagsOf(controller), flag, true) &&
      world.schemas.crdsOf(`${ESO_GROUP}/${kind}`).length === 0
    )
      yield {
        ...where,
        message: `crds.${create} is off and ${process} is not: the controller waits for ${kind}s, a kind that this release does not install`,
      }
  }
}

/** The value that counts: the last one that is given, else the chart's own. */
const inForce = ({ files, set, chart }: ReleaseValues, path: readonly string[]): unknown =>
  [chart.defaults, ...files.map(({ body }) => body), set]
    .map(body => valueAt(body, path))
    .findLast(value => value !== undefined)

/** What a template takes for false. */
const isOff = (value: unknown): boolean => value === false || value === null || value === '' || value === 0
