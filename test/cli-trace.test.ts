import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from './command-line.ts'
import { HELM } from './helm.ts'
import { tree, under } from './tree.ts'

const DEPLOYMENT = `{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "shop.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  paused: false
  {{- with .Values.strategy }}
  strategy: {{- toYaml . | nindent 4 }}
  {{- end }}
  template:
    spec:
      containers:
        - name: shop
          image: "{{ .Values.image.name }}:{{ .Values.image.tag }}"
{{- end }}
`
const SECRET = `apiVersion: v1
kind: Secret
metadata: { name: db }
stringData:
  password: {{ .Values.db.password }}
  pin: {{ .Values.db.pin | quote }}
`
const CHART = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': `enabled: true
replicas: 1
image:
  name: shop
  tag: v1
team: web
db:
  password: hunter2
  pin: 4711
# strategy: how pods are replaced
`,
  'templates/deployment.yaml': DEPLOYMENT,
  'templates/secret.yaml': SECRET,
  'templates/_labels.tpl': '{{- define "shop.labels" }}\nteam: {{ .Values.team }}\n{{- end }}\n',
  'templates/extra.yaml': '{{ range .Values.extra }}\n---\n{{ tpl . $ }}\n{{ end }}',
}
const REPOSITORY = {
  ...under('shop', CHART),
  '.eso-hardener.yaml': 'releases:\n  - { name: shop, chart: shop, values: [prod.yaml] }\n',
  'prod.yaml':
    'replicas: 3\nextra:\n  - |\n    kind: Extra\n    metadata: { name: x }\n    spec: "{{ .Values.team }}"\n',
}

/** The answer of a run. */
function ask(root: string, ...args: string[]) {
  const { status, stdout, stderr } = cli(root, 'trace', ...args, '--format=json')
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Nodes and what makes them, to read. */
const nodes = (answer: ReturnType<typeof ask>) =>
  answer.releases[0].nodes.map(
    (node: { object: { kind: string } | null; path: string[]; role: string }) =>
      `${node.object?.kind} ${node.path.join('.')} ${node.role}`,
  )

describe('a line of a template', () => {
  test('its node, the keys, the layers that set them, the conditions, what a change does', () => {
    const answer = ask(tree(REPOSITORY), 'shop/templates/deployment.yaml:8')
    expect(answer).toMatchObject({
      schemaVersion: 1,
      about: 'template',
      file: 'shop/templates/deployment.yaml',
      line: 8,
    })
    expect(answer.releases).toHaveLength(1)
    expect(answer.releases[0]).toMatchObject({
      release: 'shop',
      chart: 'shop/Chart.yaml',
      nodes: [
        {
          object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
          path: ['spec', 'replicas'],
          role: 'made',
          text: 'replicas: 3',
          from: { template: 'shop/templates/deployment.yaml', file: 'shop/templates/deployment.yaml', line: 8 },
          through: [],
          values: [{ key: 'replicas', is: true }],
          conditions: [{ file: 'shop/templates/deployment.yaml', line: 1, isTrue: true, keys: ['enabled'] }],
        },
      ],
      keys: [
        {
          key: 'replicas',
          layers: [
            { file: 'prod.yaml', line: 1, text: 'replicas: 3', wins: true },
            { file: 'shop/values.yaml', line: 2, text: 'replicas: 1', wins: false },
          ],
          change: { tried: '3 -> 4', fails: false, effects: [{ what: 'changed', path: ['spec', 'replicas'] }] },
        },
        { key: 'enabled', change: { tried: 'true -> false', effects: [{ what: 'removed', path: [] }] } },
      ],
      notes: [],
    })
  })

  test('in a helper, the way to it', () => {
    const [release] = ask(tree(REPOSITORY), 'shop/templates/_labels.tpl:2').releases
    expect(release.nodes).toMatchObject([
      {
        path: ['metadata', 'labels', 'team'],
        from: { file: 'shop/templates/_labels.tpl', line: 2 },
        through: [{ file: 'shop/templates/deployment.yaml', line: 6, name: 'shop.labels' }],
        values: [{ key: 'team', is: true }],
      },
    ])
  })

  test('that calls a helper: what the helper printed', () => {
    expect(nodes(ask(tree(REPOSITORY), 'shop/templates/deployment.yaml:6'))).toEqual([
      'Deployment metadata.labels made',
      'Deployment metadata.labels.team made',
    ])
  })

  test('with a condition: what is there because of it', () => {
    expect(nodes(ask(tree(REPOSITORY), 'shop/templates/deployment.yaml:1'))).toEqual(['Deployment  gated'])
  })

  test('in a branch that was not taken: the key that would take it', () => {
    const [release] = ask(tree(REPOSITORY), 'shop/templates/deployment.yaml:11').releases
    expect(release.nodes).toEqual([])
    expect(release.around).toMatchObject([
      { line: 10, isTrue: false, keys: ['strategy'] },
      { line: 1, isTrue: true, keys: ['enabled'] },
    ])
    expect(release.keys[0]).toMatchObject({
      key: 'strategy',
      layers: [],
      change: { effects: [{ what: 'appears', path: ['spec', 'strategy'] }] },
    })
    expect(release.notes).toEqual(['nothing that this release renders comes from this line'])
  })

  test('that prints only text', () => {
    const [release] = ask(tree(REPOSITORY), 'shop/templates/deployment.yaml:9').releases
    expect(release.nodes).toMatchObject([{ path: ['spec', 'paused'], text: 'paused: false', values: [] }])
  })
})

describe('a line of values', () => {
  test('of a release: what its key reaches, and that it wins', () => {
    const answer = ask(tree(REPOSITORY), 'prod.yaml:1')
    expect(answer).toMatchObject({ about: 'values', file: 'prod.yaml', line: 1 })
    expect(nodes(answer)).toEqual(['Deployment spec.replicas made'])
    expect(answer.releases[0].keys[0].layers).toMatchObject([
      { wins: true, isAsked: true },
      { wins: false, isAsked: false },
    ])
  })

  test('of the chart, that another file overrides', () => {
    const { layers } = ask(tree(REPOSITORY), 'shop/values.yaml:2').releases[0].keys[0]
    expect(layers).toMatchObject([
      { file: 'prod.yaml', wins: true, isAsked: false },
      { file: 'shop/values.yaml', wins: false, isAsked: true },
    ])
  })

  test('that tpl makes a template of', () => {
    const [release] = ask(tree(REPOSITORY), 'shop/values.yaml:6').releases
    expect(release.nodes).toContainEqual(
      expect.objectContaining({
        object: { apiVersion: '', kind: 'Extra', name: 'x' },
        path: ['spec'],
        from: null,
        fromValues: { key: 'extra[0]', file: 'prod.yaml', line: 6 },
        through: [expect.objectContaining({ file: 'shop/templates/extra.yaml', line: 3 })],
      }),
    )
  })
})

describe('a line of rendered text', () => {
  const rendered = (root: string, ...args: string[]) =>
    spawnSync(HELM, ['template', ...args], { cwd: root, encoding: 'utf8' }).stdout

  test('the node on it, without rendering again', () => {
    const root = tree(under('shop', CHART))
    const text = rendered(root, 'shop', 'shop', '--set', 'replicas=7')
    const saved = tree({ ...under('shop', CHART), 'out.yaml': text })
    const line = text.split('\n').findIndex(row => row.includes('replicas')) + 1
    const answer = ask(saved, `out.yaml:${line}`, 'shop', '--set', 'replicas=7')
    expect(answer.about).toBe('rendered')
    expect(answer.releases[0].nodes).toMatchObject([
      {
        path: ['spec', 'replicas'],
        text: 'replicas: 7',
        renderedLine: line,
        from: { file: 'shop/templates/deployment.yaml', line: 8 },
      },
    ])
    expect(answer.releases[0].keys[0].layers).toMatchObject([
      { file: null, line: null, wins: true },
      { file: 'shop/values.yaml', line: 2, wins: false },
    ])
  })

  test('that was rendered otherwise, or from another chart', () => {
    const text = rendered(tree(CHART), 'other', '.')
    const saved = tree({ ...under('shop', CHART), 'out.yaml': text, 'empty/a.yaml': '' })
    const line = text.split('\n').findIndex(row => row.includes('name: other')) + 1
    expect(cli(saved, 'trace', `out.yaml:${line}`, 'shop').stderr).toMatch(
      /^error: out\.yaml:\d+: the chart shop renders this document otherwise\nhint: give what it was rendered with: --values/,
    )
    expect(
      ask(saved, `out.yaml:${line}`, 'shop', '--release-name', 'other', '--namespace', 'default').releases,
    ).toHaveLength(1)
    expect(cli(saved, 'trace', `out.yaml:${line}`, 'empty').stderr).toMatch(
      /^error: out\.yaml was rendered from a chart called shop, which is not in empty\nhint: name it: eso-hardener trace/,
    )
  })
})

describe('a key', () => {
  test('all that it, and what is below it, reaches', () => {
    const root = tree(REPOSITORY)
    const answer = ask(root, '--values', 'image')
    expect(answer).toMatchObject({ about: 'values', file: null, line: null, key: 'image' })
    expect(nodes(answer)).toEqual(['Deployment spec.template.spec.containers.0.image made'])
    expect(nodes(ask(root, '--values', 'enabled', 'shop', '--config', '.eso-hardener.yaml'))).toEqual([
      'Deployment  gated',
    ])
  })

  test('with a values file beside it', () => {
    const root = tree({ ...CHART, 'more.yaml': 'replicas: 9\n' })
    const [release] = ask(root, '--values', 'replicas', '--values', 'more.yaml', '.').releases
    expect(release.nodes).toMatchObject([{ text: 'replicas: 9' }])
  })

  test('that makes the chart fail when it is changed', () => {
    const [{ keys }] = ask(tree(CHART), '--values', 'extra').releases
    expect(keys).toMatchObject([{ key: 'extra', layers: [], change: { fails: true, effects: [] } }])
  })

  test('that is not there', () => {
    expect(cli(tree(CHART), 'trace', '--values', 'replica').stderr).toBe(
      "error: no chart here knows the key 'replica'\nhint: did you mean 'replicas'?\n",
    )
  })
})

describe('a subchart under two names', () => {
  const UMBRELLA = {
    'Chart.yaml': `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - { name: db, version: 1.0.0, alias: blue }
  - { name: db, version: 1.0.0, alias: green }
`,
    'values.yaml': 'green:\n  size: 5\nglobal:\n  zone: a\n',
    'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
    'charts/db/values.yaml': '\nsize: 1\n',
    'charts/db/templates/claim.yaml': `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: {{ .Chart.Name }} }
spec:
  size: {{ .Values.size }}
  zone: {{ .Values.global.zone }}
`,
  }
  const sizes = (answer: ReturnType<typeof ask>) =>
    answer.releases[0].nodes.map((node: { text: string; values: unknown }) => [node.text, node.values])

  test('a line of its template makes two nodes, each by its own key', () => {
    expect(sizes(ask(tree(UMBRELLA), 'charts/db/templates/claim.yaml:5'))).toEqual([
      ['size: 1', [{ key: 'blue.size', is: true }]],
      ['size: 5', [{ key: 'green.size', is: true }]],
    ])
  })

  test('a line of its values is a key of each, which the parent may override', () => {
    const [release] = ask(tree(UMBRELLA), 'charts/db/values.yaml:2').releases
    expect(release.keys).toMatchObject([
      { key: 'blue.size', layers: [{ file: 'charts/db/values.yaml', line: 2, wins: true }] },
      { key: 'green.size', layers: [{ file: 'values.yaml', line: 2, wins: true }, { file: 'charts/db/values.yaml' }] },
    ])
  })

  test('global has one path', () => {
    expect(sizes(ask(tree(UMBRELLA), 'values.yaml:4'))).toEqual([
      ['zone: a', [{ key: 'global.zone', is: true }]],
      ['zone: a', [{ key: 'global.zone', is: true }]],
    ])
  })

  test('global of one subchart is a key for that one alone', () => {
    const folder = tree({ ...UMBRELLA, 'values.yaml': 'green:\n  global:\n    zone: b\n' })
    const [release] = ask(folder, '--values', 'green.global.zone').releases
    expect(release.nodes).toMatchObject([{ object: { name: 'green' }, text: 'zone: b' }])
    expect(release.keys).toMatchObject([
      { key: 'green.global.zone', layers: [{ file: 'values.yaml', line: 3, wins: true }], change: { effects: [{}] } },
    ])
  })
})

describe('what is printed', () => {
  test('text for people', () => {
    const { status, stdout } = cli(tree(REPOSITORY), 'trace', 'shop/templates/deployment.yaml:17')
    expect(status).toBe(0)
    expect(stdout).toBe(`shop/templates/deployment.yaml:17  in release shop of shop/Chart.yaml

  Deployment shop spec.template.spec.containers[0].image  (its text is from there)
    25 | image: "shop:v1"
    --> shop/templates/deployment.yaml:17
    set by      image.name, image.tag
    gated by    enabled (true), shop/templates/deployment.yaml:1

keys
  image.name
    --> shop/values.yaml:4 | name: shop
    tried       another text
    changes     Deployment shop spec.template.spec.containers[0].image

  image.tag
    --> shop/values.yaml:5 | tag: v1
    tried       another text
    changes     Deployment shop spec.template.spec.containers[0].image

  enabled
    --> shop/values.yaml:1 | enabled: true
    tried       true -> false
    removes     Deployment shop
`)
  })

  test('no secret and no control character', () => {
    const root = tree({ ...CHART, 'values.yaml': `${CHART['values.yaml']}hostile: "\\u001B[2J"\n` })
    for (const format of ['text', 'json']) {
      const { stdout } = cli(root, 'trace', 'templates/secret.yaml:5', `--format=${format}`)
      expect(stdout).toContain('password: ***')
      expect(stdout).not.toContain('hunter2')
      expect(cli(root, 'trace', '--values', 'db', `--format=${format}`).stdout).not.toMatch(/hunter2|471[12]/)
      expect(cli(root, 'trace', 'values.yaml:9', `--format=${format}`).stdout).not.toMatch(/hunter2|471[12]/)
    }
    const { stdout } = cli(
      tree({ ...CHART, 'values.yaml': 'team: "a\\u202Eb"\nenabled: true\nimage: {}\ndb: {}\n' }),
      'trace',
      '--values',
      'team',
    )
    expect(stdout).toContain('Deployment')
    expect(stdout).not.toContain('\u202E')
  })
})

describe('what cannot be asked is one message and a hint', () => {
  test.each([
    [['trace'], 'trace takes a line or a key', 'FILE:LINE'],
    [['trace', 'shop'], 'shop: no line is named', 'FILE:LINE'],
    [['trace', 'shop/values.yaml:0'], 'lines are counted from 1', 'FILE:LINE'],
    [['trace', 'nowhere.yaml:1'], 'nowhere.yaml: there is no such file', 'name a template'],
    [['trace', 'prod.yaml:99'], 'prod.yaml has no line 99', 'its last line is 6'],
    [['trace', 'shop/values.yaml:10'], 'there is no key on this line', 'name the line of a key'],
    [['trace', 'shop/Chart.yaml:1'], 'belongs to the chart shop', 'ask about a line below templates/'],
    [['trace', 'plain.yaml:1'], 'plain.yaml is in no chart that was found in .', 'name the chart behind it'],
    [['trace', '--values', 'a..b'], "'a..b' is not a key of values", 'write it as for helm --set'],
    [['trace', '--values', 'a', '--values', 'b'], 'trace takes one key, and there are a and b', 'FILE:LINE'],
    [['trace', 'prod.yaml:1', '--format', 'sarif'], "--format cannot be 'sarif' here", 'text, json'],
    [['trace', 'broken/templates/a.yaml:1', 'broken'], 'broken/Chart.yaml: not traced: ', 'eso-hardener check'],
  ])('%j', (args, message, hint) => {
    const root = tree({
      ...REPOSITORY,
      '.eso-hardener.yaml': `${REPOSITORY['.eso-hardener.yaml']}exclude: [broken]\n`,
      'plain.yaml': 'kind: X\n',
      ...under('broken', {
        'Chart.yaml': 'apiVersion: v2\nname: broken\nversion: 1.0.0\n',
        'templates/a.yaml': '{{ fail "no" }}',
      }),
    })
    const { status, stdout, stderr } = cli(root, ...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    const [first = '', second = '', ...rest] = stderr.trimEnd().split('\n')
    expect(first).toContain(`error: `)
    expect(first).toContain(message)
    expect(second).toContain(hint)
    expect(rest).toEqual([])
  })

  test('a chart whose files are elsewhere is not traced', () => {
    const root = tree({ ...under('shop', CHART), 'other.yaml': 'a: 1\n' })
    symlinkSync('../../other.yaml', join(root, 'shop/templates/other.yaml'))
    const { status, stderr } = cli(root, 'trace', 'shop/templates/secret.yaml:1')
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^error: shop\/Chart\.yaml: not traced: its files cannot be read .*\nhint: eso-hardener check /,
    )
  })

  test('a folder without a chart knows no key', () => {
    const { stderr } = cli(tree({ 'plain.yaml': 'kind: X\n' }), 'trace', '--values', 'a')
    expect(stderr).toBe('error: there is no chart in .\nhint: name the chart behind the key\n')
  })

  test('a template that is not traced is said to be none', () => {
    const root = tree({ ...CHART, 'templates/other.yaml': 'a: {{ derivePassword 1 "long" "a" "b" "c" }}\n' })
    const [release] = ask(root, 'templates/other.yaml:1').releases
    expect(release.notes).toEqual([
      'shop/templates/other.yaml is not traced: derivePassword',
      'nothing that this release renders comes from this line',
    ])
  })
})
