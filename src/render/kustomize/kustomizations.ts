import { posix } from 'node:path'
import { isKustomization } from '../../discover/declared/kustomize.ts'
import { asMapping, asText } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import type { PlainPart } from '../part.ts'
import { referencesOf } from './references.ts'

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
  const references = referencesOf(body)
  const pathsOf = (wanted: string): string[] =>
    references.flatMap(({ role, target }) => (role === wanted ? pathIn(folder, target) : []))
  return {
    namespace: asText(body.namespace) || undefined,
    resources: pathsOf('resource'),
    patches: pathsOf('patch'),
  }
}

/** An address leads elsewhere. */
const pathIn = (folder: string, path: string): string[] =>
  path.includes('://') ? [] : [posix.join(folder, path).replace(/\/$/, '')]
