import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { selects } from '../../src/model/selectors.ts'

const LABELS = { app: 'eso', tier: 'ops', empty: '' }
const takes = (yaml: string): boolean => selects(parse(yaml), LABELS)
const takesBy = (expression: string): boolean => takes(`matchExpressions: [{ ${expression} }]`)

describe('a label selector', () => {
  test.each([
    ['{}', true],
    ['matchLabels: {}', true],
    ['matchLabels: null', true],
    ['matchExpressions: []', true],
    ['matchLabels: { app: eso }', true],
    ['matchLabels: { app: eso, tier: ops }', true],
    ['matchLabels: { app: eso, tier: web }', false],
    ['matchLabels: { other: eso }', false],
    ['matchLabels: { empty: "" }', true],
    ['matchLabels: { other: "" }', false],
    ['{ matchLabels: { app: eso }, matchExpressions: [{ key: tier, operator: In, values: [web] }] }', false],
  ])('%s: %s', (yaml, expected) => expect(takes(yaml)).toBe(expected))
})

describe('an expression', () => {
  test.each([
    ['key: app, operator: In, values: [a, eso]', true],
    ['key: app, operator: In, values: [a]', false],
    ['key: other, operator: In, values: [eso]', false],
    ['key: app, operator: NotIn, values: [eso]', false],
    ['key: app, operator: NotIn, values: [a]', true],
    ['key: other, operator: NotIn, values: [eso]', true],
    ['key: app, operator: Exists', true],
    ['key: other, operator: Exists', false],
    ['key: app, operator: DoesNotExist', false],
    ['key: other, operator: DoesNotExist', true],
    ['key: constructor, operator: Exists', false],
    ['key: toString, operator: DoesNotExist', true],
  ])('%s: %s', (expression, expected) => expect(takesBy(expression)).toBe(expected))
})

describe('what the API server refuses takes nothing', () => {
  test.each([
    ['null'],
    ['[]'],
    ['text'],
    ['matchLabels: [app]'],
    ['matchLabels: app'],
    ['matchLabels: { app: eso, replicas: 1 }'],
    ['matchLabels: { other: null }'],
    ['matchExpressions: {}'],
    ['matchExpressions: [null]'],
    ['matchExpressions: [{ operator: Exists }]'],
    ['matchExpressions: [{ key: app }]'],
    ['matchExpressions: [{ key: app, operator: exists }]'],
    ['matchExpressions: [{ key: app, operator: Gt, values: ["1"] }]'],
    ['matchExpressions: [{ key: other, operator: NotIn }]'],
    ['matchExpressions: [{ key: other, operator: NotIn, values: [] }]'],
    ['matchExpressions: [{ key: app, operator: In, values: [eso, 1] }]'],
    ['matchExpressions: [{ key: app, operator: Exists, values: [eso] }]'],
  ])('%s', yaml => expect(takes(yaml)).toBe(false))
})

test('anything at all is answered with yes or no', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (matchLabels, matchExpressions) => {
      expect(typeof selects({ matchLabels, matchExpressions }, LABELS)).toBe('boolean')
      expect(typeof selects(matchLabels, LABELS)).toBe('boolean')
    }),
  )
})
