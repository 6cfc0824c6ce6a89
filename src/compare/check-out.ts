import { UserError } from '../errors.ts'
import { makeFolders } from '../io/files.ts'
import { findRepository, type Repository } from '../io/git.ts'
import { isCommit } from '../io/git-fetch.ts'
import { fetchArchive } from '../io/github-archive.ts'
import type { RunOptions } from '../run.ts'

/** The files of a commit, somewhere else. */
export interface CheckedOut {
  readonly commit: string
  /** Where the folder that is checked is in the repository: `` or `some/folder/`. */
  readonly prefix: string
}

/** Empty folders, or ones that are to be made. */
export interface CheckOutFolders {
  readonly top: string
  /** For what is fetched. */
  readonly elsewhere: string
}

/**
 * Writes the files of a commit into `top`: out of the clone, else fetched from where the clone came from, else from GitHub's
 * archive of it.
 * @throws UserError when it cannot be had.
 */
export async function checkOut(ref: string, folders: CheckOutFolders, options: RunOptions): Promise<CheckedOut> {
  const { root, offline, archive } = options
  const { top, elsewhere } = folders
  await makeFolders([top, elsewhere])
  const clone = await orReason(() => findRepository(root))
  const found = typeof clone === 'string' ? clone : await fromClone(clone, ref, folders, offline ?? false)
  if (typeof found !== 'string') return found
  if (!archive || offline || !isCommit(ref)) throw new UserError(`${found} (${DEEPER})`, 'set fetch-depth')
  const refused = await orReason(() => fetchArchive(archive, ref, top))
  if (typeof refused === 'string') throw new UserError(`${found}; ${refused} (${DEEPER})`, 'set fetch-depth')
  // Without a clone, what is checked out is the whole repository.
  return { commit: ref, prefix: typeof clone === 'string' ? '' : clone.prefix }
}

/** @returns why not, when the clone neither has it nor can fetch it. */
async function fromClone(
  clone: Repository,
  ref: string,
  { top, elsewhere }: CheckOutFolders,
  isOffline: boolean,
): Promise<CheckedOut | string> {
  const here = await clone.commitOf(ref)
  const fetched = here !== undefined || isOffline ? undefined : await clone.fetch(ref, elsewhere)
  if (typeof fetched === 'string') return `it is not in this clone, and ${fetched}`
  const commit = here ?? fetched?.commit
  if (commit === undefined) return 'it is not in this clone, and --offline forbids to fetch it'
  await clone.extract(commit, top, fetched?.objects)
  return { commit, prefix: clone.prefix }
}

async function orReason<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

const DEEPER = 'with actions/checkout, set fetch-depth: 2 for a pull request, or 0 for any commit'
