import { UserError } from '../errors.ts'
import { initialize } from '../init/init.ts'
import { initReport, keptError } from '../init/report.ts'
import { printable } from '../report/terminal.ts'
import type { CommandInput, CommandOutput } from './command.ts'

/** `init [PATH]`: writes a config and a workflow. Exit code 2 where one is there already. */
export async function init({ args: [path = '.', ...more], run }: CommandInput): Promise<CommandOutput> {
  if (more.length > 0) throw new UserError('init takes one folder', 'see eso-hardener --help')
  const { helm, helmVersion, jobs, timeoutMs, onProgress } = run
  const done = await initialize(run.root, path, { helm, helmVersion, jobs, timeoutMs, onProgress })
  const output = printable(initReport(done, path))
  return done.kept.length > 0 ? { output, exitCode: 2, error: keptError(done.kept) } : { output, exitCode: 0 }
}
