import { expect, test } from 'vitest'
import { serviceAt } from '../../../src/generate/network-policies/services.ts'
import { worldOf } from '../../world.ts'

const service = (spec: string) =>
  worldOf(`apiVersion: v1\nkind: Service\nmetadata: { name: vault, namespace: vault }\nspec: ${spec}`)
const PODS = { kind: 'pods', namespace: 'vault', labels: { app: 'vault' } }
const ALL = { parties: [{ ...PODS, labels: {} }], ports: [] }
const at = (port: number | string) => ({ parties: [PODS], ports: [{ protocol: 'TCP', port }] })

test.each([
  ['a number', '[{ port: 8200, targetPort: 8210 }]', at(8210)],
  ['a name', '[{ port: 8200, targetPort: api }]', at('api')],
  ['the same port', '[{ port: 8200 }]', at(8200)],
  ['a port it does not have', '[{ port: 80 }]', { parties: [PODS], ports: [] }],
  ['filled in later', '[{ port: 8200, targetPort: "${PORT}" }]', { parties: [PODS], ports: [] }],
])('the pods behind a Service: %s', (_, ports, expected) => {
  const world = service(`{ selector: { app: vault }, ports: ${ports} }`)
  for (const host of ['vault.vault.svc', 'vault.vault.svc.cluster.local', 'vault.vault'])
    expect(serviceAt(host, 8200, world)).toEqual(expected)
})

test('a Service without a selector that is known, or that is not in the set, is all of its namespace', () => {
  expect(serviceAt('vault.vault.svc', 8200, service('{ ports: [{ port: 8200 }] }'))).toEqual(ALL)
  expect(serviceAt('vault.vault.svc', 8200, service('{ selector: { app: "${APP}" } }'))).toEqual(ALL)
  expect(serviceAt('other.vault.svc', 8200, service('{ selector: { app: vault } }'))).toEqual(ALL)
})

test('what is no Service, and the API server', () => {
  const world = service('{}')
  for (const host of ['vault.example.com', 'example.com', 'vault', "vault.a' || all().svc"])
    expect(serviceAt(host, 443, world)).toBeUndefined()
  for (const host of ['kubernetes.default', 'kubernetes.default.svc.cluster.local', 'kubernetes'])
    expect(serviceAt(host, 443, world)).toBe('api-server')
})
