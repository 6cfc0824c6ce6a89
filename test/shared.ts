import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'vitest'

/**
 * Absolute path of the folder with data that is too big, or not ours, to be committed: real charts, CRDs, the corpus.
 * `ESO_HARDENER_SHARED` names it (relative to the project); `../shared` otherwise.
 */
export const SHARED = resolve(import.meta.dirname, '..', process.env.ESO_HARDENER_SHARED ?? '../shared')

/**
 * A `test` that reads the shared folder. Where the folder is absent it is skipped and its title says so;
 * in CI that would be a check nobody makes, so there it fails unless `ESO_HARDENER_WITHOUT_SHARED` says that it is known.
 */
export function testShared(title: string, body: () => void | Promise<void>): void {
  if (existsSync(SHARED)) test(title, body)
  else if (process.env.CI && !process.env.ESO_HARDENER_WITHOUT_SHARED)
    test(title, () => Promise.reject(new Error(`CI needs the shared folder: no ${SHARED}`)))
  else test.skip(`${title} (skipped: no shared folder ${SHARED})`, body)
}
