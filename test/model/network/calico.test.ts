import { describe, expect, test } from 'vitest'
import { isolatedIn, POD } from '../isolation.ts'

const policy = (spec: string, namespace = 'eso', apiVersion = 'projectcalico.org/v3'): string => `
apiVersion: ${apiVersion}
kind: NetworkPolicy
metadata: { name: p, namespace: ${namespace} }
spec: ${spec}
`
const global = (spec: string, apiVersion = 'projectcalico.org/v3'): string => `
apiVersion: ${apiVersion}
kind: GlobalNetworkPolicy
metadata: { name: p }
spec: ${spec}
`

describe.each([
  ['NetworkPolicy', policy],
  ['GlobalNetworkPolicy', global],
])('directions of a %s', (_, kind) => {
  // https://docs.tigera.io/calico/latest/reference/resources/networkpolicy, field types.
  test.each([
    ['without rules', '{}', ['ingress']],
    ['an empty list of types', '{ types: [] }', ['ingress']],
    ['ingress rules', '{ ingress: [{ action: Allow }] }', ['ingress']],
    ['egress rules alone', '{ egress: [{ action: Deny }] }', ['egress']],
    ['rules of both', '{ ingress: [{ action: Allow }], egress: [{ action: Allow }] }', ['ingress', 'egress']],
    ['types go first', '{ types: [Ingress], egress: [{ action: Allow }] }', ['ingress']],
    ['both types', '{ types: [Ingress, Egress] }', ['ingress', 'egress']],
    ['an unknown type', '{ types: [Ingress, Both] }', []],
    ['a spec that is no mapping', '7', ['ingress']],
  ])('%s', (_, spec, directions) => expect(isolatedIn(kind(spec))).toEqual(directions))
})

test('the kinds of the datastore count, too', () => {
  expect(isolatedIn(policy('{}', 'eso', 'crd.projectcalico.org/v1'))).toEqual(['ingress'])
  expect(isolatedIn(global('{}', 'crd.projectcalico.org/v1'))).toEqual(['ingress'])
})

const selects = (kind: (spec: string) => string, fields: string): boolean =>
  isolatedIn(kind(`{ ${fields} }`)).length > 0

describe('selectors', () => {
  test.each([
    ['of labels', `selector: "app == 'eso' && has(tier)"`, true],
    ['of other labels', `selector: "app == 'other'"`, false],
    ['of everything', 'selector: all()', true],
    ['empty', 'selector: ""', true],
    ['that cannot be read', 'selector: "app = eso"', false],
    ['that are no text', 'selector: { app: eso }', false],
    ['global(), which the API refuses here', 'selector: global()', false],
    ['what Calico adds', `selector: "projectcalico.org/orchestrator == 'k8s'"`, true],
    ['the name of the ServiceAccount', `selector: "projectcalico.org/serviceaccount == 'controller'"`, true],
    ['the namespace', `selector: "projectcalico.org/namespace == 'eso'"`, true],
    ['another namespace', `selector: "projectcalico.org/namespace != 'eso'"`, false],
    [
      'a pod may not bring a label that Calico gives',
      `selector: "projectcalico.org/namespace == 'kube-system'"`,
      false,
    ],
  ])('%s', (_, fields, isSelected) => {
    expect(selects(policy, fields)).toBe(isSelected)
    expect(selects(global, fields)).toBe(isSelected)
  })

  test('a NetworkPolicy stays in its namespace', () => {
    expect(selects(spec => policy(spec, 'other'), 'selector: all()')).toBe(false)
  })
})

describe('namespaceSelector of a GlobalNetworkPolicy', () => {
  const selected = (selector: string, set = '', pod = POD) =>
    isolatedIn(`${global(`{ namespaceSelector: "${selector}" }`)}\n---\n${set}`, pod).length > 0
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: eso, labels: { team: ops } }'

  test('the name of a namespace is known without its manifest', () => {
    expect(selected("projectcalico.org/name == 'eso'")).toBe(true)
    expect(selected("kubernetes.io/metadata.name in {'eso'}")).toBe(true)
    expect(selected("projectcalico.org/name not in {'eso'}")).toBe(false)
  })

  test('other labels are known when the Namespace is in the set', () => {
    expect(selected("team == 'ops'", namespace)).toBe(true)
    expect(selected("team == 'ops'")).toBe(false)
    expect(selected('!has(exempt)', namespace)).toBe(true)
    expect(selected('!has(exempt)'), 'the Namespace may have it').toBe(false)
  })

  test('of a pod whose namespace nobody names nothing is known', () => {
    const pod = POD.replace('namespace: eso,', '')
    expect(selected("projectcalico.org/name != 'kube-system'", '', pod)).toBe(false)
    expect(selected('all()', '', pod)).toBe(true)
    const byLabel = global(`{ selector: "projectcalico.org/namespace != 'kube-system'" }`)
    expect(isolatedIn(byLabel, pod)).toEqual([])
  })

  test('unreadable: nothing', () => expect(selected('team ==')).toBe(false))
})

describe('serviceAccountSelector', () => {
  const account = (namespace: string) =>
    `\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: controller, namespace: ${namespace}, labels: { team: ops } }`
  const byTeam = `{ serviceAccountSelector: "team == 'ops'" }`

  test.each([
    ['NetworkPolicy', policy],
    ['GlobalNetworkPolicy', global],
  ])('of a %s', (_, kind) => {
    expect(isolatedIn(kind(byTeam) + account('eso'))).toEqual(['ingress'])
    expect(isolatedIn(kind(byTeam) + account('other'))).toEqual([])
    expect(isolatedIn(kind(`{ serviceAccountSelector: "projectcalico.org/name == 'controller'" }`))).toEqual([
      'ingress',
    ])
    expect(isolatedIn(kind(`{ serviceAccountSelector: "projectcalico.org/name == 'default'" }`))).toEqual([])
  })
})

describe('policies for hosts', () => {
  test.each(['doNotTrack', 'preDNAT'])('%s does nothing for pods', field => {
    expect(isolatedIn(global(`{ ${field}: true, applyOnForward: true, types: [Ingress] }`))).toEqual([])
    expect(isolatedIn(global(`{ ${field}: false, types: [Ingress] }`))).toEqual(['ingress'])
  })

  test('applyOnForward alone keeps what it does for pods', () => {
    expect(isolatedIn(global('{ applyOnForward: true, types: [Egress] }'))).toEqual(['egress'])
  })
})
