import fc from 'fast-check'
import { ESO, NAMES, NAMESPACES, type Request, VERBS } from './requests.ts'

/** An audit policy that the API server takes. */
export interface AuditPolicy {
  readonly apiVersion: string
  readonly kind: string
  readonly rules: readonly object[]
}

const LEVELS = ['None', 'Metadata', 'Request', 'RequestResponse']
const STAGES = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic']

/** A field that one in `odds + 1` has. */
const rarely = <T>(value: fc.Arbitrary<T>, odds = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: odds, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const some = <T>(...from: readonly T[]) => fc.subarray([...from], { minLength: 1, maxLength: 2 })

const PATTERNS = ['*', '*/status', '*/token', 'secrets/*', 'externalsecrets/*', 'serviceaccounts/token']
const names = some(
  'secrets',
  'secretstores',
  'externalsecrets',
  'externalsecrets/status',
  'serviceaccounts',
  ...PATTERNS,
)
const resource = fc
  .record({
    group: fc.constantFrom('', ESO, ESO, 'apps'),
    resources: fc.oneof({ weight: 4, arbitrary: names }, { weight: 1, arbitrary: fc.constant([]) }),
    resourceNames: rarely(fc.subarray([...NAMES])),
  })
  // Names without resources are refused.
  .map(({ resourceNames, ...entry }) =>
    entry.resources.length > 0 && resourceNames ? { ...entry, resourceNames } : entry,
  )

const about = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      resources: rarely(fc.array(resource, { maxLength: 2 }), 1),
      namespaces: rarely(fc.subarray(['', ...NAMESPACES])),
    }),
  },
  { weight: 1, arbitrary: fc.record({ nonResourceURLs: fc.constant(['/healthz*']) }) },
)
const rule = fc
  .record({
    level: fc.constantFrom(...LEVELS),
    users: rarely(fc.subarray(['ann', 'system:serviceaccount:a:one'])),
    userGroups: rarely(fc.subarray(['devs', 'system:authenticated', 'system:serviceaccounts:a'])),
    verbs: rarely(some(...VERBS), 1),
    omitStages: rarely(fc.subarray(STAGES)),
    about,
  })
  .map(({ about: rest, ...given }) => ({ ...given, ...rest }))

export const policyOf = (rules: fc.Arbitrary<object[]>): fc.Arbitrary<AuditPolicy> =>
  fc
    .record({ rules, omitStages: rarely(fc.subarray(STAGES)) })
    .map(
      policy => JSON.parse(JSON.stringify({ apiVersion: 'audit.k8s.io/v1', kind: 'Policy', ...policy })) as AuditPolicy,
    )

export const randomPolicy = policyOf(fc.array(rule, { minLength: 1, maxLength: 5 }))
export const policyOfOneRule = policyOf(fc.array(rule, { minLength: 1, maxLength: 1 }))

/** Whoever has signed in: users and groups that rules single out, and some that they do not. */
const CALLERS = ['ann', 'system:serviceaccount:a:one', 'carl'].flatMap(user =>
  [[], ['devs'], ['system:serviceaccounts:a']].map(own => ({ user, groups: [...own, 'system:authenticated'] })),
)

/** A request that no rule singles out. */
export const ORDINARY = { user: 'carl', groups: ['system:authenticated'], namespace: 'elsewhere', name: 'n3' }

/** All requests of a kind: those that rules may single out, and one that none does. */
export const allOfKind = (kind: Pick<Request, 'group' | 'resource' | 'subresource' | 'verb'>, isNamespaced: boolean) =>
  CALLERS.flatMap(caller =>
    (isNamespaced ? [...NAMESPACES, ORDINARY.namespace] : ['']).flatMap(namespace =>
      [...NAMES, ORDINARY.name].map(name => ({ ...caller, ...kind, namespace, name })),
    ),
  )
