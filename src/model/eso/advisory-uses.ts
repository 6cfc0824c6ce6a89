import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { ESO_GROUP } from './eso.ts'
import { FETCHING_KINDS, PUSHING_KINDS, specPathOf } from './external-secrets.ts'
import { actionsOf } from './go-template.ts'
import { templatePathOf, templatesOf } from './templates.ts'

/** Where a manifest uses what an advisory is about. */
export interface Use {
  readonly path: Path
  readonly message: string
}

/** Calls of a function in the templates of ExternalSecrets and PushSecrets. */
export const callsOf =
  (name: string) =>
  (manifest: Manifest): Use[] =>
    templatesOf(manifest)
      .filter(({ text }) => actionsOf(text).some(({ functions }) => functions.includes(name)))
      .map(({ path }) => ({ path, message: `calls ${name} here` }))

/** ExternalSecrets whose Secret Kubernetes fills with a ServiceAccount's token. */
export function tokenSecrets(manifest: Manifest): Use[] {
  if (!FETCHING_KINDS.includes(manifest.groupKind)) return []
  const path = [...(templatePathOf(manifest) ?? []), 'type']
  return manifest.get(...path) === 'kubernetes.io/service-account-token'
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
  const spec = specPathOf(manifest)
  if (!spec || !PUSHING_KINDS.includes(manifest.groupKind)) return []
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
