import { createHash } from 'node:crypto'
import { readFile } from './observed.ts'

/** A digest over the bytes of files, in this order; undefined when one cannot be read. */
export async function digestOfFiles(paths: readonly string[]): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for (const path of paths)
      hash.update(
        createHash('sha256')
          .update(await readFile(path))
          .digest(),
      )
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
