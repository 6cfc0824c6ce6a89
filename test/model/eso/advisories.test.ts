import { describe, expect, test } from 'vitest'
import { DATED } from '../../../src/dated.ts'
import { ADVISORIES, advisoriesFor } from '../../../src/model/eso/advisories.ts'
import { compareVersions } from '../../../src/model/eso/version.ts'
import { manifestsOf } from '../../world.ts'

describe('versions', () => {
  test('are ordered by number, and a pre-release stands before its release', () => {
    const ordered = ['0.9.20', '0.10.2', '1.2.0-alpha', '1.2.0-rc2', '1.2.0-rc10', '1.2.0', '1.10.0', '2.0.0']
    expect(ordered.toReversed().sort(compareVersions)).toEqual(ordered)
  })

  test('compare the same from either side', () => {
    expect(compareVersions('1.2.0', '1.2.0-rc1')).toBeGreaterThan(0)
    expect(compareVersions('1.2.0-rc1', '1.2.0')).toBeLessThan(0)
    expect(compareVersions('1.2.0-rc1', '1.2.0-rc1')).toBe(0)
  })

  test('what is no version is neither older nor newer', () => {
    expect(compareVersions('main', '1.0.0')).toBe(0)
    expect(compareVersions('1.0.0', '')).toBe(0)
  })
})

describe('advisories', () => {
  const ids = (version: string): string[] => advisoriesFor(version).map(({ id }) => id)

  test.each([
    ['0.9.20', ['CVE-2024-45041', 'CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['0.10.2', ['CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['0.15.0', ['CVE-2025-55196', 'CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['0.19.2', ['CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['0.20.2', ['CVE-2026-22822', 'CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['1.2.0-rc1', ['CVE-2026-22822', 'CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['1.2.0', ['CVE-2026-34984', 'CVE-2026-42875', 'CVE-2026-42876']],
    ['2.3.0', ['CVE-2026-42875', 'CVE-2026-42876']],
    ['2.4.0', ['CVE-2026-42876']],
    ['2.4.1', []],
    ['main', []],
  ])('%s has %j', (version, expected) => {
    expect(ids(version)).toEqual(expected)
  })

  test('the table is dated, each row has an id of its own and a range that is not empty', () => {
    const list = ADVISORIES
    expect(DATED.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(new Set(list.map(({ ghsa }) => ghsa)).size).toBe(list.length)
    for (const { since = '0.0.0', fixed } of list) expect(compareVersions(since, fixed)).toBeLessThan(0)
  })
})

describe('what uses a weakness', () => {
  /** The texts that the uses of an advisory point at, or their paths where that is no text. */
  const usesIn = (id: string, kind: string, spec: object, namespace: string | undefined = 'shop'): unknown[] => {
    const body = { apiVersion: 'external-secrets.io/v1', kind, metadata: { name: 'x', namespace }, spec }
    const usesOf = ADVISORIES.find(advisory => advisory.id === id)?.usesIn
    return manifestsOf(JSON.stringify(body)).flatMap(manifest =>
      (usesOf?.(manifest) ?? []).map(({ path }) => path.join('.')),
    )
  }

  test('getHostByName in any text of a template, not in a comment of it or as a part of a word', () => {
    const id = 'CVE-2026-34984'
    const data = { a: '{{ getHostByName .host }}', b: 'getHostByName', c: '{{ .getHostByNames }}' }
    const templateFrom = [{ literal: 'x: {{ .a | getHostByName }}' }]
    expect(usesIn(id, 'ExternalSecret', { target: { template: { data, templateFrom } } })).toEqual([
      'spec.target.template.data.a',
      'spec.target.template.templateFrom.0.literal',
    ])
    const externalSecretSpec = { target: { template: { data } } }
    expect(usesIn(id, 'ClusterExternalSecret', { externalSecretSpec })).toHaveLength(1)
    expect(usesIn(id, 'PushSecret', { template: { data } })).toEqual(['spec.template.data.a'])
    expect(usesIn(id, 'SecretStore', { target: { template: { data } } })).toEqual([])
  })

  test('a Secret of type service-account-token', () => {
    const of = (type: string) => usesIn('CVE-2026-42876', 'ExternalSecret', { target: { template: { type } } })
    expect(of('kubernetes.io/service-account-token')).toEqual(['spec.target.template.type'])
    expect(of('Opaque')).toEqual([])
  })

  test('a caProvider that is a ConfigMap of another namespace, in a SecretStore', () => {
    const of = (kind: string, caProvider: object) =>
      usesIn('CVE-2026-42875', kind, { provider: { vault: { caProvider } } })
    const foreign = { type: 'ConfigMap', name: 'ca', namespace: 'kube-system' }
    expect(of('SecretStore', foreign)).toEqual(['spec.provider.vault.caProvider.namespace'])
    expect(of('ClusterSecretStore', foreign)).toEqual([])
    expect(of('SecretStore', { ...foreign, namespace: 'shop' })).toEqual([])
    expect(of('SecretStore', { ...foreign, namespace: '${NS}' })).toEqual([])
    expect(of('SecretStore', { ...foreign, type: 'Secret' })).toEqual([])
    const vault = { caProvider: foreign }
    expect(usesIn('CVE-2026-42875', 'SecretStore', { provider: { vault } }, ''), 'its own is unknown').toEqual([])
  })

  test('label selectors of a PushSecret', () => {
    const spec = {
      selector: { secret: { selector: {} } },
      secretStoreRefs: [{ name: 'a' }, { labelSelector: { matchLabels: {} } }],
    }
    expect(usesIn('CVE-2025-55196', 'PushSecret', spec)).toEqual([
      'spec.selector.secret.selector',
      'spec.secretStoreRefs.1.labelSelector',
    ])
    expect(usesIn('CVE-2025-55196', 'ClusterPushSecret', { pushSecretSpec: spec })).toHaveLength(2)
    expect(usesIn('CVE-2025-55196', 'PushSecret', { selector: { secret: { name: 'db' } } })).toEqual([])
  })

  test.each([
    7,
    null,
    'x',
    [],
    { target: 7 },
    { target: { template: [7] } },
    { provider: [{ caProvider: 7 }] },
    { secretStoreRefs: 7 },
  ])('malformed specs use nothing and throw nothing: %j', spec => {
    for (const kind of ['ExternalSecret', 'PushSecret', 'SecretStore', 'ClusterExternalSecret', 'ClusterPushSecret'])
      for (const { id } of ADVISORIES) expect(usesIn(id, kind, spec as object)).toEqual([])
  })
})
