import fc from 'fast-check'
import type { Mapping } from '../../src/parse/untyped.ts'
import type { Oracle } from './oracle.ts'
import { often, some } from './random-fields.ts'

/** A write that is asked about, as test/engines/k8s-oracle declares it. */
export interface Write {
  readonly operation: 'CREATE' | 'UPDATE'
  readonly resource: string
  readonly user: string
  readonly object: Mapping
}

/** A set of admission policies, as test/engines/k8s-oracle declares it. */
export interface AdmissionCase {
  readonly policies: readonly Mapping[]
  readonly bindings: readonly Mapping[]
}

/** Whether any policy is about a write, bound or not, and whether it is denied; as test/engines/k8s-oracle declares it. */
export interface AdmissionAnswer {
  readonly matched: boolean
  readonly denied: boolean
}

/** What becomes of each write under these policies. */
export const askAdmission = (
  oracle: Oracle,
  asked: AdmissionCase,
  requests: readonly Write[],
): Promise<readonly AdmissionAnswer[]> =>
  oracle.ask('admission', { ...asked, namespaces: NAMESPACES, params: PARAMS, requests })

/** A kind whose writes are asked about. */
interface Kind {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly resource: string
  readonly isNamespaced: boolean
}

const ofOperator = (kind: string, version: string): Kind => ({
  group: 'external-secrets.io',
  version,
  kind,
  resource: `${kind.toLowerCase()}s`,
  isNamespaced: !kind.startsWith('Cluster'),
})

/** The versions are those that ESO 2.9.0 serves. */
export const KINDS: readonly Kind[] = [
  { group: '', version: 'v1', kind: 'Secret', resource: 'secrets', isNamespaced: true },
  ...['SecretStore', 'ClusterSecretStore', 'ExternalSecret', 'ClusterExternalSecret'].map(kind =>
    ofOperator(kind, 'v1'),
  ),
  ...['PushSecret', 'ClusterPushSecret'].map(kind => ofOperator(kind, 'v1alpha1')),
]

const NAMESPACE_NAME = 'kubernetes.io/metadata.name'
const namespace = (name: string, labels: Mapping = {}): Mapping => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { ...labels, [NAMESPACE_NAME]: name } },
})

/** Where writes are asked about. The selectors below all take the first, so that policies seldom contradict each other. */
export const NAMESPACES: readonly Mapping[] = [namespace('shop', { env: 'prod' }), namespace('kube-system')]

/** The definitions that tell which versions are served. */
export const CRDS: readonly Mapping[] = KINDS.filter(({ group }) => group !== '').map(
  ({ group, version, kind, resource }) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${resource}.${group}` },
    spec: { group, names: { kind, plural: resource }, versions: [{ name: version, served: true, storage: true }] },
  }),
)

/** The parameters that every policy finds. */
const PARAMS: readonly Mapping[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'limits', namespace: 'policy', labels: { app: 'limits' } },
    data: { name: 'never', providers: 'vault', namespaces: 'shop' },
  },
]

export const metadataOf = (name: string, rest: Mapping = {}): Mapping => ({ metadata: { name, ...rest } })

/** A write of every kind, from everywhere, with and without the label and the name that policies ask for. */
export const WRITES: readonly Write[] = KINDS.flatMap(({ group, version, kind, resource, isNamespaced }) =>
  (isNamespaced ? ['shop', 'kube-system'] : [undefined]).flatMap(home =>
    (['CREATE', 'UPDATE'] as const).flatMap(operation =>
      ['a', 'b'].flatMap(name =>
        [{ team: 'x' }, {}].map(labels => ({
          operation,
          resource,
          user: 'ann',
          object: {
            apiVersion: group === '' ? version : `${group}/${version}`,
            kind,
            ...metadataOf(name, { labels, ...(home !== undefined && { namespace: home }) }),
          },
        })),
      ),
    ),
  ),
)

/** A rule; `name` is the only name that it may be about. */
const resourceRule = (name: string) =>
  fc
    .tuple(
      fc.record({
        apiGroups: often(['external-secrets.io'], ['*'], [''], ['', 'apps']),
        apiVersions: often(['*'], ['v1'], ['v1', 'v1alpha1'], ['v1alpha1'], ['v1beta1'], ['v2']),
        operations: often(
          ['CREATE', 'UPDATE'],
          ['*'],
          ['CREATE'],
          ['UPDATE'],
          ['DELETE'],
          ['CONNECT'],
          ['DELETE', 'UPDATE'],
        ),
        resources: often(
          ['*'],
          ...[['*/*'], ['secretstores', 'clustersecretstores'], ['externalsecrets', 'pushsecrets'], ['secrets']],
          ...[['secretstores/status'], ['secretstores/*'], ['*/status'], ['SecretStore'], ['Secret*'], ['pods']],
          ...[['clusterexternalsecrets', 'externalsecrets'], ['clusterpushsecrets']],
        ),
      }),
      some({ scope: fc.constantFrom('*', 'Namespaced', 'Cluster'), resourceNames: fc.constantFrom([], [name]) }),
    )
    .map(([rule, more]) => ({ ...rule, ...more }))

const resourceRules = fc.array(resourceRule('a'), { minLength: 1, maxLength: 2 })
const narrowing = {
  excludeResourceRules: fc.array(resourceRule('b'), { maxLength: 1 }),
  matchPolicy: fc.constantFrom('Exact', 'Equivalent'),
  namespaceSelector: fc.constantFrom(
    {},
    { matchLabels: { env: 'prod' } },
    { matchExpressions: [{ key: NAMESPACE_NAME, operator: 'NotIn', values: ['kube-system'] }] },
  ),
  objectSelector: fc.constantFrom({}, { matchLabels: { team: 'x' } }),
}
const matchConstraints = fc
  .tuple(resourceRules, some(narrowing))
  .map(([rules, more]) => ({ ...more, resourceRules: rules }))

const CONDITIONS = [
  "request.operation != 'DELETE'",
  '!has(object.metadata.deletionTimestamp)',
  "request.userInfo.username != 'admin'",
  "request.operation != 'UPDATE' || object.metadata.name != 'b'",
]
const matchConditions = fc
  .subarray(CONDITIONS)
  .map(expressions => expressions.map((expression, i) => ({ name: `c${i}`, expression })))

/** Nothing that is asked about holds these, so that what becomes of a violation shows. */
const validations = fc.constantFrom<Mapping>(
  { validations: [{ expression: 'false' }] },
  { validations: [{ expression: "object.metadata.name == 'never'" }] },
  {
    paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
    failurePolicy: 'Fail',
    validations: [{ expression: 'object.metadata.name == params.data.name' }],
  },
)

const policy = fc
  .tuple(matchConstraints, validations, some({ failurePolicy: fc.constantFrom('Fail', 'Ignore'), matchConditions }))
  .map(([constraints, judging, more]) => ({ ...more, matchConstraints: constraints, ...judging }))

const where = { namespace: 'policy', parameterNotFoundAction: 'Deny' }
const binding = fc
  .tuple(
    fc.record({
      policyName: often('p0', 'p1', 'p2'),
      validationActions: often(['Deny'], ['Deny', 'Audit'], ['Warn'], ['Audit'], ['Warn', 'Audit']),
    }),
    some({
      matchResources: some({ resourceRules, ...narrowing }),
      paramRef: fc.constantFrom(
        { name: 'limits', ...where },
        { selector: { matchLabels: { app: 'limits' } }, ...where },
      ),
    }),
  )
  .map(([given, more]) => ({ ...given, ...more }))

const named = (kind: string, prefix: string, specs: readonly Mapping[]): Mapping[] =>
  specs.map((spec, i) => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind,
    ...metadataOf(`${prefix}${i}`),
    spec,
  }))

/** Sets of policies and bindings that the API server takes. */
export const randomAdmission: fc.Arbitrary<AdmissionCase> = fc
  .record({
    policies: fc.array(policy, { minLength: 1, maxLength: 2 }),
    bindings: fc.array(binding, { maxLength: 3 }),
  })
  .map(({ policies, bindings }) => ({
    policies: named('ValidatingAdmissionPolicy', 'p', policies),
    bindings: named('ValidatingAdmissionPolicyBinding', 'b', bindings),
  }))
