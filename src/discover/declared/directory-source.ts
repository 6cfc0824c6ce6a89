import { posix } from 'node:path'
import { asMapping, asText, type Mapping } from '../../parse/untyped.ts'
import { filePattern } from '../../template/chart/file-pattern.ts'
import { Untraced } from '../../template/errors.ts'

/** What Argo CD takes of a folder without a chart or a kustomization. */
export interface DirectoryOptions {
  /** Also what is in folders inside. */
  readonly recurse: boolean
  /** Patterns; empty for none. */
  readonly include: string
  readonly exclude: string
}

/** The `directory` of a source. https://argo-cd.readthedocs.io/en/stable/user-guide/directory/ */
export function directoryOptions({ directory }: Mapping): DirectoryOptions {
  const { recurse, include, exclude } = asMapping(directory) ?? {}
  return { recurse: recurse === true, include: asText(include) ?? '', exclude: asText(exclude) ?? '' }
}

/** Whether a file of the repository is among what is taken of a folder; both are relative to the repository. */
export function takesFile(folder: string, file: string, { recurse, include, exclude }: DirectoryOptions): boolean {
  const inside = posix.relative(folder, file)
  if (inside.startsWith('../') || (!recurse && inside.includes('/'))) return false
  return (include === '' || matches(include, inside)) && (exclude === '' || !matches(exclude, inside))
}

/** Argo CD's `*` does not stop at slashes. A pattern that is not understood takes nothing away. */
function matches(pattern: string, path: string): boolean {
  try {
    return alternatives(pattern).some(one => filePattern(one.replaceAll(/\*+/g, '**'))(path))
  } catch (error) {
    if (error instanceof Untraced) return false
    throw error
  }
}

/** `{*.yml,*.yaml}` as a whole. */
const alternatives = (pattern: string): string[] => /^\{([^{}]*)\}$/.exec(pattern)?.[1]?.split(',') ?? [pattern]
