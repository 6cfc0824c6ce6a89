import { expect, test } from 'vitest'
import { locateGraph } from '../../src/locate/graph.ts'
import { graphOf } from '../../src/paths/graph/graph.ts'
import { worldOf } from '../world.ts'

test('nodes and edges stand on their lines; what nothing in the set stands for has none', () => {
  const yaml = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: vault
  namespace: shop
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: { name: token, key: token }
`
  const { nodes, edges } = locateGraph(graphOf(worldOf(yaml), { paths: [] }))
  expect(nodes.find(({ kind }) => kind === 'store')?.location).toEqual({
    file: 'example.yaml',
    startLine: 4,
    via: 'manifest',
  })
  expect(nodes.find(({ kind }) => kind === 'secret')).toMatchObject({
    name: 'shop/token',
    object: null,
    location: null,
  })
  expect(edges.find(({ from }) => from === 'Secret shop/token')?.location?.startLine).toBe(11)
})
