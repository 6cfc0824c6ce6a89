import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { World } from '../../../src/model/world.ts'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { worldOf } from '../../world.ts'
import { isolatedIn, POD } from '../isolation.ts'

const policy = (spec: string, metadata = '{ name: p, namespace: eso }'): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: ${metadata}
spec: ${spec}
`

describe('directions of a NetworkPolicy', () => {
  test.each([
    // SetDefaults_NetworkPolicy: Ingress always, Egress when len(spec.egress) != 0.
    ['no policyTypes', '{ podSelector: {} }', ['ingress']],
    ['an empty list of policyTypes', '{ podSelector: {}, policyTypes: [] }', ['ingress']],
    ['policyTypes null', '{ podSelector: {}, policyTypes: null, egress: [{}] }', ['ingress', 'egress']],
    ['no policyTypes and an egress rule', '{ podSelector: {}, egress: [{}] }', ['ingress', 'egress']],
    ['no policyTypes and an empty egress', '{ podSelector: {}, egress: [] }', ['ingress']],
    ['no policyTypes and egress null', '{ podSelector: {}, egress: null }', ['ingress']],
    [
      'Egress and egress null, as the chart renders it',
      '{ podSelector: {}, policyTypes: [Egress], egress: null }',
      ['egress'],
    ],
    ['Ingress in spite of egress rules', '{ podSelector: {}, policyTypes: [Ingress], egress: [{}] }', ['ingress']],
    ['both', '{ podSelector: {}, policyTypes: [Egress, Ingress] }', ['ingress', 'egress']],
    ['a type the API server refuses', '{ podSelector: {}, policyTypes: [Ingress, egress] }', []],
    ['policyTypes that are no list', '{ podSelector: {}, policyTypes: Ingress }', []],
  ])('%s', (_, spec, directions) => expect(isolatedIn(policy(spec))).toEqual(directions))
})

describe('pods of a NetworkPolicy', () => {
  test.each([
    ['a missing podSelector is an empty one', '{}', true],
    ['podSelector null is an empty one', '{ podSelector: null }', true],
    ['matchLabels', '{ podSelector: { matchLabels: { app: eso } } }', true],
    ['other matchLabels', '{ podSelector: { matchLabels: { app: eso, tier: web } } }', false],
    ['a podSelector that is no mapping', '{ podSelector: [] }', false],
    [
      'an unknown operator',
      '{ podSelector: { matchExpressions: [{ key: app, operator: Like, values: [e] }] } }',
      false,
    ],
    ['no spec at all', 'null', true],
  ])('%s', (_, spec, isSelected) => expect(isolatedIn(policy(spec))).toEqual(isSelected ? ['ingress'] : []))

  test('another namespace is not its business', () => {
    expect(isolatedIn(policy('{}', '{ name: p, namespace: other }'))).toEqual([])
  })

  test('a pod on the network of its node is passed over', () => {
    expect(isolatedIn(policy('{}'), POD.replace('spec: {', 'spec: { hostNetwork: true,'))).toEqual([])
  })

  test('the pod template of a workload counts, not the workload’s own labels', () => {
    const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso, labels: { app: eso } }
spec: { template: { metadata: { labels: { app: other } }, spec: {} } }
`
    expect(isolatedIn(policy('{ podSelector: { matchLabels: { app: eso } } }'), deployment)).toEqual([])
    expect(isolatedIn(policy('{ podSelector: { matchLabels: { app: other } } }'), deployment)).toEqual(['ingress'])
  })
})

describe('namespaces that nobody names', () => {
  const pod = POD.replace('namespace: eso,', '')
  const inRelease = (yaml: string) =>
    parseManifests(yaml, { file: 'chart', release: { name: 'eso', namespace: 'eso' } }).manifests

  test('plain manifests without one go to the same', () => {
    expect(isolatedIn(policy('{}', '{ name: p }'), pod)).toEqual(['ingress'])
  })

  test('one that is named is not the one that is not', () => {
    expect(isolatedIn(policy('{}'), pod)).toEqual([])
    expect(isolatedIn(policy('{}', '{ name: p }'))).toEqual([])
  })

  test('a release gives its own', () => {
    const world = new World([...inRelease(pod), ...worldOf(policy('{}')).manifests])
    expect(world.pods.map(only => world.network.isolating(only, 'ingress').length)).toEqual([1])
  })

  test('a plain policy without one does not reach into a release', () => {
    const world = new World([...inRelease(pod), ...worldOf(policy('{}', '{ name: p }')).manifests])
    expect(world.pods.map(only => world.network.isolating(only, 'ingress').length)).toEqual([0])
  })
})

test('every isolating policy is named once, in the order of the set', () => {
  const cilium = `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: b, namespace: eso }
specs:
  - { endpointSelector: {}, egress: [{}] }
  - { endpointSelector: { matchLabels: { app: eso } }, egress: [{}] }
`
  const world = worldOf([POD, policy('{ egress: [{}] }', '{ name: a, namespace: eso }'), cilium].join('---\n'))
  const [pod] = world.pods
  expect(pod && world.network.isolating(pod, 'egress').map(({ name }) => name)).toEqual(['a', 'b'])
  expect(world.network).toBe(world.network)
})

describe('policies that are hooks of helm', () => {
  const hook = (annotations: string) => policy('{}', `{ name: p, namespace: eso, annotations: { ${annotations} } }`)
  test.each([
    ['is kept after the install', 'helm.sh/hook: "post-install, post-upgrade"', ['ingress']],
    [
      'is kept when only a failure deletes it',
      'helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-failed',
      ['ingress'],
    ],
    [
      'is deleted once it succeeded',
      'helm.sh/hook: pre-install, helm.sh/hook-delete-policy: "before-hook-creation,hook-succeeded"',
      [],
    ],
    ['is for tests', 'helm.sh/hook: test', []],
    ['is for the removal', 'helm.sh/hook: pre-delete', []],
  ])('%s', (_, annotations, directions) => expect(isolatedIn(hook(annotations))).toEqual(directions))
})

describe('malformed policies', () => {
  const selector = fc.oneof(
    fc.jsonValue(),
    fc.record({ matchLabels: fc.jsonValue(), matchExpressions: fc.array(fc.jsonValue()) }, { requiredKeys: [] }),
  )
  const fields = fc.constantFrom(
    ...['podSelector', 'policyTypes', 'ingress', 'egress', 'endpointSelector', 'nodeSelector', 'enableDefaultDeny'],
    ...['selector', 'types', 'namespaceSelector', 'serviceAccountSelector', 'doNotTrack'],
  )
  const spec = fc.oneof(fc.jsonValue(), fc.dictionary(fields, selector))

  test.each([
    ['networking.k8s.io/v1', 'NetworkPolicy'],
    ['cilium.io/v2', 'CiliumNetworkPolicy'],
    ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy'],
    ['projectcalico.org/v3', 'NetworkPolicy'],
    ['crd.projectcalico.org/v1', 'GlobalNetworkPolicy'],
  ])('%s %s never throws', (apiVersion, kind) => {
    fc.assert(
      fc.property(spec, fc.jsonValue(), (one, many) => {
        const body = { apiVersion, kind, metadata: { name: 'p', namespace: 'eso' }, spec: one, specs: many }
        expect(isolatedIn(JSON.stringify(body))).toBeInstanceOf(Array)
      }),
    )
  })
})
