import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/config.ts'
import { testAct, validateWorkflows } from '../action/act.ts'
import { cli, report } from '../command-line.ts'
import { repository } from '../repository.ts'
import { SHARED, testShared } from '../shared.ts'
import { chart, tree, under } from '../tree.ts'

const CONFIG = '.eso-hardener.yaml'
const WORKFLOW = '.github/workflows/eso-hardener.yml'
const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8')
/** Prose has one space behind its `#`. */
const switchedOn = (text: string): string => text.replace(/^( *)#(?! \S)/gm, '$1')
const fingerprints = ({ findings }: { findings: { fingerprint: string }[] }): string[] =>
  findings.map(({ fingerprint }) => fingerprint).sort()

/** A copy of a folder that has no config. */
function copyOf(folder: string): string {
  const root = tree({})
  cpSync(folder, root, { recursive: true, mode: 0 })
  rmSync(join(root, CONFIG), { force: true })
  return root
}

/** The files are valid, change nothing as they are, and can be switched on. */
async function expectGoodFiles(root: string): Promise<void> {
  const before = report(root, 'check')
  const { status, stdout, stderr } = cli(root, 'init')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain(`wrote  ${CONFIG}\nwrote  ${WORKFLOW}\nnext   eso-hardener check\n`)
  await parseConfig(read(root, CONFIG), CONFIG)
  const after = report(root, 'check')
  expect(fingerprints(after)).toEqual(fingerprints(before))
  expect(after.conclusion).toBe(before.conclusion)
  expect(after.warnings).toEqual(before.warnings)
  const on = await parseConfig(switchedOn(read(root, CONFIG)), CONFIG)
  expect(Object.keys(on)).toEqual(expect.arrayContaining(['failOn', 'operators', 'clusters', 'exclude', 'releases']))
  expect(parse(switchedOn(read(root, WORKFLOW))).jobs.check.steps.length).toBeGreaterThan(2)
}

describe('what is written is valid and runs as it is', () => {
  test('for the demo', () => expectGoodFiles(copyOf('fixtures/demo')))
  for (const name of ['cnoe-io__reference-implementation-aws', 'tryretool__retool-helm'])
    testShared(`for ${name}`, () => expectGoodFiles(copyOf(join(SHARED, 'corpus', name))))
  test('for a repository without charts', async () => {
    const root = tree({ 'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n' })
    await expectGoodFiles(root)
    expect(parse(read(root, CONFIG))).toEqual({ failOn: 'high' })
  })
  test('for an empty one', () => expectGoodFiles(tree({})))
})

testAct('act finds no fault in the workflow, switched on or not', () => {
  const root = tree(under('apps/api', chart('api', '', { 'Chart.yaml': `${DEPENDENT}` })))
  cli(root, 'init')
  expect(read(root, WORKFLOW)).toContain('#    helm dependency build apps/api\n')
  const on = tree({ [WORKFLOW]: switchedOn(read(root, WORKFLOW)) })
  for (const folder of [root, on]) expect(validateWorkflows(folder)).toEqual({ status: 0, faults: '' })
  const broken = tree({ [WORKFLOW]: `${read(root, WORKFLOW)}    stpes: []\n` })
  expect(validateWorkflows(broken).status).not.toBe(0)
})

const DEPENDENT = `apiVersion: v2
name: api
version: 1.0.0
dependencies: [{ name: db, version: 1.0.0, repository: 'https://charts.example.com' }]
`

describe('the config', () => {
  const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: s, namespace: shop }
spec: { provider: { vault: { server: 'https://vault.example.com' } } }
`
  test('lists charts with the values they may be installed with, and suggests the rest', async () => {
    const root = tree({
      ...under('charts/web', chart('web', '', { 'values-prod.yaml': '', 'values/eu.yaml': '' })),
      ...under('examples/demo', chart('demo', STORE)),
      'stores.yaml': STORE,
      'broken.yaml': 'kind: SecretStore\napiVersion: external-secrets.io/v1\nmetadata: [\n',
    })
    cli(root, 'init')
    expect(parse(read(root, CONFIG)).releases).toEqual([{ chart: 'charts/web', name: 'web', namespace: 'web' }])
    expect(await parseConfig(switchedOn(read(root, CONFIG)), CONFIG)).toMatchObject({
      releases: [{ chart: 'charts/web', values: ['charts/web/values-prod.yaml', 'charts/web/values/eu.yaml'] }],
      exclude: ['examples'],
      allowedProviders: ['vault'],
      allowedEndpoints: ['vault.example.com'],
      acceptedFailures: [{ path: 'broken.yaml', reason: 'to be explained' }],
    })
  })

  test('asks for the audit policy, and names one that it finds', async () => {
    const settings = async (files: Record<string, string>) => {
      const root = tree(files)
      cli(root, 'init')
      return parseConfig(switchedOn(read(root, CONFIG)), CONFIG)
    }
    const policy = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: Metadata }]\n'
    expect(await settings({ 'nodes/audit.yaml': policy })).toMatchObject({ auditPolicy: 'nodes/audit.yaml' })
    expect(await settings({})).toMatchObject({ auditPolicy: 'audit-policy.yaml' })
  })

  test('does not list charts that are tried with the values of their tests, for that would end it', async () => {
    const tested = (name: string) => under(name, chart(name, '', { 'ci/a-values.yaml': '' }))
    const both = tree({ ...tested('web'), ...under('api', chart('api', '')) })
    await expectGoodFiles(both)
    expect(parse(read(both, CONFIG)).releases).toEqual([{ chart: 'api', name: 'api', namespace: 'api' }])
    expect(await parseConfig(switchedOn(read(both, CONFIG)), CONFIG)).toMatchObject({
      releases: [{ chart: 'api' }, { chart: 'web', values: ['web/ci/a-values.yaml'] }],
    })
    const one = tree(tested('web'))
    await expectGoodFiles(one)
    expect(parse(read(one, CONFIG))).toEqual({ failOn: 'high' })
  })

  test('what is in use today is allowed by the lists that it suggests', () => {
    const root = copyOf('fixtures/demo')
    cli(root, 'init')
    const text = read(root, CONFIG).replace(/^#(?=allowed\w+:| {2}(?:external|push)Secret:)/gm, '')
    const allowed = tree({ [CONFIG]: text })
    cpSync(allowed, root, { recursive: true })
    expect(Object.keys(parse(text))).toEqual([
      'failOn',
      'releases',
      'allowedProviders',
      'allowedEndpoints',
      'allowedRegistries',
      'allowedNamespaces',
    ])
    const rules = report(root, 'check').findings.map(({ rule }: { rule: string }) => rule)
    for (const rule of ['unapproved-provider', 'unapproved-endpoint', 'unapproved-image-registry'])
      expect(rules).not.toContain(rule)
  })

  test('names from the repository cannot write settings', async () => {
    const root = tree({ 'a\nfailOn: never/Chart.yaml': 'apiVersion: v2\nname: "a\\nfailOn: never"\nversion: 1.0.0\n' })
    cli(root, 'init')
    expect(await parseConfig(read(root, CONFIG), CONFIG)).toMatchObject({
      failOn: 'high',
      releases: [{ chart: 'a\nfailOn: never' }],
    })
  })

  test('without helm the manifests alone are looked at, and it says so', () => {
    const root = tree({ ...under('web', chart('web', '')), 'stores.yaml': STORE })
    const { status, stdout } = cli(root, 'init', '--helm', 'nowhere')
    expect(status).toBe(0)
    expect(stdout).toContain('note   the charts were not rendered: nowhere: there is no helm program here\n')
    expect(read(root, CONFIG)).toContain('#allowedProviders: [vault]\n')
  })
})

describe('the workflow', () => {
  test('stands at the top of the clone and checks the folder that was named', () => {
    const root = tree(under('deploy/prod', { 'a.yaml': '' }))
    repository(root).commit()
    mkdirSync(join(root, '.git/refs/remotes/origin'), { recursive: true })
    repository(root).git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    const { stdout } = cli(join(root, 'deploy'), 'init', 'prod')
    expect(stdout).toContain(`wrote  prod/${CONFIG}\nwrote  ../${WORKFLOW}\nnext   eso-hardener check prod\n`)
    expect(existsSync(join(root, 'deploy/prod', CONFIG))).toBe(true)
    expect(parse(read(root, WORKFLOW))).toMatchObject({
      on: { push: { branches: ['trunk'] } },
      permissions: { contents: 'read', 'pull-requests': 'write' },
      jobs: { check: { steps: [{}, { with: { 'working-directory': 'deploy/prod' } }] } },
    })
  })
})

describe('what exists is never overwritten', () => {
  test('one file is left alone, the other is written, exit code 2', () => {
    const root = tree({ [CONFIG]: 'failOn: low\n' })
    const { status, stdout, stderr } = cli(root, 'init')
    expect(status).toBe(2)
    expect(stderr).toBe(
      `error: ${CONFIG} exists already and was left alone\nhint: move it away to have it written anew\n`,
    )
    expect(stdout).toContain(`wrote  ${WORKFLOW}\n`)
    expect(read(root, CONFIG)).toBe('failOn: low\n')
  })

  test('a second run writes nothing', () => {
    const root = tree({})
    cli(root, 'init')
    const texts = [CONFIG, WORKFLOW].map(file => read(root, file))
    const { status, stdout, stderr } = cli(root, 'init')
    expect(status).toBe(2)
    expect(stdout).not.toContain('wrote')
    expect(stderr).toContain(`error: ${CONFIG} and ${WORKFLOW} exist already and were left alone\n`)
    expect([CONFIG, WORKFLOW].map(file => read(root, file))).toEqual(texts)
  })

  test('a link is not followed', () => {
    const root = tree({ 'elsewhere/x': '', 'here/a.yaml': '' })
    symlinkSync('../elsewhere/config', join(root, 'here', CONFIG))
    expect(cli(join(root, 'here'), 'init').status).toBe(2)
    expect(readdirSync(join(root, 'elsewhere'))).toEqual(['x'])
  })
})

test.each([
  [['nowhere'], 'nowhere: there is no such folder', 'name a folder'],
  [['a', 'b'], 'init takes one folder', 'see eso-hardener --help'],
  [['a.yaml'], 'a.yaml: there is no such folder', 'name a folder'],
])('init %j is one message and a hint', (args, message, hint) => {
  const { status, stdout, stderr } = cli(tree({ 'a.yaml': '' }), 'init', ...args)
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `error: ${message}\nhint: ${hint}\n` })
})
