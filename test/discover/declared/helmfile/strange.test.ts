import { array, assert, constantFrom, dictionary, letrec, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { helmfileDeclarations } from '../../../../src/discover/declared/helmfile/helmfiles.ts'
import { RepositoryFiles } from '../../../../src/io/repository-files.ts'
import { tree } from '../../../tree.ts'

const KEYS = [
  ...[
    'releases',
    'name',
    'namespace',
    'chart',
    'version',
    'values',
    'set',
    'setString',
    'secrets',
    'inherit',
    'template',
  ],
  ...[
    'templates',
    'bases',
    'environments',
    'default',
    'prod',
    'helmfiles',
    'path',
    'repositories',
    'url',
    'oci',
    'labels',
  ],
  ...[
    'condition',
    'installed',
    'missingFileHandler',
    'kubeContext',
    'helmDefaults',
    'valuesTemplate',
    'value',
    'except',
  ],
]
const SCALARS = [
  ...[null, true, 0, -1.5, '', '.', '..', 'helmfile.yaml', 'a/b', 'oci://x', 'a.b.enabled', 'default', '*', '[', '{{'],
  ...['{{ .Values }}', '{{ .Release.Name }}', '{{ env "A" }}', '{{ range }}', 'git::x', '/etc/passwd'],
]

/** Anything, made of the words that helmfiles are made of. */
const { value } = letrec(tie => ({
  value: oneof(
    { maxDepth: 5, withCrossShrink: true },
    constantFrom(...SCALARS),
    array(tie('value'), { maxLength: 3 }),
    dictionary(constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
  ),
}))
const releases = dictionary(constantFrom(...KEYS), value, { maxKeys: 8 })

test('nothing that stands in a helmfile makes the reader throw', () => {
  const read = (text: string): void => {
    const files = new RepositoryFiles(tree({ 'helmfile.yaml': text, 'helmfile-b.yaml.gotmpl': text }))
    const { declarations, faults } = helmfileDeclarations(['helmfile.yaml', 'helmfile-b.yaml.gotmpl'], files)
    for (const { line } of faults) expect(line).toBeGreaterThan(0)
    for (const { location } of declarations) expect(location.startLine).toBeGreaterThan(0)
  }
  assert(
    property(releases, array(releases, { maxLength: 3 }), (top, list) => {
      read(JSON.stringify({ ...top, releases: list }, null, 1))
      read(JSON.stringify(top))
    }),
    { numRuns: 300 },
  )
  for (const text of ['', '---', 'a: &a [*a]\nreleases: *a', '\0', '{{', 'releases: {{ .Values | toYaml }}', '- - -'])
    expect(() => read(text)).not.toThrow()
})

test('helmfiles that take the next ones in twice end, and templates that work for ever', () => {
  const levels = [...Array(30).keys()].map(i => [`h${i}.yaml`, `helmfiles: [h${i + 1}.yaml, h${i + 1}.yaml]\n`])
  const taken = new RepositoryFiles(tree({ ...Object.fromEntries(levels), 'h30.yaml': 'releases: []\n' }))
  const { faults } = helmfileDeclarations(['h0.yaml'], taken)
  expect(faults[0]?.reason).toBe('more than 3000 helmfiles: what is taken in here was not looked at')
  const work = '{{ range until 100000 }}{{ end }}'
  const releases = [...Array(500).keys()].map(i => `- { name: 'a${i}${work}', chart: ./x }\n`).join('')
  const working = new RepositoryFiles(tree({ 'helmfile.yaml': `releases:\n${releases}`, 'h.yaml.gotmpl': work }))
  helmfileDeclarations(['helmfile.yaml'], working)
  expect(helmfileDeclarations(['h.yaml.gotmpl'], working).faults[0]?.reason).toBe(
    'the templates take too many steps, so that nothing of it is known',
  )
})

test('helmfiles that take each other in, and templates that inherit each other, end', () => {
  const files = new RepositoryFiles(
    tree({
      'helmfile.yaml': 'helmfiles: [a.yaml]\n',
      'a.yaml':
        'bases: [a.yaml]\nhelmfiles: [helmfile.yaml]\ntemplates: { t: { inherit: [{ template: u }] }, u: { inherit: [{ template: t }] } }\nreleases: [{ name: x, chart: ./x, inherit: [{ template: t }] }]\n',
    }),
  )
  const { declarations, faults } = helmfileDeclarations(['helmfile.yaml'], files)
  expect(new Set(declarations.map(({ name }) => name))).toEqual(new Set(['x']))
  expect(faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toContain(
    'a.yaml:2 helmfile.yaml takes itself in',
  )
})
