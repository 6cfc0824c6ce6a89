import { expect, test } from 'vitest'
import type { Opaque, Value } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'

function ask(version: string, method: string, ...args: readonly Value[]): unknown {
  const value = call('semver', version) as Opaque
  const answer = value.methods.get(method)?.(args)
  return answer && 'value' in answer ? answer.value : answer && 'string' in answer ? answer.string : undefined
}

test.each([
  ['v1.2', '1.2.0'],
  ['1.2.3-alpha.1+b.2', '1.2.3-alpha.1+b.2'],
  ['01.2.3', '1.2.3'],
  ['1.2.3-01', 'TemplateError'],
  ['1.2.3.4', 'TemplateError'],
  ['V1.2.3', 'TemplateError'],
  ['1.2.3-', 'TemplateError'],
  ['99999999999999999999.1.2', 'TemplateError'],
  ['9007199254740993.1.2', 'Untraced'],
])('semver %j prints %j', (given, expected) => {
  expect(resultOf('semver', given)).toBe(expected)
})

test('a version has the methods that charts ask', () => {
  expect(
    ['Major', 'Minor', 'Patch', 'Prerelease', 'Metadata', 'Original', 'String'].map(name => ask('v1.2-a+b', name)),
  ).toEqual([1, 2, 0, 'a', 'b', 'v1.2-a+b', '1.2.0-a+b'])
  expect(ask('1.2.3', 'Compare', call('semver', '1.2.4'))).toBe(-1)
  expect(ask('1.2.3', 'GreaterThan', call('semver', '1.2'))).toBe(true)
  expect(() => ask('1.2.3', 'Compare', call('list'))).toThrow('*semver.Version')
})
