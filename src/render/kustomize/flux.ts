import { posix } from 'node:path'
import { declaredAt, documentOf } from '../../discover/declared/manifest-document.ts'
import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, asTexts, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import type { PlainPart } from '../part.ts'
import { folderInArtifact } from './flux-artifacts.ts'
import type { Graph } from './graph.ts'
import { patchInside } from './patches.ts'
import type { Root } from './roots.ts'

/** Flux's, which applies a folder. https://fluxcd.io/flux/components/kustomize/kustomizations/ */
export const FLUX_KUSTOMIZATION = 'kustomize.toolkit.fluxcd.io/Kustomization'

/** The folder that a Flux Kustomization applies, relative to the repository; undefined where that is filled in later. */
export function appliedFolder(kustomization: Manifest): string | undefined {
  const path = kustomization.get('spec', 'path') ?? '.'
  if (isPlaceholder(path)) return undefined
  const folder = posix.normalize(asText(path) ?? '.').replace(/\/$/, '')
  return folder.replace(/^\/+/, '') || '.'
}

/** Fields of the spec that Flux puts into the folder's kustomization, by what they are called there. */
const FIELDS: Readonly<Record<string, string>> = {
  namespace: 'targetNamespace',
  namePrefix: 'namePrefix',
  nameSuffix: 'nameSuffix',
  images: 'images',
  patches: 'patches',
}

/** What Flux builds for a Kustomization; undefined for a folder that is not here. */
export function fluxRoot(kustomization: Manifest, graph: Graph, parts: readonly PlainPart[]): Root | undefined {
  const named = appliedFolder(kustomization)
  if (named === undefined) return undefined
  const isArtifact = kustomization.get('spec', 'sourceRef', 'kind') === 'ExternalArtifact'
  const folder = (isArtifact ? folderInArtifact(kustomization, named, parts) : undefined) ?? named
  const generated = graph.byFolder.has(folder) ? undefined : contentOf(folder, graph, parts)
  if (generated?.files.length === 0 && generated.folders.length === 0) return undefined
  const spec = asMapping(kustomization.get('spec')) ?? {}
  return {
    folder,
    location: declaredAt(kustomization, ['spec', 'path']),
    fields: fieldsOf(spec),
    components: asTexts(spec.components).map(path => posix.join(folder, path)),
    outer: { patches: patchesOf(kustomization, spec), settings: settingsIn(kustomization, spec) },
    flux: kustomization,
    generated,
  }
}

function fieldsOf(spec: Mapping): Record<string, unknown> {
  const { labels, annotations } = asMapping(spec.commonMetadata) ?? {}
  return {
    ...Object.fromEntries(
      Object.entries(FIELDS).flatMap(([name, field]) => (spec[field] === undefined ? [] : [[name, spec[field]]])),
    ),
    ...(asMapping(labels) && { labels: [{ pairs: labels }] }),
    ...(asMapping(annotations) && { commonAnnotations: annotations }),
  }
}

const patchesOf = (kustomization: Manifest, spec: Mapping) =>
  asList(spec.patches).flatMap((patch, i) =>
    patchInside(
      documentOf(kustomization),
      [...kustomization.base, 'spec', 'patches', i, 'patch'],
      asMapping(asMapping(patch)?.target),
    ),
  )

function settingsIn(kustomization: Manifest, spec: Mapping) {
  const { file, source, startLine, base } = kustomization
  const fields = {
    ...{ namespace: spec.targetNamespace, namePrefix: spec.namePrefix, nameSuffix: spec.nameSuffix },
    ...{ images: spec.images, labels: spec.commonMetadata, commonAnnotations: spec.commonMetadata },
  }
  const names: Readonly<Record<string, string>> = {
    ...FIELDS,
    ...{ labels: 'commonMetadata', commonAnnotations: 'commonMetadata' },
  }
  const pathOf = (field: string): Path => [...base, 'spec', names[field] ?? field]
  return { file, source, startLine, fields, pathOf }
}

/** Of a folder without a kustomization Flux takes the outermost kustomizations inside and all other manifests. */
function contentOf(folder: string, graph: Graph, parts: readonly PlainPart[]) {
  const isIn = (path: string, above: string): boolean => above === '.' || path.startsWith(`${above}/`)
  const inside = [...graph.byFolder.keys()].filter(path => isIn(path, folder)).sort()
  const folders = inside.filter(path => !inside.some(above => above !== path && isIn(path, above)))
  const files = parts
    .filter(({ file, manifests, failures }) => isIn(file, folder) && manifests.length > 0 && failures.length === 0)
    .map(({ file }) => file)
    .filter(file => !folders.some(above => isIn(file, above)))
  return { files, folders }
}
