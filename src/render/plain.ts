import { setImmediate } from 'node:timers/promises'
import { isHelmfile } from '../discover/declared/helmfile/helmfiles.ts'
import { UserError } from '../errors.ts'
import { readText, relativeTo } from '../io/files.ts'
import { mapConcurrently } from '../io/pool.ts'
import { parseManifests } from '../parse/manifest.ts'
import type { PlainPart } from './part.ts'
import type { Failure } from './render.ts'

const FILES_AT_ONCE = 16

/** A file as it was read; without a text where it cannot be, and then with the reason. */
export interface PlainText {
  /** Relative to the repository. */
  readonly file: string
  readonly text: string
  readonly failure?: Failure
}

/** Reads files outside charts, each once. */
export const readTexts = (paths: readonly string[], root: string): Promise<PlainText[]> =>
  mapConcurrently(paths, FILES_AT_ONCE, async path => {
    const file = relativeTo(root, path)
    try {
      return { file, text: await readText(path) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { file, text: '', failure: failureIn(file, error.message.replace(`${path}: `, '')) }
    }
  })

/** Parses files of manifests; what cannot be parsed is a failure of its part. In between, others have their turn. */
export const parsePlain = (texts: readonly PlainText[]): Promise<PlainPart[]> =>
  mapConcurrently(texts, FILES_AT_ONCE, async ({ file, text, failure }) => {
    await setImmediate()
    if (failure || isDeclaring(file, text)) return { file, text, manifests: [], failures: failure ? [failure] : [] }
    const { manifests, failures } = parseManifests(text, { file, release: undefined })
    const guess = text.includes('{{') ? '; it looks like a template that something else fills in' : ''
    const faults = failures.map(({ message, line }) => failureIn(file, `${message}${guess}`, line))
    return { file, text, manifests, failures: faults }
  })

/** Reads YAML files outside charts. What cannot be read or parsed is a failure of its part. */
export const readPlain = async (paths: readonly string[], root: string): Promise<PlainPart[]> =>
  parsePlain(await readTexts(paths, root))

/** What says in a language of its own what is installed holds no manifests. */
const isDeclaring = (file: string, text: string): boolean => file.endsWith('.tf') || isHelmfile(file, text)

const failureIn = (file: string, message: string, line?: number): Failure => ({
  release: null,
  message,
  location: { file, ...(line !== undefined && { startLine: line }), via: 'manifest' },
})
