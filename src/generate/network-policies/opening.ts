import type { Protocol } from '../../model/network/ports.ts'

/** The other end of a connection that is let through. */
export type Party =
  /** Pods of a namespace by their labels; all of them where there are none. */
  | { readonly kind: 'pods'; readonly namespace: string; readonly labels: Readonly<Record<string, string>> }
  | { readonly kind: 'blocks'; readonly blocks: readonly string[] }
  /** A host by its name. `isLocal`: inside the network of the cluster. */
  | { readonly kind: 'host'; readonly name: string; readonly isLocal: boolean }
  /** `blocks`: where it is, as far as somebody says so. */
  | { readonly kind: 'api-server'; readonly blocks: readonly string[] }
  /** The kubelet of the pod's own node. */
  | { readonly kind: 'node' }

/** A port of whoever answers: its number, or the name it has in the pod. */
export interface OpenPort {
  readonly protocol: Protocol
  readonly port: number | string
}

/** Connections that are let through, in one direction. */
export interface Opening {
  /** What for, in a few words: `looking up names`, `ClusterSecretStore vault`. */
  readonly purpose: string
  /** Those that are asked for the addresses of names, which some engines listen to. */
  readonly isDns?: true
  readonly parties: readonly [Party, ...Party[]]
  /** Every port where there is none. */
  readonly ports: readonly OpenPort[]
}

/** All that a component may do on the network; nothing else. */
export interface Traffic {
  readonly ingress: readonly Opening[]
  readonly egress: readonly Opening[]
  /** What stays closed even where something in `egress` would take it; NetworkPolicies cannot say so. */
  readonly closed: readonly Opening[]
  /** What is left to the reader, as in `Generated.notes`. */
  readonly notes: readonly string[]
}

/** TCP at one port. */
export const tcp = (port: number | string): OpenPort => ({ protocol: 'TCP', port })
