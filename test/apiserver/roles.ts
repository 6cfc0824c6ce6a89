import { setTimeout } from 'node:timers/promises'
import type { Mapping } from '../../src/parse/untyped.ts'
import { type Api, mappingsIn } from './api.ts'

const CLUSTER_ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles'

/** Waits until no ClusterRole gets or loses rules any more: aggregation comes in rounds, and their order goes around. */
export async function settled(api: Api): Promise<void> {
  let last = ''
  for (let quiet = 0; quiet < 5; ) {
    const roles = mappingsIn((await api.request('GET', CLUSTER_ROLES)).body.items)
    const now = JSON.stringify(
      roles.map(({ rules }) =>
        mappingsIn(rules)
          .map(rule => JSON.stringify(rule))
          .sort(),
      ),
    )
    quiet = now === last ? quiet + 1 : 0
    last = now
    await setTimeout(60)
  }
}

/** A ClusterRole can come back: the controller applies what it has worked out a moment before. */
export async function removed(api: Api, objects: readonly Mapping[]): Promise<void> {
  for (let left = objects; left.length > 0; ) {
    for (const object of left) await api.remove(object)
    await settled(api)
    const answers = await Promise.all(objects.map(async object => ({ object, ...(await api.get(object)) })))
    left = answers.flatMap(({ object, status }) => (status === 404 ? [] : [object]))
  }
}
