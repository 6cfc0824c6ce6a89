import type { Answer } from '../../src/model/answer.ts'
import { AddressSet } from '../../src/model/network/addresses.ts'
import { type Direction, endpointOf } from '../../src/model/network/endpoint.ts'
import { Network } from '../../src/model/network/network.ts'
import type { Peer } from '../../src/model/network/peers.ts'
import { type Pod, podOf } from '../../src/model/pods/workloads.ts'
import type { Manifest } from '../../src/parse/manifest.ts'
import { manifestsOf } from '../world.ts'
import { compare } from './comparison.ts'
import { type Connection, type NetworkCase, POD_ADDRESSES, randomNetwork } from './network-worlds.ts'

/** What is said of a connection; of an address also whether it is among those that are let through for certain. */
interface Verdict {
  readonly allows: Answer
  readonly isAdmitted: boolean | undefined
}

/** As test/engines/k8s-oracle asks: what can be one way or the other is not known. */
const theirs = (answers: readonly Answer[], { connections }: NetworkCase): Verdict[] =>
  connections.map(({ peerPod }, i) => {
    const allows = answers[i] ?? 'unknown'
    return { allows, isAdmitted: peerPod === null ? allows === 'yes' : undefined }
  })

const judge =
  (change: (text: string) => string) =>
  ({ namespaces, pods: asked, policies, connections }: NetworkCase): Verdict[] => {
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

compare<NetworkCase, readonly Answer[], readonly Verdict[]>({
  name: 'NetworkPolicy',
  cases: randomNetwork,
  ask: (oracle, asked) => oracle.ask('network', { ...asked, podAddresses: POD_ADDRESSES }),
  theirs,
  ours: judge(text => text),
  outcomesOf: verdicts => verdicts.map(({ allows }) => allows),
  outcomes: ['yes', 'no', 'unknown'],
  planted: {
    'an exception is not looked at': judge(text => text.replaceAll('"except"', '"other"')),
    'a range ends where it begins': judge(text => text.replaceAll('"endPort"', '"other"')),
    'a missing list of peers takes nobody': judge(text =>
      text.replaceAll(/"(from|to)":(?:null|\[\])/g, '"$1":[{"podSelector":{"matchLabels":{"no":"one"}}}]'),
    ),
    'a protocol is not looked at': judge(text => text.replaceAll('"protocol"', '"other"')),
  },
})
