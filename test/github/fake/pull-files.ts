import { execFileSync } from 'node:child_process'
import type { PullFile } from './state.ts'

/** GitHub's listing leaves out the patch of a file with more lines than this; the number is ours, the gap is GitHub's. */
const MOST_PATCH_LINES = 20_000

const STATUS: Readonly<Record<string, PullFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
}

/** The files of a pull request of `head` into `base`, out of a real repository: from where the two parted, as GitHub has them. */
export function pullFiles(root: string, base: string, head: string): PullFile[] {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' }, maxBuffer: 1 << 28 })
  const range = `${base}...${head}`
  const names = git('diff', '--name-status', '--find-renames', '-z', range).split('\0')
  const files: PullFile[] = []
  for (let at = 0; names[at]; ) {
    const code = names[at] ?? ''
    const isPair = /^[RC]/.test(code)
    const previousPath = isPair ? names[at + 1] : undefined
    const path = names[at + (isPair ? 2 : 1)] ?? ''
    at += isPair ? 3 : 2
    const paths = previousPath === undefined ? [path] : [previousPath, path]
    const patch = patchOf(git('diff', '--no-color', '--no-ext-diff', '--find-renames', range, '--', ...paths))
    const text = code === 'D' ? undefined : git('show', `${head}:${path}`)
    files.push({
      path,
      status: STATUS[code[0] ?? ''] ?? 'changed',
      ...(previousPath === undefined ? {} : { previousPath }),
      ...(patch === undefined ? {} : { patch }),
      ...(text === undefined ? {} : { text }),
    })
  }
  return files
}

/** What GitHub calls `patch`: git's hunks without the header of the file and without the last newline. */
export function patchOf(diff: string): string | undefined {
  const start = diff.search(/^@@ /m)
  if (start === -1) return undefined
  const patch = diff.slice(start).replace(/\n$/, '')
  return patch.split('\n').length > MOST_PATCH_LINES ? undefined : patch
}
