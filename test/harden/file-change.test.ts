import { describe, expect, test } from 'vitest'
import type { Finding, OfferedChange, Path, PhysicalLocation } from '../../src/finding.ts'
import { fileChangesOf, isStart, pathOfKey } from '../../src/harden/file-change.ts'
import { dotted } from '../../src/locate/layers.ts'
import { finding } from '../report/assessment.ts'

test.each<{ path: Path }>([
  { path: ['a'] },
  { path: ['a', 'b.c/d', 'e'] },
  { path: ['a', 0, 'b', 12] },
  { path: ['a', 0, 1] },
])('a key of a place leads to its path: $path', ({ path }) => expect(pathOfKey(dotted(path))).toEqual(path))

test('a path begins with itself and with what is before', () => {
  expect([isStart([], ['a']), isStart(['a', 0], ['a', 0]), isStart(['a'], ['b', 'a'])]).toEqual([true, true, false])
})

const ROLE = `kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata: { name: edit, namespace: shop }
rules:
  - verbs: [get, create]
`
const ITEMS = `apiVersion: v1
kind: List
items:
  - { apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: edit, namespace: shop } }
`

const offering = (places: PhysicalLocation[], ...changes: OfferedChange[]): Finding =>
  finding({
    object: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', namespace: 'shop', name: 'edit' },
    path: ['rules', 0, 'verbs'],
    location: places[0] ?? null,
    places,
    offer: { safety: 'safe', changes },
  })

const FIELD: OfferedChange = { kind: 'field', path: ['rules', 0, 'verbs'], value: ['get'] }
const IN_A: PhysicalLocation = { file: 'a.yaml', startLine: 7, via: 'manifest' }
const IN_B: PhysicalLocation = { file: 'b.yaml', startLine: 5, via: 'manifest' }
const IN_VALUES: PhysicalLocation = { file: 'values.yaml', startLine: 2, via: 'values', key: 'sub.role.verbs' }
const FILES: Readonly<Record<string, string>> = {
  'a.yaml': `a: 1\n---\n${ROLE}`,
  'b.yaml': ROLE,
  'values.yaml': 'role:\n  verbs: [get, create]\n',
  'list.yaml': ITEMS,
}
const changesOf = (given: Finding) => fileChangesOf(given, file => FILES[file]).changes

describe('what a rule offers becomes changes', () => {
  test('of the object in each of the files that hold it', () =>
    expect(changesOf(offering([IN_A, IN_B], FIELD))).toEqual([
      { file: 'a.yaml', document: 3, path: FIELD.path, value: ['get'] },
      { file: 'b.yaml', document: 1, path: FIELD.path, value: ['get'] },
    ]))

  test('of a whole document', () =>
    expect(changesOf(offering([IN_A], { kind: 'remove' }))).toEqual([
      { file: 'a.yaml', document: 3, path: [], value: undefined },
    ]))

  test('of the value that prints the field, in the values of a subchart', () =>
    expect(changesOf(offering([IN_VALUES], FIELD))).toEqual([
      { file: 'values.yaml', document: undefined, path: ['role', 'verbs'], value: ['get'] },
    ]))

  test('of values in several files, once where two want the same', () => {
    const value = (file: string): OfferedChange => ({
      ...{ kind: 'value', key: ['a'], value: 1, release: 'eso', charts: [] },
      place: { file, via: 'values', inside: ['a'] },
    })
    const given = offering([IN_VALUES], value('values.yaml'), value('b.yaml'), { ...value('values.yaml') })
    expect(changesOf(given).map(({ file }) => file)).toEqual(['values.yaml', 'b.yaml'])
  })

  test('or of no file, where new ones are wanted', () =>
    expect(fileChangesOf(offering([], { kind: 'generate', what: 'rbac' }), () => undefined)).toEqual({
      changes: [],
      generates: ['rbac'],
    }))
})

describe('what no file can be changed for is refused', () => {
  const value = (place: Extract<OfferedChange, { kind: 'value' }>['place']): OfferedChange => ({
    ...{ kind: 'value', key: ['a'], value: 1, release: 'eso', charts: [], place },
  })
  test.each<[string, Finding, string]>([
    ['no place', offering([], FIELD), 'it stands nowhere in the repository'],
    ['a template', offering([{ file: 'a.yaml', via: 'template' }], FIELD), 'a template makes it'],
    ['a gate', offering([{ ...IN_VALUES, confidence: 'gated-by' }], FIELD), 'the value decides more than the field'],
    ['an object by a value', offering([IN_VALUES], { kind: 'remove' }), 'a template makes it'],
    [
      'a field elsewhere by a value',
      offering([IN_VALUES], { kind: 'field', path: ['rules'], value: [] }),
      'the value decides more than the field',
    ],
    ['another line', offering([{ ...IN_A, startLine: 3 }], FIELD), 'the object is not where it was'],
    ['a link', offering([{ ...IN_A, file: 'link.yaml' }], FIELD), 'the file is no plain file of the repository'],
    [
      'an item',
      offering([{ ...IN_A, file: 'list.yaml', startLine: 4 }], { kind: 'remove' }),
      'the object is one of a list',
    ],
    ['no values', offering([IN_A], value(undefined)), 'no file of the repository gives its release values'],
    [
      'a flag',
      offering([IN_A], value({ file: '.eso-hardener.yaml', via: 'declaration', inside: ['a'] })),
      'the config, or a flag, sets the value',
    ],
    ['no object', { ...offering([IN_A], FIELD), object: null }, 'it is about no object'],
  ])('%s', (_, given, reason) => expect(() => changesOf(given)).toThrow(reason))
})
