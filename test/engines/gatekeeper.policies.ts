import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { testShared } from '../shared.ts'
import { oracleProgram } from './build-oracle.ts'
import {
  expectedOf,
  named,
  OWN,
  printedBy,
  type Refusals,
  refusalsOf,
  type SampleSet,
  withFiles,
} from './policy-files.ts'
import { commonNames, SHARED_CONFIG, sharedSamples } from './shared-policy-samples.ts'

const source = oracleProgram('gator')

describe.skipIf('missing' in source && !source.isFailure)('generated policies in Gatekeeper', () => {
  let program = ''
  beforeAll(() => {
    if ('missing' in source) throw new Error(source.missing)
    program = source.program
  })

  const refusalsIn = (set: SampleSet, leftOut?: string): Refusals =>
    withFiles('gatekeeper', set, (folder, manifests) =>
      violations(
        program,
        folder,
        manifests.filter(path => path !== leftOut),
      ),
    )

  test('samples are refused by exactly the policies that they are written for', () => {
    expect(refusalsIn(OWN)).toEqual(expectedOf(OWN))
    console.log(`Gatekeeper: ${OWN.samples.length} samples, no difference`)
  })

  testShared('36 samples, as the real API server judged them', () => {
    const set = { config: SHARED_CONFIG, samples: named(sharedSamples()) }
    const common = (refusals: Refusals) => Object.entries(refusals).map(([name, ids]) => [name, commonNames(ids)])
    expect(common(refusalsIn(set))).toEqual(common(expectedOf(set)))
  })

  test('a planted fault is noticed: a policy is left out', () => {
    const samples = OWN.samples.filter(({ refusedBy }) => refusedBy.includes('eso-creation-policy'))
    const few = { ...OWN, samples }
    expect(refusalsIn(few, 'eso-creation-policy-constraint.yaml')).not.toEqual(expectedOf(few))
  })

  test('the suite beside the policies passes, and one for updates and deletions', () => {
    withFiles('gatekeeper', OWN, folder => {
      expect(printedBy(program, folder, 'verify', '.')).toContain('PASS')
      writeReviews(folder)
      expect(printedBy(program, folder, 'verify', 'reviews.yaml')).toContain('PASS')
    })
  })
})

function violations(program: string, folder: string, manifests: readonly string[]): Refusals {
  const files = [...manifests, 'samples.yml'].flatMap(path => ['-f', path])
  const found = JSON.parse(printedBy(program, folder, 'test', ...files, '-o', 'json')) as Violation[] | null
  return refusalsOf(
    (found ?? []).map(({ msg, constraint, violatingObject }) => ({
      name: violatingObject.metadata.name,
      // An expression that cannot be evaluated shows as a violation as well.
      policy: /error|cannot/i.test(msg) ? msg : constraint.metadata.name,
    })),
  )
}

interface Violation {
  readonly msg: string
  readonly constraint: { readonly metadata: { readonly name: string } }
  readonly violatingObject: { readonly metadata: { readonly name: string } }
}

const NAMED = { name: 'one', namespace: 'shop' }
const STORE = {
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: NAMED,
  spec: { provider: { fake: {} } },
}
const OWNED = {
  ...{ apiVersion: 'v1', kind: 'Secret', data: { a: 'YQ==' } },
  metadata: {
    ...NAMED,
    ownerReferences: [{ apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', name: 'a', uid: 'a' }],
  },
}
const OPERATOR = 'system:serviceaccount:eso:external-secrets'

interface Review {
  readonly name: string
  readonly policy: string
  readonly operation: 'UPDATE' | 'DELETE'
  readonly object: Mapping | null
  readonly old: Mapping
  readonly user?: string
  readonly isRefused: boolean
}

const REVIEWS: readonly Review[] = [
  ...[
    { name: 'relabelled', object: { ...STORE, metadata: { ...NAMED, labels: { a: 'b' } } }, isRefused: false },
    { name: 'changed', object: { ...STORE, spec: { provider: { fake: { data: [] } } } }, isRefused: true },
  ].map(review => ({ ...review, policy: 'eso-allowed-providers', operation: 'UPDATE' as const, old: STORE })),
  { name: 'deleted', policy: 'eso-allowed-providers', operation: 'DELETE', object: null, old: STORE, isRefused: false },
  ...[
    { name: 'secret-changed', object: { ...OWNED, data: { a: 'Yg==' } }, isRefused: true },
    { name: 'secret-synced', object: { ...OWNED, data: { a: 'Yg==' } }, user: OPERATOR, isRefused: false },
    { name: 'secret-disowned', object: { ...OWNED, metadata: NAMED }, isRefused: true },
  ].map(review => ({ ...review, policy: 'eso-owned-secrets', operation: 'UPDATE' as const, old: OWNED })),
  {
    name: 'secret-deleted',
    policy: 'eso-owned-secrets',
    operation: 'DELETE',
    object: null,
    old: OWNED,
    isRefused: true,
  },
]

function writeReviews(folder: string): void {
  mkdirSync(join(folder, 'reviews'))
  for (const review of REVIEWS) writeFileSync(join(folder, `reviews/${review.name}.yaml`), stringify(reviewOf(review)))
  const tests = REVIEWS.map(({ name, policy, isRefused }) => ({
    ...{ name, template: `${policy}-template.yaml`, constraint: `${policy}-constraint.yaml` },
    cases: [{ name, object: `reviews/${name}.yaml`, assertions: [{ violations: isRefused ? 'yes' : 'no' }] }],
  }))
  const suite = { apiVersion: 'test.gatekeeper.sh/v1alpha1', kind: 'Suite', metadata: { name: 'reviews' }, tests }
  writeFileSync(join(folder, 'reviews.yaml'), stringify(suite))
}

function reviewOf({ operation, object, old, user = 'ann' }: Review): Mapping {
  const [group = '', version = ''] = String(old.apiVersion).includes('/')
    ? String(old.apiVersion).split('/')
    : ['', 'v1']
  const kind = String(old.kind)
  return {
    ...{ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview' },
    request: {
      ...{ uid: '1', name: 'one', namespace: 'shop', operation },
      ...{ kind: { group, version, kind }, resource: { group, version, resource: `${kind.toLowerCase()}s` } },
      ...(object && { object: asMapping(object) }),
      oldObject: old,
      userInfo: { username: user, groups: ['system:authenticated'] },
    },
  }
}
