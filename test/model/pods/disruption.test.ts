import { expect, test } from 'vitest'
import { hasDisruptionBudget, replicasOf } from '../../../src/model/pods/disruption.ts'
import { manifestsOf, worldOf } from '../../world.ts'

const deployment = (replicas?: unknown): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'd', namespace: 'eso' },
    spec: { replicas, template: { metadata: { labels: { app: 'webhook' } }, spec: {} } },
  })
const budget = (selector: unknown, namespace = 'eso'): string =>
  JSON.stringify({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'b', namespace },
    spec: { selector },
  })

test.each([
  [undefined, 1],
  [null, 1],
  [0, 0],
  [3, 3],
  ['${REPLICAS}', undefined],
])('replicas %j are %s', (replicas, expected) => {
  const [manifest] = manifestsOf(deployment(replicas))
  expect(manifest && replicasOf(manifest)).toBe(expected)
})

test.each([
  ['of the pod', budget({ matchLabels: { app: 'webhook' } }), true],
  ['of all pods', budget({}), true],
  ['that is filled in later', budget('${SELECTOR}'), true],
  ['of other pods', budget({ matchLabels: { app: 'controller' } }), false],
  ['of no pod', budget(undefined), false],
  ['in another namespace', budget({}, 'shop'), false],
])('a budget %s', (_, manifest, expected) => {
  const world = worldOf(`${deployment()}\n---\n${manifest}`)
  expect(world.pods.map(pod => hasDisruptionBudget(pod, world))).toEqual([expected])
})
