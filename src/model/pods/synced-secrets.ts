import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asText, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { ByNamespace } from '../by-namespace.ts'
import { FETCHING_KINDS } from '../eso/external-secrets.ts'
import { targetNamespaces } from '../eso/target-namespaces.ts'
import { isSecret, targetOf } from '../eso/targets.ts'
import { remember } from '../remember.ts'
import type { World } from '../world.ts'
import type { Pod } from './workloads.ts'

/** Where a pod takes in a Secret that the operator writes, and the object that makes the operator write it. */
export interface SyncedUse {
  /** The Secret's name. */
  readonly secret: string
  /** In the pod's manifest: where the Secret is named. */
  readonly path: Path
  /** An ExternalSecret, or a ClusterExternalSecret. */
  readonly source: Manifest
}

/** The synced Secrets that a pod reads from its environment or its volumes, each once. */
export function syncedUsesOf(pod: Pod, world: World): SyncedUse[] {
  const used = new Map(secretsNamedBy(pod).map(({ name, path }) => [name, path]))
  if (used.size === 0) return []
  return [...used].flatMap(([secret, path]) => {
    const candidates = writersOf(world).get(secret)?.in(pod.namespace) ?? []
    const source = candidates.find(candidate => isFor(candidate, pod, world))
    return source ? { secret, path, source } : []
  })
}

/** The requests that write a Secret, by its name. */
const writersOf = remember((world: World): ReadonlyMap<string, ByNamespace<Manifest>> => {
  const targets = FETCHING_KINDS.flatMap(kind => world.of(kind)).flatMap(manifest => {
    const target = targetOf(manifest)
    return target?.name !== undefined && isSecret(target) ? { name: target.name, manifest } : []
  })
  return new Map(
    [...Map.groupBy(targets, ({ name }) => name)].map(([name, group]) => [
      name,
      new ByNamespace(
        group.map(({ manifest }) => manifest),
        ({ namespace }) => namespace,
      ),
    ]),
  )
})

/** The Secrets that a pod names in `env`, `envFrom` and its volumes; those that are filled in later are left out. */
function secretsNamedBy({ spec, specPath }: Pod): { readonly name: string; readonly path: Path }[] {
  const places: Path[] = [
    ...['initContainers', 'containers'].flatMap(list =>
      each(spec, [list]).flatMap(container => [
        ...each(spec, [...container, 'env']).map(env => [...env, 'valueFrom', 'secretKeyRef', 'name']),
        ...each(spec, [...container, 'envFrom']).map(env => [...env, 'secretRef', 'name']),
      ]),
    ),
    ...each(spec, ['volumes']).flatMap(volume => [
      [...volume, 'secret', 'secretName'],
      ...each(spec, [...volume, 'projected', 'sources']).map(source => [...source, 'secret', 'name']),
    ]),
  ]
  return places.flatMap(path => {
    const name = asText(valueAt(spec, path))
    return name && !isPlaceholder(name) ? { name, path: [...specPath, ...path] } : []
  })
}

/** The paths of a list's items. */
const each = (value: unknown, path: Path): Path[] => asList(valueAt(value, path)).map((_, i) => [...path, i])

/** Whether an ExternalSecret, or a copy of a ClusterExternalSecret, writes beside a pod. */
const isFor = (source: Manifest, pod: Pod, world: World): boolean =>
  source.kind === 'ExternalSecret'
    ? isBeside(source, pod.manifest)
    : targetNamespaces(source, world).some(({ name }) => name === pod.namespace)

/** In one namespace; where nobody says which, in one folder or release. */
const isBeside = (a: Manifest, b: Manifest): boolean =>
  a.namespace === b.namespace &&
  (a.namespace !== undefined || (folderOf(a) === folderOf(b) && a.release?.name === b.release?.name))

const folderOf = ({ file }: Manifest): string => file.slice(0, file.lastIndexOf('/') + 1)
