import type { Manifest } from '../../parse/manifest.ts'
import { remember } from '../remember.ts'
import type { World } from '../world.ts'
import { minorOf } from './kube-version.ts'

/** The labels of a Namespace that Pod Security admission refuses pods by. */
export const ENFORCE = 'pod-security.kubernetes.io/enforce'
export const ENFORCE_VERSION = 'pod-security.kubernetes.io/enforce-version'

export const PROFILES: readonly unknown[] = ['privileged', 'baseline', 'restricted']

/** As pod-security-admission reads it; any other text means the newest. */
const PIN = /^v1\.(\d|[1-9]\d{1,3})$/

/**
 * The minor version of Kubernetes 1 whose standards a Namespace enforces; undefined where it enforces none, or those of
 * its API server. https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
export function pinnedMinor(namespace: Manifest): number | undefined {
  const enforced = namespace.get('metadata', 'labels', ENFORCE)
  if (enforced !== 'baseline' && enforced !== 'restricted') return undefined
  const pin = namespace.get('metadata', 'labels', ENFORCE_VERSION)
  const minor = typeof pin === 'string' ? PIN.exec(pin)?.[1] : undefined
  return minor === undefined ? undefined : Number(minor)
}

/** What came to the profile `restricted`, and with which minor version. Source: k8s.io/pod-security-admission v0.35.4 policy/ */
const ADDED = [
  { since: 8, demand: 'no privilege escalation' },
  { since: 19, demand: 'a seccomp profile' },
  { since: 22, demand: 'dropped capabilities' },
  { since: 23, demand: 'a user that is not root' },
  { since: 34, demand: 'probes that name no host' },
] as const

/** Every cluster that is still in use knows what was asked by then. */
const EVERYWHERE = 23

/** What the standards ask on a cluster of this version (undefined: on any), and did not ask at the pinned one. */
export function demandsAfter(pinned: number, kubeVersion: string | undefined): string[] {
  const known = kubeVersion === undefined ? EVERYWHERE : minorOf(kubeVersion)
  return ADDED.filter(({ since }) => since > pinned && since <= known).map(({ demand }) => demand)
}

/** The Kubernetes version whose standards hold for an object's pods: the one that its Namespace pins, else the cluster's. */
export function standardsVersionOf(manifest: Manifest, world: World): string | undefined {
  const version = world.kubeVersionOf(manifest)
  const pinned = pins(world).get(manifest.namespace ?? '')
  return pinned === undefined || pinned > minorOf(version) ? version : `v1.${pinned}`
}

const pins = remember(
  (world: World): ReadonlyMap<string, number> =>
    new Map(
      world.of('core/Namespace').flatMap(namespace => {
        const minor = pinnedMinor(namespace)
        return minor === undefined ? [] : [[namespace.name, minor] as const]
      }),
    ),
)
