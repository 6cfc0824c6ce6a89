import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding, YamlValue } from '../../src/finding.ts'
import { attemptsFor } from '../../src/harden/attempts.ts'
import { finding } from '../report/assessment.ts'
import { tree } from '../tree.ts'

/** A finding whose rule wants a value at a key of values.yaml. */
const wanting = (rule: string, key: string[], value: YamlValue, safety: 'safe' | 'unsafe' = 'safe'): Finding =>
  finding({
    rule,
    fingerprint: `${rule} ${key.join('.')}`,
    offer: {
      ...(safety === 'safe' ? { safety } : { safety, question: 'May it?' }),
      changes: [
        {
          ...{ kind: 'value', key, value, release: 'eso', charts: [] },
          place: { file: 'values.yaml', startLine: 1, via: 'values', inside: key },
        },
      ],
    },
  })

const given = async (findings: Finding[], files: Record<string, string> = { 'values.yaml': 'a: 1\n' }) => {
  const { attempts, refused, notes } = await attemptsFor(findings, tree(files))
  return { tried: attempts.map(attempt => attempt.finding.rule), refused, notes }
}

describe('of several fixes at one place', () => {
  test('those that want the same are tried', async () =>
    expect(await given([wanting('one', ['b'], true), wanting('two', ['b'], true)])).toEqual({
      tried: ['one', 'two'],
      refused: [],
      notes: [],
    }))

  test('those that contradict each other are not, and that is said', async () => {
    const { tried, refused, notes } = await given([wanting('one', ['b', 'c'], true), wanting('two', ['b', 'c'], false)])
    expect(tried).toEqual([])
    expect(refused.map(({ reason }) => reason)).toEqual([
      'it does not go together with the fix for one',
      'it does not go together with the fix for two',
    ])
    expect(notes).toEqual(['no fix of one and two is offered at values.yaml (b.c): they want different values there'])
  })

  test('one in another gives way; what needs no decision comes first', async () => {
    const wide = wanting('wide', ['b'], { c: 1 }, 'unsafe')
    const { tried, refused } = await given([wide, wanting('narrow', ['b', 'd'], 2)])
    expect(tried).toEqual(['narrow'])
    expect(refused).toEqual([
      { fingerprint: wide.fingerprint, reason: 'it does not go together with the fix for narrow' },
    ])
  })
})

describe('what is refused is kept with its reason', () => {
  test.each<[string, string, string]>([
    ['anchors', 'a: &x { b: 1 }\nc: *x\n', 'there is an anchor on the way'],
    ['tabs', 'a:\n  b: 1\t# why\n', 'there is a tab in the lines'],
    ['a key that is there twice', 'a: { b: 1 }\na: { b: 2 }\n', 'the file cannot be read: Map keys must be unique'],
    ['a value that is filled in', `a:\n  b: \${B}\n`, 'the value is filled in later'],
    ['a template', '{{ if .x }}\na: 1\n{{ end }}\n', 'the file cannot be read: '],
  ])('%s', async (_, text, reason) => {
    const { tried, refused } = await given([wanting('one', ['a', 'b'], 2)], { 'values.yaml': text })
    expect(tried).toEqual([])
    expect(refused[0]?.reason).toContain(reason)
  })

  test('a file behind a link, or gone', async () => {
    const root = tree({ 'real.yaml': 'a: 1\n' })
    symlinkSync(join(root, 'real.yaml'), join(root, 'values.yaml'))
    for (const folder of [root, tree({})])
      expect((await attemptsFor([wanting('one', ['b'], 2)], folder)).refused).toEqual([
        { fingerprint: 'one b', reason: 'the file is no plain file of the repository' },
      ])
  })

  test('new files that nobody makes, or of which there are none', async () => {
    const alert = finding({ offer: { safety: 'safe', changes: [{ kind: 'generate', what: 'alerts' }] } })
    const reasonWith = async (...make: Parameters<typeof attemptsFor>[2][]) =>
      (await attemptsFor([alert], tree({}), ...make)).refused[0]?.reason
    expect(await reasonWith()).toBe('it takes new manifests, which `harden` makes')
    expect(await reasonWith(() => [])).toBe('there is nothing to generate for it')
    expect(await reasonWith(what => [{ file: `${what}.yaml`, text: '' }])).toBeUndefined()
  })
})

test('a file that cannot be written can be read, and is tried', async () => {
  const root = tree({ 'values.yaml': 'a: 1\n' })
  chmodSync(join(root, 'values.yaml'), 0o444)
  expect((await attemptsFor([wanting('one', ['b'], 2)], root)).attempts).toHaveLength(1)
})

test('what is not new, or has no offer, is left alone', async () =>
  expect(await given([finding({}), { ...wanting('old', ['b'], 1), isNew: false }])).toEqual({
    tried: [],
    refused: [],
    notes: [],
  }))
