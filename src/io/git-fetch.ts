import { join } from 'node:path'
import type { Run } from './git.ts'
import { networkEnvironment } from './process.ts'

/** A commit that was fetched without its history. */
export interface Fetched {
  readonly commit: string
  /** Where its objects are. */
  readonly objects: string
}

/**
 * Fetches one commit from where the clone came from into an empty folder `own`; the clone itself is left as it is.
 * The only credential that is used is the header the clone has for that very address (as actions/checkout leaves it),
 * and it goes nowhere else: redirects are not followed.
 * @param ref a commit's whole id, or the name of a branch or tag.
 * @returns why it cannot be had, as half a sentence, when it cannot.
 */
export async function fetchCommit(
  run: Run,
  ref: string,
  own: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Fetched | string> {
  const name = remoteName(ref)
  if (name === undefined) return 'only a whole commit id, a branch or a tag can be fetched'
  const url = await lineOf(run, ['config', '--get', 'remote.origin.url'])
  if (!url) return 'the clone does not say where it came from'
  if (!/^(?:https?|file):\/\/|^\//.test(url)) return 'the clone came from an address that is not fetched from here'
  const header = await lineOf(run, ['config', '--get-urlmatch', 'http.extraheader', url])
  const format = await lineOf(run, ['rev-parse', '--show-object-format'])
  const settings: [string, string][] = [
    ['remote.origin.url', url],
    ['http.followRedirects', 'false'],
    ...(header ? [[`http.${origin(url)}.extraheader`, header] as [string, string]] : []),
  ]
  const network = {
    ...networkEnvironment(env),
    ...configured(settings),
    GIT_ALLOW_PROTOCOL: 'https:http:file',
    GIT_DIR: own,
  }
  const made = await run(['init', '--quiet', '--bare', '--template=', `--object-format=${format || 'sha1'}`, own])
  if (made.exitCode !== 0) return 'git cannot make a folder for it'
  const got = await run(
    ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', 'origin', name],
    network,
  )
  if (got.limit !== null) return 'fetching it took too long'
  if (got.exitCode !== 0) return `fetching it failed: ${wordsWithoutCredentials(got.stderr)}`
  const commit = await lineOf(run, ['rev-parse', '--verify', 'FETCH_HEAD^{commit}'], { GIT_DIR: own })
  return commit ? { commit, objects: join(own, 'objects') } : 'what was fetched is no commit'
}

/** Whether it is a commit's whole id. */
export const isCommit = (ref: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)

/** What a remote knows: nothing that is relative to a clone's own state, and no option. */
function remoteName(ref: string): string | undefined {
  if (isCommit(ref)) return ref
  const name = ref.replace(/^(?:refs\/remotes\/)?origin\//, '')
  return /^\w[\w./-]*$/.test(name) && !name.includes('..') && name !== 'HEAD' ? name : undefined
}

async function lineOf(run: Run, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { exitCode, stdout } = await run(args, env)
  return exitCode === 0 ? (stdout.trim().split('\n').at(-1) ?? '') : ''
}

/** `https://github.com/`: the header must not go to another host. */
const origin = (url: string): string =>
  /^\w+:\/\/(?:[^/@]*@)?([^/]*)/.exec(url)?.[0].replace(/\/\/[^/@]*@/, '//') ?? url

/** Settings by the environment, where no other process can read them, unlike arguments. */
const configured = (settings: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(settings.length)],
    ...settings.flatMap(([key, value], i) => [
      [`GIT_CONFIG_KEY_${i}`, key],
      [`GIT_CONFIG_VALUE_${i}`, value],
    ]),
  ])

const wordsWithoutCredentials = (stderr: string): string =>
  (stderr.trim().split('\n').at(-1) ?? '')
    .replace(/^(?:fatal|error|remote): /i, '')
    .replaceAll(/\/\/[^/@\s]*@/g, '//***@')
