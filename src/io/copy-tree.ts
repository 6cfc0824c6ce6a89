import { mkdir, symlink } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { listFolder } from './files.ts'
import { copyFile, readlink, realpath, stat } from './observed.ts'

/** What a copy may hold. */
export interface CopyLimits {
  readonly files: number
  readonly bytes: number
  /** Names that are left out, wherever they are. */
  readonly without: ReadonlySet<string>
}

/**
 * Copies the files of a folder into an existing empty one; links stay links, so that nothing outside is read. Those that name
 * their target in the folder from the root of the file system name the target's copy.
 * @returns whether everything is there: false as soon as it would be more than the limits. @throws the system's error.
 */
export async function copyTree(from: string, to: string, limits: CopyLimits): Promise<boolean> {
  // A link may name the folder by either of its paths.
  const spellings = [from, await realpath(from)]
  let files = 0
  let bytes = 0
  const folders = [['', to]] as [string, string][]
  for (let next = folders.pop(); next; next = folders.pop()) {
    const [inside, target] = next
    for (const entry of await listFolder(join(from, inside))) {
      if (limits.without.has(entry.name)) continue
      const source = join(from, inside, entry.name)
      const copy = join(target, entry.name)
      if (++files > limits.files) return false
      if (entry.isDirectory()) {
        await mkdir(copy)
        folders.push([join(inside, entry.name), copy])
      } else if (entry.isSymbolicLink()) await symlink(movedTarget(await readlink(source), spellings, to), copy)
      else if (entry.isFile()) {
        bytes += (await stat(source)).size
        if (bytes > limits.bytes) return false
        await copyFile(source, copy)
      }
    }
  }
  return true
}

function movedTarget(target: string, spellings: readonly string[], to: string): string {
  if (!isAbsolute(target)) return target
  const inside = spellings
    .map(folder => relative(folder, target))
    .find(path => path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path))
  return inside === undefined ? target : join(to, inside)
}
