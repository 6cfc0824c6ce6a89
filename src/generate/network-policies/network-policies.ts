import { componentsOf } from '../../check/network.ts'
import { joined } from '../../check/words.ts'
import type { Component } from '../../model/eso/eso.ts'
import { sharesNodeNetwork } from '../../model/network/network.ts'
import type { World } from '../../model/world.ts'
import { asLabels } from '../../parse/untyped.ts'
import { type Body, type Choice, type GeneratedDocument, type Generator, nothing } from '../generator.ts'
import { calicoPolicy } from './calico.ts'
import { chartValuesOf } from './chart-values.ts'
import { ciliumPolicy } from './cilium.ts'
import { trafficOf } from './component-traffic.ts'
import { kubernetesPolicy } from './kubernetes.ts'
import { isLabelPair } from './names.ts'
import type { Opening, OpenPort, Party, Traffic } from './opening.ts'
import type { Policy } from './policy.ts'

/** A policy for each component of the operator: closed in both directions but for what it needs. */
export const networkPolicies: Generator = {
  id: 'network-policies',
  title: 'Network policies that isolate the operator but for what its stores need',
  answers: ['eso-without-network-policy', 'unprotected-metrics'],
  generate(world, { flavor }) {
    const components = componentsOf(world)
    if (components.length === 0) return nothing('no External Secrets Operator is installed here')
    const known = new Map(components.map(component => [component, trafficOf(component, world)]))
    const traffic = (component: Component): Traffic => known.get(component) ?? NO_TRAFFIC
    const documents = components.flatMap(component => documentOf(component, traffic(component), flavor))
    const values = flavor === 'k8s' ? world.eso.installs.flatMap(install => chartValuesOf(install, traffic)) : []
    const all = components.map(traffic)
    return {
      files: [...(documents.length > 0 ? [{ name: FILE, purpose: 'manifests' as const, documents }] : []), ...values],
      notes: [
        ...components.flatMap(component => unselectable(component) ?? []),
        ...all.flatMap(({ notes }) => notes),
        ...openNotes(all, flavor, world),
        ...components.flatMap(component => existing(component, world)),
      ],
    }
  },
}

const NO_TRAFFIC: Traffic = { ingress: [], egress: [], closed: [], notes: [] }

const FILE = 'network-policies.yaml'

const WRITERS: Readonly<Record<Choice['flavor'], (policy: Policy) => Body>> = {
  k8s: kubernetesPolicy,
  cilium: ciliumPolicy,
  calico: calicoPolicy,
}

function documentOf(component: Component, traffic: Traffic, flavor: Choice['flavor']): GeneratedDocument[] {
  if (unselectable(component) !== undefined) return []
  const { name, namespace } = component.pod.manifest
  return [
    {
      comment: [
        `The ${component.role}: what is not named here is closed.`,
        ...traffic.ingress.map(opening => `in: ${openingText(opening)}`),
        ...traffic.egress.map(opening => `out: ${openingText(opening)}`),
      ],
      body: WRITERS[flavor]({ name, namespace, labels: labelsOf(component), traffic }),
    },
  ]
}

/** Those that its workload selects, which no upgrade changes; else its pods' own. */
function labelsOf({ pod }: Component): Readonly<Record<string, string>> {
  const selected = asLabels(pod.manifest.get('spec', 'selector', 'matchLabels'))
  return Object.keys(selected).length > 0 ? selected : pod.labels
}

/** Why no policy can be written for a component. */
function unselectable(component: Component): string | undefined {
  const { role, pod } = component
  if (sharesNodeNetwork(pod))
    return `the ${role} shares the network of its node, where no policy selects it: take hostNetwork off`
  const pairs = Object.entries(labelsOf(component))
  if (pairs.length === 0 || !pairs.every(isLabelPair))
    return `the ${role} has no labels that a policy could select it by`
  return undefined
}

const openingText = ({ purpose, parties, ports }: Opening): string =>
  `${joined([...new Set(parties.map(partyText))])} on ${ports.length === 0 ? 'every port' : portsText(ports)}, for ${purpose}`

const portsText = (ports: readonly OpenPort[]): string =>
  joined(
    [...Map.groupBy(ports, ({ protocol }) => protocol)].map(
      ([protocol, group]) => `${protocol} ${joined(group.map(({ port }) => String(port)))}`,
    ),
  )

function partyText(party: Party): string {
  switch (party.kind) {
    case 'pods':
      return `namespace ${party.namespace}`
    case 'blocks':
      return joined(party.blocks)
    case 'host':
      return party.name
    case 'api-server':
      return party.blocks.length > 0 ? `the API server (${joined(party.blocks)})` : 'the API server'
    case 'node':
      return 'its node'
  }
}

/** What an engine cannot say as narrowly as it is meant. */
function openNotes(all: readonly Traffic[], flavor: Choice['flavor'], { config, cluster }: World): string[] {
  const parties = all.flatMap(({ ingress, egress }) => [...ingress, ...egress]).flatMap(opening => opening.parties)
  const hosts = [...new Set(parties.flatMap(party => (party.kind === 'host' ? party.name : [])))].sort()
  const isApiServerKnown = (config.clusters?.[cluster]?.apiServer ?? []).length > 0
  return [
    ...(hosts.length > 0 && flavor !== 'cilium' ? [hostsNote(flavor, hosts)] : []),
    ...(isApiServerKnown || flavor === 'cilium' ? [] : [apiServerNote(cluster)]),
  ]
}

const hostsNote = (flavor: 'k8s' | 'calico', hosts: readonly string[]): string =>
  flavor === 'k8s'
    ? `a NetworkPolicy cannot name hosts: for ${joined(hosts)} it opens their ports to every public address, or every private one for names inside; --flavor cilium or calico, or a proxy with an address of its own, closes them`
    : `only Calico Enterprise and Calico Cloud read domains, which ${joined(hosts)} need; open-source Calico refuses such a policy`

const apiServerNote = (cluster: string): string =>
  `where the API server is nobody says, so that every private address counts as it: say it in clusters.${cluster}.apiServer of the config, above all where it has a public address`

/** Policies add up: one that is there already and lets more through is not narrowed. */
const existing = ({ role, pod }: Component, { network }: World): string[] => {
  const policies = [...new Set(network.selecting(pod).map(({ policy }) => `${policy.kind} ${policy.name}`))].sort()
  return policies.length === 0
    ? []
    : [
        `${joined(policies)} ${policies.length > 1 ? 'select' : 'selects'} the ${role} already: what it lets through stays open beside these policies`,
      ]
}
