import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/config.ts'
import { configuredIgnores, expiry, matchesObject, matchesPath } from '../../src/suppress/configured.ts'
import { finding, installFinding } from '../report/assessment.ts'

const RULES = ['developer-can-write-push-secrets', 'developer-can-write-secret-stores', 'mutable-image']
const read = async (yaml: string, today = '2026-11-23') =>
  configuredIgnores({
    config: { ...(await parseConfig(yaml, 'c.yaml')), folder: '/r', file: 'c.yaml' },
    root: '/r',
    today,
    rules: RULES,
  })
const place = { file: 'deploy/a.yaml', startLine: 3, via: 'manifest' } as const

describe('objects', () => {
  const object = { apiVersion: 'v1', kind: 'Role', namespace: 'shop', name: 'team:a.b' }
  test.each([
    ['Role/team:a.b', true],
    ['Role team:a.b', true],
    ['Role/*', true],
    ['*', true],
    ['R*/t*b', true],
    ['Role', true],
    ['Role/shop/*', true],
    ['Role shop/team:a.b', true],
    ['Role/sh*/team*', true],
    ['Role/prod/*', false],
    ['ClusterRole/*', false],
    ['Role/team', false],
    ['role/*', false],
  ])('%s: %s', (pattern, expected) => {
    expect(matchesObject(object, pattern)).toBe(expected)
  })

  test('a namespace is not met where there is none', () => {
    const clusterWide = { ...object, namespace: undefined }
    expect(matchesObject(clusterWide, 'Role/*/*')).toBe(false)
    expect(matchesObject(clusterWide, 'Role/*')).toBe(true)
  })
})

test('paths are relative to the config file, and a folder means all in it', () => {
  const here = { config: { folder: '/r', file: 'c' }, root: '/r' }
  const below = { config: { folder: '/r/deploy', file: 'c' }, root: '/r' }
  const meets = (file: string, glob: string, from = here): boolean => matchesPath(file, glob, from)
  expect(meets('deploy/a.yaml', 'deploy/a.yaml')).toBe(true)
  expect(meets('deploy/x/a.yaml', 'deploy')).toBe(true)
  expect(meets('deploy/x/a.yaml', './deploy/')).toBe(true)
  expect(meets('deploy/x/a.yaml', '**/a.yaml')).toBe(true)
  expect(meets('deployment/a.yaml', 'deploy')).toBe(false)
  expect(meets('deploy/a.yaml', 'a.yaml', below)).toBe(true)
  expect(meets('deploy/a.yaml', 'deploy/a.yaml', below)).toBe(false)
})

test.each([
  [undefined, '2026-11-23', undefined],
  ['2026-11-23', '2026-11-23', undefined],
  ['2026-11-22', '2026-11-23', 'it expired after 2026-11-22'],
  ['2027-01-01', '2026-11-23', undefined],
  ['2027-01-01', undefined, 'it expired'],
  ['2026-13-01', '2026-01-01', 'is not a date'],
  ['2026-02-30', '2026-01-01', 'is not a date'],
])('until %s, on %s: %s', (until, today, expected) => {
  const fault = expiry(until, today)
  if (expected === undefined) expect(fault).toBeUndefined()
  else expect(fault).toContain(expected)
})

describe('ignore', () => {
  test('rule, object and path must all meet', async () => {
    const yaml = "ignore: [{ rule: mutable-image, object: 'ClusterRole/eso-*', path: deploy, reason: why }]"
    const [ignore] = (await read(yaml)).ignores
    const meant = finding({ rule: 'mutable-image' })
    expect(ignore?.covers(meant, place)).toBe(true)
    expect(ignore?.covers(finding(), place)).toBe(false)
    expect(ignore?.covers(meant, { ...place, file: 'b.yaml' })).toBe(false)
    expect(ignore?.covers(meant, null)).toBe(false)
    expect(ignore?.covers({ ...meant, object: null }, place)).toBe(false)
  })

  test('a rule alone meets whatever it reports, also what is missing from an install', async () => {
    const [ignore] = (await read("ignore: [{ rule: 'developer-can-*', reason: why }]")).ignores
    expect(ignore?.covers(installFinding({ rule: 'developer-can-write-push-secrets' }), null)).toBe(true)
    expect(ignore?.covers(installFinding({ rule: 'mutable-image' }), null)).toBe(false)
  })

  test.each([
    ['an unknown rule', 'rule: mutable-imagee, reason: why', "there is no rule 'mutable-imagee'"],
    ['one that expired', 'rule: mutable-image, reason: why, until: 2026-11-22', 'it expired after 2026-11-22'],
  ])('%s ignores nothing and is reported', async (_, entry, message) => {
    const { ignores, warnings } = await read(`ignore: [{ ${entry} }]`)
    expect(ignores).toEqual([])
    expect(warnings).toEqual([{ message: expect.stringContaining(message), location: { file: 'c.yaml' } }])
  })

  test.each([
    ['no reason', 'rule: a'],
    ['an empty reason', "rule: a, reason: ''"],
    ['a reason without words', "rule: a, reason: '-'"],
    ['no rule', 'reason: why'],
    ['a date in other words', 'rule: a, reason: why, until: tomorrow'],
  ])('%s is an error of the config', async (_, entry) => {
    await expect(read(`ignore: [{ ${entry} }]`)).rejects.toThrow('c.yaml:1: ignore.0')
  })
})
