import type { Path } from '../finding.ts'
import { runsIn } from '../model/eso/installed-versions.ts'
import { copyingOf } from '../model/eso/secret-copying.ts'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import { isSecret, type Target } from '../model/eso/targets.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, valueAt } from '../parse/untyped.ts'
import { authorsIn, editorsOf } from './authors.ts'
import { bindingsOf, holders } from './grants.ts'
import type { Problem } from './rule.ts'

/** Entries of `templateFrom` that write outside the Secret's data. */
export function* outsideData(manifest: Manifest, target: Target, world: World): Generator<Problem> {
  if (!isSecret(target)) return
  for (const path of sourcesOf(manifest, target)) {
    const where = asText(manifest.get(...path, 'target')) || 'Data'
    if (isPlaceholder(where) || where.toLowerCase() === 'data') continue
    const isMetadata = ['annotations', 'labels'].includes(where.toLowerCase())
    const isRefused = !isMetadata && runsIn({ until: '2.9.0' }, world) === 'no'
    yield {
      path: [...path, 'target'],
      message: isMetadata
        ? `the template writes ${where.toLowerCase()} of the Secret, whose keys whoever fills the store can choose`
        : `the template writes into ${where} of the Secret, outside its data${isRefused ? '; the operator in the set refuses it' : ''}`,
      ...(isRefused && { severity: 'low' }),
    }
  }
}

/** Templates in a ConfigMap or Secret that somebody may change who may not write the ExternalSecret. */
export function* foreignTemplates(manifest: Manifest, target: Target, world: World): Generator<Problem> {
  for (const path of sourcesOf(manifest, target))
    for (const { field, resource, kind } of TEMPLATE_SOURCES) {
      const name = asText(manifest.get(...path, field, 'name'))
      if (name === undefined || isPlaceholder(name)) continue
      for (const namespace of targetNamespaces(manifest, world)) {
        const editors = editorsOf(resource, name, namespace.name, world)
        if (editors.length > 0)
          yield {
            path: [...path, field, 'name'],
            discriminator: namespace.name,
            message: `the template stands in ${kind} ${namespace.name}/${name}, which ${holders(editors)} can change`,
            related: bindingsOf(editors),
          }
      }
    }
}

const TEMPLATE_SOURCES = [
  { field: 'configMap', resource: 'configmaps', kind: 'ConfigMap' },
  { field: 'secret', resource: 'secrets', kind: 'Secret' },
] as const

const sourcesOf = (manifest: Manifest, { path }: Target): Path[] =>
  asList(manifest.get(...path, 'template', 'templateFrom')).map((_, i) => [...path, 'template', 'templateFrom', i])

/** What the Secret's metadata sets off: copies in other namespaces, a finalizer, a cluster or repository of Argo CD. */
export function* metadataEffects(manifest: Manifest, target: Target, world: World): Generator<Problem> {
  const metadata = metadataPath(manifest, target)
  for (const { product, key, isEverywhere } of copyingOf(manifest.get(...metadata, 'annotations')))
    yield {
      path: [...metadata, 'annotations', key],
      message: isEverywhere
        ? `${product} copies the Secret into any namespace`
        : `${product} copies the Secret into other namespaces`,
      ...(!isEverywhere && { severity: 'low' }),
    }
  if (metadata.includes('template') && asList(manifest.get(...metadata, 'finalizers')).length > 0)
    yield {
      path: [...metadata, 'finalizers'],
      message: 'the finalizers keep the Secret until somebody removes them by hand',
    }
  yield* argoSecrets(manifest, [...metadata, 'labels'], world)
}

const ARGO_LABEL = 'argocd.argoproj.io/secret-type'

function* argoSecrets(manifest: Manifest, labels: Path, world: World): Generator<Problem> {
  const type = asText(valueAt(manifest.get(...labels), [ARGO_LABEL]))
  if (type === undefined || isPlaceholder(type)) return
  for (const { name } of targetNamespaces(manifest, world)) {
    const authors = authorsIn(name, world)
    if (authors.length > 0)
      yield {
        path: [...labels, ARGO_LABEL],
        severity: 'low',
        discriminator: name,
        message: `Argo CD takes the Secret for a ${type}, and ${holders(authors)} can write ExternalSecrets in namespace ${name}`,
        related: bindingsOf(authors),
      }
  }
}

/** Without a template the Secret has the labels and annotations of its ExternalSecret. */
function metadataPath(manifest: Manifest, { path }: Target): Path {
  if (asMapping(manifest.get(...path, 'template'))) return [...path, 'template', 'metadata']
  return manifest.kind === 'ClusterExternalSecret' ? ['spec', 'externalSecretMetadata'] : ['metadata']
}
