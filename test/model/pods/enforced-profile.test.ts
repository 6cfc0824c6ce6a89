import { expect, test } from 'vitest'
import { demandsAfter, pinnedMinor, standardsVersionOf } from '../../../src/model/pods/enforced-profile.ts'
import { manifestsOf, worldOf } from '../../world.ts'

const namespace = (version: string, enforced = 'restricted'): string => `apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: ${enforced}, pod-security.kubernetes.io/enforce-version: ${version} }
`
const POD = `---
apiVersion: v1
kind: Pod
metadata: { name: eso, namespace: eso }
---
apiVersion: v1
kind: Pod
metadata: { name: shop, namespace: shop }
`

test.each([
  ['v1.29', 'restricted', 29],
  ['v1.0', 'baseline', 0],
  ['latest', 'restricted', undefined],
  ['1.29', 'restricted', undefined],
  ['v1.029', 'restricted', undefined],
  ['v1.29.3', 'restricted', undefined],
  ['1.2', 'restricted', undefined],
  ['v1.29', 'privileged', undefined],
  ['"${VERSION}"', 'restricted', undefined],
])('%s of %s', (version, enforced, minor) => {
  const [manifest] = manifestsOf(namespace(version, enforced))
  expect(manifest && pinnedMinor(manifest)).toBe(minor)
})

test.each([
  [7, undefined, 4],
  [22, undefined, 1],
  [23, undefined, 0],
  [23, '1.33', 0],
  [33, '1.34', 1],
  [34, '1.35', 0],
  [20, '1.22', 1],
])('after 1.%d on %s come %d demands', (pinned, kubeVersion, count) => {
  expect(demandsAfter(pinned, kubeVersion)).toHaveLength(count)
})

test.each([
  ['v1.24', undefined, 'v1.24', undefined],
  ['v1.24', '1.33', 'v1.24', '1.33'],
  // An API server knows no standards newer than itself.
  ['v1.40', '1.33', '1.33', '1.33'],
])('pinned to %s on %s: %s', (pin, kubeVersion, own, other) => {
  const world = worldOf(namespace(pin) + POD, kubeVersion === undefined ? {} : { kubeVersion })
  const pods = world.pods.map(({ manifest }) => standardsVersionOf(manifest, world))
  expect(pods).toEqual([own, other])
})
