import { expect, test } from 'vitest'
import { templateComments } from '../../src/suppress/template-comments.ts'

const IGNORE = 'eso-hardener: ignore[r] why'
/** The lines of a template's comments, with those that they are about. */
const lines = (text: string) => templateComments(text).map(({ line, covered }) => [line, covered])

test.each([
  ['a template’s comment above', `a: 1\n{{- /* ${IGNORE} */}}\nimage: x\n`, [[2, 3]]],
  ['one that trims nothing', `{{/* ${IGNORE} */}}\nimage: x\n`, [[1, 2]]],
  ['one that trims both sides', `  {{- /* ${IGNORE} */ -}}\nimage: x\n`, [[1, 2]]],
  ['behind the line', `a: 1\nimage: x {{- /* ${IGNORE} */}}\n`, [[2, 2]]],
  ['before the line', `{{- /* ${IGNORE} */}} image: x\n`, [[1, 1]]],
  ['over lines', `{{- /*\n\n${IGNORE}\n\nmore\n*/}}\nimage: x\n`, [[3, 7]]],
  [
    'over lines with signs',
    `{{- /*\n# ${IGNORE}\n * ${IGNORE}\n*/}}\nimage: x\n`,
    [
      [2, 5],
      [3, 5],
    ],
  ],
  ['over lines, the last with more', `{{- /*\n${IGNORE}\n*/}} image: x\n`, [[2, 3]]],
  ['a printed comment above', `  # ${IGNORE}\n  image: {{ .x }}\n`, [[1, 2]]],
  ['a printed comment behind', `image: {{ .x | default "#" }} # ${IGNORE}\n`, [[1, 1]]],
  ['a printed comment behind quoted text', `image: "{{ .x }} # \\" {{ "a" }}" # ${IGNORE}\n`, [[1, 1]]],
  ['behind an apostrophe', `text: it's # ${IGNORE}\n`, [[1, 1]]],
  ['behind a quote that an action opens', `{{ if .a }}"{{ end }}x # ${IGNORE}\n`, [[1, 1]]],
  [
    'with CRLF',
    `{{- /* ${IGNORE} */}}\r\n# ${IGNORE}\r\nimage: x\r\n`,
    [
      [2, 3],
      [1, 3],
    ],
  ],
  [
    'both kinds above one another',
    `# ${IGNORE}\n{{/* ${IGNORE} */}} # b\nimage: x\n`,
    [
      [1, 3],
      [2, 3],
    ],
  ],
  ['not over an empty line', `# ${IGNORE}\n\nimage: x\n`, [[1, 2]]],
  ['not over another action', `# ${IGNORE}\n{{- if .x }}\nimage: x\n`, [[1, 2]]],
  ['at the end', `a: 1\n# ${IGNORE}`, [[2, 3]]],
  ['in a block scalar, which may be a template, too', `a: |\n  # ${IGNORE}\n  image: x\n`, [[2, 3]]],
])('%s', (_, text, expected) => {
  expect(lines(text)).toEqual(expected)
  expect(templateComments(text).map(({ words }) => words.replace(/ \*\/.*$/, ''))).toEqual(
    expected.map(() => 'ignore[r] why'),
  )
})

test.each([
  ['quoted text', `a: "b # ${IGNORE}"\n`],
  ['quoted text behind an escape', `a: "\\" # ${IGNORE}"\n`],
  ['a text of an action', `a: {{ "# ${IGNORE}" }}\n`],
  ['words in a comment', `{{/* write # ${IGNORE} */}}\n`],
  ['words in a printed comment', `# write # ${IGNORE}\n`],
  ['a sign in a word', `a: b#${IGNORE}\n`],
  ['a text that holds none', 'a: 1\n'],
])('%s is no comment', (_, text) => {
  expect(lines(text)).toEqual([])
})

test('what a comment says may hold actions', () => {
  expect(templateComments('a # eso-hardener: ignore[r] {{ .Values.why }}')).toMatchObject([
    { words: 'ignore[r] {{ .Values.why }}' },
  ])
})

test('lines count from where the text begins in its file', () => {
  expect(templateComments(`# ${IGNORE}\nimage: x`, 10)).toMatchObject([{ line: 10, covered: 11 }])
})

test('a hundred thousand comments above one line', () => {
  const text = `${`# ${IGNORE}\n`.repeat(100_000)}image: x\n`
  expect(templateComments(text).every(({ covered }) => covered === 100_001)).toBe(true)
})
