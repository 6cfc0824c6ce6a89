import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Origin, parseManifests } from '../../src/parse/manifest.ts'
import { maskedLines } from '../../src/parse/mask.ts'

const PLAIN: Origin = { file: 'a.yaml', release: undefined }
const RENDERED: Origin = {
  file: 'chart/Chart.yaml',
  release: { name: 'eso', namespace: 'secrets' },
  templateFile: source => `charts/${source}`,
}
const parse = (text: string, origin = PLAIN) => parseManifests(text, origin)
const named = (text: string, origin = PLAIN) =>
  parse(text, origin).manifests.map(({ groupKind, namespace, name }) => `${groupKind} ${namespace ?? '-'} ${name}`)

const role = (name: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: ${name} }
`

describe('which objects are read', () => {
  test('those of known kinds, each with group, namespace and name', () => {
    const text = `${role('a')}---\n${role('b').replace('{ name: b }', '{ name: b, namespace: shop }')}---
apiVersion: v1
kind: ConfigMap
metadata: { name: c }
---
apiVersion: v1
kind: Namespace
metadata: { name: d, namespace: ignored }
`
    expect(named(text)).toEqual([
      'rbac.authorization.k8s.io/Role - a',
      'rbac.authorization.k8s.io/Role shop b',
      'core/Namespace - d',
    ])
  })

  test('the same kind of another group is another kind', () => {
    expect(named('apiVersion: kubernetes-client.io/v1\nkind: ExternalSecret\nmetadata: { name: a }')).toEqual([])
  })

  test('the kinds of a group that somebody else names, and a file of the API server without metadata', () => {
    expect(named('kind: Foo\nmetadata: { name: a }\napiVersion: "constraints.gatekeeper.sh/v1beta1"')).toEqual([
      'constraints.gatekeeper.sh/Foo - a',
    ])
    expect(named('apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []')).toEqual(['audit.k8s.io/Policy - '])
    expect(named('apiVersion: example.com/v1\nkind: Policy\nmetadata: {}')).toEqual([])
    expect(named('apiVersion: kyverno.io/v1\nkind: Policy\nspec: {}')).toEqual([])
  })

  test.each([
    ['a text', 'kind: Secret'],
    ['a list', '- apiVersion: v1\n  kind: Secret'],
    ['a scalar', 'just kind: Secret'],
    ['no metadata', 'apiVersion: v1\nkind: Secret\ndata: {}'],
    ['metadata of a wrong type', 'apiVersion: v1\nkind: Secret\nmetadata: [a]'],
    ['a kind of a wrong type', 'apiVersion: v1\nkind: { Secret: 1 }\nmetadata: {}'],
    ['a version of a wrong type', 'apiVersion: 1\nkind: Secret\nmetadata: {}'],
    ['nothing', '# kind: Secret\n'],
  ])('%s is no object, and no failure', (_, text) => {
    expect(parse(text)).toEqual({ manifests: [], failures: [] })
  })

  test('the items of a List, each with its own lines, and Lists within', () => {
    const text = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Secret
    metadata:
      name: a
  - apiVersion: v1
    kind: List
    items:
      - apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: b
  - not an object
`
    const { manifests, failures } = parse(text)
    expect(failures).toEqual([])
    expect(manifests.map(({ name, base }) => [name, base])).toEqual([
      ['a', ['items', 0]],
      ['b', ['items', 1, 'items', 0]],
    ])
    expect(manifests.map(manifest => manifest.lineOf(['metadata', 'name']))).toEqual([7, 14])
    expect(manifests.map(manifest => manifest.lineOf(['missing']))).toEqual([4, 11])
  })

  test('the items of a typed list take their kind from it', () => {
    const text = 'apiVersion: v1\nkind: SecretList\nitems:\n  - metadata: { name: a }\n  - metadata: { name: b }\n'
    expect(named(text)).toEqual(['core/Secret - a', 'core/Secret - b'])
  })

  test.each([
    'kind: !!str Secret',
    'kind: &kind Secret',
    '"kind": "Secre\\x74"',
    '"\\x6bind": Secret',
    '? kind\n: Secret',
    'kind: >-\n  Secret',
    'kind:\n  Secret',
    'kind: CustomResourceDefinition\nkind: Secret',
  ])('however the kind is written: %j', kind => {
    expect(named(`apiVersion: v1\n${kind}\nmetadata: { name: a }\n`)).toEqual(['core/Secret - a'])
  })

  test('JSON is YAML', () => {
    expect(named('{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"}}')).toEqual(['core/Secret - a'])
  })

  test('an empty namespace is none; generateName stands for a name', () => {
    expect(named('apiVersion: v1\nkind: Pod\nmetadata: { generateName: a-, namespace: "" }')).toEqual(['core/Pod - a-'])
    expect(named('apiVersion: v1\nkind: Pod\nmetadata: { namespace: "" }', RENDERED)).toEqual(['core/Pod secrets '])
  })
})

describe('where they stand', () => {
  const text = `# Source: eso/templates/role.yaml\n${role('a')}---\n# Source: eso/templates/b.yaml\n${role('b')}`

  test('helm names the template of what it rendered', () => {
    const { manifests } = parse(text, RENDERED)
    expect(manifests.map(({ file, template }) => [file, template])).toEqual([
      ['charts/eso/templates/role.yaml', 'eso/templates/role.yaml'],
      ['charts/eso/templates/b.yaml', 'eso/templates/b.yaml'],
    ])
    expect(manifests.map(({ namespace }) => namespace)).toEqual(['secrets', 'secrets'])
  })

  test('in a file that holds the output of helm, the file itself is the place', () => {
    const { manifests } = parse(text)
    expect(manifests.map(({ file, template }) => [file, template])).toEqual([
      ['a.yaml', undefined],
      ['a.yaml', undefined],
    ])
    expect(manifests.map(manifest => manifest.lineOf(['kind']))).toEqual([3, 8])
  })

  test.each([
    ['a byte order mark', `\uFEFF${role('a')}---\n${role('b')}`],
    ['CRLF', `${role('a')}---\n${role('b')}`.replaceAll('\n', '\r\n')],
  ])('%s moves nothing', (_, strange) => {
    const { manifests, failures } = parse(strange)
    expect(failures).toEqual([])
    expect(manifests.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(manifests.map(manifest => manifest.lineOf(['kind']))).toEqual([2, 6])
  })
})

describe('what Kubernetes would read', () => {
  const read = (yaml: string): unknown =>
    parse(`apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: ${yaml}`).manifests[0]?.get('spec')

  test.each([
    ['yes', true],
    ['On', true],
    ['y', true],
    ['NO', false],
    ['off', false],
    ['"yes"', 'yes'],
    ['yesterday', 'yesterday'],
    ['one', 'one'],
    ['~', null],
    ['2024-01-01', '2024-01-01'],
    ['1:30', '1:30'],
    ['${VAR}', '${VAR}'],
    ['<TOKEN>', '<TOKEN>'],
  ])('%s is %j', (yaml, value) => {
    expect(read(yaml)).toEqual(value)
  })

  test('an anchor may be used often', () => {
    const list = Array.from({ length: 500 }, () => '*x').join(', ')
    expect(read(`{ a: &x 1, b: [${list}] }`)).toMatchObject({ a: 1 })
  })
})

describe('what cannot be read is a failure with a line, never an exception', () => {
  const ONE = `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n`
  const bomb = `${ONE}a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, i) => {
    const alias = `*${String.fromCharCode(97 + i)}`
    return `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${Array(9).fill(alias).join(', ')}]`
  }).join('\n')}\n`

  test.each([
    ['broken indentation', `${ONE}data:\n  a: 1\n b: 2\n`, 'All mapping items must start at the same column', 6],
    ['a quote without an end', `${ONE}a: "b\n`, 'Missing closing "quote', 5],
    ['an unknown alias', `${ONE}a: 1\nhost: *star.example.com\n`, 'an alias has no anchor before it', 5],
    ['an alias bomb', bomb, 'too many aliases', 1],
    ['a merge of no mapping', `${ONE}a: &a 1\nb:\n  <<: *a\n`, 'a merge key (<<) needs a mapping', 1],
    ['an anchor in itself', `${ONE}a: &a [*a]\n`, 'an anchor contains itself', 1],
    ['a List in itself', 'apiVersion: v1\nkind: List\nitems: &a [*a]\n', 'an anchor contains itself', 1],
    ['brackets without end', `${ONE}a: ${'['.repeat(10_000)}`, 'nested too deeply', 4],
    ['10 000 brackets', `${ONE}a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'nested too deeply', 4],
    ['10 000 dashes', `${ONE}a:\n  ${'- '.repeat(10_000)}x`, 'nested too deeply', 5],
    ['a bad escape', `${ONE}a: "\\zebra"\n`, 'invalid escape sequence in a quoted text', 4],
    ['text behind an action', `${ONE}a: {{ .Values.x }}-y\n`, 'unexpected text', 4],
    ['a tab', `${ONE}data:\n\ta: 1\n`, 'Tabs are not allowed as indentation', 5],
  ])('%s', (_, text, message, line) => {
    const { manifests, failures } = parse(text)
    expect(manifests).toEqual([])
    expect(failures).toHaveLength(1)
    expect(failures[0]?.message).toContain(message)
    expect(failures[0]?.line).toBe(line)
  })

  test('a key that stands twice is reported, and the last one counts', () => {
    const { manifests, failures } = parse(`${ONE}type: a\ntype: b\n`)
    expect(failures).toEqual([{ message: 'Map keys must be unique', line: 5 }])
    expect(manifests.map(manifest => manifest.get('type'))).toEqual(['b'])
    expect(manifests[0]?.lineOf(['type'])).toBe(5)
  })

  test('the lines count from the file, and the other documents are read', () => {
    const { manifests, failures } = parse(`${role('a')}---\n${ONE}a: "b\n---\n${role('c')}`)
    expect(manifests.map(({ name }) => name)).toEqual(['a', 'c'])
    expect(failures.map(({ line }) => line)).toEqual([8])
  })

  test('an action without quotes is a value like any other', () => {
    const { manifests, failures } = parse(`apiVersion: v1\nkind: Secret\nmetadata: { name: {{ .Values.name }} }\n`)
    expect(failures).toEqual([])
    expect(manifests.map(({ name }) => name)).toEqual([''])
  })

  test.each([
    ['in an alias', 'password: *hunter2'],
    ['in an escape', 'password: "\\hunter2"'],
    ['behind a text', 'password: "x" hunter2'],
    ['in a tag', 'password: !<hunter2 x'],
    ['behind a block', 'password: | hunter2'],
    ['in a number', 'password: !!int hunter2'],
  ])('a value is never quoted: %s', (_, line) => {
    const { failures } = parse(`${ONE}${line}\n`)
    expect(JSON.stringify(failures)).not.toMatch(/hunter|unter2|\\h/)
  })

  test('a scalar of several megabytes is read', () => {
    const { manifests, failures } = parse(`${ONE}data:\n  a: ${'x'.repeat(4_000_000)}\n`)
    expect(failures).toEqual([])
    expect(manifests[0]?.lineOf(['data', 'a'])).toBe(5)
  })
})

describe('nothing throws', () => {
  const total = (text: string): void => {
    const lines = text.split('\n').length
    for (const origin of [PLAIN, RENDERED]) {
      const { manifests, failures } = parse(text, origin)
      for (const { line } of failures) expect(line >= 1 && line <= lines).toBe(true)
      for (const manifest of manifests) {
        for (const path of [[], ['metadata', 'name'], ['a', 0, 'b'], ['b', 'c', 1]])
          expect(manifest.lineOf(path) >= 1 && manifest.lineOf(path) <= lines).toBe(true)
        expect(maskedLines(manifest)).toHaveLength(manifest.source.text.split('\n').length)
      }
    }
  }

  test('on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), total))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => total(`kind: Secret\n${text}`)))
  })

  test('on any heap of YAML', () => {
    const piece = fc.constantFrom(
      ...['---\n', '...\n', 'kind: Secret\n', 'kind: List\n', 'apiVersion: v1\n', 'metadata: {}\n', 'items:\n', '\n'],
      ...['- ', '  ', 'a: ', 'b: ', '&a ', '&b ', '*a', '*b', '<<: ', '? ', '!!str ', '!x ', '|\n', '>-\n', '"', "'"],
      ...['{', '}', '[', ']', ',', ': ', '# x\n', '\t', '\r\n', '\uFEFF', '${A}', '{{ .x }}', 'yes', '1', '\\', '%'],
    )
    const head = 'apiVersion: v1\nkind: Secret\nmetadata: {}\n'
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        total(pieces.join(''))
        total(`${head}${pieces.join('')}`)
      }),
      { numRuns: 1000 },
    )
  })

  test('at any depth', () => {
    const head = 'apiVersion: v1\nkind: Secret\nmetadata: {}\nx: &x 1\ndata: '
    for (let depth = 100; depth < 2400; depth += 300) {
      total(`${head}${'{a: '.repeat(depth)}*x${'}'.repeat(depth)}`)
      total(`${head}${'['.repeat(depth)}*x${']'.repeat(depth)}`)
      total(`${head}${'['.repeat(depth)}*y${']'.repeat(depth)}`)
    }
  })
})
