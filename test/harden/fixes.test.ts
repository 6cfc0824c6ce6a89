import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixFiles, rewritesOf } from '../../src/harden/fixes.ts'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'

const PUSH = `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: a, namespace: shop }
spec:
  refreshInterval: 1h
  deletionPolicy: Delete
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: a } }
`

const fix = (root: string, isUnsafe: boolean, more: Partial<RunOptions> = {}) =>
  fixFiles({ root, folder: root, paths: ['.'], helm: HELM, ...more }, isUnsafe, assess)

test('without a decision nothing is proposed that needs one; with it, all edits of a file are one text', async () => {
  const root = tree({ 'a.yaml': PUSH })
  expect(await fix(root, false)).toMatchObject({ files: [], refused: [], removed: new Set() })
  const { files, removed } = await fix(root, true)
  const after = `${PUSH.replace('Delete', 'None')}  updatePolicy: IfNotExists\n`
  expect(files).toEqual([{ file: 'a.yaml', before: PUSH, after }])
  expect(removed.size).toBe(2)
  expect(rewritesOf(files, root)).toEqual([{ path: join(root, 'a.yaml'), name: 'a.yaml', before: PUSH, after }])
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe(PUSH)
})

test('what is less severe than asked for, or ignored, is left alone', async () => {
  const root = tree({ 'a.yaml': PUSH })
  expect((await fix(root, true, { minSeverity: 'medium' })).files[0]?.after).toBe(PUSH.replace('Delete', 'None'))
  const ignored = PUSH.replace('Delete', 'Delete # eso-hardener: ignore[push-secret-deletes-remote] it is meant')
  const text = (await fix(tree({ 'a.yaml': ignored }), true)).files[0]?.after
  expect(text).toContain('deletionPolicy: Delete #')
})
