import { LINK_LOCAL_BLOCKS, PRIVATE_BLOCKS } from '../../model/network/addresses.ts'
import type { Direction } from '../../model/network/endpoint.ts'
import type { Body } from '../generator.ts'
import type { Opening, OpenPort, Party, Traffic } from './opening.ts'
import type { Policy } from './policy.ts'

/** A NetworkPolicy that isolates the pods in both directions but for what they need. */
export const kubernetesPolicy = ({ name, namespace, labels, traffic }: Policy): Body => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress', 'Egress'], ...kubernetesRules(traffic) },
})

/** The rules of a NetworkPolicy: also what the operator's chart takes in its values. */
export const kubernetesRules = ({ ingress, egress }: Traffic) => ({
  ingress: distinct(ingress.flatMap(opening => ruleOf(opening, 'ingress'))),
  egress: distinct(egress.flatMap(opening => ruleOf(opening, 'egress'))),
})

/** Hosts that cannot be told apart come to the same. */
const distinct = (items: readonly Body[]): Body[] => [
  ...new Map(items.map(item => [JSON.stringify(item), item])).values(),
]

/** Probes of the node need no rule: policies let them through. */
function ruleOf({ parties, ports }: Opening, direction: Direction): Body[] {
  const peers = distinct(parties.flatMap(peersOf))
  if (peers.length === 0) return []
  return [{ [direction === 'ingress' ? 'from' : 'to']: peers, ...(ports.length > 0 && { ports: ports.map(portOf) }) }]
}

const portOf = ({ protocol, port }: OpenPort): Body => ({ protocol, port })

function peersOf(party: Party): Body[] {
  switch (party.kind) {
    case 'pods':
      return [
        {
          namespaceSelector: named(party.namespace),
          ...(hasAny(party.labels) && { podSelector: { matchLabels: party.labels } }),
        },
      ]
    case 'blocks':
      return party.blocks.map(block)
    case 'host':
      return party.isLocal ? PRIVATE_BLOCKS.map(block) : INTERNET
    case 'api-server':
      return (party.blocks.length > 0 ? party.blocks : PRIVATE_BLOCKS).map(block)
    case 'node':
      return []
  }
}

const named = (namespace: string): Body => ({ matchLabels: { 'kubernetes.io/metadata.name': namespace } })
const hasAny = (labels: Readonly<Record<string, string>>): boolean => Object.keys(labels).length > 0
const block = (cidr: string): Body => ({ ipBlock: { cidr } })

/** All that a name may stand for, for names are not known here. */
const INTERNET: Body[] = ['0.0.0.0/0', '::/0'].map(cidr => {
  const isFamily = (one: string): boolean => one.includes(':') === cidr.includes(':')
  return { ipBlock: { cidr, except: [...PRIVATE_BLOCKS, ...LINK_LOCAL_BLOCKS].filter(isFamily) } }
})
