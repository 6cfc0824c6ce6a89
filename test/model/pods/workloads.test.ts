import { describe, expect, test } from 'vitest'
import {
  environmentOf,
  type Pod,
  parseImage,
  podOf,
  serviceAccountPath,
  WORKLOAD_KINDS,
} from '../../../src/model/pods/workloads.ts'
import { manifestsOf } from '../../world.ts'

const apiVersionOf = (groupKind: string): string => {
  const group = groupKind.slice(0, groupKind.indexOf('/'))
  return group === 'core' ? 'v1' : `${group}/v1`
}

const manifestOf = (groupKind: string, rest: object): string =>
  JSON.stringify({
    apiVersion: apiVersionOf(groupKind),
    kind: groupKind.slice(groupKind.indexOf('/') + 1),
    metadata: { name: 'x', namespace: 'shop' },
    ...rest,
  })

function podIn(yaml: string): Pod | undefined {
  const [manifest] = manifestsOf(yaml)
  return manifest && podOf(manifest)
}

/** Where each kind keeps its pod's spec, written down apart from the code under test. */
const SPECS: Readonly<Record<string, (spec: object) => object>> = {
  'core/Pod': spec => ({ spec }),
  'apps/DaemonSet': spec => ({ spec: { template: { spec } } }),
  'apps/Deployment': spec => ({ spec: { template: { spec } } }),
  'apps/ReplicaSet': spec => ({ spec: { template: { spec } } }),
  'apps/StatefulSet': spec => ({ spec: { template: { spec } } }),
  'batch/Job': spec => ({ spec: { template: { spec } } }),
  'batch/CronJob': spec => ({ spec: { jobTemplate: { spec: { template: { spec } } } } }),
}

test('the kinds that make pods are these', () => {
  expect([...WORKLOAD_KINDS].sort()).toEqual(Object.keys(SPECS).sort())
})

test.each(Object.keys(SPECS))('the pod of a %s, with paths that lead to its containers', groupKind => {
  const spec = {
    serviceAccountName: 'worker',
    initContainers: [{ name: 'first', image: 'a' }],
    containers: [{ name: 'second', image: 'b', command: ['run'], args: ['--fast'] }],
  }
  const yaml = manifestOf(groupKind, SPECS[groupKind]?.(spec) ?? {})
  const pod = podIn(yaml)
  expect(pod?.serviceAccountName).toBe('worker')
  expect(pod?.containers.map(({ name, image, args }) => ({ name, image, args }))).toEqual([
    { name: 'first', image: 'a', args: [] },
    { name: 'second', image: 'b', args: ['run', '--fast'] },
  ])
  for (const { path, name } of pod?.containers ?? []) expect(pod?.manifest.get(...path, 'name')).toBe(name)
})

test.each([
  [{ serviceAccountName: 'a', serviceAccount: 'b' }, 'a'],
  [{ serviceAccount: 'b' }, 'b'],
  [{ serviceAccountName: '' }, 'default'],
  [{}, 'default'],
  [{ serviceAccountName: 7 }, 'default'],
])('the ServiceAccount of %j is %s', (spec, name) => {
  expect(podIn(manifestOf('core/Pod', { spec }))?.serviceAccountName).toBe(name)
})

test('labels are those of the pod, not of the workload', () => {
  const metadata = { name: 'x', labels: { app: 'workload' } }
  const template = { metadata: { labels: { app: 'pod', odd: 7 } }, spec: {} }
  expect(podIn(manifestOf('apps/Deployment', { metadata, spec: { template } }))?.labels).toEqual({ app: 'pod' })
  expect(podIn(manifestOf('core/Pod', { metadata, spec: {} }))?.labels).toEqual({ app: 'workload' })
})

test('other kinds have no pod', () => {
  expect(podIn(manifestOf('core/Secret', {}))).toBeUndefined()
})

describe('malformed workloads have empty pods and throw nothing', () => {
  test.each([7, null, 'text', [], { containers: 7 }, { containers: { name: 'x' } }, { containers: [7, null, 'x'] }])(
    'spec: %j',
    spec => {
      expect(podIn(manifestOf('core/Pod', { spec }))?.containers).toEqual([])
      expect(podIn(manifestOf('apps/Deployment', { spec: { template: { spec } } }))?.containers).toEqual([])
      expect(podIn(manifestOf('apps/Deployment', { spec }))?.containers).toEqual([])
    },
  )

  test('fields of other types read as absent, and the index in the path stays', () => {
    const spec = { containers: [7, { name: 7, image: 7, args: 'run', command: [7, 'run'] }] }
    expect(podIn(manifestOf('core/Pod', { spec }))?.containers).toEqual([
      { path: ['spec', 'containers', 1], name: '', image: undefined, args: ['run'] },
    ])
  })
})

test.each([
  ['nginx', 'nginx', undefined, undefined],
  ['nginx:1.27', 'nginx', '1.27', undefined],
  ['registry:5000/nginx', 'registry:5000/nginx', undefined, undefined],
  ['registry:5000/a/nginx:1', 'registry:5000/a/nginx', '1', undefined],
  ['nginx@sha256:ab', 'nginx', undefined, 'sha256:ab'],
  ['registry:5000/nginx:1@sha256:ab', 'registry:5000/nginx', '1', 'sha256:ab'],
  ['nginx:', 'nginx', '', undefined],
  ['', '', undefined, undefined],
])('the image %j is %j, tag %j, digest %j', (image, repository, tag, digest) => {
  expect(parseImage(image)).toEqual({ repository, tag, digest })
})

test('the environment of a container: the last of two equal names counts, and what comes from elsewhere has no value', () => {
  const env = [
    { name: 'A', value: 'first' },
    7,
    { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    { value: 'nameless' },
    { name: 'A', value: 'last' },
    { name: 'C', value: 7 },
  ]
  const pod = podIn(manifestOf('core/Pod', { spec: { containers: [{ name: 'x', env }] } }))
  const [container] = pod?.containers ?? []
  if (!pod || !container) throw new Error('no container')
  const path = ['spec', 'containers', 0, 'env']
  expect(environmentOf(pod, container)).toEqual([
    { name: 'A', value: 'last', path: [...path, 4] },
    { name: 'B', value: undefined, path: [...path, 2] },
    { name: 'C', value: undefined, path: [...path, 5] },
  ])
})

test.each([
  [{ serviceAccountName: 'a' }, 'serviceAccountName'],
  [{ serviceAccount: 'a' }, 'serviceAccount'],
  [{ serviceAccountName: 'a', serviceAccount: 'b' }, 'serviceAccountName'],
  [{ serviceAccountName: '', serviceAccount: 'b' }, 'serviceAccount'],
  [{}, 'serviceAccountName'],
])('the ServiceAccount of %j is named at %s', (spec, field) => {
  const pod = podIn(manifestOf('core/Pod', { spec }))
  expect(pod && serviceAccountPath(pod)).toEqual(['spec', field])
})
