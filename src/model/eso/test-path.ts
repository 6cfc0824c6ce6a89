import { dirname } from 'node:path/posix'

const FOLDERS = new Set(['test', 'tests', 'e2e', 'example', 'examples', 'ci', 'fixtures', 'testdata'])

/** Whether a file is there for tests or as an example: one of its folders is called so. */
export const isTestPath = (file: string): boolean =>
  dirname(file)
    .split('/')
    .some(folder => FOLDERS.has(folder.toLowerCase()))
