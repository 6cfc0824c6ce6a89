import { expect, test } from 'vitest'
import { call, originsOf, resultOf, valueAt } from './call.ts'

test.each([
  ['quote', ['a"\n\x01\u00ad', null, 1.5], '"a\\"\\n\\x01\\u00ad" "1.5"'],
  ['squote', ["it's", true], "'it's' 'true'"],
  ['html', ['<a href="x">', null], '&lt;a href=&#34;x&#34;&gt;&lt;no value&gt;'],
  ['js', ["'<=>'\n"], "\\'\\u003C\\u003D\\u003E\\'\\u000A"],
  ['urlquery', ["a b/c!'"], 'a+b%2Fc%21%27'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

test('a quoted value is still that value, and an empty one is in its quote signs', () => {
  expect(originsOf(call('quote', valueAt('a', 'x')))).toEqual(['": (a)', 'x: a', '": (a)'])
  expect(originsOf(call('quote', valueAt('a', ''))).at(0)).toBe('": (a)')
})
