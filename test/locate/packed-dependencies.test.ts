import { expect, test } from 'vitest'
import { chart, under } from '../tree.ts'
import { serverPlaces, store } from './places-of.ts'

test('a chart that uses a library chart of the repository, which is not in its charts/, is traced with it', async () => {
  const yaml =
    'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{ name: library, version: 1.x, repository: "file://../library" }]\n'
  const server = '{{ include "library.server" . }}'
  expect(
    await serverPlaces({
      ...under(
        'shop',
        chart('shop', store(server), { 'Chart.yaml': yaml, 'values.yaml': 'vault:\n  server: http://vault\n' }),
      ),
      ...under('library', {
        'Chart.yaml': 'apiVersion: v2\nname: library\nversion: 1.0.0\ntype: library\n',
        'templates/_helpers.tpl': '{{- define "library.server" }}{{ .Values.vault.server }}{{ end }}\n',
      }),
    }),
  ).toEqual(['shop/values.yaml:2 set-by vault.server'])
})

test('objects of such a dependency are changed by the values of the chart that declares it', async () => {
  const yaml =
    'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{ name: stores, version: 1.x, repository: "file://../stores" }]\n'
  expect(
    await serverPlaces(
      {
        ...under('shop', chart('shop', '', { 'Chart.yaml': yaml, 'values.yaml': 'stores:\n  server: http://vault\n' })),
        ...under(
          'stores',
          chart('stores', store('{{ .Values.server }}'), { 'values.yaml': 'server: https://vault\n' }),
        ),
      },
      { paths: ['shop'] },
    ),
  ).toEqual(['shop/values.yaml:2 set-by stores.server'])
})
