import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/rules/index.ts'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { repository } from '../repository.ts'
import { chart, tree, under } from '../tree.ts'

const RULE = 'unrestricted-cluster-store'
const ALL = RULES.map(({ id }) => id)
const store = (name: string, annotation = ''): string => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: ${name}${annotation}
spec:
  provider: { vault: { server: 'https://vault.example.com', auth: { kubernetes: { mountPath: k, role: r } } } }
`

/** A repository whose base has an old finding, and then whatever the pull request writes (undefined removes). */
function change(base: Record<string, string>, head: Record<string, string | undefined>): string {
  const root = tree({ 'old.yaml': store('old'), ...base })
  repository(root).commit()
  for (const [file, text] of Object.entries(head))
    text === undefined ? rmSync(join(root, file), { recursive: true }) : writeFileSync(join(root, file), text)
  return root
}

const judge = (root: string, options: Partial<RunOptions> = {}) =>
  assess({
    ...{ root, folder: root, paths: ['.'], helm: HELM, today: '2026-11-23', failOn: 'medium' },
    ...{ base: 'HEAD', isGuarded: true },
    ...options,
  })

const NEW = { 'new.yaml': store('new') }

describe('a pull request cannot switch its own guard off', () => {
  const commented = (rule: string): string => {
    const lines = store('new').split('\n')
    // Above every line, so that none is missed.
    return lines
      .map(line => (line ? `${/^ */.exec(line)?.[0]}# eso-hardener: ignore[${rule}] trust me\n${line}` : ''))
      .join('\n')
  }
  test.each([
    ['an ignore in the config', { ...NEW, '.eso-hardener.yaml': `ignore: [{ rule: '*', reason: trust me }]` }],
    ['a laxer fail-on', { ...NEW, '.eso-hardener.yaml': 'failOn: never' }],
    ['an exclude', { ...NEW, '.eso-hardener.yaml': 'exclude: [new.yaml]' }],
    ['a comment', { 'new.yaml': commented(ALL.join()) }],
    [
      'an annotation',
      {
        'new.yaml': store(
          'new',
          `\n  annotations: { eso-hardener.dev/ignore: "${ALL.map(id => `${id} trust me`).join(';')}" }`,
        ),
      },
    ],
  ])('%s', async (_, head) => {
    const root = change({ '.eso-hardener.yaml': '{ failOn: medium }' }, head)
    const { conclusion, findings, suppressed } = await judge(root, { failOn: undefined })
    expect(conclusion).toBe('failure')
    expect(findings.filter(({ isNew }) => isNew).map(({ object }) => object?.name)).toContain('new')
    expect(suppressed).toEqual([])
    const unguarded = await judge(root, { failOn: undefined, isGuarded: false })
    expect(unguarded.conclusion, 'without the guard it would pass').toBe('success')
  })

  test('a new baseline, or entries in it', async () => {
    const root = change({}, NEW)
    const all = (await judge(root, { base: undefined, writeBaseline: 'b' })).suppressed
    const { newBaseline } = await import('../../src/suppress/baseline.ts')
    writeFileSync(join(root, 'known.txt'), newBaseline(all))
    const { conclusion, notes } = await judge(root, { baseline: 'known.txt' })
    expect(conclusion).toBe('failure')
    expect(notes).toEqual([expect.stringContaining('this change edits the baseline known.txt')])
    expect((await judge(root, { baseline: 'known.txt', isGuarded: false })).conclusion).toBe('success')
  })

  test('other values for a chart that is there already', async () => {
    const files = under('c', chart('c', '{{ if .Values.open }}\n', { 'values.yaml': 'open: false' }))
    const template = `{{ if .Values.open }}\n${store('open')}{{ end }}`
    const root = change(
      { ...files, 'c/templates/all.yaml': template },
      { 'c/values.yaml': 'open: true', '.eso-hardener.yaml': 'releases: [{ chart: c/../c, set: { open: false } }]' },
    )
    expect((await judge(root)).conclusion).toBe('failure')
    expect((await judge(root, { isGuarded: false })).conclusion).toBe('success')
  })

  test('what a release of the base sets stands on the line that it has now', async () => {
    const cleartext = store('vault').replace("'https://vault.example.com'", '{{ .Values.server }}')
    const config = (server: string) => `releases:\n  - chart: c\n    set: { server: ${server} }\n`
    const placeAfter = async (text: string) => {
      const files = { ...under('c', chart('c', cleartext)), '.eso-hardener.yaml': config('http://vault') }
      const { findings } = await judge(change(files, { '.eso-hardener.yaml': text }))
      return findings.find(({ rule }) => rule === 'cleartext-endpoint')?.location
    }
    expect(await placeAfter(`# our release\n${config('http://vault')}`)).toMatchObject({
      ...{ file: '.eso-hardener.yaml', startLine: 4, via: 'declaration', key: 'server' },
    })
    expect(await placeAfter(config('https://vault'))).toMatchObject({ file: 'c/templates/all.yaml', via: 'template' })
  })

  test('other values for a chart that is there already, by its absolute path', async () => {
    const template = `{{ if .Values.open }}\n${store('open')}{{ end }}`
    const root = change(under('c', chart('c', template, { 'values.yaml': 'open: false' })), {
      'c/values.yaml': 'open: true',
    })
    writeFileSync(join(root, '.eso-hardener.yaml'), `releases: [{ chart: ${root}/c, set: { open: false } }]`)
    expect((await judge(root)).conclusion).toBe('failure')
    expect((await judge(root, { isGuarded: false })).conclusion).toBe('success')
  })

  test.each([
    ['an operator', 'operators: [{ kind: Group, name: devs }]'],
    ['no config at all', undefined],
  ])('%s', async (_, config) => {
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: devs }
rules: [{ apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: devs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: devs }
subjects: [{ kind: Group, name: devs, apiGroup: rbac.authorization.k8s.io }]
`
    const root = change({ '.eso-hardener.yaml': 'failOn: low' }, { 'role.yaml': role, '.eso-hardener.yaml': config })
    const { conclusion, findings, failOn } = await judge(root, { failOn: undefined })
    expect({ conclusion, failOn }).toEqual({ conclusion: 'failure', failOn: 'low' })
    expect(findings.filter(({ isNew }) => isNew).map(({ rule }) => rule)).toContain('developer-can-write-secret-stores')
  })

  describe('a failure that it brings, under a name that the base accepts', () => {
    const BROKEN = '{{ fail "not today" }}'
    const accepting = 'acceptedFailures: [{ release: "sh*", reason: known }, { path: legacy, reason: known }]'
    const base = {
      ...under('shop', chart('shop', BROKEN)),
      ...{ 'legacy/a.yaml': 'kind: Secret\n a: 1', 'legacy/b.yaml': store('b'), '.eso-hardener.yaml': accepting },
    }
    const charts = (name: string) => under('evil', chart(name, BROKEN))
    test.each([
      ['what fails in the base', { 'legacy/a.yaml': 'kind: Secret\n  a: [' }, 'success'],
      ['a new chart', charts('shop2'), 'incomplete'],
      ['a new chart in place of the old', { ...charts('shop'), shop: undefined }, 'incomplete'],
      [
        'a new chart that is called like the old by a config',
        { ...charts('x'), '.eso-hardener.yaml': `${accepting}\nreleases: [{ chart: evil, name: shop }]` },
        'incomplete',
      ],
      ['a new file', { 'legacy/c.yaml': 'kind: Secret\n a: 1' }, 'incomplete'],
      ['a file that could be read', { 'legacy/b.yaml': 'kind: Secret\n a: 1' }, 'incomplete'],
    ])('%s: %o', async (_, head: Record<string, string | undefined>, conclusion) => {
      const root = change({ ...base, 'evil/x': '', 'evil/templates/x': '' }, head)
      expect((await judge(root, { failOn: 'never' })).conclusion).toBe(conclusion)
      expect((await judge(root, { failOn: 'never', isGuarded: false })).conclusion).toBe('success')
    })
  })

  test('a config that is broken', async () => {
    await expect(judge(change({}, { '.eso-hardener.yaml': 'colour: red' }))).rejects.toThrow("unknown key 'colour'")
  })

  test('a base that is not to be had', async () => {
    const root = change(
      {},
      { '.eso-hardener.yaml': 'failOn: never\nacceptedFailures: [{ path: "**", reason: trust me }]' },
    )
    expect((await judge(root, { base: 'HEAD^9', failOn: undefined })).conclusion).toBe('incomplete')
  })
})

test('every edit is named, and an ignore that is refused stands with its line', async () => {
  const root = change({ '.eso-hardener.yaml': '{}' }, { '.eso-hardener.yaml': 'failOn: low' })
  writeFileSync(join(root, 'new.yaml'), `# eso-hardener: ignore[${RULE}] trust me\n`.concat(store('new')))
  expect((await judge(root)).notes).toEqual([
    expect.stringContaining('this change edits the config .eso-hardener.yaml'),
  ])
  const text = readFileSync(join(root, 'new.yaml'), 'utf8')
  const { findings } = await judge(root, { base: undefined })
  const line = findings.find(({ object, rule }) => rule === RULE && object?.name === 'new')?.location?.startLine ?? 0
  const lines = text.split('\n')
  lines.splice(line - 1, 0, `    # eso-hardener: ignore[${RULE}] trust me`)
  writeFileSync(join(root, 'new.yaml'), lines.slice(1).join('\n'))
  const { warnings } = await judge(root)
  expect(warnings).toEqual([
    {
      message: expect.stringContaining('cannot excuse what it brings'),
      location: { file: 'new.yaml', startLine: line - 1 },
    },
  ])
})

test('what the base says holds: its config, its baseline, its comments on what is old', async () => {
  const root = change({ '.eso-hardener.yaml': `ignore: [{ rule: ${RULE}, object: '*/new', reason: known }]` }, NEW)
  const { suppressed, notes } = await judge(root)
  expect(suppressed).toMatchObject([{ kind: 'config', location: { file: '.eso-hardener.yaml', startLine: 1 } }])
  expect(notes).toEqual([])
  rmSync(join(root, '.eso-hardener.yaml'))
  expect((await judge(root)).suppressed, 'also when the change removes it').toEqual(suppressed)
})

test('a chart that the change adds may say how it is installed, one that it removes is not asked for', async () => {
  const gone = under('gone', chart('gone', store('gone')))
  const root = change(
    { ...gone, '.eso-hardener.yaml': 'releases: [{ chart: gone, namespace: a }]' },
    { gone: undefined, '.eso-hardener.yaml': 'releases: [{ chart: fresh, namespace: b }]' },
  )
  const fresh = tree(under('fresh', chart('fresh', store('fresh'))))
  const { cpSync } = await import('node:fs')
  cpSync(fresh, root, { recursive: true })
  const { releases, conclusion } = await judge(root)
  expect(releases).toMatchObject([{ name: 'fresh', namespace: 'b' }])
  expect(conclusion).toBe('failure')
})

describe('with failOnGuardChange', () => {
  const STRICT = { failOnGuardChange: true, failOn: 'never' } as const
  const annotated = store('old', `\n  annotations: { eso-hardener.dev/ignore: "${RULE} known" }`)
  test.each([
    ['an edit of the config', {}, { '.eso-hardener.yaml': 'failOn: low' }],
    ['a removal of the config', { '.eso-hardener.yaml': 'failOn: low' }, { '.eso-hardener.yaml': undefined }],
    ['an edit of the baseline', {}, { 'known.txt': '# eso-hardener baseline 1\n' }],
    ['an annotation on what is old', {}, { 'old.yaml': annotated }],
    ['an annotation on what is new', {}, { 'new.yaml': annotated.replace('name: old', 'name: new') }],
  ])('%s fails', async (_, base: Record<string, string>, head) => {
    const root = change(base, head)
    const judged = await judge(root, { ...STRICT, baseline: 'known.txt' })
    expect(judged).toMatchObject({ conclusion: 'failure', hasChangedGuard: true })
    expect((await judge(root, { failOn: 'never', baseline: 'known.txt' })).conclusion).toBe('success')
  })

  test('what was there before does not', async () => {
    const root = change({ 'old.yaml': annotated, '.eso-hardener.yaml': 'failOn: low' }, NEW)
    expect(await judge(root, STRICT)).toMatchObject({ conclusion: 'success', hasChangedGuard: false })
  })

  test('outside of a pull request nothing is a guard', async () => {
    const root = change({}, { '.eso-hardener.yaml': 'failOn: never' })
    expect((await judge(root, { ...STRICT, isGuarded: false })).conclusion).toBe('success')
  })
})

describe('comments in values and templates', () => {
  const COMMENT = `# eso-hardener: ignore[${RULE}] trust me`
  const HIDDEN = `{{- /* ${COMMENT} */}}`
  const TEMPLATE = `{{ range .Values.stores }}\n---\n${store('{{ .name }}')}{{ end }}`
  /** A chart with stores that its values list, and others that a template has; each name with the comment behind it. */
  const charted = (values: Record<string, string>, literals: Record<string, string>): Record<string, string> => {
    const listed = Object.entries(values).map(([name, comment]) => `- { conditions: [], name: ${name} } ${comment}\n`)
    const written = Object.entries(literals).map(([name, comment]) => store(name).replace('spec:', `spec: ${comment}`))
    return {
      ...under('c', chart('c', TEMPLATE.replace('spec:', 'spec:\n  conditions: {{ toJson .conditions }}'))),
      'c/values.yaml': `stores:\n${listed.join('')}`,
      'c/templates/literal.yaml': written.join('---\n'),
    }
  }
  const of = ({ findings, suppressed, warnings }: Awaited<ReturnType<typeof judge>>) => ({
    fresh: findings.flatMap(({ isNew, rule, object }) => (isNew && rule === RULE ? object?.name : [])).sort(),
    ignored: suppressed
      .map(({ finding, location }) => `${finding.object?.name} ${location?.file}:${location?.startLine}`)
      .sort(),
    warnings: warnings.map(({ message, location }) => `${location?.file}:${location?.startLine} ${message}`),
  })

  test('excuse nothing that comes with them', async () => {
    const root = change(charted({ a: '' }, { c: '' }), charted({ a: '', b: COMMENT }, { c: '', d: HIDDEN }))
    const judged = await judge(root)
    const refused = (place: string) => expect.stringMatching(`^${place} .* cannot excuse what it brings`)
    expect(judged.conclusion).toBe('failure')
    expect(of(judged)).toEqual({
      fresh: ['b', 'd'],
      ignored: [],
      warnings: [refused('c/templates/literal.yaml:12'), refused('c/values.yaml:3')],
    })
    const ignored = ['b c/values.yaml:3', 'd c/templates/literal.yaml:12']
    expect(of(await judge(root, { isGuarded: false }))).toEqual({ fresh: [], ignored, warnings: [] })
  })

  test('hold for what the base has, and that is no change of the guard', async () => {
    const base = charted({ a: COMMENT }, { c: HIDDEN })
    const judged = await judge(change(base, NEW), { failOnGuardChange: true, failOn: 'never' })
    expect(judged).toMatchObject({ conclusion: 'success', hasChangedGuard: false })
    const ignored = ['a c/values.yaml:2', 'c c/templates/literal.yaml:5']
    expect(of(judged)).toEqual({ fresh: ['new'], ignored, warnings: [] })
  })

  test.each([
    ['values', charted({ a: COMMENT }, { c: '' })],
    ['a template', charted({ a: '' }, { c: HIDDEN })],
  ])('that come to what is old, in %s, change the guard', async (_, head) => {
    const root = change(charted({ a: '' }, { c: '' }), head)
    const judged = await judge(root, { failOnGuardChange: true, failOn: 'never' })
    expect(judged).toMatchObject({ conclusion: 'failure', hasChangedGuard: true })
    expect((await judge(root, { failOn: 'never' })).conclusion).toBe('success')
  })
})
