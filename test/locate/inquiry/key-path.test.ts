import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKey } from '../../../src/locate/inquiry/key-path.ts'
import { dotted } from '../../../src/locate/layers.ts'

test.each([
  ['webhook.create', ['webhook', 'create']],
  ['a[0].b', ['a', 0, 'b']],
  ['a[0][12]', ['a', 0, 12]],
  ['nodeSelector.kubernetes\\.io/os', ['nodeSelector', 'kubernetes.io/os']],
])('%s', (text, path) => {
  expect(readKey(text)).toEqual(path)
})

test.each(['', '.', '.a', 'a..b', 'a.', '[0]', 'a[x]', 'a[-1]', 'a[0', 'a]'.replace(']', '[')])(
  '%j is no key',
  text => {
    expect(() => readKey(text)).toThrow('is not a key of values')
  },
)

test('what is shown can be typed', () => {
  const step = fc.oneof(fc.nat({ max: 999 }), fc.stringMatching(/^[\w./-]{1,8}$/))
  const path = fc
    .tuple(fc.stringMatching(/^[\w./-]{1,8}$/), fc.array(step, { maxLength: 4 }))
    .map(([a, b]) => [a, ...b])
  fc.assert(
    fc.property(path, key => {
      expect(readKey(dotted(key))).toEqual(key)
    }),
    { seed: 20261123 },
  )
})
