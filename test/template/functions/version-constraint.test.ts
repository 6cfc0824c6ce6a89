import { expect, test } from 'vitest'
import { resultOf } from './call.ts'

test.each([
  ['>=1.19-0', 'v1.30.2-gke.5', true],
  ['>=1.19', 'v1.30.2-gke.5', false],
  ['>=1.19 <1.30 || ^2', '2.3.4', true],
  ['>= 1.2, < 3.0', '2.9.9', true],
  ['^0.2.3', '0.2.9', true],
  ['^0.2.3', '0.3.0', false],
  ['^0.0.3', '0.0.4', false],
  ['~1.2.3', '1.2.9', true],
  ['~1', '1.9.0', true],
  ['1.2.x', '1.2.7', true],
  ['1.2 - 1.4.5', '1.4.6', false],
  ['!=1.2.x', '1.3.0', true],
  ['<=2.x', '2.9.0', true],
  ['>*', '0.0.1', true],
  ['*', '1.0.0', true],
  ['~0.0.0', '9.0.0', true],
  ['', '1.0.0', 'TemplateError'],
  ['1.2.3.4', '1.0.0', 'TemplateError'],
  ['>1x', '1.0.0', 'TemplateError'],
  ['>=1,', '1.0.0', 'TemplateError'],
  ['>=1', 'one', 'TemplateError'],
  ['1'.repeat(100_000), '1.0.0', 'Untraced'],
])('semverCompare %j %j gives %j as in helm', (constraint, version, expected) => {
  expect(resultOf('semverCompare', constraint, version)).toBe(expected)
})
