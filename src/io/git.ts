import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { findOnPath, withTemporaryFolder } from './files.ts'
import { type Fetched, fetchCommit } from './git-fetch.ts'
import { runProcess } from './process.ts'

/** A clone that trees are taken from. Nothing in it is changed. */
export interface Repository {
  /** Where the folder that was asked about is in it: `` or `some/folder/`. */
  readonly prefix: string
  /** The commit a branch, tag or expression names; undefined when the clone does not have it. */
  commitOf(ref: string): Promise<string | undefined>
  /** The text of a file at a commit, its path relative to the folder that was asked about; undefined when it cannot be had. */
  textAt(commit: string, path: string): Promise<string | undefined>
  /** Which of these files, relative to the folder that was asked about, differ from what is committed, or are in no commit. */
  uncommitted(paths: readonly string[]): Promise<string[]>
  /** Fetches one commit from where the clone came from into an empty folder `own`, or says why it cannot be had. */
  fetch(ref: string, own: string): Promise<Fetched | string>
  /**
   * Writes the files of a commit into an empty folder.
   * @param objects where the commit was fetched to; the clone itself when left out.
   * @throws UserError when some are missing.
   */
  extract(commit: string, into: string, objects?: string): Promise<void>
}

const TIMEOUT_MS = 120_000
const MAX_OUTPUT_BYTES = 1024 * 1024

/**
 * git's whole environment: no token, no settings of the user, no network. A clone that belongs to somebody else is read,
 * too (a container's user is another than the runner's): what is run in it only looks up names.
 */
const ENVIRONMENT = {
  PATH: '/usr/bin:/bin',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
  GIT_CONFIG_KEY_1: 'protocol.allow',
  GIT_CONFIG_VALUE_1: 'never',
  // A folder may be shaped like a bare clone, with commits that somebody chose, inside the real one.
  GIT_CONFIG_KEY_2: 'safe.bareRepository',
  GIT_CONFIG_VALUE_2: 'explicit',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
} as const

/** The clone that holds a folder. @throws UserError when there is no git, or the folder is in no clone. */
export async function findRepository(folder: string): Promise<Repository> {
  const git = await findOnPath('git')
  if (git === undefined) throw new UserError('there is no git on PATH', 'install git')
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runProcess(git, args, {
      cwd: folder,
      env: { ...ENVIRONMENT, ...env },
      timeoutMs: TIMEOUT_MS,
      maxOutputBytes: MAX_OUTPUT_BYTES,
      // What it is asked for is named by a commit.
      isAccounted: true,
    })
  const found = await run(['rev-parse', '--show-prefix', '--git-path', 'objects'])
  if (found.exitCode !== 0) throw new UserError(wordsOf(found.stderr), 'check out the repository with git')
  const [prefix = '', objects = ''] = found.stdout.split('\n')
  return {
    prefix,
    async commitOf(ref) {
      const named = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
      return named.exitCode === 0 ? named.stdout.trim() : undefined
    },
    async textAt(commit, path) {
      const blob = await run(['cat-file', 'blob', '--end-of-options', `${commit}:${prefix}${path}`])
      return blob.exitCode === 0 && blob.limit === null ? blob.stdout : undefined
    },
    async uncommitted(paths) {
      const flags = ['--porcelain=v1', '-z', '--untracked-files=all', '--ignored', '--no-renames']
      // A program that the clone's settings name would be run to watch its files.
      const { exitCode, stderr, stdout } = await run([
        ...['-c', 'core.fsmonitor=false', '--literal-pathspecs', 'status'],
        ...[...flags, '--', ...paths],
      ])
      if (exitCode !== 0) throw new UserError(wordsOf(stderr))
      const changed = stdout.split('\0').flatMap(entry => (entry === '' ? [] : entry.slice(3 + prefix.length)))
      // Of a folder that is ignored, or new, git may name that alone.
      return paths.filter(path => changed.some(name => path === name || (name.endsWith('/') && path.startsWith(name))))
    },
    fetch: (ref, own) => fetchCommit(run, ref, own),
    extract: (commit, into, fetched = resolve(folder, objects)) =>
      withTemporaryFolder(own => extract(run, { commit, into, own, objects: fetched })),
  }
}

/** Runs git in the clone's folder, with an environment of its own and what is added to it. */
/** The commit that is checked out where a folder is; undefined where there is no clone, or no commit yet. */
export const headCommit = (folder: string): Promise<string | undefined> =>
  findRepository(folder).then(
    repository => repository.commitOf('HEAD'),
    () => undefined,
  )

export type Run = (args: readonly string[], env?: Record<string, string>) => ReturnType<typeof runProcess>

interface Extraction {
  readonly commit: string
  readonly into: string
  /** An empty folder for a git directory of our own. */
  readonly own: string
  /** Where its objects are. */
  readonly objects: string
}

/**
 * Checks out by a git directory of our own that borrows the clone's objects: no setting, hook or filter of the clone is
 * run, and its index and work tree are not touched. (`git archive` would leave out what `.gitattributes` says.)
 */
async function extract(run: Run, { commit, into, own, objects }: Extraction): Promise<void> {
  const env = {
    GIT_DIR: own,
    GIT_WORK_TREE: into,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${objects.replace(/["\\]/g, '\\$&')}"`,
  }
  const format = commit.length > 40 ? 'sha256' : 'sha1'
  const steps = [
    ['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, own],
    ['read-tree', commit],
    ['checkout-index', '--all', '--quiet', `--prefix=${into}/`],
  ]
  for (const [i, step] of steps.entries()) {
    const { exitCode, stderr, limit } = await run(step, i === 0 ? {} : env)
    if (exitCode !== 0 || limit !== null)
      throw new UserError(limit === null ? wordsOf(stderr) : 'git was stopped: it took too long or said too much')
  }
}

const wordsOf = (stderr: string): string =>
  stderr
    .trim()
    .split('\n')[0]
    ?.replace(/^(?:fatal|error): /, '') || 'git failed without a word'
