import { join } from 'node:path'
import { makeFolders } from '../../io/files.ts'
import { programDigest } from '../../io/helm-binary.ts'
import { findKustomize } from '../../io/kustomize-binary.ts'
import { dependsOnFile, dependsOnMore } from '../../io/observed.ts'
import { runProcess } from '../../io/process.ts'
import { type HelmResult, MAX_MEMORY_BYTES } from '../helm.ts'

/** kustomize ready to run. */
export interface Kustomize {
  readonly path: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024
const MAX_WORDS = 1000
/** Nobody listens there: whatever a kustomization names, nothing is fetched. */
const NOWHERE = 'http://127.0.0.1:9'

/**
 * Finds kustomize and gives it an environment of its own in `folder`: no token, no kubeconfig, no git, no network.
 * @returns undefined when there is none. @throws UserError when the named one is not there.
 */
export async function prepareKustomize(
  folder: string,
  named: string | null | undefined,
  timeoutMs: number,
): Promise<Kustomize | undefined> {
  const program = named === null ? undefined : await findKustomize(named)
  if (!program) return undefined
  dependsOnFile(program.path)
  if ((await programDigest(program.path)) === undefined)
    dependsOnMore('kustomize is a script, which may run any program')
  const empty = join(folder, 'empty')
  await makeFolders([empty])
  const env = {
    ...{ HOME: empty, PATH: empty, TMPDIR: empty, KUBECONFIG: join(empty, 'no-kubeconfig'), LC_ALL: 'C.UTF-8' },
    ...{ HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, GOGC: '400', GOMEMLIMIT: '256MiB' },
  }
  return { ...program, env, timeoutMs }
}

/** Builds a folder. A build that fails is a result, not an exception. */
export async function build({ path, args, env, timeoutMs }: Kustomize, folder: string): Promise<HelmResult> {
  const bounds = { timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES, maxMemoryBytes: MAX_MEMORY_BYTES }
  // It sees copies of what was read, and nothing else.
  const limits = { cwd: folder, env, ...bounds, isAccounted: true }
  try {
    const { stdout, stderr, exitCode, limit } = await runProcess(path, [...args, folder], limits)
    if (limit === 'time') return failed(`kustomize was stopped after ${timeoutMs / 1000} seconds (see --timeout)`)
    if (limit === 'memory')
      return failed(`kustomize was stopped: it held more than ${MAX_MEMORY_BYTES} bytes of memory`)
    if (limit === 'output') return failed(`kustomize was stopped: it printed more than ${MAX_OUTPUT_BYTES} bytes`)
    return exitCode === 0 ? { ok: true, stdout, stderr } : failed(words(stderr))
  } catch (error) {
    return failed(`kustomize cannot be run: ${(error as Error).message}`)
  }
}

const NO_PLUGINS = ' (functions and plug-ins are programs of somebody else: they are not run)'

const failed = (stderr: string): HelmResult => ({ ok: false, stdout: '', stderr })

/** Without the marks of its log, and without what it tried first. */
function words(stderr: string): string {
  const text = stderr
    .replaceAll(/^# Warning: .*\n/gm, '')
    .replace(/^E\d{4} [^\]]*\] "command failed" err=(?:<\n\s*|")?/m, '')
    .replace(/^[Ee]rror: /m, '')
    .replace(/(?:"|\n\s*>)\s*$/, '')
    .replaceAll(
      /recursed accumulation of path '[^'\n]*': |accumulat\w+ resources: accumulation err='[^\n]*?must (?:resolve to a file|be a directory[^']*)': /g,
      '',
    )
    .trim()
    // It prints whole patches.
    .replaceAll(/`[^`]*`|(?<=from )\[[\s\S]*\]$/g, '…')
  const hint = /external plugins disabled|unable to load external plugin|alpha plugins/.test(text) ? NO_PLUGINS : ''
  const most = text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text
  return most ? most + hint : 'kustomize failed without a word'
}
