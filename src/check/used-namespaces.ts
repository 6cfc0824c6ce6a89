import { ESO_GROUP, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { FETCHING_KINDS, PUSHING_KINDS } from '../model/eso/external-secrets.ts'
import type { World } from '../model/world.ts'
import { isPlaceholder } from '../parse/untyped.ts'

/** The kinds that a controller for one namespace does not work on. */
const CLUSTER_KINDS = [
  ...['ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'].map(kind => `${ESO_GROUP}/${kind}`),
  `${GENERATORS_GROUP}/ClusterGenerator`,
]

/** Whether an object of the set needs a controller for the whole cluster. */
export const needsWholeCluster = (world: World): boolean => CLUSTER_KINDS.some(kind => world.of(kind).length > 0)

/** The one namespace in which all is that the operator works on; undefined where there is another, none, or nobody knows. */
export function soleNamespace(world: World): string | undefined {
  const objects = [...FETCHING_KINDS, ...PUSHING_KINDS, `${ESO_GROUP}/SecretStore`].flatMap(kind => world.of(kind))
  const [namespace, ...others] = new Set(objects.map(object => object.namespace))
  const isKnown = namespace !== undefined && !isPlaceholder(namespace) && others.length === 0
  return isKnown && !needsWholeCluster(world) ? namespace : undefined
}
