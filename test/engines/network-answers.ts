import type { Answer } from '../../src/model/answer.ts'
import { AddressSet } from '../../src/model/network/addresses.ts'
import { type Direction, endpointOf } from '../../src/model/network/endpoint.ts'
import { Network } from '../../src/model/network/network.ts'
import type { Peer } from '../../src/model/network/peers.ts'
import { type Pod, podOf } from '../../src/model/pods/workloads.ts'
import type { Manifest } from '../../src/parse/manifest.ts'
import { manifestsOf } from '../world.ts'
import type { Connection, NetworkCase } from './network-worlds.ts'

/** What is said of a connection; of an address also whether it is among those that are let through for certain. */
export interface NetworkVerdict {
  readonly allows: Answer
  readonly isAdmitted: boolean | undefined
}

/** What our model says of each connection, with its policies as they come out of a change of their text. */
export const networkVerdicts =
  (change: (text: string) => string = text => text) =>
  ({ namespaces, pods: asked, policies, connections }: NetworkCase): NetworkVerdict[] => {
    const items = [...namespaces, ...asked, ...(JSON.parse(change(JSON.stringify(policies))) as unknown[])]
    const manifests = manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }))
    const network = new Network(manifests)
    const pods = manifests.flatMap(manifest => podOf(manifest) ?? [])
    return connections.map(connection => {
      const pod = at(pods, connection.pod)
      const direction: Direction = connection.isIngress ? 'ingress' : 'egress'
      const peer = peerOf(connection, pods, manifests)
      return {
        allows: network.allows(pod, direction, peer, connection),
        isAdmitted:
          peer.kind === 'address' ? network.admitted(pod, direction, connection).covers(peer.within) : undefined,
      }
    })
  }

function at(pods: readonly Pod[], place: number): Pod {
  const pod = pods[place]
  if (pod) return pod
  throw new Error(`there is no pod ${place}`)
}

function peerOf({ peerPod, address }: Connection, pods: readonly Pod[], manifests: readonly Manifest[]): Peer {
  if (peerPod === null) return { kind: 'address', within: AddressSet.of(address) }
  const pod = at(pods, peerPod)
  const home = manifests.find(({ groupKind, name }) => groupKind === 'core/Namespace' && name === pod.namespace)
  return {
    kind: 'pod',
    namespace: pod.namespace ?? '',
    namespaceLabels: endpointOf(pod, home, undefined).namespace,
    labels: { labels: pod.labels, knows: () => true },
  }
}
