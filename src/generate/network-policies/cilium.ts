import type { Direction } from '../../model/network/endpoint.ts'
import type { Body } from '../generator.ts'
import type { Opening, OpenPort, Party } from './opening.ts'
import type { Policy } from './policy.ts'

/** A CiliumNetworkPolicy that isolates the pods in both directions but for what they need. */
export const ciliumPolicy = ({ name, namespace, labels, traffic }: Policy): Body => ({
  apiVersion: 'cilium.io/v2',
  kind: 'CiliumNetworkPolicy',
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  spec: {
    endpointSelector: { matchLabels: labels },
    ingress: orNobody(traffic.ingress.flatMap(opening => rulesOf(opening, 'ingress'))),
    egress: orNobody(traffic.egress.flatMap(opening => rulesOf(opening, 'egress'))),
    ...(traffic.closed.length > 0 && { egressDeny: traffic.closed.flatMap(opening => rulesOf(opening, 'egress')) }),
  },
})

/** Only a direction with rules is denied by default, and an empty rule lets nobody through. */
const orNobody = (rules: readonly Body[]): readonly Body[] => (rules.length > 0 ? rules : [{}])

/** One rule for each kind of peers: those of several kinds in one rule would all have to hold. */
function rulesOf({ parties, ports, isDns }: Opening, direction: Direction): Body[] {
  const side = direction === 'ingress' ? 'from' : 'to'
  const toPorts = ports.length === 0 ? {} : { toPorts: [portsOf(ports, isDns === true)] }
  const groups = Map.groupBy(parties.flatMap(peersOf), ({ field }) => field)
  return [...groups].map(([field, group]) => ({ [`${side}${field}`]: group.map(({ value }) => value), ...toPorts }))
}

/** The agent learns the addresses of names from the answers it sees. */
const portsOf = (ports: readonly OpenPort[], isDns: boolean): Body => ({
  ports: ports.map(({ protocol, port }) => ({ port: String(port), protocol })),
  ...(isDns && { rules: { dns: [{ matchPattern: '*' }] } }),
})

interface CiliumPeer {
  /** Behind `from` or `to`. */
  readonly field: 'Endpoints' | 'CIDR' | 'FQDNs' | 'Entities'
  readonly value: Body | string
}

function peersOf(party: Party): CiliumPeer[] {
  switch (party.kind) {
    case 'pods':
      return [{ field: 'Endpoints', value: { matchLabels: inNamespace(party) } }]
    case 'blocks':
      return party.blocks.map(value => ({ field: 'CIDR', value }))
    case 'host':
      return [{ field: 'FQDNs', value: { matchName: party.name } }]
    case 'api-server':
      return [
        { field: 'Entities', value: 'kube-apiserver' },
        ...party.blocks.map(value => ({ field: 'CIDR', value }) as const),
      ]
    case 'node':
      return [{ field: 'Entities', value: 'host' }]
  }
}

const inNamespace = ({ namespace, labels }: Extract<Party, { kind: 'pods' }>): Body => ({
  'k8s:io.kubernetes.pod.namespace': namespace,
  ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [`k8s:${key}`, value])),
})
