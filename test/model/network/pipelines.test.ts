import { describe, expect, test } from 'vitest'
import type { Isolation } from '../../../src/model/network/endpoint.ts'
import { pipelinesOf } from '../../../src/model/network/pipelines.ts'
import type { TrafficRule } from '../../../src/model/network/traffic.ts'
import { manifestsOf, worldOf } from '../../world.ts'

const [POD] = worldOf('apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: eso }\nspec: { containers: [] }').pods

interface Given extends Partial<Pick<Isolation, 'order' | 'tier' | 'engine'>> {
  readonly direction?: 'ingress' | 'egress'
  readonly action?: TrafficRule['action']
}

/** A policy with one rule, which carries its name. */
function isolation(name: string, { engine = 'calico', direction = 'egress', action = 'allow', ...rest }: Given = {}) {
  const [policy] = manifestsOf(
    JSON.stringify({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name } }),
  )
  if (!policy) throw new Error('a NetworkPolicy is known')
  const rule = { policy, action } as TrafficRule
  return { engine, policy, directions: new Set([direction]), rules: () => [rule], ...rest } as unknown as Isolation
}

/** Tiers of each pipeline as `names / otherwise`, without the empty ones of administrators. */
function tiers(...selecting: Isolation[]): string[][] {
  if (!POD) throw new Error('a Pod has a pod')
  return pipelinesOf(selecting, 'egress', POD).map(pipeline =>
    pipeline
      .map(({ rules, otherwise }) => `${rules.map(({ policy }) => policy.name).join(' ')} / ${otherwise}`)
      .filter(tier => tier !== ' / pass'),
  )
}

describe('Calico', () => {
  const inDefault = (name: string, order?: number) =>
    isolation(name, { tier: 'default', ...(order !== undefined && { order }) })

  test('goes by order, then by name; what has no order comes last, and policies of Kubernetes have 1000', () => {
    const all = [inDefault('z'), inDefault('y', 2), inDefault('b', 1), inDefault('a', 1), inDefault('x', 2000)]
    const expected = [['a b y k x z / deny']]
    expect(tiers(...all, isolation('k', { engine: 'kubernetes' }))).toEqual(expected)
    expect(tiers(isolation('k', { engine: 'kubernetes' }), ...all.toReversed())).toEqual(expected)
  })

  test('asks the tiers of somebody’s own first, by name, each in its order', () => {
    const own = (name: string, tier: string, order: number) => isolation(name, { tier, order })
    const all = [own('d', 'two', 1), own('c', 'one', 2), own('a', 'one', 3), own('b', 'one', 1), inDefault('e')]
    const expected = [['b c a / unknown', 'd / unknown', 'e / deny']]
    expect(tiers(...all)).toEqual(expected)
    expect(tiers(...all.toReversed())).toEqual(expected)
  })

  test('leaves out what is about the other direction', () => {
    const other = isolation('i', { tier: 'default', direction: 'ingress' })
    expect(tiers(inDefault('a'), other)).toEqual([['a / deny']])
    expect(tiers(other)).toEqual([[]])
  })
})

test('Cilium denies before it allows, and reads the policies of Kubernetes', () => {
  const [deny, allow] = [
    isolation('d', { engine: 'cilium', action: 'deny' }),
    isolation('a', { engine: 'cilium', action: 'allow' }),
  ]
  expect(tiers(allow, deny, isolation('k', { engine: 'kubernetes' }))).toEqual([['d / pass', 'a k / deny']])
})

test('administrators’ policies go by order and come first, their baseline last', () => {
  const all = [
    isolation('b', { engine: 'baseline' }),
    isolation('k', { engine: 'kubernetes' }),
    isolation('z', { engine: 'admin', order: 1 }),
    isolation('y', { engine: 'admin', order: 2 }),
  ]
  expect(tiers(...all)).toEqual([['z y / pass', 'k / deny', 'b / pass']])
  expect(tiers(...all.toReversed())).toEqual([['z y / pass', 'k / deny', 'b / pass']])
})

test('where two engines are in use, both are asked', () => {
  expect(tiers(isolation('a', { tier: 'default' }), isolation('c', { engine: 'cilium' }))).toHaveLength(2)
})
