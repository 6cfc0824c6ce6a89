import { join, sep } from 'node:path'
import { readdirSync, readFileSync, realpathSync, statSync } from './observed.ts'

/** More than this is no file that templates read. */
const MAX_BYTES = 4 * 1024 * 1024
/** What one run reads in this way. */
const MAX_BYTES_IN_ALL = 64 * 1024 * 1024

/**
 * The files of a repository for what reads them while it runs, as templates do. Paths are relative to the repository; what lies
 * outside, also behind a link, is not there.
 */
export class RepositoryFiles {
  readonly #root: string
  readonly #texts = new Map<string, string | undefined>()
  #bytes = 0

  /** @param root absolute */
  constructor(root: string) {
    this.#root = root
  }

  /** The text of a file; undefined for what is missing, outside, too large, or no UTF-8. */
  read(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, this.#textOf(path))
    return this.#texts.get(path)
  }

  kindOf(path: string): 'file' | 'folder' | 'missing' {
    const target = this.#within(path)
    if (target === undefined) return 'missing'
    const found = statSync(target)
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'missing'
  }

  /** The names in a folder, sorted; none for what is no folder. */
  namesIn(path: string): string[] {
    const target = this.kindOf(path) === 'folder' ? this.#within(path) : undefined
    return target === undefined
      ? []
      : readdirSync(target)
          .map(({ name }) => name)
          .sort()
  }

  #textOf(path: string): string | undefined {
    const target = this.kindOf(path) === 'file' ? this.#within(path) : undefined
    if (target === undefined) return undefined
    const { size } = statSync(target)
    this.#bytes += size
    if (size > MAX_BYTES || this.#bytes > MAX_BYTES_IN_ALL) return undefined
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(target))
    } catch {
      return undefined
    }
  }

  #within(path: string): string | undefined {
    try {
      const [root, target] = [realpathSync(this.#root), realpathSync(join(this.#root, path))]
      return target === root || target.startsWith(`${root}${sep}`) ? target : undefined
    } catch {
      return undefined
    }
  }
}
