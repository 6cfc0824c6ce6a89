import { UserError } from '../errors.ts'
import { reviewOptions } from '../github/post.ts'
import { reviewExitCode } from '../github/posted.ts'
import { reviewReport } from '../review-report.ts'
import type { CommandInput, CommandOutput } from './command.ts'

/** `review --from FILE`: comments on a pull request by the report of another run. Exit code 2 where somebody has to put something right. */
export async function review({ args, flag, has, run }: CommandInput): Promise<CommandOutput> {
  const file = flag('from')
  if (file === undefined || args.length > 0)
    throw new UserError('review takes a report and nothing else: --from FILE', 'see eso-hardener --help')
  const posted = await reviewReport(run.root, file, {
    ...{ ...reviewOptions(flag, '--'), resolvesThreads: has('resolve-threads'), env: process.env },
    token: process.env.GITHUB_TOKEN || undefined,
  })
  return { output: `${posted.message}\n`, format: 'text', exitCode: reviewExitCode(posted) }
}
