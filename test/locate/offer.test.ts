import { expect, test } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import { defineRule } from '../../src/check/rule.ts'
import type { Fix } from '../../src/finding.ts'
import { offerFor } from '../../src/locate/offer.ts'
import { OWN_PLACES, type Places } from '../../src/locate/places.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'

const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: edit }\n'
const FIELD = { kind: 'field', path: ['rules'], value: [] } as const
const VALUE = { kind: 'value', key: ['rbac', 'create'], value: false } as const
const GLOBAL = { kind: 'value', key: ['global', 'x'], value: 1 } as const

const ruleWith = (fix: Fix) =>
  defineRule({
    ...{ id: 'a-b', title: 'A', severities: ['low'], why: 'A.', remedy: 'A.', references: ['https://example.com'] },
    ...{ guide: ['TM1'], bad: [''], good: [''], kinds: ['rbac.authorization.k8s.io/ClusterRole'] },
    *check() {
      yield { path: [], message: 'a' }
    },
    fix: () => fix,
  })

const resultsOf = (fix: Fix, release?: string) => {
  const origin = release === undefined ? undefined : { name: release, namespace: 'eso' }
  const stream = `# Source: umbrella/charts/eso/templates/a.yaml\n${ROLE}`
  const templateFile = (file: string) => file
  const { manifests } = parseManifests(stream, { file: 'a', release: origin, ...(origin && { templateFile }) })
  return checkWorld([ruleWith(fix)], new World(manifests))
}

const IN_VALUES: Places = {
  ...OWN_PLACES,
  ofKey: (manifest, key) => ({
    location: { file: `${manifest.release?.name}.yaml`, startLine: 1, via: 'values' },
    inside: key,
    isExact: true,
  }),
}
const safe = (...changes: Fix['changes']): Fix => ({ safety: 'safe', changes })

test('a value has its place in the values of each release, below the names of the charts above', () => {
  const results = [...resultsOf(safe(VALUE, GLOBAL), 'one'), ...resultsOf(safe(VALUE), 'two')]
  expect(offerFor([...results, ...results], IN_VALUES)?.changes).toMatchObject([
    { release: 'one', charts: ['eso'], place: { file: 'one.yaml', inside: ['eso', 'rbac', 'create'] } },
    { release: 'two', charts: ['eso'], place: { file: 'two.yaml' } },
    { release: 'one', charts: [], place: { inside: ['global', 'x'] } },
    { release: 'two', charts: [], place: { inside: ['global', 'x'] } },
  ])
})

test('a value that no file can set has no place; a field is as the rule says', () =>
  expect(offerFor(resultsOf(safe(FIELD, VALUE), 'one'), OWN_PLACES)?.changes).toEqual([
    FIELD,
    { ...VALUE, release: 'one', charts: ['eso'], place: undefined },
  ]))

test('what no chart made takes no values', () => {
  expect(offerFor(resultsOf(safe(VALUE)), IN_VALUES)).toBeUndefined()
  expect(offerFor(resultsOf(safe(FIELD)), IN_VALUES)).toEqual(safe(FIELD))
  expect(offerFor([], IN_VALUES)).toBeUndefined()
})
