import { expect, test } from 'vitest'
import { partsOf } from '../../src/locate/chart-parts.ts'

const parts = (files: Record<string, string>) =>
  partsOf(path => files[path], Object.keys(files)).map(({ at, folder, isOwn }) => [at.join('/'), folder, isOwn])

const chartYaml = (name: string, version = '1.0.0') => `name: ${name}\nversion: ${version}\n`

test('a chart alone is its own', () => {
  expect(parts({ 'Chart.yaml': chartYaml('shop') })).toEqual([['', '', true]])
})

test('one folder stands under each of its aliases, and what was fetched is not own', () => {
  const chart = `
name: shop
dependencies:
  - { name: database, version: 1.x, alias: orders, repository: "file://../database" }
  - { name: database, version: 1.x, alias: users, repository: "file://../database" }
  - { name: eso, version: 1.x, repository: "https://charts.example.com" }
  - { name: cache, version: 1.x, repository: "oci://registry.example.com/charts" }
  - { name: queue, version: 1.x, repository: "@stable" }
`
  expect(
    parts({
      'Chart.yaml': chart,
      'charts/database/Chart.yaml': chartYaml('database'),
      'charts/eso-1.0.0/Chart.yaml': chartYaml('eso'),
      'charts/eso-1.0.0/charts/crds/Chart.yaml': chartYaml('crds'),
      'charts/cache/Chart.yaml': chartYaml('cache'),
      'charts/queue/Chart.yaml': chartYaml('queue'),
      'charts/hand-made/Chart.yaml': chartYaml('hand-made'),
    }),
  ).toEqual([
    ['', '', true],
    ['cache', 'charts/cache/', false],
    ['queue', 'charts/queue/', false],
    ['orders', 'charts/database/', true],
    ['users', 'charts/database/', true],
    ['eso', 'charts/eso-1.0.0/', false],
    ['hand-made', 'charts/hand-made/', true],
    ['eso/crds', 'charts/eso-1.0.0/charts/crds/', false],
  ])
})

test('a dependency is the folder with a version that it asks for, and none of two that fit', () => {
  const dependency = (version: string, alias: string) => `{ name: database, version: ${version}, alias: ${alias} }`
  const chart = (...dependencies: string[]) => `name: shop\ndependencies: [${dependencies.join(', ')}]\n`
  const folders = {
    'charts/a/Chart.yaml': chartYaml('database', '1.2.3'),
    'charts/b/Chart.yaml': chartYaml('database', '2.0.0'),
  }
  expect(parts({ 'Chart.yaml': chart(dependency('^1.0.0', 'old'), dependency('2.x', 'new')), ...folders })).toEqual([
    ['', '', true],
    ['old', 'charts/a/', true],
    ['new', 'charts/b/', true],
  ])
  expect(parts({ 'Chart.yaml': chart(dependency('">=1.0.0"', 'any')), ...folders })).toEqual([['', '', true]])
})

test('a broken Chart.yaml is no reason to fail', () => {
  expect(parts({ 'Chart.yaml': '{', 'charts/a/Chart.yaml': '\t' })).toEqual([['', '', true]])
})
