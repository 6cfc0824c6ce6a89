import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitDocuments } from '../../src/parse/documents.ts'
import { groupKindOf, isKnownKind, knownKinds } from '../../src/parse/kinds.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { glanceAt } from '../../src/parse/prefilter.ts'
import { asList, asMapping, asText } from '../../src/parse/untyped.ts'
import { parseText } from '../../src/parse/yaml.ts'

const API = 'apiVersion: external-secrets.io/v1\n'
const META = 'metadata: { name: open }\n'
const CRD = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n'
const parse = (text: string) => parseManifests(text, { file: 'a.yaml', release: undefined })

describe('a kind cannot be hidden', () => {
  test.each([
    ['behind a comment', `${API}kind: # a word\n  ClusterSecretStore\n${META}`],
    [
      'under a key with an escape, in JSON',
      `{"apiVersion":"external-secrets.io/v1","k\\u0069nd":"ClusterSecretStore","metadata":{"name":"open"}}`,
    ],
    ['under an alias', `${API}metadata: { name: open, labels: { a: &k kind } }\n*k : ClusterSecretStore\n`],
    ['in an alias', `${API}metadata: { name: open, labels: { a: &k ClusterSecretStore } }\nkind: *k\n`],
    ['in a merge', `${API}<<: { kind: ClusterSecretStore }\n${META}`],
    ['under a `?` key, indented', `  ${API}  ? kind # a word\n  : ClusterSecretStore\n  ${META}`],
    [
      'beside the words of a CRD',
      `{apiVersion: external-secrets.io/v1, "kind": ClusterSecretStore, metadata: {name: open, labels: {a: b,\nkind: CustomResourceDefinition}}}`,
    ],
    ['as the second of two', `${CRD.replace(/.*\n/, API)}"k\\u0069nd": ClusterSecretStore\n${META}`],
    ['behind a byte order mark', `\uFEFF"kind": ClusterSecretStore\n${API}${META}`],
  ])('%s', (_, text) => {
    for (const stream of [text, text.replaceAll('\n', '\r\n'), `a: 1\n---\n${text}`])
      expect(parse(stream).manifests.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['ClusterSecretStore open'])
  })

  test.each([
    ['behind', `${API}kind: ClusterSecretStore\nmetadata: { name: open, labels: { a: "\n`],
    ['behind an indented object', `  ${API}  kind: ClusterSecretStore\n  metadata: { name: open, labels: { a: "\n`],
  ])('%s, a text with other words in column 0: where those are no error, they are read', (_, start) => {
    const { manifests, failures } = parse(`${start}apiVersion: v1\nkind: ConfigMap\nb" } }\n`)
    expect(manifests.length + failures.length).toBeGreaterThan(0)
  })

  test.each([
    'kind: ClusterSecretStore',
    'kind : ClusterSecretStore',
    '"kind": ClusterSecretStore',
    "'kind': ClusterSecretStore",
    '? kind\n: ClusterSecretStore',
    '*k : ClusterSecretStore',
    '!!str kind: ClusterSecretStore',
    '&l kind: ClusterSecretStore',
  ])('behind another kind: %j', second => {
    const text = `${API}kind: ConfigMap\nmetadata: { name: open, labels: { a: &k kind } }\n${second}\n`
    expect(parse(text).manifests.map(({ kind }) => kind)).toEqual(['ClusterSecretStore'])
  })

  test.each(['My\n  List', 'My\n\n List', 'My#List'])('in a List of the kind %j', kind => {
    const text = `apiVersion: v1\nkind: ${kind}\nitems:\n- ${API.trim()}\n  kind: SecretStore\n  ${META}`
    expect(parse(text).manifests.map(manifest => manifest.kind)).toEqual(['SecretStore'])
  })
})

test('the kind of a typed list is that of its items, in JSON too', () => {
  const text = '{"apiVersion":"v1","kind":"SecretList","items":[{"metadata":{"name":"a"}}]}'
  expect(parse(text).manifests.map(({ kind }) => kind)).toEqual(['Secret'])
})

describe('what is surely of no interest is not parsed', () => {
  test.each([
    ['a ConfigMap, whatever its data say', `apiVersion: v1\nkind: ConfigMap\n${META}data:\n  a: "kind: Secret \\n"\n`],
    ['the same kind of another group', `apiVersion: example.com/v1\nkind: ExternalSecret # not ours\n${META}`],
    ['quotes, CRLF and lists in column 0', 'apiVersion: "a/v1"\r\nkind: \'B\'\r\nc:\r\n- kind: Secret\r\n'],
    ['no kind at all', '{"a": "Secret"}'],
    ['only words that hold one', '{"kind": "Secretive", "a": "MyJob"}'],
  ])('%s', (_, text) => {
    expect(glanceAt(text)).toBe('nothing')
  })

  test('nor is a CRD with its schemas', () => {
    expect(glanceAt(`# of somebody\n${CRD}${META}spec:\n  versions:\n  - name: "v1\\x41"\n`)).toBe('crd')
    expect(glanceAt(`${CRD}"kind": Secret\n`)).toBe('object')
  })
})

/** What the parser finds in a document: kinds of objects of known kinds, in Lists too. */
function kindsIn(value: unknown, depth = 0): string[] {
  const body = asMapping(value)
  const kind = asText(body?.kind)
  const apiVersion = asText(body?.apiVersion)
  if (kind === undefined || apiVersion === undefined || depth > 4) return []
  if (kind.endsWith('List')) {
    const inherited = kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) }
    return asList(body?.items).flatMap(item => kindsIn({ ...inherited, ...asMapping(item) }, depth + 1))
  }
  return isKnownKind(groupKindOf(apiVersion, kind)) ? [kind] : []
}

/** The look must see whatever the parser sees; of what it calls a CRD nothing else may come. */
function expectSeen(stream: string): number {
  const found = splitDocuments(stream).map(({ text }) => ({ text, kinds: kindsIn(parseText(text).body) }))
  for (const { text, kinds } of found) {
    const glance = glanceAt(text)
    if (kinds.length > 0) expect(glance, text).not.toBe('nothing')
    if (glance === 'crd') expect(kinds, text).toEqual(['CustomResourceDefinition'])
  }
  return found.filter(({ kinds }) => kinds.length > 0).length
}

describe('the quick look sees whatever the parser sees', () => {
  const escaped = (word: string, at: number): string => {
    const i = at % word.length
    return `"${word.slice(0, i)}\\u${word.charCodeAt(i).toString(16).padStart(4, '0')}${word.slice(i + 1)}"`
  }
  const spelling = (word: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(word) },
      fc.constantFrom(`"${word}"`, `'${word}'`, `!!str ${word}`, `&w ${word}`, '*k', '*v', '*w'),
      fc.nat(30).map(at => escaped(word, at)),
      fc.nat(30).map(at => `"${word.slice(0, at % word.length)}\\\n   ${word.slice(at % word.length)}"`),
    )
  const value = (word: string) =>
    fc.oneof(
      { weight: 3, arbitrary: spelling(word) },
      spelling(word).map(text => `# a word\n    ${text}`),
      spelling(word).map(text => `\n    ${text}`),
      fc.constantFrom(`>-\n    ${word}`, `|-\n    ${word}`, `${word} # a word`, `${word}#`, `${word}: x`),
    )
  const groupKind = fc.constantFrom(
    ...knownKinds().filter(kind => !kind.startsWith('audit.')),
    ...['core/ConfigMap', 'example.com/Secret', 'core/List', 'core/SecretList', 'x/My List'],
  )
  const colon = fc.constantFrom(': ', ' : ', ':\t', ':', ': \n')
  const entry = (key: string, text: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(spelling(key), colon, text).map(parts => parts.join('')) },
      fc.tuple(spelling(key), text).map(([name, content]) => `? ${name} # a word\n: ${content}`),
      text.map(content => `<<: { ${key}: ${content} }`),
    )
  const inner = '[{ apiVersion: v1, kind: Secret, metadata: {} }]'
  const other = fc.constantFrom(
    ...['metadata: { a: &k kind, b: &v Secret }', 'metadata:\n  name: a', `items: ${inner}`, 'items:\n- kind: Secret'],
    ...['data: |\n  kind: Secret', 'a: {\nkind: ConfigMap\n  }', "b: '\nkind: ConfigMap\n '", 'kind: ConfigMap', ''],
    ...['# kind: Secret', 'apiVersion: apps/v1', '}', '\uFEFF', '!!map', '&a', '%YAML 1.2', '--- # a word', '...'],
  )
  const document = groupKind.chain(known => {
    const [group = '', kind = ''] = known.split('/')
    const apiVersion = group === 'core' ? 'v1' : `${group}/v1`
    const fields = fc.tuple(
      entry('apiVersion', value(apiVersion)),
      entry('kind', value(kind === '*' ? 'Any' : kind)),
      fc.array(other, { maxLength: 3 }),
    )
    return fields.chain(([first, second, more]) =>
      fc
        .shuffledSubarray([first, second, ...more], { minLength: 2 })
        .chain(lines =>
          fc.constantFrom(
            ...[`${lines.join('\n')}\n`, lines.join('\r\n'), `{ ${lines.join(', ')} }`, `{${lines.join(',\n')}\n}`],
            `\n# a word\n  ${lines.join('\n').replaceAll('\n', '\n  ')}`,
            `!!map\n${lines.join('\n')}`,
          ),
        ),
    )
  })
  const noise = fc.constantFrom(
    ...['\n', ' ', '\t', '"', "'", '{', '}', ': ', '? ', '- ', '#', ' #', '\\', '&k ', '*k', '\r', '\u2028', '\uFEFF'],
  )

  test('however an object is written', () => {
    let seen = 0
    fc.assert(
      fc.property(document, text => {
        seen += expectSeen(text)
      }),
      { numRuns: 6000 },
    )
    expect(seen, 'else nothing was compared').toBeGreaterThan(600)
  })

  test('and wherever something is put in', () => {
    fc.assert(
      fc.property(document, fc.array(fc.tuple(fc.nat(), noise), { minLength: 1, maxLength: 3 }), (text, inserted) => {
        let stream = text
        for (const [at, piece] of inserted) {
          const i = at % (stream.length + 1)
          stream = stream.slice(0, i) + piece + stream.slice(i)
        }
        expectSeen(stream)
      }),
      { numRuns: 6000 },
    )
  })
})

/** 1 MB each: a look that takes quadratic time makes 10^12 steps, and this would not end. */
test.each([
  ...['*', '*a ', '&', '"', '"\\', "'", '? ', '{', '[', '- ', '-', ' ', '\t', '\n', '\r', '\u2028', '#', ' #', '\n#'],
  ...[
    'kind',
    'kind ',
    'kind:',
    'kind: ',
    'kind: a ',
    'kind: a #',
    '\nkind: a',
    '\nkind: "',
    '\napiVersion:\t',
    ' kind',
  ],
  ...[
    'Secre',
    'SecretStor',
    'CustomResource',
    'Cluster',
    'constraints.gatekeeper.sh',
    '\nspec:\n  group:',
    '---\n',
    'List',
    'SecretList',
  ],
])('1 MB of %j is looked at in one go', unit => {
  const text = unit.repeat(1_000_000 / unit.length)
  for (const head of ['', 'kind: ', CRD, `${API}kind: a`, `${API}kind: a `, `${API}kind: a #`])
    for (const tail of ['', 'x', '\n x']) expect(['nothing', 'crd', 'object']).toContain(glanceAt(head + text + tail))
})
