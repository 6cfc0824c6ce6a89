import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownersIn } from '../../src/github/owners.ts'

const isTaken = (pattern: string, file: string): boolean => ownersIn(`${pattern} @a`)(file).length > 0

describe('a pattern', () => {
  test.each([
    ['*', ['a', 'a/b/c.yaml'], []],
    ['*.yaml', ['a.yaml', 'b/c.yaml'], ['a.yml', 'yaml']],
    ['/build/logs/', ['build/logs/a', 'build/logs/b/c'], ['build/logs', 'x/build/logs/a']],
    ['docs/*', ['docs/a.md'], ['docs/a/b.md', 'x/docs/a.md']],
    ['apps/', ['apps/a', 'x/apps/a/b'], ['apps', 'x/apps']],
    ['/docs', ['docs', 'docs/a/b'], ['x/docs']],
    ['**/logs', ['logs/a', 'build/logs/b', 'a/b/logs'], ['logs2/a']],
    ['/a/**/b', ['a/b', 'a/x/y/b', 'a/b/c'], ['b', 'x/a/b']],
    ['/a/**', ['a/b', 'a/b/c'], ['b/a']],
    ['values-*.yaml', ['x/values-prod.yaml'], ['values.yaml']],
    ['v?.yaml', ['v1.yaml'], ['v10.yaml']],
    ['a\\ b.yaml', ['a b.yaml'], ['a', 'b.yaml']],
  ])('%s', (pattern, taken, others) => {
    expect(taken.filter(file => !isTaken(pattern, file))).toEqual([])
    expect(others.filter(file => isTaken(pattern, file))).toEqual([])
  })
})

test('the last line that takes a file decides, even for nobody', () => {
  const owners = ownersIn('# all\n* @acme/all\n\n/platform/ @acme/platform ops@example.org # both\n/platform/open\n')
  expect(owners('a')).toEqual(['@acme/all'])
  expect(owners('platform/a')).toEqual(['@acme/platform', 'ops@example.org'])
  expect(owners('platform/open/a')).toEqual([])
  expect(ownersIn('')('a')).toEqual([])
})

test('what GitHub does not read names nobody', () => {
  expect(ownersIn('!a @a\n[ab] @a\n')('a')).toEqual([])
  expect(ownersIn(`* @a\n#${'x'.repeat(3 * 1024 * 1024)}`)('a')).toEqual([])
})

test('no pattern throws, and a name takes itself', () => {
  const texts = fc.array(fc.constantFrom('*', '**', '/', 'a', '?', '\\', ' ', '#', '@a', '\n')).map(it => it.join(''))
  fc.assert(fc.property(texts, texts, (text, file) => Array.isArray(ownersIn(text)(file))))
  fc.assert(fc.property(fc.stringMatching(/^[a-z.]{1,9}$/), name => isTaken(name, `x/${name}`)))
})

test('a pattern of many stars is matched at once', () => {
  expect(isTaken(`${'*a'.repeat(500)}b`, 'a'.repeat(2000))).toBe(false)
  expect(isTaken(`/${'**/'.repeat(500)}b`, 'a/'.repeat(500))).toBe(false)
})
