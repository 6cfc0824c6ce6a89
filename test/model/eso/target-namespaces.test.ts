import { describe, expect, test } from 'vitest'
import { targetNamespaces } from '../../../src/model/eso/target-namespaces.ts'
import { worldOf } from '../../world.ts'

const NAMESPACES = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: a } }
---
apiVersion: v1
kind: Namespace
metadata: { name: billing, labels: { team: b } }
---
`

function namesIn(kind: string, spec: object, namespace?: string): string[] {
  const body = { apiVersion: 'external-secrets.io/v1', kind, metadata: { name: 'x', namespace }, spec }
  const world = worldOf(NAMESPACES + JSON.stringify(body))
  return world
    .of(`external-secrets.io/${kind}`)
    .flatMap(manifest => targetNamespaces(manifest, world))
    .map(({ name, path }) => `${name} ${path.join('.')}`)
}

const byName = (...values: string[]) => ({
  matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }],
})

describe('the kinds of one namespace', () => {
  test.each(['ExternalSecret', 'PushSecret'])('%s: its own, if somebody said it', kind => {
    expect(namesIn(kind, { namespaces: ['other'] }, 'shop')).toEqual(['shop metadata.namespace'])
    expect(namesIn(kind, {}, '${NAMESPACE}')).toEqual([])
    expect(namesIn(kind, {})).toEqual([])
  })
})

describe('ClusterExternalSecret', () => {
  test.each([
    [{}, []],
    [{ namespaces: ['a', '${B}', 3] }, ['a spec.namespaces.0']],
    [{ namespaceSelector: { matchLabels: { team: 'a' } } }, ['shop spec.namespaceSelector']],
    [
      { namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['b', 'elsewhere'] }] } },
      ['billing spec.namespaceSelector'],
    ],
    [
      {
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['shop', 'web'] }],
        },
      },
      ['billing spec.namespaceSelector'],
    ],
    [
      {
        namespaceSelector: {
          matchExpressions: [
            { key: 'team', operator: 'Exists' },
            { key: 'team', operator: 'In', values: ['a'] },
          ],
        },
      },
      ['shop spec.namespaceSelector'],
    ],
    [{ namespaceSelectors: [{}] }, ['shop spec.namespaceSelectors.0', 'billing spec.namespaceSelectors.0']],
    [{ namespaceSelectors: [null, 'x', byName('a')] }, ['a spec.namespaceSelectors.2']],
    [
      { namespaceSelectors: [{ ...byName('a', 'shop'), matchLabels: { team: 'a' } }] },
      ['shop spec.namespaceSelectors.0'],
    ],
    [{ namespaces: ['shop'], namespaceSelectors: [byName('shop')] }, ['shop spec.namespaces.0']],
  ])('%j: %j', (spec, expected) => {
    expect(namesIn('ClusterExternalSecret', spec)).toEqual(expected)
  })
})

test('ClusterPushSecret has selectors only', () => {
  const spec = { namespaces: ['a'], namespaceSelectors: [byName('b')] }
  expect(namesIn('ClusterPushSecret', spec)).toEqual(['b spec.namespaceSelectors.0'])
})
