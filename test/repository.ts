import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A git repository in a folder of a test, with a name and a date of its own and no settings of the machine. */
export function repository(root: string) {
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: root,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  }
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' })
  return {
    git,
    /** Commits everything in the folder. @returns the commit. */
    commit(message = 'a commit'): string {
      if (!existsSync(join(root, '.git'))) git('init', '--quiet', '--initial-branch=main')
      git('add', '--all', '--force')
      git('commit', '--quiet', '--allow-empty', `--message=${message}`)
      return git('rev-parse', 'HEAD').trim()
    },
  }
}
