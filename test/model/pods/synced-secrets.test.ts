import { describe, expect, test } from 'vitest'
import { syncedUsesOf } from '../../../src/model/pods/synced-secrets.ts'
import { podOf } from '../../../src/model/pods/workloads.ts'
import { World } from '../../../src/model/world.ts'
import { manifestsOf } from '../../world.ts'

const object = (kind: string, name: string, spec: object, namespace?: string): string =>
  JSON.stringify({
    apiVersion: kind === 'Pod' || kind === 'Namespace' ? 'v1' : 'external-secrets.io/v1',
    kind,
    metadata: { name, namespace, labels: { team: 'a' } },
    spec,
  })

/** `secret <- source` for each synced Secret of the first manifest, a pod. */
function uses(pod: string, ...others: string[]): string[] {
  const world = new World(manifestsOf([pod, ...others].join('\n---\n')))
  const [first] = world.pods
  return first ? syncedUsesOf(first, world).map(({ secret, source }) => `${secret} <- ${source.name}`) : ['no pod']
}

const pod = (spec: object, namespace: string | undefined = 'shop'): string => object('Pod', 'p', spec, namespace)
const USES_A = { volumes: [{ secret: { secretName: 'a' } }] }

describe('how a pod takes a Secret in', () => {
  test.each([
    ['an environment variable', { containers: [{ env: [{ valueFrom: { secretKeyRef: { name: 'a' } } }] }] }],
    ['the environment of an init container', { initContainers: [{ envFrom: [{}, { secretRef: { name: 'a' } }] }] }],
    ['a volume', USES_A],
    ['a projected volume', { volumes: [{ projected: { sources: [{}, { secret: { name: 'a' } }] } }] }],
  ])('%s', (_, spec) => {
    expect(uses(pod(spec), object('ExternalSecret', 'a', {}, 'shop'))).toEqual(['a <- a'])
  })

  test('the path leads to the name, and each Secret counts once', () => {
    const spec = { containers: [{ envFrom: [{ secretRef: { name: 'a' } }, { secretRef: { name: 'a' } }] }] }
    const world = new World(manifestsOf(`${pod(spec)}\n---\n${object('ExternalSecret', 'a', {}, 'shop')}`))
    const found = world.pods.flatMap(given => syncedUsesOf(given, world))
    expect(found).toHaveLength(1)
    expect(found.map(({ path }) => world.pods[0]?.manifest.get(...path))).toEqual(['a'])
  })

  test('a ConfigMap, a pull secret and a name that is filled in later are no such use', () => {
    const spec = {
      imagePullSecrets: [{ name: 'a' }],
      containers: [{ envFrom: [{ configMapRef: { name: 'a' } }, { secretRef: { name: '${A}' } }] }],
    }
    const sources = ['a', '${A}'].map(name => object('ExternalSecret', name, {}, 'shop'))
    expect(uses(pod(spec), ...sources)).toEqual([])
  })
})

describe('which ExternalSecret writes it', () => {
  test.each([
    ['of that name', 'ExternalSecret', 'a', {}, 'shop', true],
    ['with that target', 'ExternalSecret', 'x', { target: { name: 'a' } }, 'shop', true],
    ['with another target', 'ExternalSecret', 'a', { target: { name: 'b' } }, 'shop', false],
    ['in another namespace', 'ExternalSecret', 'a', {}, 'other', false],
    ['that writes no Secret', 'ExternalSecret', 'a', { target: { manifest: { kind: 'ConfigMap' } } }, 'shop', false],
    ['for other listed namespaces', 'ClusterExternalSecret', 'a', { namespaces: ['web'] }, undefined, false],
    ['for listed namespaces', 'ClusterExternalSecret', 'a', { namespaces: ['shop'] }, undefined, true],
    [
      'for selected namespaces',
      'ClusterExternalSecret',
      'x',
      { externalSecretName: 'a', namespaceSelectors: [{ matchLabels: { team: 'a' } }] },
      undefined,
      true,
    ],
    [
      'for the namespace of that name',
      'ClusterExternalSecret',
      'x',
      {
        externalSecretSpec: { target: { name: 'a' } },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
      },
      undefined,
      true,
    ],
    [
      'for other namespaces',
      'ClusterExternalSecret',
      'a',
      { namespaceSelectors: [{ matchLabels: { team: 'b' } }] },
      undefined,
      false,
    ],
    ['for none', 'ClusterExternalSecret', 'a', {}, undefined, false],
  ])('one %s', (_, kind, name, spec, namespace, expected) => {
    const sources = [object('Namespace', 'shop', {}), object(kind, name, spec, namespace)]
    expect(uses(pod(USES_A), ...sources)).toEqual(expected ? [`a <- ${name}`] : [])
  })

  test('where nobody says the namespace, one in the same folder', () => {
    const [given] = manifestsOf(pod(USES_A, undefined).replace('"namespace":"shop",', ''), 'apps/shop/pod.yaml')
    const source = (file: string) => manifestsOf(object('ExternalSecret', 'a', {}), file)
    const found = (file: string): number => {
      const world = new World([...(given ? [given] : []), ...source(file)])
      const view = given && podOf(given)
      return view ? syncedUsesOf(view, world).length : -1
    }
    expect(found('apps/shop/secret.yaml')).toBe(1)
    expect(found('apps/other/secret.yaml')).toBe(0)
  })
})
