import { expect, test } from 'vitest'
import { namespace } from '../../src/generate/namespace.ts'
import { worldOf } from '../world.ts'
import { CHOICE } from './choice.ts'
import { OPERATOR } from './operator.ts'

test('the namespace of an install takes restricted pods only', () => {
  const { files, notes } = namespace.generate(worldOf(OPERATOR), CHOICE)
  expect(files.flatMap(({ documents }) => documents.map(({ body }) => body.metadata))).toEqual([
    {
      name: 'eso',
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  ])
  expect(notes).toEqual([])
})

test('without an install there is none', () => {
  const { files, notes } = namespace.generate(
    worldOf('apiVersion: v1\nkind: Namespace\nmetadata: { name: eso }'),
    CHOICE,
  )
  expect(files).toEqual([])
  expect(notes).toEqual(['no External Secrets Operator is installed here'])
})
