import { expect, test } from 'vitest'
import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { headOf } from '../../../src/template/output/head.ts'

test.each([
  ['kind: A\nmetadata:\n  annotations: { helm.sh/hook: test }\n', { kind: 'A', hook: 'test' }],
  ['kind: A\nmetadata: { annotations: { a: b } }\n', { kind: 'A', hook: undefined }],
  ['metadata:\n', { kind: '', hook: undefined }],
  ['# nothing', { kind: '', hook: undefined }],
  [
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {}',
    { kind: 'CustomResourceDefinition', hook: undefined },
  ],
])('%j', (text, head) => {
  expect(headOf(text)).toEqual(head)
})

test.each(['kind: [', '- a', 'a: 1\n b: 2'])('helm refuses %j', text => {
  expect(() => headOf(text)).toThrow(TemplateError)
})

test.each(['Kind: A', 'kind: 1', 'kind: A\nmetadata: { annotations: { a: 1 } }', 'kind: A\nmetadata: x'])(
  'what Go makes of %j is left to it',
  text => {
    expect(() => headOf(text)).toThrow(Untraced)
  },
)
