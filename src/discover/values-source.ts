import { createHash } from 'node:crypto'
import { UserError } from '../errors.ts'
import { kindOfPath, leadsOut, readText, relativeTo } from '../io/files.ts'
import type { ValuesHolder } from '../parse/values.ts'

/** What gives a release some of its values: a file, or a part of the object that declares the release. */
export type ValuesSource = ValuesPath | InlineValues

export interface ValuesPath {
  /** Absolute. */
  readonly path: string
}

export interface InlineValues {
  /** The file that they stand in, relative to the repository; undefined where a template made them. */
  readonly file: string | undefined
  /**
   * A values file of its own. Its lines are the lines of `file` (before the values stand empty lines) where they are written
   * there as YAML, and not in quotes or behind an alias.
   */
  readonly text: string
  readonly hasFileLines: boolean
  /** Of a text that a template printed: for each of its lines the 1-based line of the file that made it. */
  readonly lines?: readonly number[] | undefined
  /** 1-based line of the key that holds them; undefined where a template made them. */
  readonly keyLine: number | undefined
  /** Where in the file they are a mapping that can be edited; undefined for those in a text. */
  readonly holder?: ValuesHolder | undefined
}

/** Whether the values are a part of another file. */
export const isInline = (source: ValuesSource): source is InlineValues => !('path' in source)

/** What the file is called that helm gets them in. */
export const inlineName = ({ text }: InlineValues): string => `${createHash('sha256').update(text).digest('hex')}.yaml`

/** The text that helm reads. @throws UserError when the file cannot be read. */
export const textOf = async (source: ValuesSource): Promise<string> =>
  isInline(source) ? source.text : readText(source.path)

/** The same; undefined for what cannot be read. */
export const textOrNothing = (source: ValuesSource): Promise<string | undefined> =>
  textOf(source).catch(error => {
    if (error instanceof UserError) return undefined
    throw error
  })

/** The file of the repository that the values stand in; undefined for one that is outside: it is not named in reports. */
export async function fileOf(source: ValuesSource, root: string): Promise<string | undefined> {
  if (isInline(source)) return source.file
  return (await leadsOut(source.path, root)) ? undefined : relativeTo(root, source.path)
}

/** The first values file that there is not. */
export async function missingFile(sources: readonly ValuesSource[]): Promise<string | undefined> {
  for (const source of sources) if (!isInline(source) && (await kindOfPath(source.path)) !== 'file') return source.path
  return undefined
}

/** Absolute paths as sources. */
export const filesAsSources = (paths: readonly string[]): ValuesPath[] => paths.map(path => ({ path }))
