import { expect, test } from 'vitest'
import { loadConfig, parseConfig } from '../../src/config/config.ts'
import type { UserError } from '../../src/errors.ts'
import { tree } from '../tree.ts'

const errorOf = (text: string): Promise<UserError> =>
  parseConfig(text, 'c.yaml').then(
    () => expect.unreachable(),
    error => error,
  )

test('every key of a full config is taken', async () => {
  const text = `
failOn: critical
minSeverity: medium
exclude: ['**/testdata']
releases:
  - chart: charts/eso
    name: eso
    namespace: external-secrets
    values: [values/prod.yaml]
    set: { replicaCount: 2 }
    kubeVersion: '1.33'
    apiVersions: [monitoring.coreos.com/v1]
operators:
  - { kind: Group, name: platform }
  - { kind: ServiceAccount, name: deployer, namespace: cd }
teams:
  shop:
    namespaces: [shop]
    subjects:
      - { kind: Group, name: shop }
      - { kind: ServiceAccount, name: robot, namespace: shop }
`
  expect(await parseConfig(text, 'c.yaml')).toMatchObject({
    failOn: 'critical',
    releases: [{ name: 'eso', set: { replicaCount: 2 } }],
    operators: [{ kind: 'Group' }, { namespace: 'cd' }],
    teams: { shop: { subjects: [{ name: 'shop' }, { kind: 'ServiceAccount', namespace: 'shop' }] } },
  })
})

test('the lines of releases and of what they set are known', async () => {
  const text = `failOn: high
releases:
  - chart: charts/eso
    # two
    name: eso
    set:
      replicaCount: 2
      'webhook.annotations.a\\.b/c': x
  - { chart: charts/shop, set: { a: 1 } }
`
  const { releases = [], releaseLines } = await loadConfig(tree({ '.eso-hardener.yaml': text }), undefined)
  expect(releases.map(release => releaseLines?.get(release))).toEqual([
    {
      entry: 3,
      set: new Map([
        ['replicaCount', 7],
        ['webhook.annotations.a\\.b/c', 8],
      ]),
    },
    { entry: 9, set: new Map([['a', 9]]) },
  ])
})

test('an empty file is an empty config', async () => {
  expect(await parseConfig('# nothing yet\n', 'c.yaml')).toEqual({})
})

test('a misspelt key is named with its line and the word that was meant', async () => {
  const error = await errorOf('failOn: high\nfail_on: low\n')
  expect(error.message).toBe("c.yaml:2: unknown key 'fail_on'")
  expect(error.hint).toBe("did you mean 'failOn'?")
})

test('somebody of a team is one of the kinds of RBAC', async () => {
  const error = await errorOf('teams:\n  shop:\n    subjects:\n      - { kind: Team, name: shop }\n')
  expect(error.message).toBe("c.yaml:4: teams.shop.subjects.0.kind cannot be 'Team'")
})

test('a misspelt key inside a list item is named with its line', async () => {
  const error = await errorOf('releases:\n  - chart: a\n    namespce: b\n')
  expect(error.message).toBe("c.yaml:3: unknown key 'namespce'")
  expect(error.hint).toBe("did you mean 'namespace'?")
})

test('a key that does not exist yet lists what is allowed', async () => {
  const error = await errorOf('colour: red\n')
  expect(error.hint).toMatch(/^allowed: .*failOn/)
})

test('a wrong word names the allowed one', async () => {
  const error = await errorOf('failOn: hihg\n')
  expect(error.message).toBe("c.yaml:1: failOn cannot be 'hihg'")
  expect(error.hint).toBe("did you mean 'high'?")
})

test.each([
  ['a wrong type', 'exclude: all\n', 'c.yaml:1: exclude must be array'],
  [
    'a missing key',
    'exclude: []\nreleases:\n  - name: a\n',
    "c.yaml:3: releases.0 must have required property 'chart'",
  ],
  ['broken YAML', 'failOn: high\nreleases: [\n', 'c.yaml:'],
  ['a list', '- a\n', 'c.yaml:1: the file must be object'],
])('%s is an error with its line', async (_, text, message) => {
  expect((await errorOf(text)).message).toContain(message)
})

test('the config of the folder is used; none is an empty one', async () => {
  const root = tree({ '.eso-hardener.yaml': 'failOn: low\n' })
  expect(await loadConfig(root, undefined)).toMatchObject({ failOn: 'low', folder: root, file: '.eso-hardener.yaml' })
  expect(await loadConfig(tree({}), undefined)).toMatchObject({ file: undefined })
})

test('the config of the one folder that is checked comes first', async () => {
  const root = tree({ '.eso-hardener.yaml': 'failOn: low\n', 'a/.eso-hardener.yaml': 'failOn: never\n', 'b/x': '' })
  expect(await loadConfig(root, undefined, ['a'])).toMatchObject({
    failOn: 'never',
    folder: `${root}/a`,
    file: 'a/.eso-hardener.yaml',
  })
  expect(await loadConfig(root, undefined, ['b'])).toMatchObject({ failOn: 'low', folder: root })
  expect(await loadConfig(root, undefined, ['a', 'b'])).toMatchObject({ failOn: 'low', folder: root })
})

test('a named config must exist', async () => {
  await expect(loadConfig(tree({}), 'my.yaml')).rejects.toThrow('my.yaml: no such file or folder')
})
