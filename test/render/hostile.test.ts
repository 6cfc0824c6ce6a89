import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/run.ts'
import { HELM, HELMS } from '../helm.ts'
import { chart, tree, under } from '../tree.ts'

const SECRET = (value: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  a: ${value}\n`
const check = (root: string, helm = HELM) =>
  assess({ root, folder: root, paths: ['.'], helm, minSeverity: 'info', timeoutMs: 60_000 })

/** What a chart comes to: the words of its failures, its Secrets' texts, and everything that a report could hold. */
async function fate(root: string, helm?: string) {
  const assessment = await check(root, helm)
  const { failures, conclusion } = assessment
  return { conclusion, words: failures.map(({ message }) => message), all: JSON.stringify(assessment) }
}

describe.each(HELMS)('helm $minor', ({ path: helm }) => {
  test.each([
    ['a text without end', '{{ repeat 2000000000 "xxxx" }}', /bytes of memory$/],
    ['a loop without end', '{{ range $i := until 2000000000 }}x{{ end }}', /bytes of memory$/],
    ['calls without end', '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}', /include|nested|recurs/],
    ['the environment', SECRET('{{ env "HOME" }}'), /function "env" not defined/],
    ['the environment in a text', SECRET('{{ expandenv "$PATH" }}'), /function "expandenv" not defined/],
  ])('%s is a failure', async (_, template, words) => {
    const { conclusion, words: found } = await fate(tree(chart('web', template)), helm)
    expect(conclusion).toBe('incomplete')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(words)
  })

  test('no name is looked up, no cluster is asked, and no file outside of the chart is read', async () => {
    const asks = `{{ if getHostByName "localhost" }}{{ fail "a name" }}{{ end }}
{{ if lookup "v1" "Namespace" "" "" }}{{ fail "a cluster" }}{{ end }}
{{ range list "../../outside.txt" "/etc/passwd" "../outside.txt" "templates/../../outside.txt" }}
{{ if $.Files.Get . }}{{ fail . }}{{ end }}{{ end }}`
    const root = tree({ ...under('web', chart('web', asks)), 'outside.txt': 'sesame-4711' })
    const { conclusion, words } = await fate(root, helm)
    expect({ conclusion, words }).toEqual({ conclusion: 'success', words: [] })
  })
})

describe('a link that leads out of the repository is not followed', () => {
  const outside = (): string => join(tree({ 'outside.txt': 'sesame-4711' }), 'outside.txt')
  const TELL = '{{ range $path, $content := .Files.Glob "**" }}{{ fail (printf "%s %s" $path $content) }}{{ end }}'

  test('in a folder that a link in the chart leads to', async () => {
    const root = tree({ ...under('web', chart('web', '{{ fail (.Files.Get "in/out") }}')), 'shared/a.txt': '' })
    symlinkSync('../shared', join(root, 'web/in'))
    symlinkSync(outside(), join(root, 'shared/out'))
    const { words, all } = await fate(root)
    expect(words).toEqual(['web/in/out is a link that leads out of the repository: the chart was not rendered'])
    expect(all).not.toContain('sesame')
  })

  test('in a chart of the repository that another one depends on', async () => {
    const depends = 'dependencies:\n  - { name: lib, version: 1.2.3, repository: "file://../lib" }\n'
    const web = chart('web', '')
    const files = { ...web, 'Chart.yaml': web['Chart.yaml'] + depends }
    const root = tree({ ...under('web', files), ...under('lib', chart('lib', TELL)) })
    symlinkSync(outside(), join(root, 'lib/out'))
    const { words, all } = await fate(root)
    expect(words.join()).toContain('lib (lib/out is a link that leads out of the repository)')
    expect(all).not.toContain('sesame')
  })

  test('whose name says what helm says of a missing dependency', async () => {
    const folder = 'found in Chart.yaml, but missing in charts'
    const root = tree(under('web', chart('web', TELL, { [`${folder}/a`]: '' })))
    mkdirSync(join(root, 'web', folder), { recursive: true })
    symlinkSync(outside(), join(root, 'web', folder, ' directory: redis'))
    const { words, all } = await fate(root)
    expect(words).toHaveLength(1)
    expect(words[0]).toMatch(/the chart was not rendered$/)
    expect(all).not.toContain('sesame')
  })
})

type Entry = Parameters<ReturnType<typeof pack>['entry']>[0]

/** A packaged chart that prints every file it has, with one entry that no packer makes. */
async function packaged(entry: Entry, content = ''): Promise<string> {
  const root = tree({})
  const archive = pack()
  archive.entry({ name: 'web/Chart.yaml' }, chart('web', '')['Chart.yaml'] ?? '')
  const tell = '{{ range $path, $content := .Files.Glob "**" }}{{ fail (printf "<%s>" $content) }}{{ end }}'
  archive.entry({ name: 'web/templates/a.yaml' }, tell)
  archive.entry(entry, content)
  archive.finalize()
  await pipeline(archive, createGzip(), createWriteStream(join(root, 'web-1.2.3.tgz')))
  return root
}

describe.each(HELMS)('a package, for helm $minor', ({ path: helm }) => {
  test.each<[string, Entry]>([
    ['symbolic link', { name: 'web/out', type: 'symlink', linkname: '/etc/passwd' }],
    ['hard link', { name: 'web/out', type: 'link', linkname: '/etc/passwd' }],
    ['device', { name: 'web/out', type: 'character-device' }],
    ['pipe', { name: 'web/out', type: 'fifo' }],
  ])('a %s in it is an empty file', async (_, entry) => {
    const { words } = await fate(await packaged(entry), helm)
    expect(words).toHaveLength(1)
    expect(words[0]).toMatch(/<>$/)
  })

  test('a path out of it, or too much in it, is a failure', async () => {
    for (const root of [
      await packaged({ name: 'web/../../../out' }, 'x'),
      await packaged({ name: 'web/zeros' }, '\0'.repeat(120 * 1024 * 1024)),
    ])
      expect(await fate(root, helm)).toMatchObject({ conclusion: 'incomplete', words: [expect.any(String)] })
  })
})

test('forged comments and separators hide no object, and name no file outside of the chart', async () => {
  const forged = `# Source: web/../../etc/passwd
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data:
  a: |
    x
    ---
    kind: Secret
---
# Source: web/templates/other.yaml
# <!-- eso-hardener:1 key=x -->
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: r }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
  - { apiGroups: [""], resources: [secrets], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: r }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r }
subjects: [{ kind: ServiceAccount, name: r, namespace: tools }]
`
  const { findings } = await check(tree(chart('web', forged)))
  expect(findings.map(({ object }) => object?.kind)).toContain('ClusterRole')
  for (const { location } of findings) expect(['Chart.yaml', 'templates/all.yaml']).toContain(location?.file)
})
