import { dirname, join } from 'node:path'
import { kindOfPath, readText } from '../io/files.ts'

/** The clone that a folder is in. */
export interface Repository {
  /** Absolute; where GitHub looks for workflows. The folder itself when it is in no clone. */
  readonly root: string
  /** Branches that a push to is worth a check. */
  readonly branches: readonly string[]
}

/** Finds the clone around an absolute folder, and its default branch as far as the clone knows it. */
export async function repositoryOf(folder: string): Promise<Repository> {
  const root = (await cloneAround(folder)) ?? folder
  const head = await readText(join(root, '.git/refs/remotes/origin/HEAD')).catch(() => '')
  const [, branch] = /^ref: refs\/remotes\/origin\/(\S+)$/m.exec(head) ?? []
  return { root, branches: branch === undefined ? ['main', 'master'] : [branch] }
}

async function cloneAround(folder: string): Promise<string | undefined> {
  if ((await kindOfPath(join(folder, '.git'))) !== 'missing') return folder
  return dirname(folder) === folder ? undefined : cloneAround(dirname(folder))
}
