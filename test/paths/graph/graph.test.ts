import { describe, expect, test } from 'vitest'
import { attackPaths } from '../../../src/paths/attack.ts'
import { type Graph, graphOf } from '../../../src/paths/graph/graph.ts'
import { reachedFrom } from '../../../src/paths/graph/reach.ts'
import { worldOf } from '../../world.ts'

const of = (yaml: string, config = {}): Graph => {
  const world = worldOf(yaml, config)
  return graphOf(world, attackPaths(world))
}

const who = (graph: Graph, target: string): string[] =>
  graph.nodes
    .filter(({ id, kind }) => kind === 'subject' && reachedFrom([target], graph.edges, 'backwards').has(id))
    .map(({ id }) => id)

const reach = (graph: Graph, start: string): string[] => [...reachedFrom([start], graph.edges).keys()]

const bound = (name: string, namespace: string, group: string, rule: string): string => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: ${name}, namespace: ${namespace} }
rules: [${rule}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: ${name}, namespace: ${namespace} }
roleRef: { kind: Role, name: ${name} }
subjects: [{ kind: Group, name: ${group} }]
`
const READ = '{ apiGroups: [""], resources: [secrets], verbs: [get] }'
const FETCH = '{ apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [create] }'

const STORE = `
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    vault:
      server: https://vault.example.com
      path: secret
      auth: { kubernetes: { role: reader, serviceAccountRef: { name: vault, namespace: eso, audiences: [vault] } } }
`
const REQUEST = `
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: a, remoteRef: { key: payments } }]
`
const KEY = 'key Vault at vault.example.com: secret/data/payments'

describe('who can get at secret/data/payments', () => {
  test('those who read the Secret that holds it, those whose ExternalSecret may fetch it, and who signs in for it', () => {
    const readers = bound('reader', 'shop', 'readers', READ) + bound('elsewhere', 'bank', 'bankers', READ)
    const writers = bound('writer', 'shop', 'developers', FETCH) + bound('other', 'bank', 'clerks', FETCH)
    const graph = of(STORE + REQUEST + readers + writers)
    expect(who(graph, KEY)).toEqual(['Group developers', 'Group readers', 'ServiceAccount eso/vault'])
  })

  test('a key is named as Vault has it, whether the request says the mount or not', () => {
    for (const key of ['payments', 'secret/payments', 'secret/data/payments'])
      expect(of(STORE + REQUEST.replace('payments', key)).nodes.map(({ id }) => id)).toContain(KEY)
  })

  test('a reader of one Secret gets no other key of its store', () => {
    const other = REQUEST.replace('name: db', 'name: mail').replace('payments', 'mail')
    const named = bound('one', 'shop', 'ann', READ.replace('verbs', 'resourceNames: [mail], verbs'))
    const graph = of(STORE + REQUEST + other + named)
    expect(reach(graph, 'Group ann')).toContain('key Vault at vault.example.com: secret/data/mail')
    expect(reach(graph, 'Group ann')).not.toContain(KEY)
  })

  test('a store that is elsewhere serves those who write ExternalSecrets beside one that names it', () => {
    const graph = of(REQUEST + bound('writer', 'shop', 'developers', FETCH) + bound('other', 'bank', 'clerks', FETCH))
    const [key] = graph.nodes.filter(({ kind }) => kind === 'key')
    expect(who(graph, key?.id ?? '')).toEqual(['Group developers'])
  })

  test('what is pushed to a key is had with the key', () => {
    const push = `
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: up, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
  selector: { secret: { name: tls } }
  data: [{ match: { secretKey: a, remoteRef: { remoteKey: cert } } }]
`
    const graph = of(STORE + push + bound('writer', 'shop', 'developers', FETCH))
    expect(who(graph, 'Secret shop/tls')).toEqual(['Group developers', 'ServiceAccount eso/vault'])
  })
})

describe('what somebody reaches', () => {
  test('a role that is bound in two namespaces gives nobody the rights of the other', () => {
    const role = `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules: [${READ}]
`
    const binding = (namespace: string): string =>
      `---\n${bound('reader', namespace, `of-${namespace}`, READ).split('---')[2]?.replace('kind: Role,', 'kind: ClusterRole,')}`
    const graph = of(STORE + REQUEST + REQUEST.replace('shop', 'bank') + role + binding('shop') + binding('bank'))
    expect(reach(graph, 'Group of-bank')).toContain('Secret bank/db')
    expect(reach(graph, 'Group of-bank')).not.toContain('Secret shop/db')
  })

  test('whoever may do anything reaches everything, and names that are filled in later are nobody', () => {
    const admin = `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: all }
roleRef: { kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: Group, name: admins }, { kind: Group, name: "\${TEAM}" }]
`
    const graph = of(STORE + REQUEST + admin)
    expect(reach(graph, 'Group admins')).toEqual(expect.arrayContaining([KEY, 'Secret shop/db']))
    expect(graph.nodes.map(({ id }) => id).filter(id => id.includes('TEAM'))).toEqual([])
  })

  test('whoever makes a store sends away any Secret of the namespace', () => {
    const rule = '{ apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }'
    expect(reach(of(STORE + REQUEST + bound('maker', 'shop', 'makers', rule)), 'Group makers')).toContain(KEY)
  })

  test('roles and subjects that lead to nothing of the operator are left out', () => {
    const graph = of(bound('reader', 'shop', 'readers', READ) + STORE)
    expect(graph.nodes.map(({ id }) => id).filter(id => id.includes('reader') && id.startsWith('Group'))).toEqual([])
  })
})

test('the same objects in another order make the same graph', () => {
  const parts = [STORE, REQUEST, bound('writer', 'shop', 'developers', FETCH)]
  const told = (graph: Graph): unknown => [
    graph.nodes.map(({ id }) => id),
    graph.edges.map(({ from, to, says }) => [from, says, to]),
  ]
  expect(told(of(parts.join('')))).toEqual(told(of([...parts].reverse().join(''))))
})

test('an attack path goes over nodes, beginning with its subject', () => {
  const graph = of(STORE + REQUEST + bound('writer', 'shop', 'developers', FETCH))
  expect(graph.paths.map(({ steps }) => steps.flat().slice(0, 3))).toContainEqual([
    'Group developers',
    'Role writer in namespace shop',
    'ClusterSecretStore vault',
  ])
})

test('nothing throws on strange manifests', () => {
  const strange = `
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: 7 }
spec: { secretStoreRef: [], data: { a: 1 }, dataFrom: [null, { find: 3 }, { extract: { key: [] } }], target: 5 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: {}
spec: { provider: { vault: { server: 3, path: [], auth: { kubernetes: { role: {} } } } } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
spec: { secretStoreRefs: 4, selector: [], data: [3] }
`
  expect(() => of(strange)).not.toThrow()
})
