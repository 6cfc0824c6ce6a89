import { join } from 'node:path'
import { lstat, readdir, readFile, readlink, realpath } from './observed.ts'

/**
 * The first file or link at or below a path that is not just so in a folder of originals: other bytes, another kind, another
 * link, or nothing. What only the originals have does not count, nor do empty folders. Links are followed.
 * @param original what the path is compared with
 * @param skipped a path that is not looked at
 * @returns its path; undefined when there is none
 */
export async function strangerIn(path: string, original: string, skipped?: string): Promise<string | undefined> {
  return find({ path, original }, { skipped, seen: new Set() })
}

interface Pair {
  readonly path: string
  readonly original: string
}

interface Search {
  readonly skipped: string | undefined
  /** Where links have led already. */
  readonly seen: Set<string>
}

async function find({ path, original }: Pair, search: Search): Promise<string | undefined> {
  const kind = await kindOf(path)
  if (kind === 'missing' || path === search.skipped) return undefined
  if (kind === 'folder') {
    for (const name of (await readdir(path)).map(entry => entry.name).sort()) {
      const found = await find({ path: join(path, name), original: join(original, name) }, search)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (kind === 'other' || kind !== (await kindOf(original))) return path
  return (await (kind === 'link' ? isSameLink(path, original, search) : isSameFile(path, original))) ? undefined : path
}

async function isSameFile(path: string, original: string): Promise<boolean> {
  const [here, there] = await Promise.all([lstat(path), lstat(original)])
  return here.size === there.size && (await readFile(path)).equals(await readFile(original))
}

/** A link leads to the same only where what it leads to is the same; one that leads nowhere leads to nothing strange. */
async function isSameLink(path: string, original: string, search: Search): Promise<boolean> {
  if ((await readlink(path)) !== (await readlink(original))) return false
  const [here, there] = await Promise.all([target(path), target(original)])
  if (here === undefined || search.seen.has(here)) return true
  search.seen.add(here)
  // An absolute link leads both to one place, of which nothing can be told.
  if (there === undefined || there === here) return false
  return (await find({ path: here, original: there }, search)) === undefined
}

const target = (link: string): Promise<string | undefined> => realpath(link).catch(() => undefined)

async function kindOf(path: string): Promise<'file' | 'folder' | 'link' | 'other' | 'missing'> {
  const found = await lstat(path).catch(() => undefined)
  if (!found) return 'missing'
  if (found.isSymbolicLink()) return 'link'
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
}
