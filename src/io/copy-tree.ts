import { constants } from 'node:fs'
import { copyFile, mkdir, readlink, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { listFolder } from './files.ts'

/** What a copy may hold. */
export interface CopyLimits {
  readonly files: number
  readonly bytes: number
  /** Names that are left out, wherever they are. */
  readonly without: ReadonlySet<string>
}

/**
 * Copies the files of a folder into an existing empty one; links stay links, so that nothing outside is read.
 * @returns whether everything is there: false as soon as it would be more than the limits. @throws the system's error.
 */
export async function copyTree(from: string, to: string, limits: CopyLimits): Promise<boolean> {
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
      } else if (entry.isSymbolicLink()) await symlink(await readlink(source), copy)
      else if (entry.isFile()) {
        bytes += (await stat(source)).size
        if (bytes > limits.bytes) return false
        await copyFile(source, copy, constants.COPYFILE_FICLONE)
      }
    }
  }
  return true
}
