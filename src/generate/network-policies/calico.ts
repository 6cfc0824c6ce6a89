import { PRIVATE_BLOCKS } from '../../model/network/addresses.ts'
import type { Direction } from '../../model/network/endpoint.ts'
import type { Body } from '../generator.ts'
import type { Opening, OpenPort, Party } from './opening.ts'
import type { Policy } from './policy.ts'

/** A NetworkPolicy of Calico that isolates the pods in both directions but for what they need. */
export const calicoPolicy = ({ name, namespace, labels, traffic }: Policy): Body => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  spec: {
    selector: selectorOf(labels),
    types: ['Ingress', 'Egress'],
    ingress: traffic.ingress.flatMap(opening => rulesOf(opening, 'ingress')),
    // The first rule that takes a connection decides.
    egress: [
      ...traffic.closed.flatMap(opening => rulesOf(opening, 'egress', 'Deny')),
      ...traffic.egress.flatMap(opening => rulesOf(opening, 'egress')),
    ],
  },
})

type Action = 'Allow' | 'Deny'

/** One rule for each party and protocol, since all that a rule says must hold. Connections of the node itself need none. */
function rulesOf({ parties, ports }: Opening, direction: Direction, action: Action = 'Allow'): Body[] {
  const byProtocol = ports.length === 0 ? [[]] : [...Map.groupBy(ports, ({ protocol }) => protocol).values()]
  return parties.flatMap(party => byProtocol.flatMap(group => ruleOf(party, group, direction, action)))
}

function ruleOf(party: Party, ports: readonly OpenPort[], direction: Direction, action: Action): Body[] {
  const peer = peerOf(party, direction)
  if (!peer) return []
  const protocol = { protocol: ports[0]?.protocol ?? 'TCP' }
  const numbers = ports.length === 0 ? {} : { ports: ports.map(({ port }) => port) }
  if (direction === 'ingress') return [{ action, ...protocol, source: peer, destination: numbers }]
  // A Service brings its ports with it: those beside it would be refused.
  return [{ action, ...protocol, destination: 'services' in peer ? peer : { ...peer, ...numbers } }]
}

function peerOf(party: Party, direction: Direction): Body | undefined {
  switch (party.kind) {
    case 'pods':
      return {
        ...(Object.keys(party.labels).length > 0 && { selector: selectorOf(party.labels) }),
        namespaceSelector: `projectcalico.org/name == '${party.namespace}'`,
      }
    case 'blocks':
      return { nets: party.blocks }
    case 'host':
      return { domains: [party.name] }
    case 'api-server':
      if (direction === 'egress') return { services: { name: 'kubernetes', namespace: 'default' } }
      return { nets: party.blocks.length > 0 ? party.blocks : PRIVATE_BLOCKS }
    case 'node':
      return undefined
  }
}

const selectorOf = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key} == '${value}'`)
    .join(' && ')
