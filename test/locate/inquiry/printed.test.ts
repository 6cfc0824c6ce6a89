import { expect, test } from 'vitest'
import { bodyOf, objectIn, printedDocuments, shownLine } from '../../../src/locate/inquiry/printed.ts'
import { Referee } from '../../../src/locate/referee.ts'
import { SourceText } from '../../../src/parse/yaml.ts'
import { Text } from '../../../src/template/value/value.ts'

const DOCUMENT = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: ns }\nstringData:\n  k: hunter2'

test('documents of any kind, with their lines; those that the trace has otherwise are not traced', () => {
  const referee = new Referee(new Map([['c/templates/a.yaml', new Text(`\n${DOCUMENT}\n`)]]))
  const text = `---\n# Source: c/templates/a.yaml\n${DOCUMENT}\n---\n# Source: c/templates/b.yaml\nkind: X\n---\n`
  const found = printedDocuments(text, referee)
  expect(found.map(({ template, startLine, traced }) => [template, startLine, traced !== undefined])).toEqual([
    ['c/templates/a.yaml', 2, true],
    ['c/templates/b.yaml', 9, false],
  ])
})

test('what is before any template is none', () => {
  expect(printedDocuments('kind: X\n', new Referee(new Map()))).toEqual([])
})

test('an object is known by kind, namespace and name', () => {
  const object = { apiVersion: 'v1', kind: 'Secret', namespace: 'ns', name: 'a' }
  expect(objectIn(new SourceText(DOCUMENT))).toEqual(object)
  expect(objectIn(new SourceText('- 1'))).toBeNull()
  expect(objectIn(new SourceText('a: ['))).toBeNull()
})

test('a line is masked, and cut when nobody would read it', () => {
  expect(shownLine({ source: new SourceText(DOCUMENT) }, 5)).toBe('k: ***')
  expect(shownLine({ source: new SourceText(`a: ${'x'.repeat(500)}`) }, 1)).toBe(`a: ${'x'.repeat(197)}…`)
  expect(shownLine({ source: new SourceText('a: 1') }, 9)).toBe('')
})

test('a CRD is read without its schemas', () => {
  const crd =
    'kind: CustomResourceDefinition\nspec:\n  versions:\n    - name: v1\n      schema:\n        a: 1\n      served: true\n'
  expect(bodyOf(crd)).toMatchObject({ spec: { versions: [{ name: 'v1', schema: null, served: true }] } })
})
