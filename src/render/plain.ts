import { UserError } from '../errors.ts'
import { readText, relativeTo } from '../io/files.ts'
import { mapConcurrently } from '../io/pool.ts'
import { parseManifests } from '../parse/manifest.ts'
import type { PlainPart } from './part.ts'
import type { Failure } from './render.ts'

const FILES_AT_ONCE = 16

/** Reads YAML files outside charts. What cannot be read or parsed is a failure of its part. */
export const readPlain = (paths: readonly string[], root: string): Promise<PlainPart[]> =>
  mapConcurrently(paths, FILES_AT_ONCE, async path => {
    const file = relativeTo(root, path)
    try {
      const text = await readText(path)
      const { manifests, failures } = parseManifests(text, { file, release: undefined })
      const guess = text.includes('{{') ? '; it looks like a template that something else fills in' : ''
      const faults = failures.map(({ message, line }) => failureIn(file, `${message}${guess}`, line))
      return { file, text, manifests, failures: faults }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { file, text: '', manifests: [], failures: [failureIn(file, error.message.replace(`${path}: `, ''))] }
    }
  })

const failureIn = (file: string, message: string, line?: number): Failure => ({
  release: null,
  message,
  location: { file, ...(line !== undefined && { startLine: line }), via: 'manifest' },
})
