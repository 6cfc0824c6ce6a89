import fc from 'fast-check'
import { asMapping, type Mapping, valueAt } from '../../src/parse/untyped.ts'
import { type AdmissionCase, KINDS, metadataOf, type Write } from './admission-worlds.ts'

const PROVIDERS = [
  { vault: { server: 'https://vault.example' } },
  { aws: {} },
  { webhook: { url: 'https://a.example' } },
]
const TEMPLATES = [undefined, { type: 'Opaque' }, { type: 'bootstrap.kubernetes.io/token' }]
const CREATION_POLICIES = [undefined, 'Owner', 'Merge']
const TARGETS = TEMPLATES.flatMap(template => CREATION_POLICIES.map(creationPolicy => ({ template, creationPolicy })))

const specsOf = (kind: string): readonly Mapping[] => {
  if (kind.endsWith('Store')) return PROVIDERS.map(provider => ({ provider }))
  return kind === 'ExternalSecret' ? TARGETS.map(target => ({ target, refreshInterval: '1h' })) : [{}]
}

/** What stands beside the fields that are asked about: as policies want it, and otherwise. */
const CIRCUMSTANCES = [
  { operation: 'CREATE', name: 'b', labels: { team: 'x' } },
  { operation: 'UPDATE', name: 'a', labels: {} },
] as const

/** Writes of stores, ExternalSecrets and PushSecrets with each value of the fields that demands are about. */
export const DEMAND_WRITES: readonly Write[] = KINDS.filter(({ kind }) =>
  /^(?:Cluster)?SecretStore$|^(?:External|Push)Secret$/.test(kind),
).flatMap(({ group, version, kind, resource, isNamespaced }) =>
  specsOf(kind).flatMap(spec =>
    (isNamespaced ? ['shop', 'kube-system'] : [undefined]).flatMap(namespace =>
      ['ann', 'bob'].flatMap(user =>
        CIRCUMSTANCES.map(({ operation, name, labels }) => ({
          operation,
          resource,
          user,
          object: JSON.parse(
            JSON.stringify({
              apiVersion: `${group}/${version}`,
              kind,
              ...metadataOf(name, { labels, namespace }),
              spec,
            }),
          ) as Mapping,
        })),
      ),
    ),
  ),
)

/** The value of the field that a demand is about, as a text. */
export const FIELDS: Readonly<Record<string, (object: Mapping) => string>> = {
  providers: object => Object.keys(asMapping(valueAt(object, ['spec', 'provider'])) ?? {}).join(),
  namespaces: object => String(valueAt(object, ['metadata', 'namespace'])),
  templates: object => String(valueAt(object, ['spec', 'target', 'template', 'type'])),
  'creation-policy': object => String(valueAt(object, ['spec', 'target', 'creationPolicy'])),
}

/** Expressions that refuse some values of one field, whatever the others are. */
const READING = [
  "dyn(object.spec.?provider.orValue({})).map(p, p).all(p, p in ['vault'])",
  '!has(object.spec.provider) || has(object.spec.provider.vault)',
  '!object.spec.?provider.?webhook.hasValue()',
  "dyn(object.spec.?provider.orValue({'vault': 1})).all(p, p in params.data.providers.split(','))",
  "!('provider' in object.spec) || !('aws' in object.spec['provider'])",
  "object.metadata.?namespace.orValue('shop') == 'shop'",
  "object.metadata.?namespace.orValue('shop') in params.data.namespaces.split(',')",
  // Of what lives in no namespace, Kubernetes says so by having no such field.
  "!has(request.namespace) || request.namespace in ['shop', '']",
  "request.?namespace.orValue('') != 'kube-system'",
  "namespaceObject == null || namespaceObject.metadata.labels[?'env'].orValue('') == 'prod'",
  '!object.spec.?target.?template.hasValue()',
  "object.spec.?target.?template.?type.orValue('Opaque') == 'Opaque'",
  "object.spec.?target.?creationPolicy.orValue('Owner') != 'Merge'",
  "!has(object.spec.target) || !has(object.spec.target.creationPolicy) || object.spec.target.creationPolicy in ['Owner']",
]

/** Expressions that refuse no value of those fields for certain. */
const OTHER = [
  "object.metadata.?labels.?team.orValue('') == 'x'",
  "object.spec.?refreshInterval.orValue('1h') != '0'",
  "object.spec.?provider.?vault.?server.orValue('https:').startsWith('https:')",
  "request.operation != 'UPDATE'",
  "request.name != 'a'",
  "request.kind.kind != 'Secret'",
]

/** Expressions that refuse whatever is written, by somebody at least. */
const REFUSING = ['false', "request.userInfo.username == 'ann'", "request.userInfo.username in ['ann', 'carl']"]

const expression = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...READING) },
  { weight: 4, arbitrary: fc.constantFrom(...OTHER) },
  { weight: 1, arbitrary: fc.constantFrom(...REFUSING) },
)

/** As validations of their own, together in one, behind variables that use each other, and beside one that nothing uses. */
const judging = fc
  .record({
    expressions: fc.array(expression, { minLength: 1, maxLength: 2 }),
    form: fc.constantFrom('apart', 'together', 'variables'),
    unused: fc.option(fc.constantFrom(...READING), { freq: 3 }),
  })
  .map(({ expressions, form, unused }) => {
    const idle = unused === null ? [] : [{ name: 'idle', expression: unused }]
    const together = expressions.map(text => `(${text})`).join(' && ')
    // Joined with others, an expression about the writer is taken for one about what is written.
    const isJoined = expressions.length > 1 && expressions.some(text => REFUSING.includes(text))
    if (form === 'apart' || isJoined)
      return { variables: idle, validations: expressions.map(text => ({ expression: text })) }
    if (form === 'together') return { variables: idle, validations: [{ expression: together }] }
    return {
      variables: [...idle, { name: 'fits', expression: together }, { name: 'isFit', expression: 'variables.fits' }],
      validations: [{ expression: 'variables.isFit', message: 'provider, namespace, template, creationPolicy' }],
    }
  })

const resources = fc.constantFrom(
  ...[['*'], ['secretstores'], ['secretstores', 'clustersecretstores'], ['externalsecrets'], ['pushsecrets']],
  ...[
    ['externalsecrets', 'pushsecrets'],
    ['secretstores', 'externalsecrets'],
  ],
)

const PARAM_REF = { name: 'limits', namespace: 'policy', parameterNotFoundAction: 'Deny' }
const GROUP = 'admissionregistration.k8s.io/v1'

/** One policy that is bound and denies, about what demands are about. */
export const randomJudging: fc.Arbitrary<AdmissionCase> = fc
  .record({ resources, judging })
  .map(({ resources: judged, judging: expressions }) => ({
    policies: [
      {
        apiVersion: GROUP,
        kind: 'ValidatingAdmissionPolicy',
        ...metadataOf('p'),
        spec: {
          paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
          matchConstraints: {
            resourceRules: [
              {
                apiGroups: ['external-secrets.io'],
                apiVersions: ['*'],
                operations: ['CREATE', 'UPDATE'],
                resources: judged,
              },
            ],
          },
          ...expressions,
        },
      },
    ],
    bindings: [
      {
        apiVersion: GROUP,
        kind: 'ValidatingAdmissionPolicyBinding',
        ...metadataOf('b'),
        spec: { policyName: 'p', validationActions: ['Deny'], paramRef: PARAM_REF },
      },
    ],
  }))
