import { expect, test } from 'vitest'
import type { Finding, Offer, OfferedChange, YamlValue } from '../../src/finding.ts'
import { GENERATORS } from '../../src/generate/index.ts'
import { propose } from '../../src/harden/propose.ts'
import { RULES } from '../../src/rules/index.ts'
import { OPERATOR } from '../generate/operator.ts'
import { worldOf } from '../world.ts'
import { findingOf, targetOf } from './target.ts'

const values = { replicaCount: 1, rbac: { create: true }, webhook: {} }
const target = targetOf({ values, world: worldOf(OPERATOR) })

const value = (key: string, wanted: YamlValue, release = 'eso'): OfferedChange => ({
  ...{ kind: 'value', key: key.split('.'), value: wanted },
  ...{ release, charts: [], place: undefined },
})

const offered = (rule: string, ...changes: OfferedChange[]): Finding => {
  const offer: Offer = { safety: 'unsafe', question: `${rule}?`, changes }
  return findingOf(rule, { offer })
}

const proposed = (...findings: Finding[]) => {
  const { measures, refused } = propose(findings, [target], GENERATORS, RULES)
  return {
    measures: measures.map(({ values, generators, findings, question }) => ({
      values: Object.fromEntries(values.map(({ key, value }) => [key.join('.'), value])),
      ...{ generators, rules: findings.map(({ rule }) => rule), question },
    })),
    refused: refused.map(({ finding, reason }) => `${finding.rule}: ${reason}`),
  }
}

test('findings that want the same are one measure; what generators make goes with it', () => {
  const generate: OfferedChange = { kind: 'generate', what: 'rbac' }
  const found = proposed(
    offered('a', value('replicaCount', 2), generate),
    offered('b', value('replicaCount', 2), generate),
    offered('c', value('webhook.x', true)),
  )
  expect(found).toEqual({
    measures: [
      { values: { replicaCount: 2 }, generators: ['rbac'], rules: ['a', 'b'], question: 'a?' },
      { values: { 'webhook.x': true }, generators: [], rules: ['c'], question: 'c?' },
    ],
    refused: [],
  })
})

test('what cannot be, or is there already, is refused with its reason', () => {
  const found = proposed(
    offered('first', value('replicaCount', 2)),
    offered('rival', value('replicaCount', 3)),
    offered('unknown', value('rbac.strange', 1)),
    offered('same', value('replicaCount', 1)),
    offered('elsewhere', value('replicaCount', 2, 'other')),
    offered('edit', { kind: 'field', path: ['spec'], value: 1 }, value('replicaCount', 5)),
  )
  expect(found.measures.map(({ rules }) => rules)).toEqual([['first']])
  expect(found.refused).toEqual([
    'rival: another finding asks for another value of replicaCount',
    'unknown: this version of the chart has no value rbac.strange',
    'same: the values say so already',
    'elsewhere: no release that is rendered here installs the operator',
  ])
})

test('generators come in for the rules that they answer, alerts beside admission policies', () => {
  const { measures } = proposed(findingOf('missing-admission-policy'), findingOf('eso-without-network-policy'))
  expect(measures.map(({ generators }) => generators)).toEqual([['network-policies'], ['admission', 'alerts']])
  expect(proposed(findingOf('mutable-image')).measures).toEqual([])
})
