import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { execaSync } from 'execa'
import { HELM } from '../helm.ts'
import { KUBECTL } from '../kubectl.ts'

/** Where the commands of a page run: a clone with one commit, of which `origin/main` is the branch, and programs on PATH. */
export interface Workspace {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/** What one line of a shell said and how it ended. */
export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const CLI = resolve('src/cli.ts')
const GIT = '[user]\nname = Reader\nemail = reader@example.com\n[init]\ndefaultBranch = main\n'

/** A workspace below `root` with a copy of the folder `files` in it, but for its file `except`; without them it is empty. */
export function workspace(root: string, files?: string, except?: string): Workspace {
  const home = mkdtempSync(join(root, 'page-'))
  const [bin, folder] = [join(home, 'bin'), join(home, 'repository')]
  for (const path of [bin, folder]) mkdirSync(path)
  writeFileSync(join(home, '.gitconfig'), GIT)
  writeFileSync(join(bin, 'eso-hardener'), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`)
  chmodSync(join(bin, 'eso-hardener'), 0o755)
  const env = { PATH: [bin, dirname(HELM), dirname(KUBECTL), '/usr/bin', '/bin'].join(':'), HOME: home }
  if (files !== undefined) cpSync(files, folder, { recursive: true })
  if (except !== undefined) rmSync(join(folder, except))
  const git = (...args: string[]): void => void execaSync('git', args, { cwd: folder, env, extendEnv: false })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--allow-empty', '--message', 'As it was')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  return { folder, env }
}

/** Folder for the workspaces of one file of tests; who asks for it removes it. */
export const workspaceRoot = (): string => mkdtempSync(join(tmpdir(), 'docs-'))

/** Runs one line as a reader would paste it; a pipeline fails with any of its commands. */
export const shell = ({ folder, env }: Workspace, line: string): Promise<Ran> =>
  new Promise((done, fail) => {
    const child = spawn('/bin/bash', ['-o', 'pipefail', '-c', line], { cwd: folder, env, timeout: 120_000 })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text
      })
    }
    child.on('error', fail).on('close', status => done({ status, ...said }))
  })
