import type { PhysicalLocation } from '../../finding.ts'
import type { InlineValues } from '../values-source.ts'
import type { DirectoryOptions } from './directory-source.ts'

/** A chart in a registry (`oci://…`, without the chart's name) or a chart repository (`https://…`). */
export interface RemoteChart {
  readonly repository: string
  readonly name: string
  /** A version or a range of versions as helm understands it; empty for the newest. */
  readonly version: string
  /** What the declaration means of a registry, whatever versions there are; `version` says the same in words. */
  readonly pin?: `:${string}` | `@${string}`
}

/** Which chart a declaration means. */
export type ChartReference =
  | { readonly kind: 'remote'; readonly chart: RemoteChart }
  /** A folder, or a packaged chart, relative to the repository; there may be no chart in it, or no such folder. */
  | {
      readonly kind: 'folder'
      readonly folder: string
      readonly repository: string | undefined
      /** What is taken of it where it is a folder of manifests; everything without it. */
      readonly directory?: DirectoryOptions
    }
  /** It cannot be said; one sentence without a full stop. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** A values file of the repository, or values that stand in the declaration. */
export type DeclaredValues =
  | { readonly file: string; readonly isOptional: boolean; readonly line: number | undefined }
  | InlineValues

export interface UnknownValues {
  /** A sentence without a full stop. */
  readonly reason: string
  /** 1-based line of what names them. */
  readonly line: number | undefined
}

/** An object of the repository that installs a chart. */
export interface Declaration {
  /** What declares it, in the words of its users: `Argo CD Application`. */
  readonly form: string
  readonly name: string
  readonly namespace: string
  /** The cluster that it is sent to, by its name or address; undefined where nothing says so. */
  readonly destination: string | undefined
  readonly chart: ChartReference
  /** The last one wins. */
  readonly values: readonly DeclaredValues[]
  /** `key=value` as for helm --set. */
  readonly setTexts: readonly string[]
  /** The keys of helm --set whose values are text, whatever they look like. */
  readonly set: Readonly<Record<string, string>>
  /** 1-based lines of what is set: of texts in `setTexts`, of keys in `set`. */
  readonly setLines: ReadonlyMap<string, number>
  /** The environment that it is for, where there are several, or which of several overlays declares it, where a cluster has only one. */
  readonly variant?: string
  /** All of these environments. */
  readonly environments?: readonly string[]
  readonly kubeVersion: string | undefined
  readonly apiVersions: readonly string[]
  /** The object; its line is that of the chart. A template's has none. */
  readonly location: PhysicalLocation
  /** What is done with what is rendered or read, and not here: one sentence each, without a full stop. */
  readonly notes?: readonly string[]
  /** Whether a kustomization has it inflated, so that it may change what renders. */
  readonly isInflated?: boolean
  /** Values that cannot be had from the repository. */
  readonly unknownValues: readonly UnknownValues[]
}

/** What could not be read of a file that declares releases. */
export interface Fault {
  /** Relative to the repository. */
  readonly file: string
  /** 1-based; undefined in what a template made. */
  readonly line: number | undefined
  /** A sentence without a full stop. */
  readonly reason: string
}

/** What most declarations have none of. */
export const NOTHING_MORE = {
  setTexts: [],
  set: {},
  setLines: new Map<string, number>(),
  destination: undefined,
  kubeVersion: undefined,
  apiVersions: [],
  unknownValues: [],
} as const

/** Why a chart that is named by the address of its package is not rendered. */
export const OWN_ADDRESS = 'charts that have an address of their own are not fetched'

/** A chart that is named by its address in a registry: `oci://registry.example.com/charts/name`. */
export function registryChart(address: string, version: string): ChartReference {
  const end = address.lastIndexOf('/')
  return { kind: 'remote', chart: { repository: address.slice(0, end), name: address.slice(end + 1), version } }
}
