import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, asTexts, type Mapping } from '../parse/untyped.ts'

/** A container of a pod, whatever its list (init containers, containers). */
export interface Container {
  /** In the manifest. */
  readonly path: Path
  readonly name: string
  readonly image: string | undefined
  /** `command` and `args` together: what the process is told. */
  readonly args: readonly string[]
}

/** The pod a manifest asks for: a Pod itself, or the template of a Deployment, Job and so on. */
export interface Pod {
  readonly manifest: Manifest
  readonly namespace: string | undefined
  readonly labels: Readonly<Record<string, string>>
  /** Path of the pod's spec in the manifest. */
  readonly specPath: Path
  readonly spec: Mapping
  /** `default` when none is named, as Kubernetes does it. */
  readonly serviceAccountName: string
  readonly containers: readonly Container[]
}

const TEMPLATES: Readonly<Record<string, Path>> = {
  'core/Pod': [],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
}

/** The kinds that make pods, as `group/Kind`. */
export const WORKLOAD_KINDS: readonly string[] = Object.keys(TEMPLATES)

/** The pod of a workload; undefined for other kinds. */
export function podOf(manifest: Manifest): Pod | undefined {
  const template = TEMPLATES[manifest.groupKind]
  if (!template) return undefined
  const specPath = [...template, 'spec']
  const spec = asMapping(manifest.get(...specPath)) ?? {}
  return {
    manifest,
    namespace: manifest.namespace,
    labels: asLabels(manifest.get(...template, 'metadata', 'labels')),
    specPath,
    spec,
    serviceAccountName: asText(spec.serviceAccountName) || asText(spec.serviceAccount) || 'default',
    containers: ['initContainers', 'containers'].flatMap(list => containersOf(spec[list], [...specPath, list])),
  }
}

const containersOf = (value: unknown, path: Path): Container[] =>
  asList(value).flatMap((item, i) => {
    const container = asMapping(item)
    if (!container) return []
    return {
      path: [...path, i],
      name: asText(container.name) ?? '',
      image: asText(container.image),
      args: [...asTexts(container.command), ...asTexts(container.args)],
    }
  })

/** An image reference in its parts: `host/path/name:tag@digest`. */
export interface ImageReference {
  /** Without tag and digest. */
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** Cuts an image reference; a colon before the last `/` belongs to the registry's port. */
export function parseImage(image: string): ImageReference {
  const [rest = '', digest] = image.split('@', 2)
  const colon = rest.lastIndexOf(':')
  const hasTag = colon > rest.lastIndexOf('/')
  return {
    repository: hasTag ? rest.slice(0, colon) : rest,
    tag: hasTag ? rest.slice(colon + 1) : undefined,
    digest,
  }
}
