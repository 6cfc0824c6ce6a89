import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as promises from 'node:fs/promises'
import { join, sep } from 'node:path'

/*
 * Every look at the file system goes through here, so that a run can be told afterwards what it depended on: whoever keeps the
 * result of a run (`src/kept-run.ts`) needs all of it. A test holds that nothing else in src/ reads files.
 */

/** How a path is looked at. */
const LOOKS = {
  /** What is there, links followed; a file with its size. */
  kind: path => kindOf(fs.statSync(path)),
  /** The same of a link itself. */
  own: path => kindOf(fs.lstatSync(path)),
  bytes: path => digestOf(path),
  list: path => listing(fs.readdirSync(path, { withFileTypes: true }), path),
  tree: path => listing(fs.readdirSync(path, { withFileTypes: true, recursive: true }), path),
  target: path => fs.realpathSync(path),
  link: path => fs.readlinkSync(path),
  executable: path => String(fs.accessSync(path, fs.constants.X_OK) ?? 'yes'),
} as const satisfies Record<string, (path: string) => string>

export type Look = keyof typeof LOOKS

/** What was seen by one look at one path: a digest, a word, or the system's error. */
export type Sight = readonly [look: Look, path: string, seen: string]

/** What a run looked at, and whether that is all that it depended on. */
export class Journal {
  readonly #sights = new Map<string, Sight>()
  #refusal: string | undefined

  /** Why the result depends on more than was seen; undefined where it does not. */
  get refusal(): string | undefined {
    return this.#refusal
  }

  get sights(): readonly Sight[] {
    return [...this.#sights.values()]
  }

  /** Notes what is to be seen now; the first look at a path counts. */
  note(look: Look, path: string): void {
    const key = `${look} ${path}`
    if (!this.#sights.has(key)) this.#sights.set(key, [look, path, lookAt(look, path)])
  }

  refuse(why: string): void {
    this.#refusal ??= why
  }
}

/** Whether everything is to be seen again as it was. */
export const isUnchanged = (sights: readonly Sight[]): boolean =>
  sights.every(([look, path, seen]) => Object.hasOwn(LOOKS, look) && lookAt(look, path) === seen)

function lookAt(look: Look, path: string): string {
  try {
    return LOOKS[look](path)
  } catch (error) {
    return `!${(error as NodeJS.ErrnoException).code ?? 'failed'}`
  }
}

const current = new AsyncLocalStorage<Journal>()

/** Notes in a journal what `work` looks at. */
export const journaled = <T>(journal: Journal, work: () => Promise<T>): Promise<T> => current.run(journal, work)

/** Says that the result of this run depends on something that is no file: the network, another program. */
export const dependsOnMore = (why: string): void => current.getStore()?.refuse(why)

/** Folders of our own, whose content comes from what was seen elsewhere. */
export const ownFolders = new Set<string>()

/** Says that the result depends on a file that another program reads. */
export const dependsOnFile = (path: string): void => observe('bytes', path)

function observe(look: Look, path: string): void {
  const journal = current.getStore()
  if (!journal) return
  for (const folder of ownFolders) if (path === folder || path.startsWith(folder + sep)) return
  journal.note(look, path)
}

/** What is at a path; links are followed. */
export function stat(path: string): Promise<fs.Stats> {
  observe('kind', path)
  return promises.stat(path)
}

export function statSync(path: string): fs.Stats {
  observe('kind', path)
  return fs.statSync(path)
}

export function lstat(path: string): Promise<fs.Stats> {
  observe('own', path)
  return promises.lstat(path)
}

export function readlink(path: string): Promise<string> {
  observe('link', path)
  return promises.readlink(path)
}

export function realpath(path: string): Promise<string> {
  observe('target', path)
  return promises.realpath(path)
}

export function realpathSync(path: string): string {
  observe('target', path)
  return fs.realpathSync(path)
}

export function readFile(path: string): Promise<Buffer> {
  observe('bytes', path)
  return promises.readFile(path)
}

export function readFileSync(path: string): Buffer {
  observe('bytes', path)
  return fs.readFileSync(path)
}

export function createReadStream(path: string): fs.ReadStream {
  observe('bytes', path)
  return fs.createReadStream(path)
}

export function copyFile(from: string, to: string): Promise<void> {
  observe('bytes', from)
  return promises.copyFile(from, to, fs.constants.COPYFILE_FICLONE)
}

/** Copies a folder; links in it are copied as links. */
export async function copyFolder(from: string, to: string): Promise<void> {
  if (current.getStore())
    for (const entry of await readdir(from, true)) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isSymbolicLink()) observe('link', path)
      else if (entry.isFile()) observe('bytes', path)
    }
  await promises.cp(from, to, { recursive: true, dereference: false, verbatimSymlinks: true })
}

/** What a folder holds, or all that is below it. */
export function readdir(path: string, isDeep = false): Promise<fs.Dirent[]> {
  observe(isDeep ? 'tree' : 'list', path)
  return promises.readdir(path, { withFileTypes: true, recursive: isDeep })
}

export function readdirSync(path: string, isDeep = false): fs.Dirent[] {
  observe(isDeep ? 'tree' : 'list', path)
  return fs.readdirSync(path, { withFileTypes: true, recursive: isDeep })
}

export function isExecutable(path: string): Promise<boolean> {
  observe('executable', path)
  return promises.access(path, fs.constants.X_OK).then(
    () => true,
    () => false,
  )
}

const kindOf = (found: fs.Stats): string =>
  found.isFile() ? `file ${found.size}` : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'other'

function listing(entries: readonly fs.Dirent[], top: string): string {
  const lines = entries.map(entry => {
    const kind = entry.isFile() ? 'f' : entry.isDirectory() ? 'd' : entry.isSymbolicLink() ? 'l' : 'o'
    return `${kind} ${entry.parentPath.slice(top.length)}/${entry.name}`
  })
  return createHash('sha256').update(lines.sort().join('\0')).digest('hex')
}

const CHUNK = 1024 * 1024

/** The first bytes of a file. No journal notes it. @throws the system's error. */
export function firstBytes(path: string, number: number): Buffer {
  const file = fs.openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(number)
    return bytes.subarray(0, fs.readSync(file, bytes))
  } finally {
    fs.closeSync(file)
  }
}

/** The sha256 of a file's bytes, read in pieces: programs have 60 MB. No journal notes it. @throws the system's error. */
export function digestOf(path: string): string {
  // Nobody may be writing into a pipe, and a device has no end.
  const file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  try {
    const found = fs.fstatSync(file)
    if (!found.isFile()) throw Object.assign(new Error(`${path}: this is no plain file`), { code: kindOf(found) })
    const { size } = found
    const hash = createHash('sha256')
    const piece = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK, size + 1)))
    for (let read = fs.readSync(file, piece); read > 0; read = fs.readSync(file, piece))
      hash.update(piece.subarray(0, read))
    return hash.digest('hex')
  } finally {
    fs.closeSync(file)
  }
}
