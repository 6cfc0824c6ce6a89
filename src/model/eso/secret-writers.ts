import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asText, isPlaceholder } from '../../parse/untyped.ts'
import { remember } from '../remember.ts'
import type { World } from '../world.ts'
import { FETCHING_KINDS } from './external-secrets.ts'
import { targetNamespaces } from './target-namespaces.ts'
import { isSecret, REPLACING_POLICIES, targetOf } from './targets.ts'

/** Something of the set that makes a Secret and holds all its data to be its own. */
export interface SecretWriter {
  /** An ExternalSecret, a ClusterExternalSecret, or the Secret itself. */
  readonly manifest: Manifest
  /** Where the manifest names the Secret. */
  readonly path: Path
  /** `namespace/name`, or the name where nobody says the namespace. */
  readonly secret: string
}

/** For each Secret that an ExternalSecret writes as its own: who else in the set does, under another identity. */
export function rivalsOf(manifest: Manifest, world: World): { writer: SecretWriter; rivals: SecretWriter[] }[] {
  return [...(contested(world).get(manifest) ?? [])].flatMap(group => {
    const writer = group.find(candidate => candidate.manifest === manifest)
    const others = group.filter(candidate => identityOf(candidate.manifest) !== identityOf(manifest))
    const rivals = [...new Map(others.map(other => [identityOf(other.manifest), other])).values()]
    return writer && rivals.length > 0 ? { writer, rivals } : []
  })
}

/** One object may stand in several files: a base and its overlays, the folders of several clusters. */
const identityOf = ({ groupKind, namespace, name }: Manifest): string => `${groupKind} ${namespace ?? ''}/${name}`

/** For each writer the groups of writers of one Secret, those with a rival only. */
const contested = remember((world: World): ReadonlyMap<Manifest, ReadonlySet<readonly SecretWriter[]>> => {
  const all = [
    ...FETCHING_KINDS.flatMap(kind => world.of(kind)).flatMap(manifest => ofExternalSecret(manifest, world)),
    ...world.of('core/Secret').flatMap(ofSecret),
  ]
  const groups = [...Map.groupBy(all, ({ key }) => key).values()].filter(group => group.length > 1)
  const pairs = groups.flatMap(group => group.map(({ manifest }) => ({ manifest, group })))
  const byWriter = Map.groupBy(pairs, ({ manifest }) => manifest)
  return new Map([...byWriter].map(([manifest, found]) => [manifest, new Set(found.map(({ group }) => group))]))
})

interface Keyed extends SecretWriter {
  readonly key: string
}

function ofExternalSecret(manifest: Manifest, world: World): Keyed[] {
  const target = targetOf(manifest)
  const { name, creationPolicy = '' } = target ?? {}
  if (!target || !name || !isSecret(target) || !REPLACING_POLICIES.includes(creationPolicy)) return []
  const path = [...target.path, 'name']
  const namespaces = targetNamespaces(manifest, world)
  if (manifest.kind === 'ExternalSecret' && namespaces.length === 0) return [nowhere(manifest, path, name)]
  return namespaces.map(namespace => somewhere(manifest, path, namespace.name, name))
}

function ofSecret(manifest: Manifest): Keyed[] {
  const name = asText(manifest.get('metadata', 'name'))
  if (!name || isPlaceholder(name) || isHook(manifest)) return []
  const { namespace } = manifest
  const path = ['metadata', 'name']
  return namespace === undefined || isPlaceholder(namespace)
    ? [nowhere(manifest, path, name)]
    : [somewhere(manifest, path, namespace, name)]
}

/** A hook of helm is made once, for a moment: helm does not come back to it. https://helm.sh/docs/topics/charts_hooks/ */
const isHook = (manifest: Manifest): boolean => manifest.get('metadata', 'annotations', 'helm.sh/hook') !== undefined

const somewhere = (manifest: Manifest, path: Path, namespace: string, name: string): Keyed => ({
  manifest,
  path,
  secret: `${namespace}/${name}`,
  key: JSON.stringify([namespace, name]),
})

/** Where nobody says the namespace, only objects of one release or file are sure to meet. */
const nowhere = (manifest: Manifest, path: Path, name: string): Keyed => ({
  manifest,
  path,
  secret: name,
  key: JSON.stringify([manifest.release?.name ?? null, manifest.file, manifest.namespace ?? null, name]),
})
