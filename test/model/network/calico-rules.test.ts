import { describe, expect, test } from 'vitest'
import { AddressSet } from '../../../src/model/network/addresses.ts'
import { allows, onePod } from '../isolation.ts'

const policy = (spec: string, name = 'p', global = false): string => `
apiVersion: projectcalico.org/v3
kind: ${global ? 'GlobalNetworkPolicy' : 'NetworkPolicy'}
metadata: { name: ${name}, ${global ? '' : 'namespace: eso'} }
spec: { types: [Ingress, Egress], ${spec} }
`
const egress = (...rules: string[]): string => policy(`egress: [${rules.map(rule => `{ ${rule} }`).join(', ')}]`)
const to = (entity: string): string => egress(`action: Allow, destination: { ${entity} }`)

describe('actions, one after the other', () => {
  test.each([
    ['nothing', [], 'no'],
    ['Allow', ['action: Allow'], 'yes'],
    ['Deny goes first', ['action: Deny, destination: { nets: [8.0.0.0/8] }', 'action: Allow'], 'no'],
    ['Allow goes first', ['action: Allow', 'action: Deny, destination: { nets: [8.0.0.0/8] }'], 'yes'],
    ['Deny of another address', ['action: Deny, destination: { nets: [9.0.0.0/8] }', 'action: Allow'], 'yes'],
    ['Log decides nothing', ['action: Log', 'action: Allow'], 'yes'],
    ['Pass leaves it to the profile', ['action: Pass', 'action: Deny'], 'yes'],
    ['a Deny that may be meant', ['action: Deny, destination: { nets: ["${NET}"] }', 'action: Allow'], 'unknown'],
    ['an Allow that may be meant', ['action: Allow, destination: { nets: ["${NET}"] }', 'action: Allow'], 'yes'],
    ['an action nobody knows', ['action: Maybe', 'action: Deny'], 'no'],
  ])('%s', (_, rules, answer) => expect(allows(egress(...rules), 'egress', '8.8.8.8:443')).toBe(answer))
})

test('a rule that is filled in later may allow', () => {
  expect(allows(policy('egress: ["${RULE}"]'), 'egress', '8.8.8.8:443')).toBe('unknown')
})

describe('order of policies', () => {
  const allow = 'egress: [{ action: Allow }]'
  const deny = 'egress: [{ action: Deny }]'
  test.each([
    ['the lower number', `order: 1, ${allow}`, `order: 2, ${deny}`, 'yes'],
    ['the lower number, written last', `order: 2, ${allow}`, `order: 1, ${deny}`, 'no'],
    ['a number before none', `${allow}`, `order: 9000, ${deny}`, 'no'],
    ['else the name', allow, deny, 'yes'],
  ])('%s', (_, first, second, answer) =>
    expect(allows(`${policy(first, 'a')}---${policy(second, 'b')}`, 'egress', '8.8.8.8:443')).toBe(answer),
  )

  const kubernetes = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: q, namespace: eso }
spec: { policyTypes: [Egress], egress: [{}] }`
  test.each([
    ['before those of Kubernetes', 'order: 999', 'no'],
    ['after those of Kubernetes', 'order: 1001', 'yes'],
  ])('%s', (_, order, answer) =>
    expect(allows(`${kubernetes}\n---${policy(`${order}, ${deny}`)}`, 'egress', '8.8.8.8:443')).toBe(answer),
  )

  test('another tier goes first; what it does in the end is not read', () => {
    const tier = (rules: string): string => policy(`tier: security, order: 5000, egress: [${rules}]`, 'a', true)
    expect(allows(`${policy(allow, 'b')}---${tier('{ action: Deny }')}`, 'egress', '8.8.8.8:443')).toBe('no')
    expect(allows(`${policy(deny, 'b')}---${tier('{ action: Pass }')}`, 'egress', '8.8.8.8:443')).toBe('no')
    expect(allows(`${policy(allow, 'b')}---${tier('{ action: Pass }')}`, 'egress', '8.8.8.8:443')).toBe('yes')
    expect(allows(`${policy(allow, 'b')}---${tier('')}`, 'egress', '8.8.8.8:443')).toBe('unknown')
  })
})

describe('the other end', () => {
  test.each([
    ['nets: [8.8.8.0/24]', '8.8.8.8:443', 'yes'],
    ['nets: [8.8.8.8]', '8.8.8.8:443', 'yes'],
    ['nets: [0.0.0.0/0]', 'kube-system:443', 'yes'],
    ['nets: [10.0.0.0/8]', 'kube-system:443', 'unknown'],
    ['nets: [8.8.8.0/24]', 'kube-system:443', 'no'],
    ['notNets: [10.0.0.0/8]', '8.8.8.8:443', 'yes'],
    ['notNets: [10.0.0.0/8]', '10.0.0.1:443', 'no'],
    ['nets: [8.0.0.0/8], notNets: [8.8.8.0/24]', '8.8.8.8:443', 'no'],
    ['notNets: [0.0.0.0/0]', 'kube-system:443', 'no'],
    ['selector: all()', 'eso:443', 'yes'],
    ['selector: all()', 'shop:443', 'no'],
    ['selector: all()', '8.8.8.8:443', 'no'],
    ['selector: "app == \'db\'"', 'eso:443', 'unknown'],
    ['namespaceSelector: all()', 'shop:443', 'yes'],
    ['namespaceSelector: "projectcalico.org/name == \'shop\'"', 'shop:443', 'yes'],
    ['namespaceSelector: "projectcalico.org/name == \'shop\'"', 'bank:443', 'no'],
    ['namespaceSelector: global()', '8.8.8.8:443', 'unknown'],
    ['notSelector: all()', 'eso:443', 'no'],
    ['selector: "app = db"', 'eso:443', 'unknown'],
    ['serviceAccounts: { names: [vault] }', 'eso:443', 'unknown'],
    ['services: { name: kubernetes, namespace: default }', '8.8.8.8:443', 'no'],
    ['services: { name: vault, namespace: vault }', '8.8.8.8:443', 'unknown'],
    ['domains: ["*.example.com"]', 'vault.example.com:443', 'yes'],
    ['domains: [other.example.com]', 'vault.example.com:443', 'no'],
    ['domains: ["${HOST}"]', 'vault.example.com:443', 'unknown'],
    ['domains: "${HOSTS}"', 'vault.example.com:443', 'unknown'],
    ['domains: [7]', 'vault.example.com:443', 'unknown'],
    ['nets: "${NETS}"', '8.8.8.8:443', 'unknown'],
    ['selector: ""', '8.8.8.8:443', 'yes'],
    ['selector: null', '8.8.8.8:443', 'yes'],
    ['selector: "${SELECTOR}"', 'eso:443', 'unknown'],
    ['selector: "projectcalico.org/namespace == \'eso\'"', 'eso:443', 'yes'],
    ['selector: "projectcalico.org/orchestrator == \'k8s\'"', 'eso:443', 'yes'],
    ['selector: "projectcalico.org/orchestrator == \'openstack\'"', 'eso:443', 'no'],
  ])('%s for %s', (entity, connection, answer) => expect(allows(to(entity), 'egress', connection)).toBe(answer))

  test('a selector of a global policy takes pods of every namespace, and perhaps a NetworkSet', () => {
    const text = policy('egress: [{ action: Allow, destination: { selector: "!has(app)" } }]', 'p', true)
    expect(allows(text, 'egress', 'stranger:443')).toBe('yes')
    expect(allows(text, 'egress', '8.8.8.8:443')).toBe('unknown')
  })

  test('the family of addresses', () => {
    const text = egress('action: Allow, ipVersion: 6')
    expect(allows(text, 'egress', '8.8.8.8:443')).toBe('no')
    expect(allows(text, 'egress', '2606:4700::1111:443')).toBe('yes')
    // Nobody says whether pods have addresses of that family; that they have one of the other is usual.
    expect(allows(text, 'egress', 'kube-system:443')).toBe('unknown')
    const old = egress('action: Allow, ipVersion: 4')
    expect(['8.8.8.8', '2606:4700::1111', 'kube-system'].map(host => allows(old, 'egress', `${host}:443`))).toEqual([
      'yes',
      'no',
      'yes',
    ])
  })

  test('of ingress it is the source; what is asked of the pod itself nobody tells', () => {
    const from = (rule: string): string => policy(`ingress: [{ action: Allow, ${rule} }]`)
    expect(allows(from('source: { nets: [8.8.8.8] }'), 'ingress', '8.8.8.8:80')).toBe('yes')
    expect(allows(from('source: { nets: [8.8.8.8] }'), 'ingress', '9.9.9.9:80')).toBe('no')
    expect(allows(from('destination: { selector: app }'), 'ingress', '8.8.8.8:80')).toBe('unknown')
    expect(allows(from('source: { ports: [1024] }'), 'ingress', '8.8.8.8:80')).toBe('unknown')
    expect(allows(from('source: { notPorts: [1024] }'), 'ingress', '8.8.8.8:80')).toBe('unknown')
    expect(allows(from('destination: { notPorts: [80] }'), 'ingress', '8.8.8.8:443')).toBe('yes')
    expect(allows(from('http: { methods: [GET] }'), 'ingress', '8.8.8.8:80')).toBe('unknown')
    expect(allows(from('protocol: TCP, destination: { ports: [http] }'), 'ingress', '8.8.8.8:8080')).toBe('yes')
    expect(allows(from('protocol: TCP, destination: { ports: [http] }'), 'ingress', '8.8.8.8:80')).toBe('no')
  })
})

describe('protocols and ports', () => {
  test.each([
    ['protocol: TCP', '8.8.8.8:9', 'yes'],
    ['protocol: UDP', '8.8.8.8:9', 'no'],
    ['protocol: 17', 'udp 8.8.8.8:9', 'yes'],
    ['protocol: ICMP', '8.8.8.8:9', 'no'],
    ['protocol: "${PROTOCOL}"', '8.8.8.8:9', 'unknown'],
    ['notProtocol: TCP', '8.8.8.8:9', 'no'],
    ['notProtocol: TCP', 'udp 8.8.8.8:9', 'yes'],
    ['icmp: { type: 8 }', '8.8.8.8:9', 'no'],
    ['notICMP: { type: 8 }', '8.8.8.8:9', 'no'],
    ['protocol: null', 'udp 8.8.8.8:9', 'yes'],
    ['protocol: null, notProtocol: UDP', 'udp 8.8.8.8:9', 'no'],
    ['protocol: TCP, destination: { ports: "${PORTS}" }', '8.8.8.8:443', 'unknown'],
    ['protocol: TCP, destination: { ports: ["x80:90", "80:90x"] }', '8.8.8.8:80', 'unknown'],
    ['protocol: TCP, destination: { ports: [80], notPorts: [81] }', '8.8.8.8:80', 'yes'],
    ['protocol: TCP, destination: { ports: [https], notPorts: [443] }', '8.8.8.8:443', 'no'],
    ['protocol: TCP, destination: { ports: [https], notPorts: [443] }', '8.8.8.8:444', 'unknown'],
    ['destination: { notPorts: [443] }', '8.8.8.8:443', 'no'],
    ['destination: { ports: [443] }', '8.8.8.8:80', 'no'],
    ['protocol: TCP, destination: { ports: [443] }', '8.8.8.8:443', 'yes'],
    ['protocol: TCP, destination: { ports: [443] }', '8.8.8.8:80', 'no'],
    ['protocol: TCP, destination: { ports: ["8000:8100", 443] }', '8.8.8.8:8100', 'yes'],
    ['protocol: TCP, destination: { ports: ["8000:8100"] }', '8.8.8.8:8101', 'no'],
    ['protocol: TCP, destination: { ports: [https] }', '8.8.8.8:443', 'unknown'],
    ['protocol: TCP, destination: { notPorts: [25] }', '8.8.8.8:25', 'no'],
    ['protocol: TCP, destination: { notPorts: [25] }', '8.8.8.8:26', 'yes'],
    ['protocol: TCP, destination: { ports: ["1:100"], notPorts: ["20:30"] }', '8.8.8.8:31', 'yes'],
    ['protocol: TCP, destination: { notPorts: [smtp] }', '8.8.8.8:26', 'unknown'],
  ])('%s for %s', (rule, connection, answer) =>
    expect(allows(egress(`action: Allow, ${rule}`), 'egress', connection)).toBe(answer),
  )
})

test('where Cilium is in use as well, both must let it through', () => {
  const cilium = (rule: string): string => `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: c, namespace: eso }
spec: { endpointSelector: {}, egress: [${rule}] }
`
  const narrow = (engine: string): string =>
    `${egress('action: Allow, destination: { nets: [8.0.0.0/8] }')}---${engine}`
  const both = onePod(narrow(cilium('{ toCIDR: [8.8.0.0/16, 9.0.0.0/8] }')))
  const admitted = both.world.network.admitted(both.pod, 'egress', { protocol: 'TCP', port: 443 })
  expect([admitted.size, admitted.covers(AddressSet.of('8.8.0.0/16'))]).toEqual([2n ** 16n, true])
  expect(allows(`${egress('action: Allow')}---${cilium('{ toEntities: [all] }')}`, 'egress', '8.8.8.8:443')).toBe('yes')
  expect(allows(`${egress('action: Allow')}---${cilium('{}')}`, 'egress', '8.8.8.8:443')).toBe('no')
})
