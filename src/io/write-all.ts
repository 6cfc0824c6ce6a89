import { randomBytes } from 'node:crypto'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import { describeSystemError, unfinished } from './files.ts'
import { lstat, readFile } from './observed.ts'

/** A file that is there, with another text. */
export interface Rewrite {
  /** Absolute. */
  readonly path: string
  /** As messages name it. */
  readonly name: string
  readonly before: string
  readonly after: string
}

/**
 * Gives files other texts: all of them, or none. Each keeps its mode. When a signal ends the process between two files, each is
 * whole: as it was, or as it is to be.
 * @throws UserError for what is no plain file that may be written, or has changed meanwhile; then all are as they were.
 */
export async function rewriteAll(files: readonly Rewrite[]): Promise<void> {
  const drafts: { readonly file: Rewrite; readonly draft: string }[] = []
  const done: Rewrite[] = []
  try {
    for (const file of files) {
      const draft = await drafted(file, file.after)
      drafts.push({ file, draft })
      if ((await readFile(file.path)).toString('utf8') !== file.before)
        throw new UserError(`${file.name}: the file has changed meanwhile`, 'run it again')
    }
    for (const { file, draft } of drafts) {
      await rename(draft, file.path).catch(error => fail(file, error))
      done.push(file)
    }
  } catch (error) {
    for (const file of done) await rename(await drafted(file, file.before), file.path)
    throw error
  } finally {
    for (const { draft } of drafts) {
      await rm(draft, { force: true })
      unfinished.delete(draft)
    }
  }
}

/** Writes a text beside its file. */
async function drafted(file: Rewrite, text: string): Promise<string> {
  const { path, name } = file
  const found = await lstat(path).catch(error => fail(file, error))
  if (found.isSymbolicLink()) throw new UserError(`${name}: this is a link, which is not written through`, WHERE)
  if (!found.isFile()) throw new UserError(`${name}: this is no plain file`, WHERE)
  if ((found.mode & 0o222) === 0)
    throw new UserError(`${name}: the file is read-only`, 'make it writable, or use --diff')
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`
  unfinished.add(draft)
  try {
    await writeFile(draft, text, { flag: 'wx' })
    await chmod(draft, found.mode & 0o7777)
    return draft
  } catch (error) {
    await rm(draft, { force: true })
    return fail(file, error)
  }
}

const WHERE = 'use --diff, and apply the patch where the file really is'

function fail({ name }: Rewrite, error: unknown): never {
  throw new UserError(`${name}: cannot write: ${describeSystemError(error)}`, 'nothing was changed; use --diff')
}
