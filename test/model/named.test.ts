import { expect, test } from 'vitest'
import { namedIn } from '../../src/model/named.ts'
import { worldOf } from '../world.ts'

const account = (name: string, namespace: string) =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: ${namespace} }\n`
const WORLD = worldOf(
  [account('a', 'x'), account('b', 'x'), account('a', 'w'), account('a', '"${NS}"'), account('a', '~')].join('---\n'),
)
const indicesOf = (name: string, namespace: string | undefined) =>
  namedIn(WORLD, 'core/ServiceAccount', name, namespace).map(manifest => WORLD.manifests.indexOf(manifest))

test('what is named may be where nobody says it is', () => {
  expect(indicesOf('a', 'x')).toEqual([0, 3, 4])
  expect(indicesOf('a', 'z')).toEqual([3, 4])
  expect(indicesOf('a', undefined)).toEqual([0, 2, 3, 4])
  expect(indicesOf('c', 'x')).toEqual([])
  expect(namedIn(WORLD, 'core/Secret', 'a', 'x')).toEqual([])
})
