import { describe, expect, test } from 'vitest'
import { overlap, reachOf, shareCluster } from '../../src/check/overlap.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { worldOf } from '../world.ts'

const deployment = (args: readonly string[]): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'eso', namespace: 'eso' },
    spec: { template: { spec: { containers: [{ name: 'c', image: 'external-secrets:v2.9.0', args }] } } },
  })

function reach(...args: string[]) {
  const controller = worldOf(deployment(args)).eso.installs[0]?.controller
  if (!controller) throw new Error('no controller')
  return reachOf(controller)
}

describe('reachOf', () => {
  test.each([
    [[], { namespace: undefined, controllerClass: 'default', lease: undefined }],
    [['--namespace=', '--controller-class=a'], { namespace: undefined, controllerClass: 'a', lease: undefined }],
    [
      ['--namespace=shop', '--enable-leader-election'],
      { namespace: 'shop', controllerClass: 'default', lease: 'eso/external-secrets-controller' },
    ],
    [
      ['--enable-leader-election=true', '--leader-election-id=blue'],
      { namespace: undefined, controllerClass: 'default', lease: 'eso/blue' },
    ],
    [['--namespace=${TEAM}'], undefined],
    [['--controller-class=$(CLASS)'], undefined],
  ])('%j', (args, expected) => {
    expect(reach(...args)).toEqual(expected)
  })
})

describe('overlap', () => {
  const base = { namespace: undefined, controllerClass: 'default', lease: undefined }
  test.each([
    [{}, {}, true],
    [{ namespace: 'a' }, {}, true],
    [{}, { namespace: 'a' }, true],
    [{ namespace: 'a' }, { namespace: 'a' }, true],
    [{ namespace: 'a' }, { namespace: 'b' }, false],
    [{ controllerClass: 'a' }, {}, false],
    [{ lease: 'eso/x' }, { lease: 'eso/x' }, false],
    [{ lease: 'eso/x' }, { lease: 'eso/y' }, true],
    [{ lease: 'eso/x' }, {}, true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(overlap({ ...base, ...a }, { ...base, ...b })).toBe(expected)
  })
})

describe('shareCluster', () => {
  const at = (file: string, release?: string) => {
    const origin = { file, release: release === undefined ? undefined : { name: release, namespace: 'eso' } }
    const [manifest] = parseManifests(deployment([]), origin).manifests
    if (!manifest) throw new Error('no manifest')
    return manifest
  }
  const unknown = new World([])

  test.each([
    [at('a.yaml'), at('a.yaml'), true],
    [at('a.yaml'), at('b.yaml'), false],
    [at('chart', 'x'), at('chart', 'x'), true],
    [at('chart', 'x'), at('chart', 'y'), false],
    [at('chart', 'x'), at('chart'), false],
  ])('case %#', (a, b, expected) => {
    expect(shareCluster(a, b, unknown)).toBe(expected)
  })

  test('everything does in a set that is one whole cluster', () => {
    expect(shareCluster(at('a.yaml'), at('chart', 'x'), new World([], { complete: true }))).toBe(true)
  })
})
