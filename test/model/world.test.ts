import { describe, expect, test } from 'vitest'
import type { Subject } from '../../src/model/rbac/rbac.ts'
import { World, type WorldOptions } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { manifestsOf, worldOf } from '../world.ts'

const CONTROLLER = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers: [{ name: eso, image: "registry.example.com/external-secrets:v2.9.0" }]
`
const account = (namespace: string | undefined, name: string): Subject => ({ kind: 'ServiceAccount', namespace, name })
const group = (name: string): Subject => ({ kind: 'Group', namespace: undefined, name })

describe('operators', () => {
  test("the operator's own ServiceAccount is one, its namesake elsewhere is not", () => {
    const world = worldOf(CONTROLLER)
    expect(world.isOperator(account('eso', 'controller'))).toBe(true)
    expect(world.isOperator(account('shop', 'controller'))).toBe(false)
    expect(world.isOperator(account(undefined, 'controller'))).toBe(false)
    expect(world.isOperator(group('controller'))).toBe(false)
  })

  test('known delivery controllers are, in the namespaces they live in', () => {
    const world = worldOf('')
    expect(world.isOperator(account('argocd', 'argocd-application-controller'))).toBe(true)
    expect(world.isOperator(account('flux-system', 'kustomize-controller'))).toBe(true)
    expect(world.isOperator(account('shop', 'kustomize-controller'))).toBe(false)
    expect(world.isOperator({ kind: 'User', namespace: undefined, name: 'kustomize-controller' })).toBe(false)
  })

  test("the config's are, by kind and name; a ServiceAccount without a namespace in every one", () => {
    const world = worldOf('', {
      config: {
        operators: [
          { kind: 'Group', name: 'platform' },
          { kind: 'ServiceAccount', name: 'deploy', namespace: 'ci' },
          { kind: 'ServiceAccount', name: 'anywhere' },
        ],
      },
    })
    expect(world.isOperator(group('platform'))).toBe(true)
    expect(world.isOperator({ kind: 'User', namespace: undefined, name: 'platform' })).toBe(false)
    expect(world.isOperator(account('ci', 'deploy'))).toBe(true)
    expect(world.isOperator(account('shop', 'deploy'))).toBe(false)
    expect(world.isOperator(account('shop', 'anywhere'))).toBe(true)
  })
})

describe('what a world holds', () => {
  const store = (apiVersion: string, kind: string): string =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: x }\n`

  test('an install is a controller; its webhook alone is none', () => {
    expect(worldOf(CONTROLLER).has('install')).toBe(true)
    const webhook = CONTROLLER.replace('containers: [{', 'containers: [{ args: [webhook],')
    expect(worldOf(webhook).has('install')).toBe(false)
    expect(worldOf('').has('install')).toBe(false)
  })

  test("stores are the operator's kinds in any version, and no other group's", () => {
    expect(worldOf(store('external-secrets.io/v1', 'SecretStore')).has('stores')).toBe(true)
    expect(worldOf(store('external-secrets.io/v1beta1', 'ClusterSecretStore')).has('stores')).toBe(true)
    expect(worldOf(store('external-secrets.io/v1', 'ExternalSecret')).has('stores')).toBe(false)
    expect(worldOf(CONTROLLER).has('stores')).toBe(false)
  })

  test('connections when a store or a generator is there', () => {
    const connected = (apiVersion: string, kind: string): boolean => worldOf(store(apiVersion, kind)).has('connections')
    expect(connected('external-secrets.io/v1', 'SecretStore')).toBe(true)
    expect(connected('generators.external-secrets.io/v1alpha1', 'ClusterGenerator')).toBe(true)
    expect(connected('external-secrets.io/v1', 'ExternalSecret')).toBe(false)
  })

  test('policies are those of any engine, alerts and an audit policy, about whatever', () => {
    expect(worldOf(store('kyverno.io/v1', 'ClusterPolicy')).has('policies')).toBe(true)
    expect(worldOf(store('constraints.gatekeeper.sh/v1beta1', 'SomethingOfTheirs')).has('policies')).toBe(true)
    expect(worldOf(store('monitoring.coreos.com/v1', 'PrometheusRule')).has('policies')).toBe(true)
    expect(worldOf('apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n').has('policies')).toBe(true)
    expect(worldOf(store('monitoring.coreos.com/v1', 'ServiceMonitor')).has('policies')).toBe(false)
    expect(worldOf(CONTROLLER).has('policies')).toBe(false)
  })

  test('an audit policy is no other policy', () => {
    expect(worldOf('apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n').has('audit-policy')).toBe(true)
    expect(worldOf(store('kyverno.io/v1', 'ClusterPolicy')).has('audit-policy')).toBe(false)
  })

  test('the version of Kubernetes is the release’s, else the cluster’s', () => {
    const release = { name: 'eso', namespace: 'eso' }
    const { manifests } = parseManifests(CONTROLLER, { file: 'a.yaml', release })
    const versionIn = (options: WorldOptions, own = manifests): (string | undefined)[] => {
      const world = new World(own, options)
      return own.map(manifest => world.kubeVersionOf(manifest))
    }
    const kubeVersions = new Map([['eso', '1.30']])
    expect(versionIn({ kubeVersion: '1.33', kubeVersions })).toEqual(['1.30'])
    expect(versionIn({ kubeVersion: '1.33', kubeVersions: new Map([['shop', '1.30']]) })).toEqual(['1.33'])
    expect(versionIn({ kubeVersion: '1.33', kubeVersions }, manifestsOf(CONTROLLER))).toEqual(['1.33'])
    expect(versionIn({})).toEqual([undefined])
  })

  test('a group whose kinds somebody else names is asked for as a whole', () => {
    const world = worldOf(store('constraints.gatekeeper.sh/v1beta1', 'SomethingOfTheirs'))
    expect(world.of('constraints.gatekeeper.sh/*').map(({ kind, namespace }) => [kind, namespace])).toEqual([
      ['SomethingOfTheirs', undefined],
    ])
  })

  test('manifests are found by group and kind, not by version', () => {
    const world = worldOf(
      `${store('external-secrets.io/v1', 'SecretStore')}---\n${store('external-secrets.io/v1beta1', 'SecretStore')}`,
    )
    expect(world.of('external-secrets.io/SecretStore')).toHaveLength(2)
    expect(world.of('external-secrets.io/ClusterSecretStore')).toEqual([])
  })

  test('pods are those of all workloads', () => {
    expect(worldOf(`${CONTROLLER}---\n${store('external-secrets.io/v1', 'SecretStore')}`).pods).toHaveLength(1)
  })
})
