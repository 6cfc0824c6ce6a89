import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, valueAt } from '../parse/untyped.ts'
import { ESO_GROUP } from './eso.ts'

/** Where a manifest uses what an advisory is about. */
export interface Use {
  readonly path: Path
  readonly message: string
}

/** Where the spec of an ExternalSecret or PushSecret stands, also in the kinds that make them in many namespaces. */
const EXTERNAL_SECRETS: Readonly<Record<string, Path>> = {
  [`${ESO_GROUP}/ExternalSecret`]: ['spec'],
  [`${ESO_GROUP}/ClusterExternalSecret`]: ['spec', 'externalSecretSpec'],
}
const PUSH_SECRETS: Readonly<Record<string, Path>> = {
  [`${ESO_GROUP}/PushSecret`]: ['spec'],
  [`${ESO_GROUP}/ClusterPushSecret`]: ['spec', 'pushSecretSpec'],
}

/** Calls of a function in the templates of ExternalSecrets and PushSecrets. */
export const callsOf =
  (name: string) =>
  (manifest: Manifest): Use[] => {
    const path = templatePath(manifest)
    const call = new RegExp(`\\{\\{[^}]*\\b${name}\\b`)
    return path
      ? [...nodesUnder(manifest.get(...path), path)].flatMap(([at, node]) =>
          typeof node === 'string' && call.test(node) ? [{ path: at, message: `calls ${name} here` }] : [],
        )
      : []
  }

function templatePath({ groupKind }: Manifest): Path | undefined {
  const external = EXTERNAL_SECRETS[groupKind]
  if (external) return [...external, 'target', 'template']
  const push = PUSH_SECRETS[groupKind]
  return push && [...push, 'template']
}

/** ExternalSecrets whose Secret Kubernetes fills with a ServiceAccount's token. */
export function tokenSecrets(manifest: Manifest): Use[] {
  const spec = EXTERNAL_SECRETS[manifest.groupKind]
  const path = spec && [...spec, 'target', 'template', 'type']
  return path && manifest.get(...path) === 'kubernetes.io/service-account-token'
    ? [{ path, message: 'makes a Secret of type service-account-token here' }]
    : []
}

/** SecretStores that take their CA from a ConfigMap of another namespace. */
export function foreignConfigMaps(manifest: Manifest): Use[] {
  if (manifest.groupKind !== `${ESO_GROUP}/SecretStore` || manifest.namespace === undefined) return []
  const provider = ['spec', 'provider']
  return [...nodesUnder(manifest.get(...provider), provider)].flatMap(([path, node]) => {
    const namespace = asText(asMapping(node)?.namespace)
    const isForeign = namespace && namespace !== manifest.namespace && !isPlaceholder(namespace)
    return path.at(-1) === 'caProvider' && valueAt(node, ['type']) === 'ConfigMap' && isForeign
      ? [{ path: [...path, 'namespace'], message: `reads a ConfigMap of namespace ${namespace} here` }]
      : []
  })
}

/** PushSecrets that choose Secrets or stores by labels. */
export function labelSelectors(manifest: Manifest): Use[] {
  const spec = PUSH_SECRETS[manifest.groupKind]
  if (!spec) return []
  const refs = [...spec, 'secretStoreRefs']
  const paths: Path[] = [
    [...spec, 'selector', 'secret', 'selector'],
    ...asList(manifest.get(...refs)).map((_, i) => [...refs, i, 'labelSelector']),
  ]
  return paths
    .filter(path => asMapping(manifest.get(...path)))
    .map(path => ({ path, message: 'chooses by labels here' }))
}

/** A value and all that is in it, with their paths. */
function* nodesUnder(value: unknown, path: Path): Generator<[Path, unknown]> {
  yield [path, value]
  const entries = Array.isArray(value) ? value.entries() : Object.entries(asMapping(value) ?? {})
  for (const [step, child] of entries) yield* nodesUnder(child, [...path, step])
}
