import { expect, test } from 'vitest'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { chart, tree, under } from '../tree.ts'

const GUARDED = `{{- if .Values.secrets }}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db }
spec: { secretStoreRef: { name: vault }, target: { name: db }, data: [{ secretKey: a, remoteRef: { key: b } }] }
{{- end }}
`
const OTHER = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\n'

const notes = async (files: Record<string, string>) => {
  const root = tree(files)
  return (await assess({ root, folder: root, paths: ['.'], helm: HELM })).notes
}

test('a chart whose values switch its ESO objects off is named, since nothing of them was judged', async () => {
  const found = await notes({
    ...under('off', chart('off', GUARDED)),
    ...under('none', chart('none', OTHER, { 'values.yaml': '# external-secrets.io' })),
  })
  expect(found).toEqual([expect.stringContaining('so they were not judged: off/Chart.yaml; name values files')])
})

test('one that shows them with the values of a variant is not', async () => {
  expect(await notes(under('on', chart('on', GUARDED, { 'ci/on-values.yaml': 'secrets: true\n' })))).toEqual([])
})
