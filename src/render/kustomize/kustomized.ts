import { isNamespaced } from '../../parse/kinds.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText } from '../../parse/untyped.ts'
import type { PlainPart } from '../part.ts'
import { appliedFolder, FLUX_KUSTOMIZATION } from './flux.ts'
import { kustomizationsIn } from './kustomizations.ts'
import { Namespaces } from './namespaces.ts'

/**
 * Plain files as kustomize and Flux put them into a cluster: in the namespace that the outermost kustomization around them
 * says, and without patches, which are no objects. A file that is put into several namespaces stays as it is.
 * https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/namespace/
 */
export function kustomized(parts: readonly PlainPart[]): readonly PlainPart[] {
  const byFolder = kustomizationsIn(parts)
  const applied = parts.flatMap(({ manifests }) =>
    manifests.filter(({ groupKind }) => groupKind === FLUX_KUSTOMIZATION),
  )
  if (byFolder.size === 0 && applied.length === 0) return parts
  const namespaces = new Namespaces(
    byFolder,
    parts.map(({ file }) => file),
  )
  for (const kustomization of applied) enterApplied(kustomization, namespaces)
  namespaces.enterRoots()
  const patches = new Set([...byFolder.values()].flatMap(kustomization => kustomization.patches))
  const moved = parts.map(part => ({ part, namespace: namespaces.of(part.file) }))
  const accounts = new Set(moved.flatMap(({ part, namespace }) => accountsIn(part, namespace)))
  return moved.map(({ part, namespace }) => {
    if (patches.has(part.file)) return { ...part, manifests: [] }
    if (namespace === undefined) return part
    return { ...part, manifests: part.manifests.map(manifest => inNamespace(manifest, namespace, accounts)) }
  })
}

/** https://fluxcd.io/flux/components/kustomize/kustomizations/#target-namespace */
function enterApplied(kustomization: Manifest, namespaces: Namespaces): void {
  const folder = appliedFolder(kustomization)
  if (folder === undefined) return
  const target = asText(kustomization.get('spec', 'targetNamespace')) || undefined
  if (namespaces.isKustomized(folder)) namespaces.enter(folder, target)
  else namespaces.enterPlain(folder, target)
}

/** The ServiceAccounts of a file, with the namespaces that they are moved out of and into. */
const accountsIn = ({ manifests }: PlainPart, namespace: string | undefined): string[] =>
  namespace === undefined
    ? []
    : manifests.flatMap(({ groupKind, name, namespace: old }) =>
        groupKind === 'core/ServiceAccount' ? accountKey(name, old, namespace) : [],
      )

const accountKey = (name: string, from: string | undefined, to: string): string => JSON.stringify([name, from, to])

/** An object of another namespace; a Namespace takes the name. */
function inNamespace(manifest: Manifest, namespace: string, accounts: ReadonlySet<string>): Manifest {
  const { groupKind, body } = manifest
  const metadata = asMapping(body.metadata) ?? {}
  if (groupKind === 'core/Namespace') return manifest.withBody({ ...body, metadata: { ...metadata, name: namespace } })
  const moved = isNamespaced(groupKind) ? { ...body, metadata: { ...metadata, namespace } } : body
  const subjects = /^rbac\.authorization\.k8s\.io\/(?:Cluster)?RoleBinding$/.test(groupKind) && asList(body.subjects)
  if (!subjects || subjects.length === 0) return moved === body ? manifest : manifest.withBody(moved)
  return manifest.withBody({ ...moved, subjects: subjects.map(subject => movedSubject(subject, namespace, accounts)) })
}

/** A ServiceAccount that moves along, and every one that is called `default`. */
function movedSubject(value: unknown, namespace: string, accounts: ReadonlySet<string>): unknown {
  const subject = asMapping(value)
  if (subject?.kind !== 'ServiceAccount') return value
  const { name, namespace: old } = subject
  const isMoved = name === 'default' || accounts.has(accountKey(String(name), asText(old), namespace))
  return isMoved ? { ...subject, namespace } : value
}
