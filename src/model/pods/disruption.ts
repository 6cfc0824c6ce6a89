import type { Manifest } from '../../parse/manifest.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import { inSameNamespace } from '../network/endpoint.ts'
import { selects } from '../selectors.ts'
import type { World } from '../world.ts'
import type { Pod } from './workloads.ts'

/** How many pods a Deployment asks for: one unless it says so; undefined when it is filled in later. */
export function replicasOf(deployment: Manifest): number | undefined {
  const replicas = deployment.get('spec', 'replicas') ?? 1
  return typeof replicas === 'number' ? replicas : undefined
}

/** Whether a disruption budget of the set speaks of a pod; one whose selector is filled in later may. */
export const hasDisruptionBudget = (pod: Pod, world: World): boolean =>
  world
    .of('policy/PodDisruptionBudget')
    .some(
      budget =>
        inSameNamespace(budget, pod.manifest) &&
        (isPlaceholder(budget.get('spec', 'selector')) || selects(budget.get('spec', 'selector'), pod.labels)),
    )
