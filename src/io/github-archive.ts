import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { UserError } from '../errors.ts'
import { download } from './download.ts'

/** A repository whose commits GitHub gives as archives. */
export interface ArchiveSource {
  /** `https://api.github.com`, or that of an Enterprise Server. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly token: string
}

const LIMITS = { maxBytes: 256 * 1024 * 1024, timeoutMs: 120_000 }
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024

/**
 * Writes the files of a commit into an empty folder, as GitHub packs them (without what `.gitattributes` leaves out of
 * archives). The token goes to the API alone.
 * @throws UserError when they cannot be had whole.
 */
export async function fetchArchive(source: ArchiveSource, commit: string, into: string): Promise<void> {
  const { apiUrl, repository, token } = source
  const url = `${apiUrl}/repos/${repository}/tarball/${commit}`
  const archive = await download(url, { ...LIMITS, authorization: `Bearer ${token}` })
  try {
    await unpack(await promisify(gunzip)(archive, { maxOutputLength: MAX_UNPACKED_BYTES }), into)
  } catch (error) {
    throw new UserError(`${url}: this is no archive of a commit: ${(error as Error).message}`)
  }
}

/** Links come last, so that nothing is written through one. */
async function unpack(tar: Uint8Array, into: string): Promise<void> {
  const { extract } = await import('tar-stream')
  const links: [path: string, target: string][] = []
  const entries = extract()
  entries.end(tar)
  for await (const entry of entries) {
    const { name, type, linkname } = entry.header
    const path = pathBelowTop(name)
    if (path !== undefined && type === 'symlink' && linkname) links.push([join(into, path), linkname])
    if (path !== undefined && type === 'file') {
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      await mkdir(dirname(join(into, path)), { recursive: true })
      await writeFile(join(into, path), Buffer.concat(chunks))
    } else entry.resume()
  }
  for (const [path, target] of links) {
    await mkdir(dirname(path), { recursive: true })
    await symlink(target, path)
  }
}

/** GitHub puts everything into one folder. @throws when a path leads out of it. */
function pathBelowTop(name: string): string | undefined {
  const [, ...steps] = name.split('/')
  if (steps.includes('..') || name.startsWith('/')) throw new Error('a path leads out of it')
  return steps.join('/') === '' ? undefined : posix.normalize(steps.join('/'))
}
