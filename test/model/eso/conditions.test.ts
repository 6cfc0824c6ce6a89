import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  admits,
  alternativesOf,
  isOnlyFor,
  isOpenToAll,
  namespaceFacts,
  reachOf,
  reachOfSelector,
} from '../../../src/model/eso/conditions.ts'
import { worldOf } from '../../world.ts'

function storeOf(conditions: string, kind = 'ClusterSecretStore') {
  const [store] = worldOf(
    `apiVersion: external-secrets.io/v1\nkind: ${kind}\nmetadata: { name: a, namespace: own }\nspec: { conditions: ${conditions} }\n`,
  ).manifests
  if (!store) throw new Error('no store')
  return store
}

const SHOP = { name: 'shop', labels: { team: 'web', later: '${LABEL}' } }
const NAME = 'kubernetes.io/metadata.name'

describe('with these conditions namespace shop (team: web) is admitted', () => {
  test.each([
    ['~', 'yes'],
    ['[]', 'yes'],
    ['[{}]', 'no'],
    ['[~]', 'no'],
    ['[{ namespaces: [] }]', 'no'],
    ['[{ namespaces: [shop] }]', 'yes'],
    ['[{ namespaces: [sho, shopp] }]', 'no'],
    ['[{ namespaces: ["*"] }]', 'no'],
    ['[{ namespaces: ["${NS}"] }]', 'unknown'],
    ['[{ namespaces: "${NS}" }]', 'unknown'],
    ['[{ namespaces: ["${NS}", shop] }]', 'yes'],
    ['[{ namespaces: [a] }, { namespaces: [shop] }]', 'yes'],
    ['[{ namespaceSelector: {} }]', 'yes'],
    ['[{ namespaceSelector: ~ }]', 'no'],
    ['[{ namespaceSelector: ~, namespaces: [shop] }]', 'yes'],
    ['[{ namespaceSelector: { matchLabels: { team: web } } }]', 'yes'],
    ['[{ namespaceSelector: { matchLabels: { team: other } } }]', 'no'],
    ['[{ namespaceSelector: { matchLabels: { team: other } }, namespaces: [shop] }]', 'yes'],
    ['[{ namespaceSelector: { matchLabels: { team: web } }, namespaces: [a] }]', 'yes'],
    ['[{ namespaceSelector: { matchLabels: { team: "${TEAM}" } } }]', 'unknown'],
    ['[{ namespaceSelector: { matchLabels: { later: x } } }]', 'unknown'],
    ['[{ namespaceSelector: { matchLabels: { team: other, later: x } } }]', 'no'],
    ['[{ namespaceSelector: { matchLabels: { team: 1 } } }]', 'no'],
    ['[{ namespaceSelector: "${SELECTOR}" }]', 'unknown'],
    [`[{ namespaceSelector: { matchLabels: { ${NAME}: shop } } }]`, 'yes'],
    [`[{ namespaceSelector: { matchLabels: { ${NAME}: other } } }]`, 'no'],
    ['[{ namespaceRegexes: [ho] }]', 'yes'],
    ['[{ namespaceRegexes: ["^ho"] }]', 'no'],
    ['[{ namespaceRegexes: ["^shop$"] }]', 'yes'],
    ['[{ namespaceRegexes: [""] }]', 'yes'],
    ['[{ namespaceRegexes: ["(?!a)shop"] }]', 'no'],
    ['[{ namespaceRegexes: ["("] }]', 'no'],
    ['[{ namespaceRegexes: ["(a+)+$"] }]', 'no'],
    ['[{ namespaceRegexes: ["${RE}"] }]', 'unknown'],
    ['["${CONDITION}"]', 'unknown'],
    ['["${CONDITION}", { namespaces: [shop] }]', 'yes'],
    ['"${CONDITIONS}"', 'unknown'],
    ['{}', 'unknown'],
  ])('%s: %s', (conditions, expected) => expect(admits(storeOf(conditions), SHOP)).toBe(expected))
})

describe('a namespace of which only the name is known', () => {
  const unlabelled = { name: 'shop', labels: undefined }
  test.each([
    ['[{ namespaceSelector: {} }]', 'yes'],
    ['[{ namespaceSelector: { matchLabels: { team: web } } }]', 'unknown'],
    [`[{ namespaceSelector: { matchLabels: { ${NAME}: shop } } }]`, 'yes'],
    [`[{ namespaceSelector: { matchLabels: { ${NAME}: other, team: web } } }]`, 'no'],
    ['[{ namespaces: [other] }]', 'no'],
  ])('%s: %s', (conditions, expected) => expect(admits(storeOf(conditions), unlabelled)).toBe(expected))

  test('or not even that', () => {
    const later = { name: '${NS}', labels: undefined }
    expect(admits(storeOf('[{ namespaces: [shop] }]'), later)).toBe('unknown')
    expect(admits(storeOf('[{ namespaceRegexes: [shop] }]'), later)).toBe('unknown')
    expect(admits(storeOf(`[{ namespaceSelector: { matchLabels: { ${NAME}: shop } } }]`), later)).toBe('unknown')
    expect(admits(storeOf('[{ namespaceSelector: {} }]'), later)).toBe('yes')
  })
})

test('a SecretStore serves its own namespace, whatever its conditions say', () => {
  const store = storeOf('[{ namespaces: [shop] }]', 'SecretStore')
  expect(admits(store, { name: 'own', labels: {} })).toBe('yes')
  expect(admits(store, SHOP)).toBe('no')
})

test('a time bomb of an expression ends', () => {
  const store = storeOf('[{ namespaceRegexes: ["^(a+)+$"] }]')
  expect(admits(store, { name: `${'a'.repeat(60)}!`, labels: {} })).toBe('no')
  expect(admits(storeOf(`[{ namespaceRegexes: ["${'('.repeat(50_000)}${')'.repeat(50_000)}"] }]`), SHOP)).toBe('no')
})

test('alternatives have their paths', () => {
  const store = storeOf('[{ namespaceSelector: {}, namespaces: [a, b] }, { namespaceRegexes: [c] }, "${X}"]')
  expect(alternativesOf(store).map(({ by, path }) => `${by} ${path.join('.')}`)).toEqual([
    'selector spec.conditions.0.namespaceSelector',
    'name spec.conditions.0.namespaces.0',
    'name spec.conditions.0.namespaces.1',
    'regex spec.conditions.1.namespaceRegexes.0',
  ])
})

test.each([
  ['{}', 'every'],
  ['{ matchLabels: {} }', 'every'],
  [`{ matchExpressions: [{ key: ${NAME}, operator: Exists }] }`, 'every'],
  [`{ matchExpressions: [{ key: ${NAME}, operator: NotIn, values: [kube-system] }] }`, 'every-other'],
  ['{ matchExpressions: [{ key: off, operator: DoesNotExist }] }', 'every-other'],
  ['{ matchExpressions: [{ key: off, operator: DoesNotExist }, { key: team, operator: Exists }] }', 'some'],
  ['{ matchExpressions: [{ key: team, operator: Exists }] }', 'some'],
  ['{ matchLabels: { team: web } }', 'some'],
  ['{ matchExpressions: [{ key: off, operator: NotIn, values: ["${X}"] }] }', 'some'],
  ['{ matchExpressions: [{ key: off, operator: Unknown }] }', 'some'],
  ['~', 'some'],
])('the selector %s takes %s', (selector, expected) => expect(reachOfSelector(parse(selector))).toBe(expected))

test.each([
  ['', 'every'],
  ['.*', 'every'],
  ['^', 'every'],
  ['.', 'every'],
  ['x*', 'every'],
  ['^[a-z0-9-]+$', 'every'],
  ['team-a|', 'every'],
  ['a', 'some'],
  ['^team-.*', 'some'],
  ['-', 'some'],
  ['(', 'some'],
  ['${RE}', 'some'],
])('the expression "%s" takes %s', (value, expected) =>
  expect(reachOf({ path: [], by: 'regex', value })).toBe(expected),
)

test('a name is no expression, and only text is one', () => {
  expect(reachOf({ path: [], by: 'name', value: '.*' })).toBe('some')
  expect(reachOf({ path: [], by: 'regex', value: 7 })).toBe('some')
})

test.each([
  ['~', true],
  ['[]', true],
  ['[{}]', false],
  ['[{ namespaces: [a] }]', false],
  ['[{ namespaces: [a], namespaceSelector: {} }]', true],
  ['[{ namespaces: [a] }, { namespaceRegexes: [".*"] }]', true],
  ['"${X}"', false],
])('with %s it is open to all: %j', (conditions, expected) => expect(isOpenToAll(storeOf(conditions))).toBe(expected))

test('the labels of a namespace come from the set', () => {
  const world = worldOf('apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { team: web } }\n')
  expect(namespaceFacts('shop', world)).toEqual({ name: 'shop', labels: { team: 'web' } })
  expect(namespaceFacts('other', world)).toEqual({ name: 'other', labels: undefined })
})

test.each([
  ['[{ namespaces: [shop] }]', true],
  ['[{ namespaces: [shop, shop], namespaceRegexes: ["^shop$"] }]', true],
  [`[{ namespaceSelector: { matchLabels: { ${NAME}: shop, team: web } } }]`, true],
  [`[{ namespaceSelector: { matchExpressions: [{ key: ${NAME}, operator: NotIn, values: [shop] }] } }]`, false],
  [`[{ namespaceSelector: { matchExpressions: [{ key: ${NAME}, operator: In, values: [shop, web] }] } }]`, false],
  ['[{ namespaces: [shop, web] }]', false],
  ['[{ namespaces: [shop] }, { namespaceSelector: {} }]', false],
  ['[{ namespaces: [shop], namespaceRegexes: [shop] }]', false],
  ['[{ namespaces: [shop] }, "${CONDITION}"]', false],
  [`[{ namespaceSelector: { matchLabels: { team: shop } } }]`, false],
  ['[]', false],
  ['~', false],
])('with %s it is for shop alone: %j', (conditions, expected) =>
  expect(isOnlyFor(storeOf(conditions), 'shop')).toBe(expected),
)
