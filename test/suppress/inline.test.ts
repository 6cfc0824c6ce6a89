import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { inlineIgnores, printsComment, unreadComments } from '../../src/suppress/inline.ts'
import { finding } from '../report/assessment.ts'

const RULES = ['mutable-image', 'cluster-wide-secret-access']
const read = (text: string) => inlineIgnores({ file: 'a.yaml', text, syntax: 'manifest' }, RULES)
const at = (startLine: number, overrides: Partial<Finding> = {}) => {
  const location = { file: 'a.yaml', startLine, via: 'manifest' } as const
  return finding({ rule: 'mutable-image', location, places: [location], ...overrides })
}
/** The lines of a text that its ignores cover. */
const covered = (text: string): number[] => {
  const lines = text.split('\n').map((_, i) => i + 1)
  const { ignores } = read(text)
  return lines.filter(line => ignores.some(ignore => ignore.covers(at(line), at(line).location)))
}

describe('which line is meant', () => {
  test.each([
    ['behind the key', 'a: 1\nimage: x # eso-hardener: ignore[mutable-image] pinned by the mirror\nb: 1\n', [2]],
    ['above it', 'a: 1\n  # eso-hardener: ignore[mutable-image] why\nimage: x\nb: 1\n', [3]],
    ['above it, with other comments', '# eso-hardener: ignore[mutable-image] why\n# more words\n#\nimage: x\n', [4]],
    [
      'two above one another',
      '# eso-hardener: ignore[cluster-wide-secret-access] a\n# eso-hardener: ignore[mutable-image] b\nx: 1\n',
      [3],
    ],
    ['with CRLF', 'a: 1\r\n# eso-hardener: ignore[mutable-image] why\r\nimage: x\r\n', [3]],
    ['behind a block scalar’s key', 'a: | # eso-hardener: ignore[mutable-image] why\n  text\nb: 1\n', [1]],
    ['in a flow collection', 'a: [\n  # eso-hardener: ignore[mutable-image] why\n  x,\n]\n', [3]],
    ['behind a byte-order mark', '\uFEFF# eso-hardener: ignore[mutable-image] why\nx: 1\n', [2]],
  ])('%s', (_, text, lines) => {
    expect(covered(text)).toEqual(lines)
    expect(read(text).warnings).toEqual([])
  })

  test.each([
    ['a block scalar', 'a: |\n  # eso-hardener: ignore[mutable-image] why\n  image: x\n'],
    ['a quoted text', 'a: "b # eso-hardener: ignore[mutable-image] why"\n'],
    ['a plain scalar', 'a: b#eso-hardener: ignore[mutable-image] why\n'],
  ])('%s is no comment', (_, text) => {
    expect(read(text)).toEqual({ ignores: [], warnings: [] })
  })

  test('another rule, another file and another line are not meant', () => {
    const [ignore] = read('x: 1 # eso-hardener: ignore[mutable-image] why\n').ignores
    const place = { file: 'a.yaml', startLine: 1, via: 'manifest' } as const
    expect(ignore?.covers(at(1), place)).toBe(true)
    expect(ignore?.covers(at(1), { ...place, via: 'values', key: 'x', isMissing: true })).toBe(true)
    expect(ignore?.covers(at(1), { ...place, file: 'b.yaml' })).toBe(false)
    expect(ignore?.covers(at(1), { ...place, startLine: 2 })).toBe(false)
    expect(ignore?.covers(at(1), { file: 'a.yaml', via: 'template' })).toBe(false)
    expect(ignore?.covers(at(1, { rule: 'cluster-wide-secret-access' }), at(1).location)).toBe(false)
    expect(ignore?.covers(at(1), null)).toBe(false)
  })

  test.each([
    ['manifest', 1],
    ['values', 2],
    ['template', 3],
  ] as const)('comments of a file are read as its syntax has them: %s', (syntax, number) => {
    const words = 'eso-hardener: ignore[mutable-image] why'
    const text = `# ${words}\na: |\n  # ${words}\n  b\n{{- /* ${words} */}}\n`
    expect(inlineIgnores({ file: 'a.yaml', text, syntax }, RULES).ignores).toHaveLength(number)
  })
})

describe('comments in charts that could not be read', () => {
  const template = (text: string, file = 'c/templates/a.yaml') =>
    parseManifests(`---\n# Source: c/templates/a.yaml\n${text}`, {
      file,
      release: { name: 'c', namespace: 'default' },
      templateFile: () => file,
    }).manifests
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }'

  test.each([
    ['a comment that helm printed', `${pod} # eso-hardener: ignore[mutable-image] why`, 1],
    ['none', pod, 0],
    ['a text', `${pod}\nspec: { a: '# eso-hardener: ignore[mutable-image] why' }`, 0],
  ])('%s', (_, text, number) => {
    const manifests = template(text)
    expect(manifests).toHaveLength(1)
    expect(unreadComments([...manifests, ...manifests])).toHaveLength(number)
    expect(manifests.filter(printsComment)).toHaveLength(number)
  })

  test('a plain manifest is no chart', () => {
    const text = `${pod} # eso-hardener: ignore[mutable-image] why`
    expect(unreadComments(parseManifests(text, { file: 'a.yaml', release: undefined }).manifests)).toEqual([])
  })
})

describe('what it says', () => {
  test('several rules, one reason', () => {
    const { ignores } = read(
      'x: 1 # eso-hardener: ignore[mutable-image, cluster-wide-secret-access]: kiosk, no network\n',
    )
    expect(ignores.map(({ rule, reason, location }) => [rule, reason, location.startLine])).toEqual([
      ['mutable-image', 'kiosk, no network', 1],
      ['cluster-wide-secret-access', 'kiosk, no network', 1],
    ])
  })

  test.each([
    ['no reason', 'ignore[mutable-image]', 'gives no reason'],
    ['a reason of dashes', 'ignore[mutable-image] --', 'gives no reason'],
    ['no rule', 'ignore[] because', 'names no rule'],
    ['no brackets', 'ignore mutable-image because', 'is not understood'],
    ['a misspelt word', 'ignroe[mutable-image] because', 'is not understood'],
    [
      'an unknown rule',
      'ignore[mutable-imgae] because',
      "there is no rule 'mutable-imgae' (did you mean 'mutable-image'?)",
    ],
    ['an unknown rule unlike any', 'ignore[xyz] because', "there is no rule 'xyz'"],
  ])('%s ignores nothing and is reported at its line', (_, words, message) => {
    const { ignores, warnings } = read(`a: 1\nx: 1 # eso-hardener: ${words}\n`)
    expect(ignores).toEqual([])
    expect(warnings).toEqual([
      { message: expect.stringContaining(message), location: { file: 'a.yaml', startLine: 2 } },
    ])
  })

  test('of several rules, an unknown one is reported and the others hold', () => {
    const { ignores, warnings } = read('x: 1 # eso-hardener: ignore[nope, mutable-image] why\n')
    expect(ignores.map(({ rule }) => rule)).toEqual(['mutable-image'])
    expect(warnings).toHaveLength(1)
  })
})
