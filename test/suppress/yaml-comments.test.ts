import { describe, expect, test } from 'vitest'
import { yamlComments } from '../../src/suppress/yaml-comments.ts'

const IGNORE = 'eso-hardener: ignore[r] why'
const lines = (text: string, mayHoldTemplates = true) =>
  yamlComments(text, mayHoldTemplates).map(({ line, covered }) => [line, covered])

test('a hash in a text is no comment', () => {
  expect(lines(`a: "b # ${IGNORE}"\nb: 'x\n  # ${IGNORE}'\nc: d#${IGNORE}\n# ${IGNORE}\ne: 1\n`)).toEqual([[5, 6]])
})

describe('block scalars of values, which may be templates', () => {
  test.each([
    ['literal', '|'],
    ['folded, with an indicator', '>2-'],
    ['behind a comment', '| # x'],
  ])('%s', (_, header) => {
    const text = `a: 1\nb: ${header}\n  x: 1\n  # ${IGNORE}\n  y: {{ .z }}\n  {{- /* ${IGNORE} */}}\n  z: 1\nc: 1\n`
    expect(lines(text)).toEqual([
      [4, 5],
      [6, 7],
    ])
    expect(lines(text, false)).toEqual([])
  })

  test('in lists, with true comments around', () => {
    const text = `- |\n  # ${IGNORE}\n  x: 1\n# ${IGNORE}\n- |-\n  y: 1 # ${IGNORE}\n- z: "|" # ${IGNORE}\n- "# ${IGNORE}"\n`
    expect(lines(text)).toEqual([
      [2, 3],
      [4, 5],
      [6, 6],
      [7, 7],
    ])
  })

  test('a quoted bar opens none, an empty one ends at once', () => {
    expect(lines(`a: "|"\nb: '# ${IGNORE}'\nc: |\nd: '# ${IGNORE}'\n`)).toEqual([])
  })
})

test('a hundred thousand comments above one line', () => {
  const found = yamlComments(`${`# ${IGNORE}\n`.repeat(100_000)}a: 1\n`, true)
  expect(found.every(({ covered }) => covered === 100_001)).toBe(true)
})
