import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { networkPolicies } from '../../src/generate/network-policies/network-policies.ts'
import { CHOICE } from '../generate/choice.ts'
import { STORES } from '../generate/network-policies/stores.ts'
import { OPERATOR } from '../generate/operator.ts'
import { manifestsOf, worldOf } from '../world.ts'
import { type Connection, POD_ADDRESSES } from './network-worlds.ts'
import { Oracle } from './oracle.ts'

const SET = `${OPERATOR}---${STORES}`
const [CONTROLLER, WEBHOOK, CERT_CONTROLLER, DNS, VAULT, STRANGER] = [0, 1, 2, 3, 4, 5] as const

const pod = (namespace: string, name: string, labels: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels },
  spec: { containers: [{ name: 'main', image: 'i' }] },
})
const PODS = [
  ...['external-secrets', 'webhook', 'certcontroller'].map(name =>
    pod('eso', name, { 'app.kubernetes.io/name': name }),
  ),
  pod('kube-system', 'dns', { 'k8s-app': 'kube-dns' }),
  pod('vault', 'vault', { app: 'vault' }),
  pod('shop', 'stranger', {}),
]
const NAMESPACES = ['eso', 'kube-system', 'vault', 'shop'].map(name => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
}))

type Other = number | string
const connection = (
  isIngress: boolean,
  from: number,
  other: Other,
  port: number,
  protocol: 'TCP' | 'UDP' = 'TCP',
): Connection => ({
  ...{ isIngress, pod: from, protocol, port },
  peerPod: typeof other === 'number' ? other : null,
  address: typeof other === 'string' ? other : '',
})
const out = (from: number, to: Other, port: number, protocol?: 'TCP' | 'UDP') =>
  connection(false, from, to, port, protocol)
const into = (to: number, from: Other, port: number) => connection(true, to, from, port)

/** What the set asks for, and what it does not. A pod may have an address of a block, so that some are open to doubt. */
const EXPECTED: readonly (readonly [string, Connection, string])[] = [
  ['DNS', out(CONTROLLER, DNS, 53, 'UDP'), 'yes'],
  ['the Service of a store, at the port of its pods', out(CONTROLLER, VAULT, 8210), 'yes'],
  ['another port of it', out(CONTROLLER, VAULT, 8200), 'no'],
  ['a store by address', out(CONTROLLER, '20.1.2.7', 8300), 'yes'],
  ['the address beside it', out(CONTROLLER, '20.1.2.8', 8300), 'no'],
  ['a host by name', out(CONTROLLER, '8.8.8.8', 443), 'yes'],
  ['another port of the internet', out(CONTROLLER, '8.8.8.8', 80), 'no'],
  ['the agent of the pod’s identity', out(CONTROLLER, '169.254.170.23', 80), 'yes'],
  ['the metadata service of the node', out(CONTROLLER, '169.254.169.254', 80), 'no'],
  ['the API server', out(CERT_CONTROLLER, '10.0.0.1', 6443), 'yes'],
  ['the internet from elsewhere', out(CERT_CONTROLLER, '8.8.8.8', 443), 'no'],
  ['the API server from the webhook', out(WEBHOOK, '10.0.0.1', 443), 'no'],
  ['calls of the webhook', into(WEBHOOK, '10.0.0.1', 10250), 'yes'],
  ['metrics for anybody', into(CONTROLLER, STRANGER, 8080), 'no'],
  ['metrics for the network', into(WEBHOOK, '10.0.0.1', 8080), 'no'],
]

const source = inject('oracle')
let oracle: Oracle | undefined
beforeAll(() => {
  if ('program' in source) oracle = new Oracle(source.program)
})
afterAll(() => oracle?.stop())

test.skipIf('missing' in source && !source.isFailure)(
  'the API server takes the generated policies, and Cyclonus reads them as they are meant',
  async () => {
    if (!oracle) throw new Error('missing' in source ? source.missing : 'the oracle is not running')
    const { files } = networkPolicies.generate(worldOf(SET), CHOICE)
    const policies = files.flatMap(({ documents }) => documents.map(({ body }) => body))
    expect(manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: policies }))).toHaveLength(3)
    const answers = await oracle.ask<string[]>('network', {
      ...{ namespaces: NAMESPACES, pods: PODS, policies, podAddresses: POD_ADDRESSES },
      connections: EXPECTED.map(([, asked]) => asked),
    })
    expect(EXPECTED.map(([what], i) => `${what}: ${answers[i]}`)).toEqual(
      EXPECTED.map(([what, , answer]) => `${what}: ${answer}`),
    )
  },
)
