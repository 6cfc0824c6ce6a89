import { BASELINE } from './pod-security-baseline.ts'
import { RESTRICTED } from './pod-security-restricted.ts'
import { type Control, type Offence, securedPod } from './secured-pod.ts'
import type { Pod } from './workloads.ts'

/** The two profiles of the Pod Security Standards that ask for something; `restricted` takes in `baseline`. */
export type Level = 'baseline' | 'restricted'

/** One place where a pod breaks a control, and the mildest profile that asks for it. */
export interface Breach extends Offence {
  /** As pod-security-admission calls its check. */
  readonly control: string
  readonly level: Level
}

/**
 * Where a pod breaks the profile `restricted`, as a version of Kubernetes judges it (1.22 to 1.35 are known; the newest
 * where nobody says which); the breaches of level `baseline` are all there are for that profile. What is filled in later
 * breaks nothing.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/, and k8s.io/pod-security-admission v0.35.4 policy/.
 */
export function breachesOf(pod: Pod, kubeVersion?: string): Breach[] {
  const secured = securedPod(pod, kubeVersion)
  const broken = (level: Level, controls: readonly Control[]): Breach[] =>
    controls
      .filter(({ since = 0 }) => secured.minor >= since)
      .flatMap(({ id, check }) => [...check(secured)].map(offence => ({ ...offence, control: id, level })))
  return [...broken('baseline', BASELINE), ...broken('restricted', RESTRICTED)]
}
