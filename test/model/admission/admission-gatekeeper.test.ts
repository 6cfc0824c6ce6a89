import { expect, test } from 'vitest'
import { gatekeeperJudgements } from '../../../src/model/admission/admission-gatekeeper.ts'
import { worldOf } from '../../world.ts'

const object = (apiVersion: string, kind: string, name: string, spec: object): string =>
  JSON.stringify({ apiVersion, kind, metadata: { name }, spec })
const template = (kind: string, target: object): string =>
  object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', kind.toLowerCase(), {
    crd: { spec: { names: { kind } } },
    targets: [{ target: 'admission.k8s.gatekeeper.sh', ...target }],
  })
const constraint = (kind: string, spec: object = {}): string =>
  object('constraints.gatekeeper.sh/v1beta1', kind, 'c', spec)

const judgements = (...yaml: string[]) =>
  gatekeeperJudgements(worldOf(yaml.join('\n---\n'))).map(({ manifest, objects, reads, laxity }) => ({
    by: manifest.kind,
    of: [...objects.resources].sort(),
    reads: reads?.map(text => text.replace(/\s+/g, ' ').trim()),
    says: laxity && `${laxity.path.join('.')} ${laxity.says}`,
  }))

const STORES = { match: { kinds: [{ apiGroups: ['external-secrets.io'], kinds: ['SecretStore'] }] } }
const readBy = (target: object): string[] =>
  judgements(template('Guard', target), constraint('Guard', STORES)).flatMap(({ reads = [] }) => reads)

test('a constraint reads the code of its own template, and its parameters', () => {
  const [own] = judgements(
    template('Other', { rego: 'other' }),
    template('Guard', { rego: 'input.review', libs: ['lib.one'] }),
    constraint('Guard', { ...STORES, parameters: { allowed: ['vault'] } }),
  )
  expect(own?.reads?.join()).toMatch(/input\.review.*lib\.one.*vault/)
  expect(own?.reads?.join()).not.toContain('other')
})

test('of another engine what it validates counts, not what it matches', () => {
  const code = {
    engine: 'K8sNativeValidation',
    source: {
      matchConditions: [{ expression: 'matched' }],
      variables: [{ expression: 'bound' }],
      validations: [{ expression: 'validated' }],
      rego: 'written',
      libs: ['taken'],
    },
  }
  const [reads] = readBy({ code: [code] })
  expect(reads).toMatch(/bound.*validated.*written.*taken/)
  expect(reads).not.toContain('matched')
})

test('a constraint without its template in the set reads nobody knows what', () => {
  expect(judgements(constraint('Guard', STORES))).toMatchObject([{ by: 'Guard', reads: undefined, says: undefined }])
})

test('without kinds it is about all, without groups about those of every group', () => {
  const of = (match: object) => judgements(constraint('Guard', { match })).map(judgement => judgement.of)
  const [all] = of({})
  expect(all?.length).toBeGreaterThan(3)
  expect(of({ kinds: [] })).toEqual([all])
  expect(of({ kinds: [{ kinds: ['SecretStore'] }] })).toEqual(of(STORES.match))
  expect(of({ kinds: [{ apiGroups: ['apps'], kinds: ['SecretStore'] }] })).toEqual([[]])
})

test('a template about the operator that no constraint uses is idle; others are none of ours', () => {
  const rego = 'input.review.object.spec.target.creationPolicy'
  expect(judgements(template('Guard', { rego }))).toMatchObject([
    {
      by: 'ConstraintTemplate',
      reads: [expect.stringContaining('creationPolicy')],
      says: 'metadata.name has no constraint in the set, so that nothing applies it',
    },
  ])
  expect(judgements(template('Guard', { rego }))[0]?.of).toEqual(judgements(constraint('Guard'))[0]?.of)
  expect(judgements(template('Labels', { rego: 'input.review.object.metadata.labels' }))).toEqual([])
  expect(judgements(template('Guard', { rego }), constraint('Guard', STORES)).map(({ by }) => by)).toEqual(['Guard'])
})

test.each([
  [{}, undefined],
  [{ enforcementAction: 'deny' }, undefined],
  [{ enforcementAction: 'warn' }, 'warn'],
  [{ enforcementAction: '${ACTION}' }, undefined],
  [{ enforcementAction: 'scoped', scopedEnforcementActions: [{ action: 'warn' }, { action: 'deny' }] }, undefined],
  [
    { enforcementAction: 'scoped', scopedEnforcementActions: [{ action: 'warn' }, { action: 'dryrun' }] },
    'warn, dryrun',
  ],
  [{ enforcementAction: 'scoped' }, undefined],
])('%j lets through: %s', (spec, expected) => {
  const [found] = judgements(constraint('Guard', { ...STORES, ...spec }))
  expect(found?.says).toBe(
    expected && `spec.enforcementAction lets what it refuses through (enforcement action ${expected})`,
  )
})
