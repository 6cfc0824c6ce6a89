import { describe, expect, test } from 'vitest'
import { isolatedIn, POD } from '../isolation.ts'

const policy = (rules: string, namespace = 'eso'): string => `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: p, namespace: ${namespace} }
${rules}
`
const clusterwide = (rules: string): string =>
  policy(rules).replace('kind: Cilium', 'kind: CiliumClusterwide').replace(', namespace: eso', '')

const spec = (text: string): string => `spec: { endpointSelector: {}, ${text} }`

describe('directions', () => {
  // TestSanitizeDefaultDeny in cilium/cilium pkg/policy/api/rule_validation_test.go.
  test.each([
    ['an empty rule denies', 'ingress: [{}]', ['ingress']],
    ['so does a deny rule', 'ingressDeny: [{}]', ['ingress']],
    ['egress', 'egress: [{ toEntities: [world] }]', ['egress']],
    ['egressDeny', 'egressDeny: [{}]', ['egress']],
    ['both', 'ingress: [{}], egress: [{}]', ['ingress', 'egress']],
    // Rule.Validate: "rule must have at least one of Ingress, IngressDeny, Egress, EgressDeny".
    ['an empty list alone is refused by the agent', 'ingress: []', []],
    ['two empty lists as well', 'ingress: [], egress: []', []],
    ['no section', 'description: nothing', []],
    ['an empty list beside rules of the other direction', 'ingress: [], egress: [{}]', ['egress']],
    ['a section that is no list', 'ingress: {}', []],
    ['enableDefaultDeny off', 'ingress: [{}], egress: [{}], enableDefaultDeny: { ingress: false }', ['egress']],
    [
      'enableDefaultDeny off for both',
      'ingress: [{}], egress: [{}], enableDefaultDeny: { ingress: false, egress: false }',
      [],
    ],
    ['enableDefaultDeny on', 'egress: [{}], enableDefaultDeny: { egress: true }', ['egress']],
    // IngressCommonRule.sanitize, EgressRule.sanitize: the agent refuses the policy, which then isolates nothing.
    ['peers of two kinds in a rule', 'egress: [{ toEndpoints: [{}], toEntities: [world] }]', []],
    ['in a rule that denies', 'egress: [{}], ingressDeny: [{ fromCIDR: [8.8.8.8], fromEntities: [host] }]', []],
    ['an empty list beside peers', 'egress: [{ toEndpoints: [], toEntities: [world] }]', ['egress']],
    ['ICMP with ports', 'egress: [{ icmps: [{ fields: [{ type: 8 }] }], toPorts: [{ ports: [{ port: "80" }] }] }]', []],
    // computePolicyEnforcementAndRules looks at EnableDefaultDeny only where there are rules.
    [
      'enableDefaultDeny on without rules',
      'egress: [{}], enableDefaultDeny: { ingress: true, egress: true }',
      ['egress'],
    ],
  ])('%s', (_, text, directions) => {
    expect(isolatedIn(policy(spec(text)))).toEqual(directions)
    expect(isolatedIn(clusterwide(spec(text)))).toEqual(directions)
  })
})

describe('specs', () => {
  test('each rule selects by itself', () => {
    const rules = `
specs:
  - { endpointSelector: { matchLabels: { app: other } }, ingress: [{}] }
  - { endpointSelector: { matchLabels: { app: eso } }, egress: [{}] }
`
    expect(isolatedIn(policy(rules))).toEqual(['egress'])
  })

  test('spec and specs count together', () => {
    expect(isolatedIn(policy(`${spec('ingress: [{}]')}\nspecs: [{ endpointSelector: {}, egress: [{}] }]`))).toEqual([
      'ingress',
      'egress',
    ])
  })

  test('one refused rule takes all with it', () => {
    expect(isolatedIn(policy(`${spec('ingress: [{}]')}\nspecs: [{ endpointSelector: {}, egress: [] }]`))).toEqual([])
  })

  test('so does one whose selector cannot be read', () => {
    const broken = 'specs: [{ endpointSelector: { matchLabels: { app: 1 } }, ingress: [{}] }]'
    expect(isolatedIn(policy(`${spec('ingress: [{}]')}\n${broken}`))).toEqual([])
  })

  test('none at all', () => expect(isolatedIn(policy('specs: 3'))).toEqual([]))
})

describe('nodes', () => {
  test('a policy for nodes selects no pod', () => {
    expect(isolatedIn(clusterwide('spec: { nodeSelector: {}, ingress: [{}] }'))).toEqual([])
  })

  test('beside a rule for pods it does not matter', () => {
    const rules = 'specs: [{ nodeSelector: {}, ingress: [{}] }, { endpointSelector: {}, egress: [{}] }]'
    expect(isolatedIn(clusterwide(rules))).toEqual(['egress'])
  })

  test.each([
    ['two selectors', 'spec: { endpointSelector: {}, nodeSelector: {}, ingress: [{}] }'],
    ['no selector', 'spec: { ingress: [{}] }'],
    ['a selector that is null', 'spec: { endpointSelector: null, ingress: [{}] }'],
  ])('%s are refused', (_, rules) => expect(isolatedIn(clusterwide(rules))).toEqual([]))

  test('a namespaced policy for nodes is refused with all its rules', () => {
    const rules = 'specs: [{ nodeSelector: {}, ingress: [{}] }, { endpointSelector: {}, egress: [{}] }]'
    expect(isolatedIn(policy(rules))).toEqual([])
  })
})

const selecting = (selector: string): string => `spec: { endpointSelector: ${selector}, ingress: [{}] }`
const expression = (text: string): string => selecting(`{ matchExpressions: [{ ${text} }] }`)

describe('endpoint selectors', () => {
  test.each([
    ['a plain key', selecting('{ matchLabels: { app: eso } }'), true],
    ['the source k8s', selecting('{ matchLabels: { "k8s:app": eso } }'), true],
    ['the source any', selecting('{ matchLabels: { "any:app": eso } }'), true],
    ['another source', selecting('{ matchLabels: { "container:app": eso } }'), false],
    ['another value', selecting('{ matchLabels: { "k8s:app": other } }'), false],
    ['two spellings that disagree', selecting('{ matchLabels: { "k8s:app": eso, app: other } }'), false],
    ['an expression', expression('key: "k8s:tier", operator: In, values: [ops]'), true],
    ['no pod has a reserved label', expression('key: "reserved:host", operator: DoesNotExist'), true],
    ['its ServiceAccount', selecting('{ matchLabels: { io.cilium.k8s.policy.serviceaccount: controller } }'), true],
    ['a cluster nobody names', expression('key: io.cilium.k8s.policy.cluster, operator: NotIn, values: [dev]'), false],
    ['a value that is no text', selecting('{ matchLabels: { app: 1 } }'), false],
    ['no mapping', selecting('[]'), false],
  ])('%s', (_, rules, isSelected) => {
    expect(isolatedIn(policy(rules))).toEqual(isSelected ? ['ingress'] : [])
    expect(isolatedIn(clusterwide(rules))).toEqual(isSelected ? ['ingress'] : [])
  })
})

describe('namespaces', () => {
  const named = (key: string, value: string): string => selecting(`{ matchLabels: { "${key}": ${value} } }`)
  const NAMESPACE = 'io.kubernetes.pod.namespace'

  test('a namespaced policy stays in its own', () => {
    expect(isolatedIn(policy(spec('ingress: [{}]'), 'other'))).toEqual([])
  })

  test.each([NAMESPACE, `k8s:${NAMESPACE}`, `any:${NAMESPACE}`])('clusterwide by %s', key => {
    expect(isolatedIn(clusterwide(named(key, 'eso')))).toEqual(['ingress'])
    expect(isolatedIn(clusterwide(named(key, 'other')))).toEqual([])
  })

  test('in a namespaced policy the k8s spelling of another namespace is put right, any other selects nothing', () => {
    expect(isolatedIn(policy(named(`k8s:${NAMESPACE}`, 'other')))).toEqual(['ingress'])
    expect(isolatedIn(policy(named(NAMESPACE, 'other')))).toEqual([])
    expect(isolatedIn(policy(named(`k8s:${NAMESPACE}`, 'eso'), 'other'))).toEqual([])
  })

  test('everything but kube-system, the usual default deny', () => {
    const rules = expression(`key: ${NAMESPACE}, operator: NotIn, values: [kube-system]`)
    expect(isolatedIn(clusterwide(rules))).toEqual(['ingress'])
    expect(isolatedIn(clusterwide(rules), POD.replace('namespace: eso', 'namespace: kube-system'))).toEqual([])
    expect(isolatedIn(clusterwide(rules), POD.replace('namespace: eso,', '')), 'a namespace nobody names').toEqual([])
  })

  const label = 'io.cilium.k8s.namespace.labels.team'
  const NAMESPACE_MANIFEST = '\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: eso, labels: { team: ops } }\n'

  test('labels of a Namespace that is in the set', () => {
    expect(isolatedIn(clusterwide(named(label, 'ops')) + NAMESPACE_MANIFEST)).toEqual(['ingress'])
    expect(isolatedIn(clusterwide(named(label, 'web')) + NAMESPACE_MANIFEST)).toEqual([])
    const absent = clusterwide(expression('key: io.cilium.k8s.namespace.labels.exempt, operator: DoesNotExist'))
    expect(isolatedIn(absent + NAMESPACE_MANIFEST)).toEqual(['ingress'])
    expect(isolatedIn(absent), 'unknown without the Namespace').toEqual([])
  })

  test('the name label of every Namespace is known', () => {
    const key = 'k8s:io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name'
    expect(isolatedIn(clusterwide(named(key, 'eso')))).toEqual(['ingress'])
  })
})
