import { expect, test } from 'vitest'
import type { Finding, ProvenFix } from '../../src/finding.ts'
import { hardenedFiles } from '../../src/harden/hardened-files.ts'
import { finding } from '../report/assessment.ts'
import { tree } from '../tree.ts'

const FIX: ProvenFix = { safety: 'safe', fingerprint: 'a', edits: [], generates: [] }

const wanting = (key: string, file: string, fix: ProvenFix | undefined): Finding =>
  finding({
    fix,
    offer: {
      safety: 'safe',
      changes: [
        {
          ...{ kind: 'value', key: ['rbac', key], value: false, release: 'eso', charts: [] },
          place: { file, startLine: 1, via: 'values', inside: ['rbac', key] },
        },
      ],
    },
  })

test('the files with all proven fixes in them, also those that meet; others are left alone', async () => {
  const root = tree({ 'b.yaml': 'x: 1\n', 'a.yaml': 'y: 1\n', 'c.yaml': 'z: 1\n' })
  const findings = [
    wanting('edit', 'b.yaml', FIX),
    wanting('admin', 'b.yaml', FIX),
    wanting('edit', 'b.yaml', FIX),
    wanting('edit', 'a.yaml', FIX),
    wanting('edit', 'c.yaml', undefined),
  ]
  expect(await hardenedFiles(findings, root)).toEqual([
    { file: 'a.yaml', before: 'y: 1\n', after: 'y: 1\nrbac:\n  edit: false\n' },
    { file: 'b.yaml', before: 'x: 1\n', after: 'x: 1\nrbac:\n  edit: false\n  admin: false\n' },
  ])
})
