import { setImmediate } from 'node:timers/promises'
import { isHelmfile } from '../discover/declared/helmfile/helmfiles.ts'
import { UserError } from '../errors.ts'
import { readText, relativeTo, sizeOf } from '../io/files.ts'
import { mapConcurrently } from '../io/pool.ts'
import { parseManifests } from '../parse/manifest.ts'
import type { PlainPart } from './part.ts'
import type { Failure } from './render.ts'

const FILES_AT_ONCE = 16
/** Bytes that are read of one repository: all texts are kept, and Node's memory ends at a few GiB. */
export const MOST_BYTES_IN_ALL = 256 * 1024 * 1024

/** A file as it was read; without a text where it cannot be, and then with the reason. */
export interface PlainText {
  /** Relative to the repository. */
  readonly file: string
  readonly text: string
  readonly failure?: Failure
}

/** Reads files outside charts, each once. */
export function readTexts(paths: readonly string[], root: string): Promise<PlainText[]> {
  let bytes = 0
  return mapConcurrently(paths, FILES_AT_ONCE, async path => {
    const file = relativeTo(root, path)
    bytes += sizeOf(path)
    if (bytes > MOST_BYTES_IN_ALL) return { file, text: '', failure: failureIn(file, TOO_MUCH) }
    try {
      return { file, text: await readText(path) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { file, text: '', failure: failureIn(file, error.message.replace(`${path}: `, '')) }
    }
  })
}

const TOO_MUCH = `this file and those before it have more than the ${MOST_BYTES_IN_ALL} bytes that are read: check parts of the repository`

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
