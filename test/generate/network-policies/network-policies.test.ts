import { describe, expect, test } from 'vitest'
import { checkWorld } from '../../../src/check/check.ts'
import { componentsOf } from '../../../src/check/network.ts'
import { API_SERVER } from '../../../src/check/provider-peers.ts'
import { generateAll } from '../../../src/generate/generate.ts'
import type { Choice } from '../../../src/generate/generator.ts'
import { networkPolicies } from '../../../src/generate/network-policies/network-policies.ts'
import type { Answer } from '../../../src/model/answer.ts'
import type { ComponentRole } from '../../../src/model/eso/eso.ts'
import { AddressSet, EVERY_ADDRESS } from '../../../src/model/network/addresses.ts'
import { DIRECTIONS, type Direction } from '../../../src/model/network/endpoint.ts'
import { type Peer, STRANGER } from '../../../src/model/network/peers.ts'
import type { Protocol } from '../../../src/model/network/ports.ts'
import type { World, WorldOptions } from '../../../src/model/world.ts'
import { RULES } from '../../../src/rules/index.ts'
import { worldOf } from '../../world.ts'
import { CHOICE } from '../choice.ts'
import { OPERATOR } from '../operator.ts'
import { STORES } from './stores.ts'

const FLAVORS = ['k8s', 'cilium', 'calico'] as const
const SET = `${OPERATOR}---${STORES}`

/** The world with what is generated for it. */
function secured(yaml: string, flavor: Choice['flavor'], options: WorldOptions = {}): World {
  const { files } = generateAll([networkPolicies], [worldOf(yaml, options)], { ...CHOICE, flavor }, id => id)
  return worldOf(
    [yaml, ...files.flatMap(({ purpose, text }) => (purpose === 'manifests' ? text : []))].join('\n---\n'),
    options,
  )
}

const made = (yaml: string, flavor: Choice['flavor'] = 'k8s', options: WorldOptions = {}) =>
  networkPolicies.generate(worldOf(yaml, options), { ...CHOICE, flavor })

const labels = (all: Record<string, string>) => ({ labels: all, knows: () => true })
const podIn = (namespace: string, own: Record<string, string>): Peer => ({
  kind: 'pod',
  namespace,
  namespaceLabels: labels({ 'kubernetes.io/metadata.name': namespace }),
  labels: labels(own),
})
const at = (address: string, name?: string): Peer => ({
  kind: 'address',
  within: AddressSet.of(address),
  ...(name !== undefined && { name }),
})

function asker(world: World) {
  return (role: ComponentRole, direction: Direction, peer: Peer, port: number, protocol: Protocol = 'TCP'): Answer => {
    const component = componentsOf(world).find(one => one.role === role)
    if (!component) throw new Error(`there is no ${role}`)
    return world.network.allows(component.pod, direction, peer, { protocol, port })
  }
}

describe.each(FLAVORS)('%s', flavor => {
  const world = secured(SET, flavor)
  const allows = asker(world)

  test('each component is isolated in both directions, and cut off from nothing it needs', () => {
    for (const { pod } of componentsOf(world))
      for (const direction of DIRECTIONS) expect(world.network.isolating(pod, direction)).toHaveLength(1)
    const said = checkWorld(RULES, world).map(({ rule, problem }) => `${rule.id}: ${problem.message}`)
    const ours =
      /^(?:eso-without-network-policy|required-traffic-blocked|network-policy-|unrestricted-ingress|metadata-service|unprotected-metrics)/
    expect(said.filter(line => ours.test(line))).toEqual([])
  })

  test('the controller reaches what its stores name, at their ports only', () => {
    const egress = (peer: Peer, port: number, protocol?: Protocol) =>
      allows('controller', 'egress', peer, port, protocol)
    expect(egress(podIn('vault', { app: 'vault' }), 8210)).toBe('yes')
    expect(egress(podIn('vault', { app: 'vault' }), 8200)).toBe('no')
    expect(egress(podIn('vault', { app: 'other' }), 8210)).toBe('no')
    expect(egress(at('20.1.2.7'), 8300)).toBe('yes')
    expect(egress(at('20.1.2.8'), 8300)).toBe('no')
    expect(egress(podIn('kube-system', { 'k8s-app': 'kube-dns' }), 53, 'UDP')).toBe('yes')
    expect(egress(podIn('kube-system', { 'k8s-app': 'kube-dns' }), 9999)).toBe('no')
    expect(egress(API_SERVER, 6443)).not.toBe('no')
    for (const host of [
      'vault.example.com',
      'ssm.eu-west-1.amazonaws.com',
      'sts.eu-west-1.amazonaws.com',
      'api.github.com',
    ])
      expect(egress({ kind: 'address', within: EVERY_ADDRESS, name: host }, 443)).not.toBe('no')
    expect(egress(at('8.8.8.8', 'evil.example.net'), 443)).toBe(flavor === 'k8s' ? 'yes' : 'no')
    expect(egress(at('8.8.8.8', 'evil.example.net'), 80)).toBe('no')
    expect(egress(at('169.254.170.23'), 80)).toBe('yes')
    expect(egress(at('169.254.169.254'), 80)).toBe('no')
  })

  test('the others reach no provider, and nobody reaches them but who must', () => {
    expect(allows('webhook', 'egress', API_SERVER, 443)).toBe('no')
    expect(allows('cert-controller', 'egress', API_SERVER, 443)).not.toBe('no')
    expect(allows('cert-controller', 'egress', at('20.1.2.7'), 8300)).toBe('no')
    expect(allows('webhook', 'ingress', API_SERVER, 10250)).not.toBe('no')
    expect(allows('webhook', 'ingress', STRANGER, 8080)).toBe('no')
    expect(allows('controller', 'ingress', STRANGER, 8080)).toBe('no')
  })
})

test('where no host must be reached by name, the internet is closed', () => {
  const one = `${OPERATOR}---${STORES.split('---')[2]}`
  const rules = checkWorld(RULES, secured(one, 'k8s')).map(({ rule }) => rule.id)
  expect(rules).not.toContain('unrestricted-egress')
  expect(rules).not.toContain('metadata-service-reachable')
})

test('the config says where the API server is and who reads metrics', () => {
  const options = {
    config: { clusters: { default: { apiServer: ['198.51.100.4/32'], monitoringNamespaces: ['watch'] } } },
  }
  for (const flavor of FLAVORS) {
    const allows = asker(secured(OPERATOR, flavor, options))
    expect(allows('webhook', 'ingress', at('198.51.100.4'), 10250)).toBe('yes')
    expect(allows('webhook', 'ingress', at('10.0.0.1'), 10250)).toBe('no')
    expect(allows('controller', 'ingress', podIn('watch', {}), 8080)).toBe('yes')
    expect(allows('controller', 'ingress', podIn('other', {}), 8080)).toBe('no')
  }
  expect(made(OPERATOR, 'k8s', options).notes).toEqual([])
})

test('metrics are open to the namespace of the program that reads them; a reader that is unknown is named', () => {
  const scraped = OPERATOR.replace('metadata: {', "metadata: { annotations: { prometheus.io/scrape: 'true' },")
  expect(made(scraped).notes.join()).toContain('something reads the metrics of the controller')
  const reader = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: watch }
spec: { template: { spec: { containers: [{ name: main, image: "quay.io/prometheus/prometheus:v3.5.0" }] } } }
`
  const both = `${scraped}---${reader}`
  expect(made(both).notes.join()).not.toContain('reads the metrics')
  expect(asker(secured(both, 'k8s'))('controller', 'ingress', podIn('watch', {}), 8080)).toBe('yes')
})

test('what cannot be said is said', () => {
  const store = (provider: string) =>
    `${OPERATOR}---\napiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a, namespace: shop }\nspec: { provider: ${provider} }`
  expect(made(store('{ keepersecurity: { folderID: x } }')).notes.join()).toContain(
    'which servers SecretStore shop/a (Keeper Security) speaks to is not known',
  )
  expect(made(store('{ vault: { server: "${VAULT}" } }')).notes.join()).toContain('is not known')
  expect(made(store('{ azurekv: { vaultUrl: "${VAULT}" } }')).notes.join()).toContain('is not known')
  expect(made(store('{ vault: { server: "https://v.example.com" } }')).notes.join()).toContain(
    'cannot name hosts: for v.example.com',
  )
  expect(made(store('{ vault: { server: "https://v.example.com" } }'), 'calico').notes.join()).toContain(
    'Calico Enterprise',
  )
  const policy = `${OPERATOR}---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: old, namespace: eso }\nspec: { podSelector: {} }`
  expect(made(policy).notes.join()).toContain('NetworkPolicy old selects the webhook already')
  const onNode = OPERATOR.replaceAll(
    'spec:\n      serviceAccountName',
    'spec:\n      hostNetwork: true\n      serviceAccountName',
  )
  expect(made(onNode).files).toEqual([])
  expect(made(onNode).notes.join()).toContain('take hostNetwork off')
  expect(made('apiVersion: v1\nkind: Namespace\nmetadata: { name: eso }').notes).toEqual([
    'no External Secrets Operator is installed here',
  ])
})

test('behind a proxy only the proxy is open, and what is near', () => {
  const proxied = OPERATOR.replace(
    'args: [--concurrent=1]',
    'args: [--concurrent=1]\n          env: [{ name: HTTPS_PROXY, value: "http://10.9.9.9:3128" }]',
  )
  const allows = asker(secured(`${proxied}---${STORES}`, 'k8s'))
  expect(allows('controller', 'egress', at('10.9.9.9'), 3128)).toBe('yes')
  expect(allows('controller', 'egress', at('8.8.8.8'), 443)).toBe('no')
  expect(allows('controller', 'egress', at('20.1.2.7'), 8300)).toBe('yes')
})

test('names from manifests cannot break out of a selector', () => {
  const odd = OPERATOR.replaceAll('app.kubernetes.io/name: webhook', `app.kubernetes.io/name: "a' || all() || 'b"`)
  expect(JSON.stringify(made(odd, 'calico').files)).not.toContain('all()')
  const store = `${OPERATOR}---\napiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: a }\nspec: { provider: { vault: { server: "https://x.a' || all().svc" } } }`
  expect(
    JSON.stringify(made(store, 'calico').files.flatMap(({ documents }) => documents.map(({ body }) => body))),
  ).not.toContain('all()')
})

test('an address that no store may have is not opened because a store has it', () => {
  const store = (server: string) =>
    `${OPERATOR}---\napiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a, namespace: shop }\nspec: { provider: { vault: { server: "${server}" } } }`
  for (const server of [
    'http://169.254.169.254',
    'http://[fd00:ec2::254]',
    'http://127.0.0.1:8200',
    'https://localhost',
  ]) {
    expect(made(store(server)).notes.join()).toContain('SecretStore shop/a names')
    expect(asker(secured(store(server), 'k8s'))('controller', 'egress', at('169.254.169.254'), 80)).toBe('no')
  }
  const options = { config: { allowedEndpoints: ['*.example.com'] } }
  expect(made(store('https://8.8.8.8'), 'k8s', options).notes.join()).toContain('names 8.8.8.8, which stays closed')
  expect(asker(secured(store('https://8.8.8.8'), 'k8s', options))('controller', 'egress', at('8.8.8.8'), 443)).toBe(
    'no',
  )
})

test.each(['cilium', 'calico'] as const)('%s: a name of a store may stand for the metadata service', flavor => {
  const store = (auth: string) =>
    `${OPERATOR}---\napiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a, namespace: shop }\nspec: { provider: { vault: { server: "http://evil.example.com", auth: ${auth} } } }`
  const metadata = at('169.254.169.254', 'evil.example.com')
  const egress = (auth: string) => asker(secured(store(auth), flavor))('controller', 'egress', metadata, 80)
  expect(egress('{ tokenSecretRef: { name: t, key: k } }')).toBe('no')
  expect(egress('{ gcp: { role: a } }')).toBe('yes')
})

test('each controller has what its own stores need', () => {
  const scoped = (name: string, namespace: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: eso }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: main, image: "x/external-secrets:v2.9.0", args: [--namespace=${namespace}] }
`
  const text = `${scoped('a', 'shop')}---${scoped('b', 'bank')}---${STORES}`
  const [a, b] = made(text).files.flatMap(({ documents }) => documents.map(({ comment }) => comment.join()))
  expect(a).toContain('20.1.2.7/32')
  expect(b).not.toContain('20.1.2.7/32')
})
