import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEMANDS, type Demand } from '../../../src/model/admission/admission.ts'
import { SHARED, testShared } from '../../shared.ts'
import { worldOf } from '../../world.ts'

const unmet = (yaml: string): string[] => {
  const { admission } = worldOf(yaml)
  return DEMANDS.filter(demand => admission.unmet(demand).length > 0).map(({ id }) => id)
}
const idle = (yaml: string): string[] => {
  const { admission } = worldOf(yaml)
  return DEMANDS.flatMap(demand =>
    admission.idle(demand).map(({ laxity }) => `${demand.id}: ${laxity?.manifest.kind} ${laxity?.path.join('.')}`),
  )
}
const ALL: readonly Demand['id'][] = ['providers', 'namespaces', 'templates', 'creation-policy']

describe('the sample policies of three engines', () => {
  /** The files of an engine, but for those whose name has one of these words. */
  function read(engine: string, ...without: string[]): string {
    const folder = join(SHARED, 'engines/policies', engine)
    const files = readdirSync(folder).filter(file => !without.some(word => file.includes(word)))
    return files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n---\n')
  }

  for (const engine of ['vap', 'vap-inline', 'kyverno', 'gatekeeper'])
    testShared(`${engine}: together they meet every demand, and without its policy a demand is not met`, () => {
      expect(unmet(read(engine))).toEqual([])
      expect(idle(read(engine))).toEqual([])
      // The one about static credentials asks for a provider by name, the one about endpoints only for what is below.
      expect(unmet(read(engine, 'allowed-providers', 'no-static-credentials'))).toEqual(['providers'])
      expect(unmet(read(engine, 'allowed-namespaces'))).toEqual(['namespaces'])
      expect(unmet(read(engine, 'template-safety'))).toEqual(['templates'])
      expect(unmet(read(engine, 'creation-policy.', 'creation-policy-constraint', 'creation-policy-template'))).toEqual(
        ['creation-policy'],
      )
    })

  testShared('in a mode that only watches they are idle, each where it says so', () => {
    const watch = (engine: string, from: string, to: string): string[] => idle(read(engine).replaceAll(from, to))
    expect(new Set(watch('vap', '- Deny', '- Audit'))).toEqual(
      new Set(ALL.map(id => `${id}: ValidatingAdmissionPolicyBinding spec.validationActions`)),
    )
    expect(new Set(watch('kyverno', '- Deny', '- Warn'))).toEqual(
      new Set(ALL.map(id => `${id}: ValidatingPolicy spec.validationActions`)),
    )
    expect(watch('gatekeeper', 'enforcementAction: deny', 'enforcementAction: dryrun')).toContain(
      'creation-policy: EsoCreationPolicy spec.enforcementAction',
    )
  })
})

const object = (apiVersion: string, kind: string, name: string, spec: object): string =>
  JSON.stringify({ apiVersion, kind, metadata: { name }, spec })
const world = (...objects: string[]): string => objects.join('\n---\n')

const rule = (resources: string[], operations = ['CREATE'], apiGroups = ['external-secrets.io']) => ({
  resourceRules: [{ apiGroups, apiVersions: ['*'], operations, resources }],
})
const vap = (matchConstraints: object, expression: string): string =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'p', {
    matchConstraints,
    validations: [{ expression, message: 'provider namespace template creationPolicy' }],
  })
const binding = (validationActions: unknown, policyName = 'p'): string =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'b', { policyName, validationActions })

describe('what a policy judges', () => {
  const READS = 'object.spec.target.template == object.spec.target.creationPolicy'
  const OTHERS = ALL.filter(id => id === 'providers' || id === 'namespaces')
  test.each([
    ['the resource', rule(['externalsecrets']), OTHERS],
    ['every resource of the group', rule(['*']), OTHERS],
    ['every resource of every group', rule(['*'], ['*'], ['*']), OTHERS],
    ['every resource with what is below it', rule(['*/*']), OTHERS],
    ['another group', rule(['externalsecrets'], ['CREATE'], ['kubernetes-client.io']), ALL],
    ['its status alone', rule(['externalsecrets/status']), ALL],
    ['its deletion alone', rule(['externalsecrets'], ['DELETE']), ALL],
    ['another resource', rule(['clusterexternalsecrets']), ALL],
    ['nothing', {}, ALL],
  ])('%s', (_, constraints, expected) => {
    expect(unmet(world(vap(constraints, READS), binding(['Deny'])))).toEqual(expected)
  })

  test.each([
    ['ExternalSecret', true],
    ['v1/ExternalSecret', true],
    ['*/ExternalSecret', true],
    ['external-secrets.io/*/ExternalSecret', true],
    ['External*', true],
    ['*', true],
    ['kubernetes-client.io/v1/ExternalSecret', false],
    ['ExternalSecret/status', false],
    ['ExternalSecret.status', false],
    ['ClusterExternalSecret', false],
    ['Secret', false],
  ])('the Kyverno kind %s: %s', (kind, expected) => {
    const rules = [
      { match: { all: [{ resources: { kinds: [kind] } }] }, validate: { deny: { key: 'spec.creationPolicy' } } },
    ]
    const policy = object('kyverno.io/v1', 'ClusterPolicy', 'p', { rules })
    expect(!unmet(policy).includes('creation-policy')).toBe(expected)
  })
})

describe('what a policy reads', () => {
  const stores = rule(['secretstores'])
  test.each([
    ["object.spec.provider.all(p, p in ['aws'])", true],
    ['dyn(object.spec.?provider.orValue({})).map(p, p)', true],
    ['!has(object.spec.provider.webhook)', true],
    ['!object.spec.?provider.?webhook.hasValue()', true],
    ["object.spec.?provider.?vault.?server == 'a'", false],
    ["object.spec.provider.vault.server.startsWith('https')", false],
    ["object.metadata.labels['team'] != ''", false],
    // Nobody, or nobody but some: whatever they write is kept out.
    ['false', true],
    ['true', false],
    ["request.userInfo.username in ['ann']", true],
    // That some are kept out of somewhere, or of changing something, says nothing of what they write elsewhere.
    ["request.namespace == 'shop'", false],
    ["request.operation == 'CREATE'", false],
    ["request.name != 'default'", false],
  ])('%s restricts providers: %s', (expression, expected) => {
    expect(!unmet(vap(stores, expression)).includes('providers')).toBe(expected)
  })

  test('each validation judges by itself, with the variables it uses', () => {
    const policy = (validations: string[], variables: object[] = []): string =>
      object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'p', {
        matchConstraints: rule(['externalsecrets']),
        variables,
        validations: validations.map(expression => ({ expression })),
      })
    const OTHERS = ['providers', 'namespaces', 'templates', 'creation-policy']
    const creation = { name: 'creation', expression: "object.spec.target.creationPolicy == 'Owner'" }
    const fits = { name: 'fits', expression: 'variables.creation' }
    expect(unmet(policy(['variables.fits'], [creation, fits]))).toEqual(OTHERS.slice(0, 3))
    expect(unmet(policy(["object.kind != ''"], [creation, fits]))).toEqual(OTHERS)
    // Whoever is kept out by one validation does not get in by the other. PushSecrets, nobody judges here.
    expect(unmet(policy(["request.userInfo.username == 'ann'", 'has(object.spec.target)']))).toEqual(OTHERS.slice(0, 2))
    expect(unmet(policy([]))).toEqual(OTHERS)
  })

  test('a policy about everything that looks into nothing is not about the operator', () => {
    expect(unmet(vap(rule(['*'], ['*'], ['*']), "request.userInfo.username != 'x'"))).toEqual(ALL)
  })

  test('the code of a template that is not there may read anything', () => {
    const constraint = (kinds: object[]): string =>
      object('constraints.gatekeeper.sh/v1beta1', 'Guard', 'c', { match: { kinds } })
    expect(unmet(constraint([{ apiGroups: ['*'], kinds: ['PushSecret', 'ExternalSecret'] }]))).toEqual(['providers'])
    expect(unmet(constraint([]))).toEqual(ALL)
  })

  test('namespaces are asked for both kinds', () => {
    const policy = vap(rule(['externalsecrets']), "object.metadata.namespace in ['a']")
    const { admission } = worldOf(policy)
    expect(DEMANDS.flatMap(demand => (demand.id === 'namespaces' ? admission.unmet(demand) : []))).toEqual([
      ['pushsecrets'],
    ])
  })

  test('a rule that changes what is written restricts it as well, one that makes other objects does not', () => {
    const policy = (action: object): string =>
      object('kyverno.io/v1', 'Policy', 'p', {
        rules: [{ match: { resources: { kinds: ['ExternalSecret'] } }, ...action }],
      })
    const change = { patchStrategicMerge: { spec: { target: { creationPolicy: 'Owner' } } } }
    expect(unmet(policy({ mutate: change }))).not.toContain('creation-policy')
    expect(idle(policy({ mutate: change }))).toEqual([])
    expect(unmet(policy({ generate: change }))).toContain('creation-policy')
  })
})

describe('whether it is enforced', () => {
  const policy = vap(rule(['externalsecrets']), 'has(object.spec.target.template)')
  const BINDING = 'templates: ValidatingAdmissionPolicyBinding spec.validationActions'
  const bindingOf = (
    validationActions: string[],
    resources?: string[],
    excluded?: string[],
    resourceNames?: string[],
  ) =>
    object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'b', {
      policyName: 'p',
      validationActions,
      matchResources: {
        ...(resources && rule(resources)),
        ...(excluded && { excludeResourceRules: rule(excluded).resourceRules.map(all => ({ ...all, resourceNames })) }),
      },
    })
  test.each([
    ['without a binding', [], ['templates: ValidatingAdmissionPolicy metadata.name']],
    ['with a binding of another', [binding(['Deny'], 'q')], ['templates: ValidatingAdmissionPolicy metadata.name']],
    ['warned of', [binding(['Warn'])], [BINDING]],
    ['denied', [binding(['Audit', 'Deny'])], []],
    ['denied once', [binding(['Audit']), binding(['Deny'])], []],
    ['bound to something later', [binding(['Deny'], '${POLICY}')], []],
    [
      'bound for other objects alone',
      [bindingOf(['Deny'], ['secretstores'])],
      ['templates: ValidatingAdmissionPolicy metadata.name'],
    ],
    ['bound for these objects', [bindingOf(['Deny'], ['externalsecrets'])], []],
    ['denied for others, warned of here', [bindingOf(['Deny'], ['secretstores']), binding(['Warn'])], [BINDING]],
    [
      'bound for all but these objects',
      [bindingOf(['Deny'], undefined, ['externalsecrets'])],
      ['templates: ValidatingAdmissionPolicy metadata.name'],
    ],
    ['bound for all but some of these', [bindingOf(['Deny'], undefined, ['externalsecrets'], ['default'])], []],
    ['with an action that comes later', [binding(['${ACTION}'])], []],
  ])('%s', (_, bindings, expected) => {
    expect(idle(world(policy, ...bindings))).toEqual(expected)
  })

  test.each([
    [{}, {}, ['templates: ClusterPolicy spec.validationFailureAction']],
    [{ validationFailureAction: 'Audit' }, {}, ['templates: ClusterPolicy spec.validationFailureAction']],
    [{ validationFailureAction: 'enforce' }, {}, []],
    [
      { validationFailureAction: 'Enforce' },
      { failureAction: 'Audit' },
      ['templates: ClusterPolicy spec.rules.0.validate.failureAction'],
    ],
    [{ validationFailureAction: 'Audit' }, { failureAction: 'Enforce' }, []],
    [{ validationFailureAction: '${ACTION}' }, {}, []],
    [{ validationFailureActionOverrides: [{ action: 'enforce', namespaces: ['a'] }] }, {}, []],
    [{ validationFailureAction: 'Enforce', admission: false }, {}, ['templates: ClusterPolicy spec.admission']],
  ])('Kyverno, the policy %j and its rule %j', (spec, validate, expected) => {
    const rules = [
      {
        match: { resources: { kinds: ['ExternalSecret'] } },
        validate: { ...validate, pattern: { spec: { template: 1 } } },
      },
    ]
    expect(idle(object('kyverno.io/v1', 'ClusterPolicy', 'p', { ...spec, rules }))).toEqual(expected)
  })

  test.each([
    [{}, true],
    [{ enforcementAction: 'deny' }, true],
    [{ enforcementAction: 'warn' }, false],
    [{ enforcementAction: 'dryrun' }, false],
    [{ enforcementAction: 'scoped', scopedEnforcementActions: [{ action: 'warn' }, { action: 'deny' }] }, true],
    [{ enforcementAction: 'scoped', scopedEnforcementActions: [{ action: 'dryrun' }] }, false],
    [{ enforcementAction: '${ACTION}' }, true],
  ])('Gatekeeper, %j: %s', (spec, expected) => {
    const match = { kinds: [{ apiGroups: ['external-secrets.io'], kinds: ['SecretStore'] }] }
    expect(idle(object('constraints.gatekeeper.sh/v1beta1', 'Guard', 'c', { match, ...spec })).length === 0).toBe(
      expected,
    )
  })

  test('Kyverno’s newer policies deny where nobody says, and only report where admission is off', () => {
    const policy = (spec: object): string =>
      object('policies.kyverno.io/v1', 'ValidatingPolicy', 'p', {
        matchConstraints: rule(['externalsecrets']),
        validations: [{ expression: 'has(object.spec.target.template)' }],
        ...spec,
      })
    expect(idle(policy({}))).toEqual([])
    expect(idle(policy({ validationActions: ['Audit'] }))).toEqual([
      'templates: ValidatingPolicy spec.validationActions',
    ])
    expect(idle(policy({ evaluation: { admission: { enabled: false } } }))).toEqual([
      'templates: ValidatingPolicy spec.evaluation.admission.enabled',
    ])
  })
})

test.each([
  7,
  null,
  'x',
  [],
  { rules: [7, { validate: 1 }], match: 7, matchConstraints: [], validationActions: 'Deny' },
])('a strange spec (%j) throws nothing', spec => {
  const kinds = [
    ['kyverno.io/v1', 'ClusterPolicy'],
    ['policies.kyverno.io/v1', 'ValidatingPolicy'],
    ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'],
    ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding'],
    ['constraints.gatekeeper.sh/v1beta1', 'Any'],
    ['templates.gatekeeper.sh/v1', 'ConstraintTemplate'],
  ] as const
  expect(unmet(world(...kinds.map(([version, kind]) => object(version, kind, 'x', spec as object))))).toEqual(ALL)
})
