import { describe, expect, test } from 'vitest'
import { isEmptySelector, pushSourceOf } from '../../../src/model/eso/pushes.ts'
import { manifestsOf } from '../../world.ts'

const sourceIn = (selector: unknown, kind = 'PushSecret'): unknown => {
  const own = { selector }
  const spec = kind === 'ClusterPushSecret' ? { pushSecretSpec: own } : own
  const body = { apiVersion: 'external-secrets.io/v1alpha1', kind, metadata: { name: 'x' }, spec }
  return manifestsOf(JSON.stringify(body)).map(pushSourceOf)[0]
}

const generatorRef = { kind: 'Password', name: 'p' }
const labels = { matchLabels: { a: 'b' } }

describe('source', () => {
  test.each([
    [
      { secret: { name: 'a', selector: labels }, generatorRef },
      { from: 'secret', name: 'a' },
    ],
    [{ secret: { selector: labels }, generatorRef }, { from: 'generator' }],
    [{ secret: { name: '', selector: labels } }, { from: 'selector', selector: labels }],
    [{ secret: { selector: {} } }, { from: 'selector', selector: {} }],
    [{ secret: { selector: null } }, { from: 'unknown' }],
    [{ secret: { name: '${NAME}' } }, { from: 'unknown' }],
    [{ secret: {} }, { from: 'unknown' }],
    [undefined, { from: 'unknown' }],
    ['text', { from: 'unknown' }],
  ])('%j is %j', (selector, expected) => {
    expect(sourceIn(selector)).toEqual(expected)
    expect(sourceIn(selector, 'ClusterPushSecret')).toEqual(expected)
    expect(sourceIn(selector, 'ExternalSecret')).toEqual({ from: 'unknown' })
  })
})

test.each([
  [{}, true],
  [{ matchLabels: {}, matchExpressions: [] }, true],
  [{ matchLabels: null }, true],
  [labels, false],
  [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }, false],
  [{ matchExpressions: [{ key: 'a', operator: 'Unknown' }] }, false],
  [null, false],
  [undefined, false],
  ['{}', false],
])('%j is empty: %j', (selector, expected) => {
  expect(isEmptySelector(selector)).toBe(expected)
})
