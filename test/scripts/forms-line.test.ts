import { expect, test } from 'vitest'
import { formsLine } from '../../scripts/forms-line.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { chart, tree, under } from '../tree.ts'

test('a line says what is installed by which form, what could not be checked and why, and how severe the findings are', async () => {
  const store =
    'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a, namespace: team }\nspec: { provider: { vault: { server: "http://v", auth: { kubernetes: { mountPath: k, role: r } } } } }\n'
  const root = tree({
    ...under('shop', chart('shop', store)),
    ...under('broken', chart('broken', '{{ fail "no" }}')),
    'helmfile.yaml':
      'repositories: [{ name: o, url: "https://charts.example.com" }]\nreleases: [{ name: a, chart: ./shop, values: [gone.yaml] }, { name: b, chart: o/b }]\n',
    'bad.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: [\n',
  })
  const assessment = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(formsLine('us/shop', assessment)).toBe(
    '| us/shop | chart 1, helmfile release 2 | helm fails 1, no YAML 1, the chart is not here 1, values are not here 1 | 1 | 1 | 0 | 1 | 0 |',
  )
})
