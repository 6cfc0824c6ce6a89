import type { GeneratorId, YamlValue } from '../finding.ts'
import type { World } from '../model/world.ts'

/** An object of Kubernetes, or the content of a values file; keys are printed in their order. */
export type Body = { readonly [key: string]: YamlValue }

/** One YAML document that is written. */
export interface GeneratedDocument {
  /** Lines above it: what it is for, and what whoever applies it must know. Plain text, any length. */
  readonly comment: readonly string[]
  readonly body: Body
}

/** One file that is written. */
export interface GeneratedFile {
  /** `network-policies.yaml`, or below a folder `tests/kyverno-test.yaml`. */
  readonly name: string
  /** `manifests` go into the cluster and are checked by our own rules; the others are values of a chart, or tests. */
  readonly purpose: 'manifests' | 'values' | 'test'
  readonly documents: readonly GeneratedDocument[]
}

/** What one generator makes of one world; none of it where there is nothing to make. */
export interface Generated {
  readonly files: readonly GeneratedFile[]
  /** What could not be expressed and is left to the reader: one sentence each, without a full stop. */
  readonly notes: readonly string[]
}

/** What a user chooses. */
export interface Choice {
  /** Whose admission policies. */
  readonly engine: 'vap' | 'kyverno' | 'gatekeeper'
  /** Whose network policies. */
  readonly flavor: 'k8s' | 'cilium' | 'calico'
}

/** Makes manifests, values or rules from the model and the config: deterministic, without I/O. */
export interface Generator {
  readonly id: GeneratorId
  /** One line for `--help` and the documentation, without a full stop. */
  readonly title: string
  /** Rules whose findings its manifests take away. */
  readonly answers: readonly string[]
  generate(world: World, choice: Choice): Generated
}

/** Nothing to make, and why. */
export const nothing = (...notes: readonly string[]): Generated => ({ files: [], notes })
