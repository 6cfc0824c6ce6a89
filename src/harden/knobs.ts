import { groupOf, type Path } from '../finding.ts'
import { ESO_GROUP, GENERATORS_GROUP, isGenerator } from '../model/eso/eso.ts'
import type { World } from '../model/world.ts'
import { valueAt } from '../parse/untyped.ts'
import { isDifferent, type Measure } from './measure.ts'
import type { Target } from './targets.ts'

/** Values of the operator's chart that no finding asks for, and that its safest install has all the same. */
interface Knob {
  /** By the key that the operator's own chart has: what goes together, or not at all. */
  readonly values: readonly (readonly [key: readonly string[], value: boolean])[]
  readonly reason: string
  /** What the files cannot say. */
  readonly question: string | undefined
  suits(target: Target): boolean
}

/**
 * Source: values.yaml of the operator's charts 0.9.20 to 2.9.0. Which chart has which key is asked of the chart itself:
 * `processClusterPushSecret` came with 0.15.0, `processClusterGenerator` before 0.20.4, `processSecretStore` with 1.2.0,
 * `openshiftFinalizers` with 0.15.1, `enableHTTP2` before 0.20.4, `vault.enableTokenCache` before 2.4.1.
 */
const KNOBS: readonly Knob[] = [
  {
    values: [[['rbac', 'servicebindings', 'create'], false]],
    reason:
      'Nothing here binds Secrets by Service Binding, and its ClusterRole reads every ExternalSecret and PushSecret.',
    question: 'Does a controller of Service Binding (servicebinding.io) run in the cluster?',
    suits: target => !names(target, 'servicebinding.io'),
  },
  {
    values: [[['openshiftFinalizers'], false]],
    reason: 'Only OpenShift asks for the right to change finalizers, and nothing here is made for it.',
    question: 'Is the cluster an OpenShift?',
    suits: target => !names(target, 'openshift.io'),
  },
  {
    values: [[['enableHTTP2'], false]],
    reason: 'The servers of the operator need no HTTP/2, and its faults let others exhaust them.',
    question: undefined,
    suits: () => true,
  },
  {
    values: [[['vault', 'enableTokenCache'], false]],
    reason: 'Tokens of Vault that are not kept cannot be read out of the memory of the controller.',
    question: 'Does Vault bear a login for each store and refresh?',
    suits: () => true,
  },
  {
    values: [[['hostUsers'], false]],
    reason: 'In a user namespace, root of the container is nobody on the node.',
    question: 'Do all nodes support user namespaces?',
    suits: () => true,
  },
  ...(
    [
      ['ClusterSecretStore', ['processClusterStore'], []],
      // Where no kind is named, a SecretStore is meant.
      ['SecretStore', ['processSecretStore'], ['ExternalSecret', 'ClusterExternalSecret', 'PushSecret']],
      ['ClusterExternalSecret', ['processClusterExternalSecret'], []],
      ['ClusterPushSecret', ['processClusterPushSecret'], []],
      ['PushSecret', ['processPushSecret', 'processClusterPushSecret'], ['ClusterPushSecret']],
      ['ClusterGenerator', ['processClusterGenerator'], []],
    ] as const
  ).map(
    ([kind, keys, users]): Knob => ({
      values: keys.map(key => [[key], false]),
      reason: `Nothing here uses a ${kind}, so that the controller needs no right to them.`,
      question: `Does anything else in the cluster use a ${kind}?`,
      suits: ({ world }) => isInUse(world) && ![kind, ...users].some(word => mentions(world, word)),
    }),
  ),
]

/** What the safest install of a release has beyond what its findings ask for. */
export const knobsFor = (target: Target): Measure[] =>
  KNOBS.filter(({ suits }) => suits(target)).flatMap(({ values, reason, question }): Measure | [] => {
    const wanted = values
      .map(([key, value]) => ({ target, key: [...target.below, ...key], value }))
      // A version that does not know one of them has not what it switches off either.
      .filter(({ key }) => isKnown(target, key))
      .filter(isDifferent)
    if (wanted.length === 0) return []
    const isCertain = question === undefined || target.world.has('complete')
    const open = isCertain ? undefined : question
    return { values: wanted, generators: [], findings: [], answers: [], reason, question: open }
  })

const isKnown = ({ values }: Target, key: Path): boolean => valueAt(values, key) !== undefined

/** Whether anything here speaks to the operator: of a repository that has only its chart nobody can say what is used. */
const isInUse = (world: World): boolean => ownObjects(world).length > 0

const ownObjects = (world: World) =>
  world.manifests.filter(
    manifest =>
      isGenerator(manifest) ||
      groupOf(manifest.apiVersion) === ESO_GROUP ||
      groupOf(manifest.apiVersion) === GENERATORS_GROUP,
  )

/** Whether an object of the operator is of a kind, or refers to one: what is referred to may be elsewhere. */
const mentions = (world: World, kind: string): boolean => {
  const word = new RegExp(`\\b${kind}\\b`)
  return ownObjects(world).some(manifest => manifest.kind === kind || word.test(manifest.source.text))
}

/** Whether anything beside the operator's own chart names an API group, or the cluster is said to have it. */
const names = ({ world, release }: Target, group: string): boolean =>
  release.apiVersions.some(version => version.includes(group)) ||
  world.manifests.some(manifest => !world.eso.isOwnPart(manifest) && manifest.source.text.includes(group))
