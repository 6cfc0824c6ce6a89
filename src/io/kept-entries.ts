import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { describeSystemError, leadsOut, makeFolders, writeWhole } from './files.ts'

/** How much is kept, and for how long. */
export interface KeepLimits {
  readonly bytes: number
  /** Since an entry was last of use. */
  readonly days: number
}

const LIMITS: KeepLimits = { bytes: 512 * 1024 * 1024, days: 30 }
/** One entry: what helm may print for one chart, and what stands around it. */
const MAX_ENTRY_BYTES = 80 * 1024 * 1024
const DAY_MS = 24 * 60 * 60 * 1000
/** Entries are read by the version that wrote them only. */
const MAGIC = 'eso-hardener 1 '
const HEADER_BYTES = MAGIC.length + 64 + 1
const KEY = /^[0-9a-f]{64}$/

/**
 * A folder of entries under keys that say everything their content depends on. An entry that is damaged, cut off, renamed or of
 * another version is not there: each has a checksum over its key and content.
 */
export class KeptEntries {
  readonly #folder: string
  readonly #limits: KeepLimits
  #isChanged = false

  /** @param folder absolute; it exists. */
  constructor(folder: string, limits: KeepLimits = LIMITS) {
    this.#folder = folder
    this.#limits = limits
  }

  /** The content of an entry; undefined when there is none that can be believed. */
  async read(key: string): Promise<Buffer | undefined> {
    const path = this.#path(key)
    const bytes = await bytesOf(path)
    if (!bytes || bytes.length < HEADER_BYTES) return undefined
    const content = bytes.subarray(HEADER_BYTES)
    if (!bytes.subarray(0, HEADER_BYTES).equals(headerOf(key, content))) return undefined
    await this.#touch(path)
    return content
  }

  /** Keeps an entry. One that cannot be written costs time only. @returns whether it is kept. */
  async write(key: string, content: Uint8Array): Promise<boolean> {
    if (content.length > MAX_ENTRY_BYTES - HEADER_BYTES) return false
    this.#isChanged = true
    return writeWhole(this.#path(key), Buffer.concat([headerOf(key, content), content])).then(
      () => true,
      () => false,
    )
  }

  /** Where something was added, removes what was of no use for long, and then the oldest until the rest is small enough. */
  async prune(now = Date.now()): Promise<void> {
    if (!this.#isChanged) return
    const names = await readdir(this.#folder).catch(() => [])
    const found = await Promise.all(
      names
        .filter(name => KEY.test(name) || name.endsWith('.tmp'))
        .map(async name => {
          const path = join(this.#folder, name)
          return { path, ...(await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }))) }
        }),
    )
    let bytes = 0
    for (const { path, size, mtimeMs } of found.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      bytes += size
      const isDraft = path.endsWith('.tmp') && now - mtimeMs > DAY_MS
      if (isDraft || bytes > this.#limits.bytes || now - mtimeMs > this.#limits.days * DAY_MS)
        await rm(path, { force: true }).catch(() => {})
    }
  }

  #path(key: string): string {
    if (!KEY.test(key)) throw new Error(`'${key}' is no key`)
    return join(this.#folder, key)
  }

  /** Once a day is enough to know what is in use. */
  async #touch(path: string): Promise<void> {
    const now = Date.now()
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > DAY_MS) await utimes(path, new Date(now), new Date(now)).catch(() => {})
  }
}

/**
 * Opens a folder of entries, which is made where it does not exist.
 * @param folder as somebody named it, relative to `from`
 * @param trees absolute; what a run reads: whoever proposes a change could put entries of their own in there.
 * @throws UserError for a folder in one of them, or one that cannot be made.
 */
export async function openEntries(folder: string, from: string, trees: readonly string[]): Promise<KeptEntries> {
  const path = resolve(from, folder)
  try {
    await makeFolders([path])
  } catch (error) {
    throw new UserError(`${folder}: cannot be made: ${describeSystemError(error)}`, 'name a folder you can write to')
  }
  for (const tree of trees)
    if (path === tree || !(await leadsOut(path, tree)))
      throw new UserError(
        `${folder}: a cache inside of what is checked is not believed: a change could bring entries of its own`,
        'name a folder outside of the repository',
      )
  return new KeptEntries(path)
}

const headerOf = (key: string, content: Uint8Array): Buffer =>
  Buffer.from(`${MAGIC}${createHash('sha256').update(`${key}\n`).update(content).digest('hex')}\n`)

async function bytesOf(path: string): Promise<Buffer | undefined> {
  let file: FileHandle | undefined
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const found = await file.stat()
    return found.isFile() && found.size <= MAX_ENTRY_BYTES ? await file.readFile() : undefined
  } catch {
    return undefined
  } finally {
    await file?.close()
  }
}
