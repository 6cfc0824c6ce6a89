import { describe, expect, test } from 'vitest'
import { lineOfOddBreak } from '../../src/parse/line-breaks.ts'
import { parseManifests } from '../../src/parse/manifest.ts'

const HIDDEN = 'apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: open }\n'
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'
const failuresIn = (text: string) => parseManifests(text, { file: 'a.yaml', release: undefined }).failures

// Measured with helm's fromYaml: behind each of these it reads on as in a new line, unless it is in quotes.
describe.each([
  ['CR', '\r'],
  ['NEL', '\u0085'],
  ['LS', '\u2028'],
  ['PS', '\u2029'],
])('a line break that only YAML 1.1 knows: %s', (_, oddBreak) => {
  test.each([
    ['an object behind a comment', `\n# hi${oddBreak}${HIDDEN.replaceAll('\n', oddBreak)}`, 2],
    ['a document behind a comment', `${CONFIG}# hi${oddBreak}---\n${HIDDEN}`, 4],
    ['a kind behind a block', `apiVersion: v1\ndata: |\n  "x${oddBreak}kind: Secret\nkind2: ConfigMap\n`, 3],
    ['a field behind a text', `${CONFIG}a: b${oddBreak}c: d\n`, 4],
    ['a comment that ends behind quotes', `${CONFIG}a: "b\n  c" # ${oddBreak}d: e\n`, 5],
  ])('%s is a failure', (_, text, line) => {
    expect(failuresIn(text)).toContainEqual({ message: expect.stringContaining('CR, NEL, LS or PS'), line })
  })

  test('in quotes it is a character like any other', () => {
    const text = `# hi\r\n${CONFIG}a: "b${oddBreak}c"\r\nb: 'it''s # a${oddBreak}  b'\r\n{"a":"b${oddBreak}c"}: x\n`
    expect(lineOfOddBreak(text)).toBeUndefined()
  })
})

test('CRLF is no such break, and neither is CR at the end of a line', () => {
  expect(failuresIn(`# hi\r\n${CONFIG.replaceAll('\n', '\r\n')}a: |\r\r\n  b\r\r\n`)).toEqual([])
})

/** 1 MB each: quadratic work would not end. */
test.each(['\r', '\u2028', '#\r', '"\r', "'\u0085", ' \r', '\n\r', '# a\n', '"a\n', '{\r', '- \r', 'a: \r'])(
  '1 MB of %j is looked at in one go',
  unit => {
    const text = unit.repeat(1_000_000 / unit.length)
    expect([undefined, 1, 2, 3]).toContain(lineOfOddBreak(text))
    expect(lineOfOddBreak(`# \rx${text}`)).toBe(1)
  },
)
