import { posix } from 'node:path'
import { splitDocuments } from '../../parse/documents.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import type { PlainPart } from '../part.ts'

/**
 * The folder of the repository that a folder of an artifact is copied from. Of several generators of one artifact the one that
 * stands nearest to the Kustomization is taken. https://fluxcd.io/flux/components/source/artifactgenerators/
 * @param folder in the artifact
 */
export function folderInArtifact(
  kustomization: Manifest,
  folder: string,
  parts: readonly PlainPart[],
): string | undefined {
  const name = asText(kustomization.get('spec', 'sourceRef', 'name'))
  const found = parts
    .filter(({ text }) => text.includes('ArtifactGenerator'))
    .flatMap(({ file, text }) => copiesIn(text, name).map(copies => ({ file, copies })))
    .sort((a, b) => sharedSteps(b.file, kustomization.file) - sharedSteps(a.file, kustomization.file))
  const sources = (found[0]?.copies ?? []).flatMap(copy => sourceOf(copy, folder) ?? [])
  return sources.sort((a, b) => b.length - a.length)[0]
}

/** What is copied into an artifact, for each generator that makes it. */
const copiesIn = (text: string, name: string | undefined): Mapping[][] =>
  splitDocuments(text)
    .map(document => parseText(document.text).body)
    .filter(body => asMapping(body)?.kind === 'ArtifactGenerator')
    .flatMap(body => asList(valueAt(body, ['spec', 'artifacts'])))
    .flatMap(artifact => {
      const { name: own, copy } = asMapping(artifact) ?? {}
      return own === name ? [asList(copy).flatMap((item): Mapping[] => [asMapping(item) ?? []].flat())] : []
    })

/** `from: '@alias/apps/**'`, `to: '@artifact/'`: what is in `production` of the artifact is in `apps/production`. */
function sourceOf({ from, to }: Mapping, folder: string): string | undefined {
  const [source, target] = [from, to].map(path =>
    (asText(path) ?? '').replace(/^@[^/]*\//, '').replace(/\/?\*\*?$/, ''),
  )
  if (source === undefined || target === undefined || source.includes('*')) return undefined
  const inside = posix.relative(target, folder)
  return inside.startsWith('..') ? undefined : posix.join(source, inside)
}

/** How many folders two files have in common. */
function sharedSteps(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')]
  const differs = one.findIndex((step, i) => step !== other[i])
  return differs < 0 ? one.length : differs
}
