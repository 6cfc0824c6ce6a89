import { expect, test } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import { defineRule, type Problem, type Rule } from '../../src/check/rule.ts'
import type { Finding, PhysicalLocation } from '../../src/finding.ts'
import { locateAll, locateWorlds } from '../../src/locate/locate.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { manifestsOf } from '../world.ts'

const ruleOf = (check: Rule['check'], checkInstall?: Rule['checkInstall']): Rule => ({
  ...defineRule({
    id: 'sample',
    title: 'sample',
    severities: ['low', 'high'],
    kinds: ['core/ServiceAccount', 'core/Secret'],
    why: '.',
    remedy: '.',
    references: ['https://example.com'],
    guide: ['TM1', 'RM6'],
    bad: [''],
    good: [''],
  }),
  ...(check && { check }),
  ...(checkInstall && { checkInstall }),
})

const ACCOUNT = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: a
  namespace: n
  annotations:
    b: c
`
const problemAt = (...path: Problem['path']) => ruleOf(() => [{ path, message: 'm' }])
const find = (rule: Rule, world: World, declarations: [string, PhysicalLocation][] = []): Finding[] =>
  locateAll(checkWorld([rule], world), world.cluster, new Map(declarations))

test('a plain manifest gives the line of the key, and a frame around it', () => {
  const [finding] = find(
    problemAt('metadata', 'namespace'),
    new World(manifestsOf(`# head\n---\n${ACCOUNT}`, 'sa.yaml')),
  )
  expect(finding?.location).toEqual({ file: 'sa.yaml', startLine: 7, via: 'manifest' })
  expect(finding?.frame).toEqual([
    { line: 5, text: 'metadata:', marked: false },
    { line: 6, text: '  name: a', marked: false },
    { line: 7, text: '  namespace: n', marked: true },
    { line: 8, text: '  annotations:', marked: false },
    { line: 9, text: '    b: c', marked: false },
  ])
  expect(finding).toMatchObject({ threats: ['TM1'], guide: ['TM1', 'RM6'], rendered: null })
  expect(finding?.renderedFrame).toBeUndefined()
})

test('what is missing stands on its nearest ancestor', () => {
  const [finding] = find(problemAt('metadata', 'annotations', 'x', 'y'), new World(manifestsOf(ACCOUNT, 'sa.yaml')))
  expect(finding?.location?.startLine).toBe(6)
})

test('a rendered manifest gives its template without a line', () => {
  const { manifests } = parseManifests(`---\n# Source: c/templates/sa.yaml\n${ACCOUNT}`, {
    file: 'c/Chart.yaml',
    release: { name: 'r', namespace: 'n' },
    templateFile: () => 'c/templates/sa.yaml',
  })
  const [finding] = find(problemAt('metadata', 'namespace'), new World(manifests))
  expect(finding?.location).toEqual({ file: 'c/templates/sa.yaml', via: 'template' })
  expect(finding?.rendered).toEqual({ release: 'r', template: 'c/templates/sa.yaml', line: 7 })
  expect(finding?.renderedFrame?.find(({ marked }) => marked)).toEqual({
    line: 7,
    text: '  namespace: n',
    marked: true,
  })
})

test('one object in several files is one finding, as severe as the worst of them', () => {
  const manifests = [...manifestsOf(ACCOUNT, 'a.yaml'), ...manifestsOf(ACCOUNT, 'b.yaml')]
  const rule = ruleOf(({ file }) => [{ path: [], message: file, severity: file === 'b.yaml' ? 'high' : 'low' }])
  const findings = find(rule, new World(manifests))
  expect(findings).toMatchObject([{ severity: 'high', message: 'b.yaml', location: { file: 'b.yaml' } }])
  expect(findings[0]?.places.map(({ file }) => file)).toEqual(['b.yaml', 'a.yaml'])
})

test('the content of a Secret is never in a frame', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData:\n  user: sesame-4711\n'
  const [finding] = find(problemAt('stringData', 'user'), new World(manifestsOf(secret)))
  expect(JSON.stringify(finding)).not.toContain('sesame-4711')
  expect(finding?.frame.find(({ marked }) => marked)?.text).toBe('  user: ***')
})

test('Windows line ends are not in a frame', () => {
  const [finding] = find(problemAt('metadata', 'namespace'), new World(manifestsOf(ACCOUNT.replaceAll('\n', '\r\n'))))
  expect(finding?.frame.map(({ text }) => text)).not.toContainEqual(expect.stringContaining('\r'))
})

const CONTROLLER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      containers: [{ name: c, image: registry.example.com/external-secrets:v2.9.0 }]
`
const missing = ruleOf(undefined, () => [{ path: [], message: 'nothing there', object: null }])

test('what is missing from an install stands where its release is declared', () => {
  const { manifests } = parseManifests(CONTROLLER, { file: 'c/Chart.yaml', release: { name: 'eso', namespace: 'eso' } })
  const [finding] = find(missing, new World(manifests), [
    ['eso', { file: 'deploy/.eso-hardener.yaml', startLine: 3, via: 'declaration' }],
  ])
  expect(finding).toMatchObject({
    object: null,
    location: { file: 'deploy/.eso-hardener.yaml', startLine: 3, via: 'declaration' },
    frame: [],
  })
})

test('what is missing from an install of plain manifests stands on its controller', () => {
  const [finding] = find(missing, new World(manifestsOf(CONTROLLER, 'eso.yaml')))
  expect(finding?.location).toEqual({ file: 'eso.yaml', startLine: 1, via: 'manifest' })
})

test('two installs have two findings', () => {
  const manifests = manifestsOf(`${CONTROLLER}---\n${CONTROLLER.replaceAll('namespace: eso', 'namespace: other')}`)
  expect(find(missing, new World(manifests))).toHaveLength(2)
})

test('what several sets of values have alike is one finding, as severe as in the worst of them', () => {
  const rendering = (severity: 'low' | 'high') => {
    const world = new World(manifestsOf(ACCOUNT, 'sa.yaml'))
    const rule = ruleOf(() => [{ path: [], message: severity, severity }])
    return { results: checkWorld([rule], world), declarations: new Map() }
  }
  const worlds = (['low', 'high'] as const).map(it => ({ cluster: 'c', variant: it, ...rendering(it) }))
  expect(locateWorlds(worlds)).toMatchObject([
    {
      severity: 'high',
      message: 'high',
      places: [{ file: 'sa.yaml' }],
      worlds: [
        { cluster: 'c', variant: 'low' },
        { cluster: 'c', variant: 'high' },
      ],
    },
  ])
})

test('of many related objects the first are listed, and the rest is counted', () => {
  const world = new World(manifestsOf(ACCOUNT, 'sa.yaml'))
  const relatedTo = (count: number) =>
    find(
      ruleOf(manifest => [
        {
          path: [],
          message: 'm',
          related: Array.from({ length: count }, () => ({ manifest, path: [], message: 'r' })),
        },
      ]),
      world,
    )[0]?.related.map(({ message }) => message)
  expect(relatedTo(20)).toEqual(Array(20).fill('r'))
  expect(relatedTo(23)).toEqual([...Array(19).fill('r'), 'r, and 3 more like it'])
})
