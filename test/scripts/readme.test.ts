import { expect, test } from 'vitest'
import { withSections } from '../../scripts/readme.ts'

const README = '# Title\n<!-- a -->\nold\n<!-- /a --> tail\n\n<!-- b --><!-- /b -->\nend'

test('sections are replaced, everything else stays', () => {
  const text = withSections(README, { a: 'A\n', b: 'B' })
  expect(text).toBe('# Title\n<!-- a -->\nA\n<!-- /a --> tail\n\n<!-- b -->\nB\n<!-- /b -->\nend')
  expect(withSections(text, { a: 'A\n', b: 'B' })).toBe(text)
})

test.each([
  ['missing', '<!-- a --><!-- /a --><!-- b -->', 'the marker <!-- /b --> is missing'],
  ['doubled', `${README}<!-- a -->`, 'the marker <!-- a --> stands there more than once'],
  [
    'in the wrong order',
    '<!-- /a --><!-- a --><!-- b --><!-- /b -->',
    'the marker <!-- /a --> stands before <!-- a -->',
  ],
  ['nested', '<!-- a --><!-- b --><!-- /b --><!-- /a -->', 'the marker <!-- b --> stands inside the section a'],
])('a marker that is %s is named', (_, markdown, message) => {
  expect(() => withSections(markdown, { a: '', b: '' })).toThrow(message)
})
