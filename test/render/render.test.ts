import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { discover, type ReleaseOptions } from '../../src/discover/discover.ts'
import { helmCapabilities, prepareHelm } from '../../src/render/helm.ts'
import { type Rendering, render } from '../../src/render/render.ts'
import { HELM, HELMS } from '../helm.ts'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n'

async function renderOnly(
  root: string,
  helm: string,
  options: ReleaseOptions = {},
  timeoutMs = 30_000,
): Promise<Rendering> {
  const { releases } = await discover(root, root, ['.'], await loadConfig(root, undefined), options)
  const [release] = releases
  if (!release || releases.length > 1) throw new Error(`one chart is wanted, not ${releases.length}`)
  return render(release, await prepareHelm(tree({}), helm, timeoutMs), { root })
}

describe.each(HELMS)('helm $minor', ({ minor, path: helm }) => {
  test('its version is read', async () => {
    const { helm: build } = await helmCapabilities(await prepareHelm(tree({}), helm, 30_000))
    expect(build.version).toMatch(new RegExp(`^v${minor}\\.`))
  })

  test('a chart renders, and the template file is known', async () => {
    const { text, failure, templates } = await renderOnly(tree(under('web', chart('web', CONFIG_MAP))), helm)
    expect(failure).toBeUndefined()
    expect(text).toContain('name: web\n')
    expect(templates).toEqual(new Map([['web/templates/all.yaml', 'web/templates/all.yaml']]))
  })

  test('values, --set, namespace and Kubernetes version reach helm', async () => {
    const template = `${CONFIG_MAP}data:\n  seen: {{ .Values.a }}/{{ .Values.b }}/{{ .Release.Namespace }}/{{ .Capabilities.KubeVersion }}/{{ .Capabilities.APIVersions.Has "x.io/v1" }}\n`
    const root = tree({ ...under('web', chart('web', template)), 'v.yaml': 'a: from-file\nb: from-file\n' })
    const options = {
      values: ['v.yaml'],
      set: ['b=from-set'],
      namespace: 'ns',
      kubeVersion: '1.30.0',
      apiVersions: ['x.io/v1'],
    }
    const { text } = await renderOnly(root, helm, options)
    expect(text).toContain('seen: from-file/from-set/ns/v1.30.0/true')
  })

  test('charts that ask for monitoring kinds get them', async () => {
    const template = `{{ if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1/ServiceMonitor" }}${CONFIG_MAP}{{ end }}`
    expect((await renderOnly(tree(under('web', chart('web', template))), helm)).text).toContain('name: web')
  })

  test('`required` fails with helm’s words at the template line', async () => {
    const template = `${CONFIG_MAP}data:\n  url: {{ required "set url!" .Values.url }}\n`
    const { text, failure } = await renderOnly(tree(under('a/web', chart('web', template))), helm)
    expect(text).toBeUndefined()
    expect(failure?.message).toContain('set url!')
    expect(failure?.location).toEqual({ file: 'a/web/templates/all.yaml', startLine: 6, via: 'template' })
  })

  test('a template that does not parse fails at its line', async () => {
    const { failure } = await renderOnly(tree(under('web', chart('web', 'a: 1\nb: {{ if }}\n'))), helm)
    expect(failure?.location).toMatchObject({ file: 'web/templates/all.yaml', startLine: 2 })
  })

  test('a template that calls itself for ever fails, and its words are said once', async () => {
    const template = '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}'
    const { failure } = await renderOnly(tree(under('web', chart('web', template))), helm)
    expect(failure?.location).toMatchObject({ file: 'web/templates/all.yaml', startLine: 1 })
    expect(failure?.message).toContain('(and so on)')
    expect(failure?.message.length).toBeLessThan(800)
  })

  test('YAML that a template breaks is a failure of the template, without a rendered line', async () => {
    const { failure } = await renderOnly(tree(under('web', chart('web', 'a: 1\n  b: {{ 2 }}\n'))), helm)
    expect(failure?.location).toEqual({ file: 'web/templates/all.yaml', via: 'template' })
  })

  test('a broken values file is a failure at its line', async () => {
    const root = tree({ ...under('web', chart('web', CONFIG_MAP)), 'v.yaml': 'a: 1\nb: [\n' })
    const { failure } = await renderOnly(root, helm, { values: ['v.yaml'] })
    expect(failure?.location.file).toBe('v.yaml')
    expect(failure?.message).not.toContain(root)
  })

  test('missing dependencies: the rest is rendered, and they are named', async () => {
    const yaml =
      'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - { name: redis, version: 1.0.0, repository: "https://example.com" }\n'
    const { text, failure } = await renderOnly(
      tree(under('web', { ...chart('web', CONFIG_MAP), 'Chart.yaml': yaml })),
      helm,
    )
    expect(text).toContain('name: web\n')
    expect(failure).toEqual({
      message:
        'dependencies are not in charts/: redis (--fetch-dependencies lets helm fetch them); the chart was checked without them',
      location: { file: 'web/Chart.yaml', startLine: 5, via: 'declaration' },
    })
  })

  test('missing dependencies that are needed: both reasons are said', async () => {
    const yaml =
      'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - { name: common, version: 1.0.0, repository: "https://example.com" }\n'
    const template = 'a: {{ include "common.name" . }}\n'
    const { text, failure } = await renderOnly(
      tree(under('web', { ...chart('web', template), 'Chart.yaml': yaml })),
      helm,
    )
    expect(text).toBeUndefined()
    expect(failure?.message).toMatch(/dependencies are not in charts\/: common \(.*\); without them: .*common\.name/s)
    expect(failure?.location).toMatchObject({ file: 'web/templates/all.yaml', startLine: 1 })
  })

  test('templates of a subchart folder are its files; of a packaged one Chart.yaml stands for it', async () => {
    const root = tree({ ...chart('web', CONFIG_MAP), ...under('charts/db', chart('db', CONFIG_MAP)) })
    await tarball(join(root, 'charts'), {
      'q/Chart.yaml': 'apiVersion: v2\nname: q\nversion: 1.0.0\n',
      'q/templates/a.yaml': CONFIG_MAP,
    })
    const { templates } = await renderOnly(root, helm)
    expect(Object.fromEntries(templates)).toEqual({
      'web/templates/all.yaml': 'templates/all.yaml',
      'web/charts/db/templates/all.yaml': 'charts/db/templates/all.yaml',
      'web/charts/q/templates/a.yaml': 'Chart.yaml',
    })
  })

  test.each(['post-renderer', 'output-dir'])('a release that is called --%s gives helm no option', async option => {
    const root = tree({ ...under('web', chart('web', CONFIG_MAP)), 'evil.sh': '' })
    const mark = join(root, 'mark')
    writeFileSync(join(root, 'evil.sh'), `#!/bin/sh\ntouch ${mark}\ncat\n`, { mode: 0o755 })
    const value = option === 'output-dir' ? mark : join(root, 'evil.sh')
    const name = `--${option}=${value}`
    writeFileSync(join(root, '.eso-hardener.yaml'), JSON.stringify({ releases: [{ chart: 'web', name }] }))
    const { text, failure } = await renderOnly(root, helm)
    expect({ text, message: failure?.message }).toEqual({
      text: undefined,
      message: expect.stringContaining('release name'),
    })
    expect(existsSync(mark)).toBe(false)
  })

  test('a values file with a comma and quotes in its name is one file', async () => {
    const files = chart('web', `${CONFIG_MAP}data: { a: {{ .Values.a }} }\n`)
    const { text } = await renderOnly(tree({ ...files, 'a,"b".yaml': 'a: seen' }), helm, { values: ['a,"b".yaml'] })
    expect(text).toContain('seen')
  })

  test('credentials of lists and of --set are not in a failure’s words', async () => {
    const template = '{{ fail (printf "no %s %s %s" (index .Values.passwords 0) .Values.a.token .Values.b.token) }}'
    const files = chart('web', template, { 'values.yaml': 'passwords: [sesame-4711]\n' })
    const { failure } = await renderOnly(tree(files), helm, { set: ['x=1,a.token=open=4712', 'b.token=open-4713'] })
    expect(failure?.message).toContain('no *** *** ***')
  })

  test('nobody who signs in with a URL is in a failure’s words', async () => {
    const template =
      '{{ fail (printf "at %s, %s, %s" .Values.endpoint (urlParse .Values.endpoint).userinfo "ssh://git:x@a/b@c") }}'
    const files = chart('web', template, { 'values.yaml': 'endpoint: https://app:sesame-4711@db.example.com/x\n' })
    const { failure } = await renderOnly(tree(files), helm)
    expect(failure?.message).toContain('at ***, ***, ssh://***@a/b@c')
  })

  test('credentials from values are not in a failure’s words', async () => {
    const template = '{{ fail (printf "bad login %s %s" .Values.db.password .Values.db.user) }}'
    const files = chart('web', template, { 'values.yaml': 'db:\n  password: sesame-4711\n  user: app\n' })
    const { failure } = await renderOnly(tree(files), helm)
    expect(failure?.message).toContain('bad login *** app')
  })
})

/** A program that claims to be helm. */
function fakeHelm(script: string): string {
  const path = join(tree({}), 'helm')
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

test('a chart with a link that leads out of the repository is not rendered; a link inside is fine', async () => {
  const root = tree({
    ...under('web', chart('web', '{{ .Files.Get "in" }}{{ .Files.Get "out" }}')),
    'shared.txt': 'a: shared',
  })
  symlinkSync('../shared.txt', join(root, 'web/in'))
  expect((await renderOnly(root, HELM)).text).toContain('a: shared')
  symlinkSync('/etc/hostname', join(root, 'web/out'))
  const { text, failure } = await renderOnly(root, HELM)
  expect(text).toBeUndefined()
  expect(failure?.message).toBe('web/out is a link that leads out of the repository: the chart was not rendered')
})

test('helm sees no token, no kubeconfig and none of the user’s folders', async () => {
  process.env.GITHUB_TOKEN = 'sesame'
  const { text } = await renderOnly(tree(chart('web', '')), fakeHelm('/usr/bin/env >&1'))
  delete process.env.GITHUB_TOKEN
  const names = (text ?? '').split('\n').map(line => line.split('=')[0])
  expect(names).not.toContain('GITHUB_TOKEN')
  expect(text).not.toContain('sesame')
  expect(text).toMatch(/^HELM_PLUGINS=.*eso-hardener|^HELM_PLUGINS=.*tree-/m)
  expect(text).not.toMatch(new RegExp(`^HOME=${process.env.HOME}$`, 'm'))
})

test('helm collects garbage seldom, and within a limit', async () => {
  const { text } = await renderOnly(tree(chart('web', '')), fakeHelm('/usr/bin/env >&1'))
  expect(text).toMatch(/^GOGC=400$/m)
  expect(text).toMatch(/^GOMEMLIMIT=256MiB$/m)
})

test('a chart that hangs is stopped and is a failure', async () => {
  const { text, failure } = await renderOnly(tree(chart('web', '')), fakeHelm('sleep 60'), {}, 500)
  expect(text).toBeUndefined()
  expect(failure?.message).toBe('helm was stopped after 0.5 seconds (see --timeout)')
})

test('a chart that renders without end is stopped and is a failure', async () => {
  const { failure } = await renderOnly(tree(chart('web', '')), fakeHelm('exec yes'))
  expect(failure?.message).toMatch(/^helm was stopped: it printed more than \d+ bytes$/)
})

test('an old helm is refused by its version', async () => {
  const helm = await prepareHelm(tree({}), fakeHelm('echo v3.10.2'), 5000)
  await expect(helmCapabilities(helm)).rejects.toThrow(/helm 3\.10\.2 is too old$/)
})

test('something that is not helm is refused', async () => {
  const helm = await prepareHelm(tree({}), fakeHelm('echo hello'), 5000)
  await expect(helmCapabilities(helm)).rejects.toThrow(/this is not helm$/)
})

test('a helm that is not there, or cannot be executed, is refused', async () => {
  await expect(prepareHelm(tree({}), '/nowhere/helm', 5000)).rejects.toThrow('there is no helm program here')
  const plain = join(tree({ helm: '#!/bin/sh\n' }), 'helm')
  await expect(prepareHelm(tree({}), plain, 5000)).rejects.toThrow('this file is not executable')
})

test('a values file that is missing is the user’s error', async () => {
  const root = tree(chart('web', CONFIG_MAP))
  await expect(renderOnly(root, HELM, { values: ['gone.yaml'] })).rejects.toThrow(
    'gone.yaml: there is no such values file',
  )
})
