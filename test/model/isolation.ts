import { DIRECTIONS, type Direction } from '../../src/model/endpoint.ts'
import { worldOf } from '../world.ts'

/** A pod for the policies of the tests. */
export const POD = `
apiVersion: v1
kind: Pod
metadata: { name: eso, namespace: eso, labels: { app: eso, tier: ops } }
spec: { serviceAccountName: controller }
`

/** The directions in which any of these policies isolates the pod (the only one of the set). */
export function isolatedIn(policies: string, pod = POD): Direction[] {
  const world = worldOf(`${pod}\n---\n${policies}`)
  const [only] = world.pods
  if (!only || world.pods.length > 1) throw new Error('the set must hold one pod')
  return DIRECTIONS.filter(direction => world.network.isolating(only, direction).length > 0)
}
