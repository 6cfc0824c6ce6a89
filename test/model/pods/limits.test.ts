import { expect, test } from 'vitest'
import { isUnlimited } from '../../../src/model/pods/limits.ts'
import { worldOf } from '../../world.ts'

const pod = (resources: unknown, spec: object = {}): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'eso' },
    spec: { containers: [{ name: 'c', resources }], ...spec },
  })
const range = (namespace: string, ...limits: object[]): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'l', namespace }, spec: { limits } })

function unlimited(...manifests: string[]): boolean | undefined {
  const world = worldOf(manifests.join('\n---\n'))
  const [found] = world.pods
  return found?.containers[0] && isUnlimited(found, found.containers[0], world)
}

test.each([
  [undefined, true],
  [null, true],
  [{}, true],
  [{ requests: { memory: '1Gi' } }, true],
  [{ limits: {} }, true],
  [{ limits: { memory: null } }, true],
  [{ limits: { 'ephemeral-storage': '1Gi' } }, true],
  [{ limits: { memory: '1Gi' } }, false],
  [{ limits: { cpu: 1 } }, false],
  [{ limits: '${LIMITS}' }, false],
  ['${RESOURCES}', false],
])('a container with resources %j is unlimited: %s', (resources, expected) => {
  expect(unlimited(pod(resources))).toBe(expected)
})

test('a limit of the whole pod is one for its containers', () => {
  expect(unlimited(pod({}, { resources: { limits: { memory: '1Gi' } } }))).toBe(false)
})

test.each([
  ['a default', range('eso', { type: 'Container', default: { memory: '1Gi' } }), false],
  ['a maximum, which is the default too', range('eso', { type: 'Container', max: { cpu: 1 } }), false],
  ['a default for requests', range('eso', { type: 'Container', defaultRequest: { cpu: 1 } }), true],
  ['a maximum for pods', range('eso', { type: 'Pod', max: { cpu: 1 } }), true],
  ['a default elsewhere', range('shop', { type: 'Container', default: { memory: '1Gi' } }), true],
])('a LimitRange with %s', (_, manifest, expected) => {
  expect(unlimited(pod({}), manifest)).toBe(expected)
})
