import { describe, expect, test } from 'vitest'
import { controllersFor, mayMakeToken } from '../../src/check/token-rights.ts'
import { worldOf } from '../world.ts'

const RBAC = 'rbac.authorization.k8s.io/v1'
const ME = { kind: 'ServiceAccount', name: 'eso', namespace: 'eso' }

const controller = (...args: string[]): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'eso', namespace: 'eso' },
  spec: {
    template: {
      spec: { serviceAccountName: 'eso', containers: [{ name: 'c', image: 'external-secrets:v2.9.0', args }] },
    },
  },
})

const role = (name: string, namespace: string | undefined, resources: string[], resourceNames?: string[]): object => ({
  apiVersion: RBAC,
  kind: namespace === undefined ? 'ClusterRole' : 'Role',
  metadata: { name, namespace },
  rules: [{ apiGroups: [''], resources, verbs: ['create'], resourceNames }],
})

const binding = (name: string, namespace: string | undefined, kind: string, subject: object = ME): object => ({
  apiVersion: RBAC,
  kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
  metadata: { name, namespace },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
  subjects: [subject],
})

const TOKENS = ['serviceaccounts/token']
const OTHER = [role('other', undefined, ['events']), binding('other', undefined, 'ClusterRole')]

const worldWith = (...objects: object[]) => worldOf(objects.map(object => JSON.stringify(object)).join('\n---\n'))

function may(...objects: object[]): boolean | undefined {
  const world = worldWith(controller(), ...objects)
  const component = world.eso.installs[0]?.controller
  if (!component) throw new Error('no controller')
  return mayMakeToken(component, 'reader', 'shop', world)
}

describe('mayMakeToken', () => {
  test.each<[string, ...object[]]>([
    ['everywhere', role('t', undefined, TOKENS), binding('t', undefined, 'ClusterRole')],
    ['for this name', role('t', 'shop', TOKENS, ['reader']), binding('t', 'shop', 'Role')],
    ['a ClusterRole bound here', role('t', undefined, ['*/token']), binding('t', 'shop', 'ClusterRole')],
    [
      'through a group it is in',
      role('t', 'shop', TOKENS),
      binding('t', 'shop', 'Role', { kind: 'Group', name: 'system:serviceaccounts:eso' }),
    ],
  ])('yes: %s', (_, ...objects) => {
    expect(may(...OTHER, ...objects)).toBe(true)
  })

  test.each<[string, ...object[]]>([
    ['for another name', role('t', 'shop', TOKENS, ['writer']), binding('t', 'shop', 'Role')],
    ['in another namespace', role('t', 'bar', TOKENS), binding('t', 'bar', 'Role')],
    ['the accounts themselves', role('t', 'shop', ['serviceaccounts']), binding('t', 'shop', 'Role')],
    ['somebody else', role('t', 'shop', TOKENS), binding('t', 'shop', 'Role', { ...ME, name: 'webhook' })],
    ['a role elsewhere, in another namespace', binding('missing', 'bar', 'Role')],
    ['a role of Kubernetes', binding('system:auth-delegator', undefined, 'ClusterRole')],
  ])('no: %s', (_, ...objects) => {
    expect(may(...OTHER, ...objects)).toBe(false)
  })

  test('unknown: nothing of its roles is here, or a binding leads to a role that is elsewhere', () => {
    expect(may()).toBeUndefined()
    expect(may(...OTHER, binding('missing', 'shop', 'Role'))).toBeUndefined()
  })
})

describe('controllersFor', () => {
  const store = (spec: object): object => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: 'store', namespace: 'shop' },
    spec,
  })

  test.each([
    [[], {}, 1],
    [['--namespace=shop'], {}, 1],
    [['--namespace=bar'], {}, 0],
    [['--controller-class=a'], {}, 1],
    [['--controller-class=a'], { controller: 'a' }, 1],
    [[], { controller: 'a' }, 0],
    [['--namespace=${TEAM}'], {}, undefined],
  ])('%j for a store with %j', (args, spec, expected) => {
    const world = worldWith(store(spec), controller(...args))
    const [manifest] = world.manifests
    expect(manifest && controllersFor(manifest, 'shop', world)?.length).toBe(expected)
  })
})
