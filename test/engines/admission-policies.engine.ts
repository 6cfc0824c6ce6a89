import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { policiesFor } from '../../src/generate/admission/policies.ts'
import type { Policy } from '../../src/generate/admission/policy.ts'
import { World } from '../../src/model/world.ts'
import type { Mapping } from '../../src/parse/untyped.ts'
import { testShared } from '../shared.ts'
import { Oracle } from './oracle.ts'
import { FIELD_SAMPLES } from './policy-field-samples.ts'
import { SAMPLE_POLICIES, SAMPLES, type Sample } from './policy-samples.ts'
import { type Asked, verdictsOf } from './policy-verdicts.ts'
import { ruleExamples } from './rule-examples.ts'
import { commonNames, SHARED_CONFIG, sharedSamples } from './shared-policy-samples.ts'

const source = inject('oracle')

const NAMED = { name: 'one', namespace: 'shop' }
const withSpec = (spec: Mapping): Mapping => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: NAMED,
  spec,
})
const secretWith = (metadata: Mapping): Mapping => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { ...NAMED, ...metadata },
  data: { a: 'YQ==' },
})

const inExpressions =
  (change: (expression: string) => string) =>
  (policy: Policy): Policy => ({
    ...policy,
    variables: policy.variables.map(variable => ({ ...variable, expression: change(variable.expression) })),
    validations: policy.validations.map(validation => ({ ...validation, expression: change(validation.expression) })),
  })

const FAULTS: Readonly<Record<string, (policy: Policy) => Policy>> = {
  'a field is misspelt': inExpressions(text => text.replaceAll('.?creationPolicy', '.?creationPolcy')),
  'a field of one provider is misspelt': inExpressions(text => text.replaceAll('.?scaleway.', '.?scalway.')),
  'credentials in the address are taken for the host': inExpressions(text =>
    text.replaceAll(".split('?')[0]", ".split('@')[0]"),
  ),
  'a cluster-wide kind is not looked into': inExpressions(text => text.replaceAll('.?externalSecretSpec', '')),
  'a default is forgotten': inExpressions(text => text.replaceAll(".orValue('Replace')", ".orValue('IfNotExists')")),
  'a kind is forgotten': policy => ({
    ...policy,
    kinds: policy.kinds.filter(({ kind }) => kind !== 'ClusterGenerator'),
  }),
  'nothing is demanded any more': policy => ({ ...policy, validations: [{ expression: 'true', message: "''" }] }),
}

describe.skipIf('missing' in source && !source.isFailure)('generated ValidatingAdmissionPolicies', () => {
  let started: Oracle | undefined
  beforeAll(() => {
    if ('program' in source) started = new Oracle(source.program)
  })
  afterAll(() => started?.stop())
  const oracle = (): Oracle => {
    if (started) return started
    throw new Error('missing' in source ? source.missing : 'the oracle is not running')
  }

  /** The policies that refuse each request; an expression that fails refuses as well, and must not. */
  async function refusing(policies: readonly Policy[], asked: readonly Asked[]): Promise<string[][]> {
    const refused: string[][] = asked.map(() => [])
    for (const policy of policies)
      for (const [i, { denied, message = '' }] of (await verdictsOf(oracle(), policy, asked)).entries())
        if (denied) refused[i]?.push(message.includes('resulted in error') ? `${policy.id}: ${message}` : policy.id)
    return refused
  }

  const verdicts = async (policies: readonly Policy[], samples: readonly Sample[]) =>
    (await refusing(policies, samples)).map((ids, i) => [samples[i]?.object, ids.sort()])
  const expected = (samples: readonly Sample[]) =>
    samples.map(({ object, refusedBy }) => [object, [...refusedBy].sort()])

  test('samples are refused by exactly the policies that they are written for', async () => {
    expect(await verdicts(SAMPLE_POLICIES, SAMPLES)).toEqual(expected(SAMPLES))
  })

  test('every field of the tables of providers and generators is looked at', async () => {
    expect(await verdicts(SAMPLE_POLICIES, FIELD_SAMPLES)).toEqual(expected(FIELD_SAMPLES))
  })

  test('what rules report is refused, and their good examples are let in', async () => {
    const examples = await ruleExamples()
    const wrong = []
    for (const { name, object, policies, isRefused } of examples) {
      const [ids = []] = await refusing(policies, [{ object }])
      if (ids.length > 0 !== isRefused || ids.some(id => id.includes(':'))) wrong.push([name, ids])
    }
    expect(wrong).toEqual([])
    expect(examples.length).toBeGreaterThan(100)
  })

  test('an object that was there before can be labelled, released and deleted, but not changed', async () => {
    const old = withSpec({ provider: { fake: {} } })
    const asked: Asked[] = [
      { object: { ...old, metadata: { ...NAMED, labels: { a: 'b' } } }, old, operation: 'UPDATE' },
      {
        object: { ...old, metadata: { ...NAMED, deletionTimestamp: '2026-01-01T00:00:00Z' } },
        old: withSpec({}),
        operation: 'UPDATE',
      },
      { object: old, operation: 'DELETE' },
      { object: old, operation: 'UPDATE', old: withSpec({}), subresource: 'status' },
      { object: withSpec({ provider: { fake: { data: [] } } }), old, operation: 'UPDATE' },
      { object: withSpec({ provider: { aws: {} } }), old, operation: 'UPDATE' },
    ]
    expect(await refusing(SAMPLE_POLICIES, asked)).toEqual([[], [], [], [], ['eso-allowed-providers'], []])
  })

  test('only the operator and Kubernetes change a Secret that an ExternalSecret owns', async () => {
    const owned = secretWith({
      ownerReferences: [{ apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', name: 'a' }],
    })
    const changed = { ...owned, data: { a: 'Yg==' } }
    const operator = { user: 'system:serviceaccount:eso:external-secrets' }
    const collector = {
      user: 'system:serviceaccount:kube-system:generic-garbage-collector',
      groups: ['system:serviceaccounts:kube-system'],
    }
    const asked: Asked[] = [
      { object: changed, old: owned, operation: 'UPDATE' },
      { object: owned, operation: 'DELETE' },
      { object: secretWith({}), old: owned, operation: 'UPDATE' },
      { object: changed, old: owned, operation: 'UPDATE', ...operator },
      { object: owned, operation: 'DELETE', ...collector },
      {
        object: { ...owned, metadata: { ...(owned.metadata as Mapping), labels: { a: 'b' } } },
        old: owned,
        operation: 'UPDATE',
      },
      { object: { ...secretWith({}), data: { a: 'Yg==' } }, old: secretWith({}), operation: 'UPDATE' },
      { object: owned, operation: 'CREATE' },
    ]
    const all = ['eso-owned-secrets']
    expect(await refusing(SAMPLE_POLICIES, asked)).toEqual([all, all, all, [], [], [], [], []])
  })

  testShared('36 samples, as the real API server judged them with policies of the same meaning', async () => {
    const samples = sharedSamples()
    expect(samples).toHaveLength(36)
    const { policies } = policiesFor(new World([], { config: SHARED_CONFIG }))
    const ours = await refusing(policies, samples)
    expect(ours.map(commonNames)).toEqual(samples.map(({ refusedBy }) => commonNames(refusedBy)))
  })

  test.each(Object.entries(FAULTS))('a planted fault is noticed: %s', async (_, faulty) => {
    expect(await verdicts(SAMPLE_POLICIES.map(faulty), [...SAMPLES, ...FIELD_SAMPLES])).not.toEqual(
      expected([...SAMPLES, ...FIELD_SAMPLES]),
    )
  })
})
