import { expect, test } from 'vitest'
import { Referee } from '../../src/locate/referee.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { rootDatum } from '../../src/template/value/provenance.ts'
import { type Segment, Text } from '../../src/template/value/text.ts'
import { chart } from '../tree.ts'
import { serverPlaces, store } from './places-of.ts'

const TEMPLATE = 'shop/templates/a.yaml'
const plain = (text: string): Segment => ({ text, site: undefined, linesBefore: 0, provenance: undefined })
const volatile = (text: string): Segment => ({
  ...plain(text),
  provenance: { alias: undefined, depends: rootDatum('volatile') },
})

/** Asks for the document that helm printed, where the trace has these pieces. */
function documentOf(printed: string, pieces: Segment[]) {
  const { manifests } = parseManifests(`---\n# Source: ${TEMPLATE}\n${printed}`, {
    ...{ file: 'Chart.yaml', release: { name: 'shop', namespace: 'shop' } },
  })
  const [manifest] = manifests
  if (!manifest) throw new Error('there is no manifest')
  const referee = new Referee(new Map([[TEMPLATE, new Text(pieces)]]))
  return {
    document: referee.documentOf({ source: manifest.source, template: TEMPLATE, crd: undefined }),
    referee,
    manifest,
  }
}

const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n'

test('the same text is believed, wherever it stands in the file', () => {
  const { document, referee, manifest } = documentOf(SECRET, [plain(`# head\n---\n\n${SECRET}---\nkind: Other\n`)])
  const at = manifest.source.text.indexOf('name: a')
  expect(document?.traced.text.slice(document.toTraced(at))).toMatch(/^name: a\n---/)
  expect(referee.agreement).toEqual({ equal: 1, unequal: 0 })
})

test('any other text is not', () => {
  const { document, referee } = documentOf(SECRET, [plain(SECRET.replace('name: a', 'name: b'))])
  expect(document).toBeUndefined()
  expect(referee.agreement).toEqual({ equal: 0, unequal: 1 })
})

test('but for lines that differ in each run: these it has otherwise', () => {
  const pieces = [plain(`${SECRET}data:\n  a: `), volatile('cXdlcnQ='), plain('\n  b: eA==\n')]
  const { document, manifest } = documentOf(`${SECRET}data:\n  a: YXNkZg==\n  b: eA==\n`, pieces)
  const at = (text: string) => document?.toTraced(manifest.source.text.indexOf(text))
  expect(document?.traced.text.slice(at('b: eA'))).toMatch(/^b: eA/)
  expect(at('a: YX')).toBeUndefined()
  expect(documentOf(`${SECRET}data:\n  a: YXNkZg==\n  b: eQ==\n`, pieces).document).toBeUndefined()
  expect(documentOf(`${SECRET}data:\n  b: eA==\n`, pieces).document).toBeUndefined()
})

test('beside random text the lines are known', async () => {
  const annotated = store('{{ .Values.server }}').replace(
    'spec:',
    '  annotations:\n    id: {{ randAlphaNum 8 }}\nspec:',
  )
  const values = { 'values.yaml': 'server: http://vault\n' }
  expect(await serverPlaces(chart('shop', annotated, values))).toEqual(['values.yaml:1 set-by server'])
  expect(await serverPlaces(chart('shop', annotated.replace('{{ .Values.server }}', 'http://vault')))).toEqual([
    'templates/all.yaml:10 set-by',
  ])
})

test('random text has its line of the template', async () => {
  const random = chart('shop', store('http://{{ randAlphaNum 8 | lower }}'))
  expect(await serverPlaces(random)).toEqual(['templates/all.yaml:8 set-by'])
  const helper = {
    ...chart('shop', `# ours\n${store('http://{{ include "host" . }}')}`),
    'templates/_host.tpl': '{{ define "host" }}{{ randAlphaNum 8 | lower }}{{ end }}',
  }
  expect(await serverPlaces(helper)).toEqual(['templates/all.yaml:9 set-by'])
})

test('a certificate may be longer in one run', async () => {
  const certificate = '  annotations:\n    ca: |\n{{ (genCA "ca" 9).Cert | indent 6 }}\nspec:'
  const template = store('http://vault').replace('spec:', certificate)
  expect(await serverPlaces(chart('shop', template))).toEqual(['templates/all.yaml:11 set-by'])
})

test('which of the values helm took at random is not said', async () => {
  const template = store('http://{{ index .Values.names (randInt 0 3) }}{{ randAlphaNum 8 | lower }}')
  expect(await serverPlaces(chart('shop', template, { 'values.yaml': 'names: [a, b, c]\n' }))).toEqual([
    'templates/all.yaml:8 set-by',
  ])
})

test('of documents that differ by random text alone no line is named, unless one line has made them', async () => {
  const one = store('http://vault').replace('name: vault', 'name: a{{ randNumeric 6 }}')
  expect(await serverPlaces(chart('shop', `${one}---\n${one}`))).toEqual(['templates/all.yaml', 'templates/all.yaml'])
  const several = `{{ range until 2 }}\n---\n${one}{{ end }}`
  expect(await serverPlaces(chart('shop', several))).toEqual(new Array(2).fill('templates/all.yaml:10 set-by'))
})

test('of a template that cannot be traced no line is named; the others of the chart are', async () => {
  const untraced = `# {{ derivePassword 1 "long" "word" "user" "example.com" | sha256sum }}\n${store('http://one', 'one')}`
  expect(await serverPlaces(chart('shop', untraced, { 'templates/other.yaml': store('http://two', 'two') }))).toEqual([
    'templates/all.yaml',
    'templates/other.yaml:8 set-by',
  ])
})
