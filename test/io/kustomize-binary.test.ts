import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { findKustomize } from '../../src/io/kustomize-binary.ts'
import { KUBECTL } from '../kubectl.ts'
import { tree } from '../tree.ts'

test('kubectl builds by a command of its own, kustomize by another', async () => {
  expect(await findKustomize(KUBECTL)).toEqual({ path: KUBECTL, args: ['kustomize'] })
  const found = await findKustomize(undefined)
  expect(found?.args).toEqual([/kubectl[^/]*$/.test(found?.path ?? '') ? 'kustomize' : 'build'])
})

test('a program that is not there, or cannot be run, is named', async () => {
  const root = tree({ kustomize: 'no program' })
  await expect(findKustomize(`${root}/gone`)).rejects.toThrow(UserError)
  await expect(findKustomize(`${root}/kustomize`)).rejects.toThrow('there is no program here')
})
