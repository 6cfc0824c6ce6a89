import { randomBytes } from 'node:crypto'
import { type Dirent, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { UserError } from '../errors.ts'
import * as observed from './observed.ts'

/** Files above this size are not read: 32 MiB is far over any hand-written manifest. */
const MAX_FILE_BYTES = 32 * 1024 * 1024

/** Why a file's text could not be had. */
export class UnreadableFile extends UserError {}

/**
 * The text of a UTF-8 file; a byte-order mark stays (it is part of the first line's columns only).
 * @throws UnreadableFile when it is missing, too large, binary or not UTF-8.
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path)
  if (bytes.includes(0)) throw new UnreadableFile(`${path}: this is a binary file`, 'exclude it, or name a text file')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UnreadableFile(`${path}: this is not UTF-8 text`, 'convert it to UTF-8, or exclude it')
  }
}

/** The bytes of a file. @throws UnreadableFile when it is missing or too large. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await observed.stat(path)
    if (size > MAX_FILE_BYTES)
      throw new UnreadableFile(`${path}: ${size} bytes are more than the ${MAX_FILE_BYTES} that are read`, 'exclude it')
    return await observed.readFile(path)
  } catch (error) {
    throw error instanceof UserError ? error : new UnreadableFile(`${path}: ${describeSystemError(error)}`)
  }
}

/** Bytes of a file as the file system has them; 0 for what is not there. Done at once, so that calls keep their order. */
export function sizeOf(path: string): number {
  try {
    return observed.statSync(path).size
  } catch {
    return 0
  }
}

/** What is at a path; links are followed, so a broken link is `missing`. */
export async function kindOfPath(path: string): Promise<'file' | 'folder' | 'other' | 'missing'> {
  try {
    const found = await observed.stat(path)
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
  } catch {
    return 'missing'
  }
}

/** What a folder holds. @throws the system's error. */
export const listFolder = (path: string): Promise<Dirent[]> => observed.readdir(path)

/** What is below a folder: paths relative to it, with `/`. Links are not followed. */
export interface Tree {
  readonly files: ReadonlySet<string>
  readonly links: readonly string[]
}

/** Lists a folder with everything below it in one go. @throws the system's error. */
export async function listTree(folder: string): Promise<Tree> {
  const entries = await observed.readdir(folder, true)
  const paths = (kept: Dirent[]): string[] => kept.map(entry => relativeTo(folder, join(entry.parentPath, entry.name)))
  return {
    files: new Set(paths(entries.filter(entry => entry.isFile()))),
    links: paths(entries.filter(entry => entry.isSymbolicLink())),
  }
}

/**
 * The bytes of all files below a folder, by paths relative to it, with `/`; undefined when there are links, or more bytes than `most`.
 * In one go: many small files are read three times as fast as one by one. @throws UnreadableFile
 */
export function readTree(folder: string, most: number): Map<string, Uint8Array> | undefined {
  try {
    const entries = observed.readdirSync(folder, true)
    if (entries.some(entry => entry.isSymbolicLink())) return undefined
    const files = entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name)
        return { path, name: relativeTo(folder, path), size: observed.statSync(path).size }
      })
    if (files.reduce((sum, { size }) => sum + size, 0) > most) return undefined
    return new Map(files.map(({ path, name }) => [name, observed.readFileSync(path)]))
  } catch (error) {
    throw new UnreadableFile(`${folder}: ${describeSystemError(error)}`)
  }
}

/** Whether a link leads out of `root`, or nowhere. */
export async function leadsOut(link: string, root: string): Promise<boolean> {
  const target = await observed.realpath(link).catch(() => '')
  return !target.startsWith(`${await observed.realpath(root)}${sep}`)
}

/**
 * The first link below a folder that leads out of `root`, or nowhere. Links to folders of it are gone through as well: whoever
 * follows links, as helm does, meets those that stand in there. @throws the system's error.
 */
export async function linkLeadingOut(folder: string, root: string): Promise<string | undefined> {
  const seen = new Set<string>()
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const real = await observed.realpath(next)
    if (seen.has(real)) continue
    seen.add(real)
    for (const name of (await listTree(next)).links) {
      const link = join(next, name)
      if (await leadsOut(link, root)) return link
      if ((await kindOfPath(link)) === 'folder') folders.push(link)
    }
  }
  return undefined
}

/** Where a link leads, as a path below `root`; undefined when it leads out of it, or nowhere. */
export async function targetWithin(root: string, link: string): Promise<string | undefined> {
  const target = relative(await observed.realpath(root), await observed.realpath(link).catch(() => sep))
  return target === '..' || target.startsWith(`..${sep}`) || isAbsolute(target) ? undefined : join(root, target)
}

/** Makes folders with their parents; existing ones stay. */
export async function makeFolders(paths: readonly string[]): Promise<void> {
  for (const path of paths) await makeFolder(path)
}

/** Copies a folder; links in it are copied as links, so that nothing outside is read. */
export const copyFolder = observed.copyFolder

/** Removes a file where it exists. */
export const removeFile = (path: string): Promise<void> => rm(path, { force: true })

/** Removes a folder with all that is in it where it exists; links in it are not followed. */
export const removeFolder = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

/** Writes a file whole or not at all. @throws UserError when that fails. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`
  unfinished.add(draft)
  try {
    await makeFolder(dirname(path))
    await writeFile(draft, content)
    await rename(draft, path)
    unfinished.delete(draft)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw new UserError(
      `${path}: cannot write: ${describeSystemError(error)}`,
      'name a file in a folder you can write to',
    )
  }
}

/** Writes a file that does not exist yet. @returns whether it did. @throws UserError when it cannot be written. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await makeFolder(dirname(path))
    // `wx` follows no link either.
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && (await kindOfPath(dirname(path))) === 'folder')
      return false
    throw new UserError(`${path}: cannot write: ${describeSystemError(error)}`, 'choose a folder you can write to')
  }
}

/** Makes a folder and its parents. Not node's own `recursive`, which never ends where a folder cannot be made (`/proc/x`). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await kindOfPath(path)) === 'folder') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

/** Drafts of files: removed, as our folders are, when the process ends, also by a signal. */
export const unfinished = new Set<string>()
process.on('exit', () => {
  for (const path of [...observed.ownFolders, ...unfinished])
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
})

/** Runs `work` with a new empty folder and removes it afterwards, whatever happens; also when a signal ends this process. @throws UserError when none can be made. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'eso-hardener-')).catch(error => {
    const message = `${tmpdir()}: cannot make a temporary folder: ${describeSystemError(error)}`
    throw new UserError(message, 'name a folder with room that you can write to in TMPDIR')
  })
  observed.ownFolders.add(folder)
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
    observed.ownFolders.delete(folder)
  }
}

/** The first executable of that name on PATH. */
export async function findOnPath(name: string, path = process.env.PATH ?? ''): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder || '.', name)
    if ((await isExecutable(candidate)) && (await kindOfPath(candidate)) === 'file') return candidate
  }
  return undefined
}

export const isExecutable = observed.isExecutable

/** `path` relative to `root`, with `/` on every system; `.` for the root itself. */
export const relativeTo = (root: string, path: string): string => relative(root, path).split(sep).join('/') || '.'

/** `no such file or folder` in place of node's `ENOENT: no such file or directory, open '…'`. */
export function describeSystemError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  const words: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EISDIR: 'this is a folder',
    EEXIST: 'a part of the path is not a folder',
    ENOTDIR: 'a part of the path is not a folder',
    ENOSPC: 'no space left on the device',
    EROFS: 'the file system is read-only',
    ELOOP: 'too many links',
  }
  return (code && words[code]) || (error instanceof Error ? error.message : String(error))
}
