import { constants } from 'node:os'
import { execa } from 'execa'
import { watchMemory } from './memory-watch.ts'
import { dependsOnMore } from './observed.ts'

/** How a program ended. Output is UTF-8 text; `signal` and `limit` say why it was stopped. */
export interface ProcessResult {
  readonly stdout: string
  readonly stderr: string
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  /** Which limit stopped it. */
  readonly limit: 'time' | 'output' | 'memory' | null
}

export interface ProcessOptions {
  readonly cwd: string
  /** The whole environment: nothing is inherited, so that no token reaches the program. */
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Per stream. */
  readonly maxOutputBytes: number
  /** Whether all that it reads is known otherwise; the result of a run with any other program is not kept. */
  readonly isAccounted?: boolean
  /** Of the program and its descendants; watched on Linux only. */
  readonly maxMemoryBytes?: number
}

/** Environment variables that say how the network is reached. */
const NETWORK = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
] as const

/** What a program that may use the network is told of it: proxies and certificates, no credential. */
export const networkEnvironment = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(NETWORK.flatMap(name => (env[name] ? [[name, env[name]]] : [])))

/**
 * Runs a program without a shell and waits for it. It leads a process group of its own, and the whole
 * group is killed when a limit is reached or this process ends.
 * @throws the system's error (`code: 'ENOENT' | 'EACCES' | …`) when it could not be started.
 */
export async function runProcess(
  file: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  if (!options.isAccounted) dependsOnMore(`a program was run that may read anything: ${file}`)
  const child = execa(file, args, {
    cwd: options.cwd,
    env: options.env,
    extendEnv: false,
    stdin: 'ignore',
    detached: true,
    reject: false,
    stripFinalNewline: false,
    maxBuffer: options.maxOutputBytes,
  })
  const { pid } = child
  if (pid !== undefined) alive.add(pid)
  let stopped: 'time' | 'memory' | null = null
  const stop = (limit: 'time' | 'memory'): void => {
    stopped ??= limit
    killGroup(pid)
  }
  const timer = setTimeout(stop, options.timeoutMs, 'time')
  const { maxMemoryBytes: most } = options
  const unwatch = pid === undefined || most === undefined ? undefined : watchMemory(pid, most, () => stop('memory'))
  try {
    const result = await child
    if (pid === undefined) throw result.cause
    const limit = stopped ?? (result.isMaxBuffer ? 'output' : null)
    return { stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode ?? null, limit }
  } finally {
    clearTimeout(timer)
    unwatch?.()
    killGroup(pid)
    if (pid !== undefined) alive.delete(pid)
  }
}

const alive = new Set<number>()

/** Kills what a program left behind, too: its children share its group. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group is gone already, which is what was wanted.
  }
}

// Before anything else that is done at the end: what still runs would write into folders that are removed.
process.prependListener('exit', () => {
  for (const pid of alive) killGroup(pid)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    process.exit(128 + constants.signals[signal])
  })
