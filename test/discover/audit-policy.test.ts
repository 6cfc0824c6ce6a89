import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/run.ts'
import { tree } from '../tree.ts'

const POLICY = `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse
    resources: [{ group: "", resources: [secrets] }]
`
const CONFIG = '.eso-hardener.yaml'

async function run(files: Record<string, string>, prepare?: (root: string) => void) {
  const root = tree({ 'apps/a.yaml': '', ...files })
  prepare?.(root)
  const assessment = await assess({ root, folder: root, paths: ['apps'], config: CONFIG, minSeverity: 'info' })
  const audited = assessment.findings.filter(({ guide }) => guide.includes('AO3'))
  return {
    ...assessment,
    places: audited.map(({ rule, location, worlds = [] }) =>
      [rule, `${location?.file}:${location?.startLine}`, ...worlds.map(({ cluster }) => cluster)].join(' '),
    ),
    row: assessment.coverage.find(({ id }) => id === 'AO3'),
  }
}

describe('the audit policy that the config names', () => {
  test('is judged, whatever it is called, outside of the paths and in what is excluded', async () => {
    const config = 'exclude: [nodes]\nauditPolicy: nodes/audit.conf\n'
    const { places, row, conclusion } = await run({ 'nodes/audit.conf': POLICY, [CONFIG]: config })
    expect(places).toEqual([
      'secret-bodies-in-audit-log nodes/audit.conf:4',
      'eso-changes-not-audited nodes/audit.conf:3',
    ])
    expect(row).toMatchObject({ status: 'exposed' })
    expect(conclusion).toBe('failure')
  })

  test('without one, nobody can say what is logged', async () => {
    const { row, coverage } = await run({ [CONFIG]: '' })
    expect(row?.status).toBe('not-assessed')
    expect(row?.evidence.join()).toMatch(/does not hold .*: eso-changes-not-audited, secret-bodies-in-audit-log/)
    expect(coverage.find(({ id }) => id === 'TM5')?.evidence.join()).toContain('eso-changes-not-audited')
  })

  test('one that logs what it should is mitigated, and one that is found anyway is judged once', async () => {
    const rules = ['external-secrets.io', 'generators.external-secrets.io', '', 'authentication.k8s.io']
    const good = `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: Metadata, resources: ${JSON.stringify(rules.map(group => ({ group })))} }]\n`
    const { row, plainManifests } = await run({ 'apps/audit.yaml': good, [CONFIG]: 'auditPolicy: ./apps/audit.yaml' })
    expect(row?.status).toBe('mitigated')
    expect(plainManifests).toBe(1)
  })

  test('belongs to the cluster whose paths hold it', async () => {
    const config = 'clusters: { prod: { paths: [prod] }, dev: {} }\nauditPolicy: prod/audit.yaml'
    const { places } = await run({ 'prod/audit.yaml': POLICY, [CONFIG]: config })
    expect(places).toEqual([
      'secret-bodies-in-audit-log prod/audit.yaml:4 prod',
      'eso-changes-not-audited prod/audit.yaml:3 prod',
    ])
  })

  test.each([
    ['is missing', 'audit.yaml', /there is no such file/],
    ['is a folder', 'apps', /not a file/],
    ['holds something else', 'apps/a.yaml', /no audit policy in it/],
    ['is binary', 'binary', /binary file/],
    ['lies outside of the repository', '../../etc/hostname', /not in the repository/],
    ['is a link that leads out', 'link', /not in the repository/],
  ])('one that %s is a failure on its line', async (_, name, message) => {
    const files = { binary: 'a\0b', [CONFIG]: `failOn: high\nauditPolicy: ${name}\n` }
    const { failures, conclusion } = await run(files, root => symlinkSync('/etc/hostname', join(root, 'link')))
    expect(failures).toMatchObject([
      { message: expect.stringMatching(message), location: { file: CONFIG, startLine: 2 } },
    ])
    expect(failures[0]?.message).toMatch(new RegExp(`^auditPolicy: ${name}: [^/]+$`))
    expect(conclusion).toBe('incomplete')
  })
})
