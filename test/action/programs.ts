import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'vitest'

/** Where `.ci/run` puts what the tests of the Action need, and PATH. */
const FOLDERS = [resolve('node_modules/.cache/act/bin'), ...(process.env.PATH ?? '').split(':')]

/** Programs that do not come with npm. */
export type Program = 'act' | 'actionlint' | 'zizmor'

/** Where a program is; undefined where it is not here. */
export const programPath = (name: Program): string | undefined =>
  FOLDERS.map(folder => join(folder, name)).find(path => existsSync(path))

/** A test that needs a program; without it it is skipped with a word, and in CI it fails. */
export function testWith(name: Program, title: string, body: () => Promise<void> | void): void {
  if (programPath(name) !== undefined) test(title, body)
  else if (process.env.CI) test(title, () => Promise.reject(new Error(`CI needs ${name}: see .ci/run`)))
  else test.skip(`${title} (skipped: ${name} is not here; CONTRIBUTING.md says how to get it)`, body)
}
