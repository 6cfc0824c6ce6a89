import { describe, expect, test } from 'vitest'
import type { Subject } from '../../../src/model/rbac/rbac.ts'
import { World } from '../../../src/model/world.ts'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { worldOf } from '../../world.ts'

interface Workload {
  readonly name?: string
  readonly namespace?: string | undefined
  readonly account?: string
  readonly image?: string
  readonly args?: readonly string[]
  readonly labels?: Readonly<Record<string, string>>
}

const deployment = ({ name = 'x', namespace, account, image, args, labels }: Workload): string =>
  `${JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: { template: { spec: { serviceAccountName: account, containers: [{ name: 'main', image, args }] } } },
  })}\n---\n`

const account = (namespace: string, name: string): Subject => ({ kind: 'ServiceAccount', namespace, name })

const rights = (rules: string, subject = '{ kind: ServiceAccount, name: runner, namespace: eso }'): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: rights }
rules: ${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: rights }
roleRef: { kind: ClusterRole, name: rights }
subjects: [${subject}]
`

const rolesIn = (yaml: string): string[] =>
  worldOf(yaml).eso.installs.flatMap(({ components }) => components.map(({ role }) => role))

describe('components', () => {
  test.each([
    ['ghcr.io/external-secrets/external-secrets:v2.9.0', ['--loglevel=info'], ['controller']],
    ['external-secrets@sha256:ab', [], ['controller']],
    ['mirror:5000/external-secrets', ['webhook', '--port=10250'], ['webhook']],
    ['mirror:5000/external-secrets', ['/bin/external-secrets', 'webhook', '--port=10250'], ['webhook']],
    ['mirror:5000/external-secrets', ['--loglevel', 'webhook'], ['controller']],
    ['mirror:5000/external-secrets', ['certcontroller'], ['cert-controller']],
    ['mirror.example.com/renamed', ['certcontroller'], ['cert-controller']],
    ['mirror.example.com/renamed', ['--loglevel=info'], []],
    ['godaddy/kubernetes-external-secrets:8.5.5', [], []],
    ['ghcr.io/external-secrets/bitwarden-sdk-server:v0.5.0', [], []],
  ])('%s %j is %j', (image, args, roles) => {
    expect(rolesIn(deployment({ image, args, namespace: 'eso' }))).toEqual(roles)
  })

  test('a name or an image label alone makes no component', () => {
    expect(
      rolesIn(deployment({ name: 'external-secrets', image: 'nginx', labels: { app: 'external-secrets' } })),
    ).toEqual([])
  })

  test('an image of another name is the controller when it may write the status of ExternalSecrets', () => {
    const workload = deployment({ image: 'mirror/renamed:1', account: 'runner', namespace: 'eso' })
    const status = '[{ apiGroups: [external-secrets.io], resources: [externalsecrets/status], verbs: [patch] }]'
    expect(rolesIn(workload + rights(status))).toEqual(['controller'])
    expect(rolesIn(workload + rights(status.replace('patch', 'get')))).toEqual([])
    expect(
      rolesIn(workload + rights('[{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]')),
      'a backup tool',
    ).toEqual([])
  })

  test('a pod that borrows the ServiceAccount of a controller is no component by its rights', () => {
    const status = '[{ apiGroups: [external-secrets.io], resources: [externalsecrets/status], verbs: [patch] }]'
    const borrower = deployment({ name: 'app', image: 'example/app:1', account: 'runner', namespace: 'eso' })
    const image = 'ghcr.io/external-secrets/external-secrets:v2.9.0'
    const controller = deployment({ image, account: 'runner', namespace: 'eso' })
    expect(rolesIn(borrower + controller + rights(status))).toEqual(['controller'])
    const webhook = deployment({ image, account: 'runner', namespace: 'eso', args: ['webhook'] })
    expect(rolesIn(borrower + webhook + rights(status)), 'a webhook is no controller').toEqual([
      'controller',
      'webhook',
    ])
    const elsewhere = deployment({ image, account: 'runner', namespace: 'other' })
    expect(rolesIn(borrower + elsewhere + rights(status)).sort()).toEqual(['controller', 'controller'])
  })
})

describe('installs', () => {
  test('components of one namespace are one install, those of another are another', () => {
    const image = 'external-secrets:v2.9.0'
    const { installs } = worldOf(
      deployment({ image, namespace: 'a' }) +
        deployment({ image, namespace: 'a', args: ['webhook'] }) +
        deployment({ image, namespace: 'b' }),
    ).eso
    expect(installs.map(({ namespace, components }) => [namespace, components.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  test('the controllers of all installs, and nothing else of them', () => {
    const image = 'external-secrets:v2.9.0'
    const { eso } = worldOf(
      deployment({ image, namespace: 'a' }) +
        deployment({ image, namespace: 'a', args: ['webhook'] }) +
        deployment({ image, namespace: 'b', args: ['certcontroller'] }),
    )
    expect(eso.controllers.map(({ role, pod }) => `${role} ${pod.namespace}`)).toEqual(['controller a'])
  })

  test('webhooks are those that validate kinds of the operator', () => {
    const hooks = (kind: string, group: string): string => `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata: { name: hooks }
webhooks: [{ name: one, rules: [{ apiGroups: ["${group}"], resources: [secretstores] }] }]
`
    const named = (kind: string, group: string) => worldOf(hooks(kind, group)).eso.webhooks.map(({ name }) => name)
    expect(named('ValidatingWebhookConfiguration', 'external-secrets.io')).toEqual(['one'])
    expect(named('ValidatingWebhookConfiguration', 'generators.external-secrets.io')).toEqual(['one'])
    expect(named('ValidatingWebhookConfiguration', 'apps')).toEqual([])
    expect(named('MutatingWebhookConfiguration', 'external-secrets.io')).toEqual([])
  })

  test('two releases in one namespace are two installs', () => {
    const yaml = deployment({ image: 'external-secrets:v2.9.0' })
    const manifests = ['blue', 'green'].flatMap(
      name => parseManifests(yaml, { file: 'x', release: { name, namespace: 'eso' } }).manifests,
    )
    expect(new World(manifests).eso.installs.map(({ release }) => release)).toEqual(['blue', 'green'])
  })

  test.each([
    ['external-secrets:v2.9.0', undefined, '2.9.0'],
    ['external-secrets:2.9.0', 'v1.0.0', '2.9.0'],
    ['external-secrets:v2.9.0@sha256:ab', undefined, '2.9.0'],
    ['external-secrets:v2.9.0-rc1', undefined, '2.9.0-rc1'],
    ['external-secrets:v2.9.0-ubi', undefined, '2.9.0'],
    ['external-secrets:v2.9.0-ubi-boringssl', undefined, '2.9.0'],
    ['external-secrets:0.10.5-debian-12-r1', undefined, '0.10.5'],
    ['external-secrets@sha256:ab', 'v2.9.0', '2.9.0'],
    ['external-secrets', 'v2.9.0', '2.9.0'],
    ['external-secrets:', 'v2.9.0', '2.9.0'],
    ['external-secrets:main', 'v2.9.0', undefined],
    ['external-secrets:v2', undefined, undefined],
    ['external-secrets:${TAG}', 'v2.9.0', undefined],
    ['external-secrets@sha256:ab', undefined, undefined],
  ])('image %s with the version label %s is version %s', (image, label, version) => {
    const labels: Record<string, string> = label === undefined ? {} : { 'app.kubernetes.io/version': label }
    expect(worldOf(deployment({ image, labels })).eso.installs[0]?.version).toBe(version)
  })
})

describe('whose a subject or an object is', () => {
  const image = 'external-secrets:v2.9.0'

  test('isRole is by the account that a component runs as; one account may serve several', () => {
    const { eso } = worldOf(
      deployment({ image, account: 'certs', namespace: 'eso', args: ['certcontroller'] }) +
        deployment({ image, account: 'shared', namespace: 'eso', args: ['webhook'] }) +
        deployment({ image, account: 'shared', namespace: 'eso' }),
    )
    expect(eso.isRole(account('eso', 'certs'), 'cert-controller')).toBe(true)
    expect(eso.isRole(account('eso', 'certs'), 'controller')).toBe(false)
    expect(eso.isRole(account('eso', 'shared'), 'controller')).toBe(true)
    expect(eso.isRole(account('eso', 'shared'), 'webhook')).toBe(true)
    expect(eso.isRole(account('shop', 'certs'), 'cert-controller')).toBe(false)
    expect(eso.isOwn({ kind: 'User', namespace: undefined, name: 'certs' })).toBe(false)
  })

  test('in scope: own accounts, others of its namespace, and holders of rules that name its groups; a mere * is not', () => {
    const scope = (rules: string): boolean =>
      worldOf(rights(rules, '{ kind: ServiceAccount, name: tool, namespace: tools }')).eso.isInScope(
        account('tools', 'tool'),
      )
    expect(scope('[{ apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }]')).toBe(true)
    expect(scope('[{ apiGroups: [generators.external-secrets.io], resources: [fakes], verbs: [get] }]')).toBe(true)
    expect(scope('[{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]')).toBe(false)
    const { eso } = worldOf(deployment({ image, account: 'controller', namespace: 'eso' }))
    expect(eso.isInScope(account('eso', 'controller'))).toBe(true)
    expect(eso.isInScope(account('eso', 'other'))).toBe(true)
    expect(eso.isInScope(account('shop', 'other'))).toBe(false)
    expect(eso.isInScope({ kind: 'Group', namespace: undefined, name: 'controller' })).toBe(false)
  })

  test('a namespace nobody named is not the own one', () => {
    const { eso } = worldOf(deployment({ image }))
    expect(eso.installs).toHaveLength(1)
    expect(eso.isOwnNamespace(undefined)).toBe(false)
  })

  test("a part of the chart carries its controller's name and instance labels, both", () => {
    const labels = { 'app.kubernetes.io/name': 'external-secrets', 'app.kubernetes.io/instance': 'eso' }
    const isPart = (given: Readonly<Record<string, string>>): boolean | undefined => {
      const world = worldOf(deployment({ image, labels }) + deployment({ name: 'part', image: 'nginx', labels: given }))
      const part = world.manifests.find(({ name }) => name === 'part')
      return part && world.eso.isOwnPart(part)
    }
    expect(isPart(labels)).toBe(true)
    expect(isPart({ ...labels, 'app.kubernetes.io/instance': 'shop' })).toBe(false)
    expect(isPart({ 'app.kubernetes.io/name': 'external-secrets' })).toBe(false)
    expect(isPart({})).toBe(false)
  })

  test.each([{}, { 'app.kubernetes.io/name': 'external-secrets' }])(
    'a controller with the labels %j claims nothing',
    labels => {
      const world = worldOf(deployment({ image, labels }) + deployment({ name: 'part', image: 'nginx', labels }))
      expect(world.manifests.map(manifest => world.eso.isOwnPart(manifest))).toEqual([false, false])
    },
  )
})

describe('webhooks', () => {
  const configuration = (webhooks: string): string =>
    `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: x }\nwebhooks: ${webhooks}\n`
  const entriesIn = (webhooks: string) => worldOf(configuration(webhooks)).eso.webhooks

  test('entries that judge its kinds, where they stand', () => {
    const entries = entriesIn(`
  - { name: other, rules: [{ apiGroups: [apps], resources: [deployments] }] }
  - { name: all, rules: [{ apiGroups: ["*"], resources: ["*"] }] }
  - { name: stores, failurePolicy: Ignore, rules: [{ apiGroups: [apps], resources: [deployments] }, { apiGroups: [external-secrets.io], resources: [secretstores] }] }`)
    expect(entries.map(({ manifest: _, ...entry }) => entry)).toEqual([
      { path: ['webhooks', 2], name: 'stores', resources: ['secretstores'], failurePolicy: 'Ignore' },
    ])
  })

  test.each(['7', '{ a: b }', '[7, null, { rules: 7 }, { rules: [7, { apiGroups: 7 }] }]'])(
    'malformed ones are none and throw nothing: %s',
    webhooks => {
      expect(entriesIn(webhooks)).toEqual([])
    },
  )
})

test.each([7, null, 'x', {}])('a malformed pod is no component and throws nothing: %j', spec => {
  const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { template: { spec } } }
  expect(rolesIn(JSON.stringify(workload))).toEqual([])
})
