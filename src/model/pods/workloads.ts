import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, asTexts, type Mapping } from '../../parse/untyped.ts'
import type { Subject } from '../rbac/rbac.ts'

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

/** Where a pod names its ServiceAccount, or would. */
export const serviceAccountPath = ({ spec, specPath }: Pod): Path => [
  ...specPath,
  !asText(spec.serviceAccountName) && asText(spec.serviceAccount) ? 'serviceAccount' : 'serviceAccountName',
]

/** A variable of a container's environment. */
export interface EnvVariable {
  readonly name: string
  /** Undefined where it comes from elsewhere (`valueFrom`). */
  readonly value: string | undefined
  readonly path: Path
}

/** What a container's `env` says; of two variables of one name the last counts, as the kubelet has it. */
export function environmentOf({ manifest }: Pod, { path }: Container): EnvVariable[] {
  const variables = asList(manifest.get(...path, 'env')).flatMap((item, i) => {
    const variable = asMapping(item)
    const name = asText(variable?.name)
    return name === undefined ? [] : { name, value: asText(variable?.value), path: [...path, 'env', i] }
  })
  return [...new Map(variables.map(variable => [variable.name, variable])).values()]
}

/** A port that a container says it opens. */
export interface ContainerPort {
  readonly name: string | undefined
  readonly protocol: string
  readonly port: number
}

/** The ports that the containers of a pod say they open. */
export const containerPorts = ({ manifest, containers }: Pod): ContainerPort[] =>
  containers.flatMap(({ path }) =>
    asList(manifest.get(...path, 'ports')).flatMap(value => {
      const { name, protocol, containerPort } = asMapping(value) ?? {}
      return typeof containerPort === 'number'
        ? { name: asText(name), protocol: asText(protocol) ?? 'TCP', port: containerPort }
        : []
    }),
  )

/** The numbers of a pod's ports of this name. */
export const portsNamed = (pod: Pod, name: string, protocol: string): number[] =>
  containerPorts(pod)
    .filter(port => port.name === name && port.protocol === protocol)
    .map(({ port }) => port)

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

/** Who a pod is for the API server. */
export const accountOf = ({ serviceAccountName, namespace }: Pod): Subject => ({
  kind: 'ServiceAccount',
  name: serviceAccountName,
  namespace,
})
