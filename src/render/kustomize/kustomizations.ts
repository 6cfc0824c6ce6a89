import { posix } from 'node:path'
import { isKustomization } from '../../discover/declared/kustomize.ts'
import { asList, asMapping, asText } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import type { PlainPart } from '../part.ts'

/** What of a kustomization says where other files end up. Paths are relative to the repository. */
export interface Kustomization {
  readonly namespace: string | undefined
  /** Files and folders that it takes in, components last. */
  readonly resources: readonly string[]
  /** Files that only change what others hold. */
  readonly patches: readonly string[]
}

/** The kustomizations among plain files, by their folders; what cannot be read takes nothing in. */
export function kustomizationsIn(parts: readonly PlainPart[]): Map<string, Kustomization> {
  const files = parts.filter(({ file }) => isKustomization(file))
  return new Map(files.map(({ file, text }) => [posix.dirname(file), readKustomization(posix.dirname(file), text)]))
}

function readKustomization(folder: string, text: string): Kustomization {
  const body = asMapping(parseText(text).body) ?? {}
  const paths = (value: unknown): string[] => asList(value).flatMap(item => pathIn(folder, asText(item)))
  const patches = [...asList(body.patches), ...asList(body.patchesJson6902)]
  return {
    namespace: asText(body.namespace) || undefined,
    resources: [...paths(body.resources), ...paths(body.bases), ...paths(body.components)],
    patches: [
      ...paths(body.patchesStrategicMerge),
      ...patches.flatMap(patch => pathIn(folder, asText(asMapping(patch)?.path))),
    ],
  }
}

/** A patch may stand in the list itself; an address leads elsewhere. */
const pathIn = (folder: string, path: string | undefined): string[] =>
  path === undefined || path.includes('\n') || path.includes('://') ? [] : [posix.join(folder, path).replace(/\/$/, '')]
