import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli, report } from './command-line.ts'
import { repository } from './repository.ts'
import { SHARED, testShared } from './shared.ts'
import { chart, tree } from './tree.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: brand-new
spec:
  provider: { vault: { server: 'https://vault.example.com', auth: { kubernetes: { mountPath: k, role: r, serviceAccountRef: { name: v, namespace: v } } } } }
`
interface Found {
  rule: string
  new: boolean | null
  fingerprint: string
  object: { name: string } | null
}
const only = (findings: Found[], isNew: boolean | null): Found[] => findings.filter(finding => finding.new === isNew)

/** A copy of a folder as a repository with one commit. */
function cloneOf(folder: string) {
  const root = tree({})
  cpSync(folder, root, { recursive: true })
  return { root, ...repository(root), first: repository(root).commit() }
}

/** The YAML files of a repository, without git's own. */
const yamlFiles = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    file => /\.ya?ml$/.test(file) && !file.startsWith('.git/'),
  )

function adoption(name: string, folder: () => string, define: (title: string, body: () => void) => void): void {
  define(`${name}: an unchanged tree has nothing new`, () => {
    const { root } = cloneOf(folder())
    const { findings, fixed, status, failures } = report(root, 'check', '--base=HEAD', '--fail-on=low')
    expect(findings.length).toBeGreaterThan(0)
    expect({ fresh: only(findings, true), unknown: only(findings, null), fixed }).toEqual({
      fresh: [],
      unknown: [],
      fixed: [],
    })
    expect(status).toBe(failures.length > 0 ? 2 : 0)
  })

  define(`${name}: of a weakening change exactly its findings are new`, () => {
    const { root } = cloneOf(folder())
    const before = report(root, 'check')
    writeFileSync(join(root, 'new.yaml'), STORE)
    const { findings, status } = report(root, 'check', '--base=HEAD', '--fail-on=low')
    const old = new Set(before.findings.map(({ fingerprint }: Found) => fingerprint))
    const expected = findings.filter(({ fingerprint }: Found) => !old.has(fingerprint))
    expect(expected.map(({ object }: Found) => object?.name)).toContain('brand-new')
    expect(only(findings, true)).toEqual(expected)
    expect(status).toBe(1)
  })

  define(`${name}: moved files and documents in another order have nothing new and nothing fixed`, () => {
    const { root } = cloneOf(folder())
    const charts = yamlFiles(root).filter(file => file.endsWith('Chart.yaml'))
    const plain = yamlFiles(root).filter(
      file => !charts.some(path => path === 'Chart.yaml' || file.startsWith(path.replace('Chart.yaml', ''))),
    )
    mkdirSync(join(root, 'moved'))
    for (const [i, file] of plain.entries()) {
      const text = readFileSync(join(root, file), 'utf8')
      writeFileSync(join(root, file), `# one more line\n\n${text.split('\n---\n').reverse().join('\n---\n')}`)
      // The config names this one.
      if (!file.startsWith('.') && file !== 'operator-values.yaml')
        renameSync(join(root, file), join(root, 'moved', `${1000 - i}.yaml`))
    }
    const { findings, fixed } = report(root, 'check', '--base=HEAD')
    expect(findings.length).toBeGreaterThan(0)
    expect({ fresh: only(findings, true), fixed }).toEqual({ fresh: [], fixed: [] })
  })
}

adoption('the demo', () => resolve('fixtures/demo'), test)
for (const name of ['knative__infra', 'giantswarm__external-secrets'])
  adoption(name, () => join(SHARED, 'corpus', name), testShared)

describe('what counts', () => {
  const ROLE = (verbs: string, more = ''): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules:
${more}  - apiGroups: [""]
    resources: [secrets]
    verbs: [${verbs}]
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects: [{ kind: ServiceAccount, name: reader, namespace: tools }]
`

  test('an old finding does not, whatever its severity; text and JSON say what is new, old and fixed', () => {
    const root = tree({ 'a.yaml': ROLE('list'), 'b.yaml': STORE })
    repository(root).commit()
    rmSync(join(root, 'b.yaml'))
    expect(cli(root, 'check').status).toBe(1)
    const { status, conclusion, findings, fixed, base } = report(root, 'check', '--base=main')
    expect({ status, conclusion }).toEqual({ status: 0, conclusion: 'success' })
    expect(findings.map(({ rule }: Found) => rule)).toContain('cluster-wide-secret-access')
    expectAllOld(findings)
    expect(fixed.map(({ rule }: Found) => rule)).toContain('unrestricted-cluster-store')
    expect(base).toEqual({ ref: 'main', commit: repository(root).git('rev-parse', 'main').trim() })
    const { stdout } = cli(root, 'check', '--base=main')
    expect(stdout).toMatch(/compared {2}with main \([0-9a-f]{7}\): 0 new, \d old, \d fixed/)
    expect(stdout).toContain('fixed     unrestricted-cluster-store, ClusterSecretStore brand-new')
    expect(stdout).not.toContain('--> a.yaml')
    expect(stdout).toContain('no new finding is high or above')
  })

  test('rules of a role in another order are the same, a role with more is not', () => {
    const root = tree({ 'a.yaml': ROLE('list') })
    repository(root).commit()
    writeFileSync(join(root, 'a.yaml'), ROLE('list', '  - { apiGroups: [apps], resources: [pods], verbs: [get] }\n'))
    expect(report(root, 'check', '--base=main').status).toBe(0)
    writeFileSync(join(root, 'a.yaml'), ROLE('"*"'))
    expect(report(root, 'check', '--base=main').status).toBe(1)
  })

  test('a finding that the base ignored is not new when the ignore goes', () => {
    const root = tree({ 'b.yaml': STORE, '.eso-hardener.yaml': 'ignore: [{ rule: "*", reason: why }]' })
    repository(root).commit()
    writeFileSync(join(root, '.eso-hardener.yaml'), '{}')
    expect(report(root, 'check', '--base=main').findings[0].new).toBe(false)
  })

  test('a chart that changed beside the others', () => {
    const root = tree({ ...chart('c', ROLE('list')), 'values.yaml': 'a: 1\n' })
    repository(root).commit()
    expect(report(root, 'check', '--base=main').status).toBe(0)
    writeFileSync(join(root, 'templates/more.yaml'), ROLE('list').replaceAll('reader', 'other'))
    const { status, findings } = report(root, 'check', '--base=main')
    expect(status).toBe(1)
    expect(new Set(only(findings, true).map(({ object }) => object?.name))).toEqual(new Set(['other']))
  })

  test('nothing is called fixed when something could not be checked', () => {
    const root = tree({ 'a.yaml': ROLE('list'), 'b.yaml': STORE })
    repository(root).commit()
    writeFileSync(join(root, 'a.yaml'), 'apiVersion: v1\nkind: Secret\nmetadata: {\n')
    expect(report(root, 'check', '--base=main').fixed).toEqual([])
  })
})

function expectAllOld(findings: Found[]): void {
  expect(findings.length).toBeGreaterThan(0)
  expect(only(findings, false)).toEqual(findings)
}

describe('where the base is', () => {
  test('a folder of the repository is compared with the same folder, by paths of its own', () => {
    const root = tree({ 'deploy/prod/b.yaml': STORE, 'other/x.yaml': STORE.replace('brand-new', 'x') })
    repository(root).commit()
    const folder = join(root, 'deploy')
    for (const paths of [[], ['prod'], [join(folder, 'prod')]])
      expectAllOld(report(folder, 'check', ...paths, '--base=HEAD').findings)
    expectAllOld(report(folder, 'check', '../other', '--base=HEAD').findings)
  })

  test('what the base does not have at all is new', () => {
    const root = tree({ 'a.txt': '' })
    repository(root).commit()
    mkdirSync(join(root, 'deploy'))
    writeFileSync(join(root, 'deploy/b.yaml'), STORE)
    const { status, findings } = report(root, 'check', 'deploy', '--base=HEAD', '--fail-on=medium')
    expect(status).toBe(1)
    expect(only(findings, true)).toHaveLength(findings.length)
  })

  test('a clone without that commit: nothing is old, everything counts, and the run is at best incomplete', () => {
    const origin = tree({ 'b.yaml': STORE })
    repository(origin).commit()
    repository(origin).commit()
    const root = tree({})
    repository(root).git('clone', '--quiet', '--depth=1', `file://${origin}`, 'shallow')
    const shallow = join(root, 'shallow')
    expect(report(shallow, 'check', '--base=HEAD^1', '--fail-on=medium').status).toBe(1)
    const { status, conclusion, findings, failures, base } = report(
      shallow,
      'check',
      '--base=HEAD^1',
      '--fail-on=never',
    )
    expect({ status, conclusion }).toEqual({ status: 2, conclusion: 'incomplete' })
    expect(only(findings, null)).toHaveLength(findings.length)
    expect(base).toEqual({ ref: 'HEAD^1', commit: null })
    expect(failures).toMatchObject([{ message: expect.stringContaining('set fetch-depth: 2'), accepted: false }])
    repository(shallow).git('fetch', '--quiet', '--depth=2')
    expect(report(shallow, 'check', '--base=HEAD^1', '--fail-on=low').status).toBe(0)
  })

  test('no clone at all, and a base whose config is broken, are the same', () => {
    expect(report(tree({ 'b.yaml': STORE }), 'check', '--base=main')).toMatchObject({
      status: 2,
      failures: [{ message: expect.stringContaining('not a git repository') }],
    })
    const root = tree({ 'b.yaml': STORE, '.eso-hardener.yaml': 'colour: red' })
    repository(root).commit()
    rmSync(join(root, '.eso-hardener.yaml'))
    expect(report(root, 'check', '--base=main')).toMatchObject({
      status: 2,
      failures: [{ message: expect.stringContaining("unknown key 'colour'") }],
    })
  })

  test('a base that could not be checked wholly is said to be so', () => {
    const root = tree(chart('c', '{{ fail "no" }}'))
    repository(root).commit()
    writeFileSync(join(root, 'templates/all.yaml'), STORE)
    const { findings, notes } = report(root, 'check', '--base=HEAD')
    expect(only(findings, true).length).toBeGreaterThan(0)
    expect(notes).toContainEqual(expect.stringContaining('1 thing could not be checked in the base HEAD'))
  })

  test('--base=none compares with nothing', () => {
    expect(report(tree({ 'b.yaml': STORE }), 'check', '--base=none')).toMatchObject({ status: 0, base: null })
  })
})
