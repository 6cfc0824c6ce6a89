import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../src/run.ts'
import { HELM } from './helm.ts'
import { chart, tree, under } from './tree.ts'

const run = (root: string, options: Partial<RunOptions> = {}) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, ...options })

const ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [""]
    resources: [secrets]
    verbs: [list]
`
const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects:
  - { kind: ServiceAccount, name: reader, namespace: tools }
`

test('objects of a chart and of plain files are one world', async () => {
  const root = tree({ ...under('c', chart('c', BINDING)), 'roles/role.yaml': `# mine\n${ROLE}` })
  const { findings, releases, plainManifests, conclusion } = await run(root)
  expect(findings).toMatchObject([
    {
      rule: 'cluster-wide-secret-access',
      location: { file: 'roles/role.yaml', startLine: 10, via: 'manifest' },
      related: [{ location: { file: 'c/templates/all.yaml', via: 'template' } }],
    },
  ])
  expect(releases).toMatchObject([{ name: 'c', manifests: 1, declaredIn: 'c/Chart.yaml' }])
  expect({ plainManifests, conclusion }).toEqual({ plainManifests: 1, conclusion: 'failure' })
})

describe('what cannot be looked at is never a success', () => {
  const outside = (root: string): void => symlinkSync('/nowhere', join(root, 'a.yaml'))
  test.each([
    ['a package that is none', { 'c-1.0.0.tgz': 'no archive' }, undefined],
    ['a link that leads out', {}, outside],
    ['an object in a comment, for YAML 1.1', { 'a.yaml': `# hi\u2028${ROLE.replaceAll('\n', '\u2028')}` }, undefined],
    ['the same in a chart', chart('c', `# hi\r${ROLE.replaceAll('\n', '\r')}`), undefined],
  ])('%s', async (_, files, prepare) => {
    const root = tree(files as Record<string, string>)
    prepare?.(root)
    const { conclusion, failures } = await run(root)
    expect(conclusion).toBe('incomplete')
    expect(failures).toHaveLength(1)
  })
})

test('a finding in a chart names the line of the template, and the one of the rendered text apart', async () => {
  const [finding] = (await run(tree(chart('c', `${ROLE}---\n${BINDING}`)))).findings
  expect(finding?.location).toEqual({
    ...{ file: 'templates/all.yaml', startLine: 9, via: 'template', confidence: 'set-by' },
  })
  expect(finding?.rendered).toMatchObject({ release: 'c', template: 'c/templates/all.yaml' })
  expect(finding?.frame.find(line => line.marked)?.text).toContain('secrets')
})

test('the same object in two files is one finding with two places', async () => {
  const root = tree({ 'a.yaml': ROLE, 'b.yaml': `\n\n${ROLE}`, 'binding.yaml': BINDING })
  const { findings } = await run(root)
  expect(findings.map(({ places }) => places)).toEqual([
    [
      { file: 'a.yaml', startLine: 9, via: 'manifest' },
      { file: 'b.yaml', startLine: 11, via: 'manifest' },
    ],
  ])
})

test('a chart that fails does not keep the others from being judged, and nothing passes', async () => {
  const root = tree({ ...under('bad', chart('bad', '{{ fail "no" }}')), 'a.yaml': `${ROLE}---\n${BINDING}` })
  const { findings, failures, conclusion } = await run(root, { failOn: 'critical' })
  expect(findings).toHaveLength(1)
  expect(failures).toMatchObject([{ release: 'bad', location: { file: 'bad/templates/all.yaml' } }])
  expect(conclusion).toBe('incomplete')
})

test('a finding outweighs a failure', async () => {
  const root = tree({ ...under('bad', chart('bad', '{{ fail "no" }}')), 'a.yaml': `${ROLE}---\n${BINDING}` })
  expect((await run(root, { failOn: 'high' })).conclusion).toBe('failure')
  expect((await run(root, { failOn: 'never' })).conclusion).toBe('incomplete')
})

test('plain files that cannot be read or parsed are failures at their line', async () => {
  const root = tree({
    'bin.yaml': Uint8Array.of(107, 0, 1),
    'latin.yaml': Uint8Array.of(0x6b, 0xfc),
    'jinja.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {{ meta }}\n{% if a %}\ntype: Opaque\n',
    'broken.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {\n',
  })
  const { failures, conclusion } = await run(root)
  expect(failures.map(({ location, message }) => [location?.file, message])).toEqual([
    ['bin.yaml', 'this is a binary file'],
    ['broken.yaml', expect.any(String)],
    ['jinja.yaml', expect.stringContaining('looks like a template')],
    ['latin.yaml', 'this is not UTF-8 text'],
  ])
  expect(conclusion).toBe('incomplete')
})

test('a folder without anything to check says so and succeeds', async () => {
  const { notes, conclusion } = await run(tree({ 'readme.txt': 'hi' }))
  expect(notes).toEqual([expect.stringContaining('nothing here to check')])
  expect(conclusion).toBe('success')
})

test('without a chart, helm is not asked for', async () => {
  const { conclusion } = await run(tree({ 'a.yaml': ROLE }), { helm: '/nowhere/helm' })
  expect(conclusion).toBe('success')
})

test('minSeverity hides findings from the report, not from the verdict', async () => {
  const root = tree({ 'a.yaml': `${ROLE}---\n${BINDING}` })
  const { findings, hidden, conclusion } = await run(root, { minSeverity: 'critical' })
  expect({ findings, hidden, conclusion }).toEqual({ findings: [], hidden: 1, conclusion: 'failure' })
})

test('options outweigh the config, the config outweighs the defaults', async () => {
  const root = tree({ 'a.yaml': `${ROLE}---\n${BINDING}`, '.eso-hardener.yaml': 'failOn: never\n' })
  expect((await run(root)).conclusion).toBe('success')
  expect((await run(root, { failOn: 'high' })).conclusion).toBe('failure')
})

test('places are relative to the repository when a folder of it is checked', async () => {
  const root = tree({ 'deploy/prod/a.yaml': `${ROLE}---\n${BINDING}` })
  const { findings } = await assess({ root, folder: join(root, 'deploy'), paths: ['prod'], helm: HELM })
  expect(findings[0]?.location?.file).toBe('deploy/prod/a.yaml')
})

test('the same input gives the same result, whatever is done first', async () => {
  const files = Object.assign(
    {},
    ...[1, 2, 3, 4, 5].map(i => under(`c${i}`, chart(`c${i}`, `${ROLE}---\n${BINDING}`.replaceAll('reader', `r${i}`)))),
  )
  const root = tree(files)
  const report = async (jobs: number) => {
    const { timings: _, releases, graphs, ...rest } = await run(root, { jobs })
    return { ...rest, graphs: graphs?.(), releases: releases.map(({ renderMs: __, ...release }) => release) }
  }
  expect(await report(1)).toEqual(await report(4))
})
