import type { Answer } from '../../src/model/answer.ts'
import { AddressSet } from '../../src/model/network/addresses.ts'
import { DIRECTIONS, type Direction } from '../../src/model/network/endpoint.ts'
import { type Peer, STRANGER, somePodIn } from '../../src/model/network/peers.ts'
import type { Protocol } from '../../src/model/network/ports.ts'
import type { Pod } from '../../src/model/pods/workloads.ts'
import type { World } from '../../src/model/world.ts'
import { worldOf } from '../world.ts'

/** A pod for the policies of the tests. */
export const POD = `
apiVersion: v1
kind: Pod
metadata: { name: eso, namespace: eso, labels: { app: eso, tier: ops } }
spec: { serviceAccountName: controller, containers: [{ name: c, ports: [{ name: http, containerPort: 8080 }] }] }
`

/** A set with these policies and one pod. */
export function onePod(policies: string, pod = POD): { world: World; pod: Pod } {
  const world = worldOf(`${pod}\n---\n${policies}`)
  const [only] = world.pods
  if (!only || world.pods.length > 1) throw new Error('the set must hold one pod')
  return { world, pod: only }
}

/** The directions in which any of these policies isolates the pod (the only one of the set). */
export function isolatedIn(policies: string, pod = POD): Direction[] {
  const { world, pod: only } = onePod(policies, pod)
  return DIRECTIONS.filter(direction => world.network.isolating(only, direction).length > 0)
}

/**
 * What policies say of a connection, in words: `8.8.8.8:443`, `udp kube-system:53` (some pod of a namespace),
 * `stranger:80`, `vault.example.com:443` (a name), `api:443`.
 */
export function allows(policies: string, direction: Direction, connection: string): Answer {
  const { world, pod } = onePod(policies)
  const [, udp, host = '', port] = /^(udp )?(.*):(\d+|any)$/.exec(connection) ?? []
  const protocol: Protocol = udp ? 'UDP' : 'TCP'
  return world.network.allows(pod, direction, peerOf(host), {
    protocol,
    port: port === 'any' ? undefined : Number(port),
  })
}

function peerOf(host: string): Peer {
  const within = AddressSet.parse(host)
  if (within) return { kind: 'address', within }
  if (host === 'stranger') return STRANGER
  if (host === 'api') return { kind: 'address', within: AddressSet.of('10.0.0.0/8', '34.0.0.0/8'), isApiServer: true }
  return host.includes('.')
    ? { kind: 'address', within: AddressSet.of('10.0.0.0/8', '34.0.0.0/8'), name: host }
    : somePodIn(host)
}
