import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { listFolder } from '../io/files.ts'
import { findRepository } from '../io/git.ts'

/**
 * Whether a workflow for `pull_request_target` has checked out what the pull request proposes. GitHub hands such a
 * workflow a token that may write and the repository's secrets, and checks out the default branch: whoever checks out
 * something else lets strangers' charts run beside them. What cannot be told counts as checked out.
 * @param folders absolute; where the run is going to look, beside the clones directly below the first
 */
export async function holdsProposal(env: NodeJS.ProcessEnv, folders: readonly string[]): Promise<boolean> {
  if (env.GITHUB_EVENT_NAME !== 'pull_request_target') return false
  const [root = ''] = folders
  const below = (await listFolder(root).catch(() => [])).filter(entry => entry.isDirectory())
  const clones = await Promise.all(
    below.map(async ({ name }) => ((await hasGit(join(root, name))) ? [join(root, name)] : [])),
  )
  for (const folder of [...folders, ...clones.flat()]) {
    const repository = await findRepository(folder).catch(() => undefined)
    if ((await repository?.commitOf('HEAD')) !== env.GITHUB_SHA) return true
  }
  return false
}

const hasGit = async (folder: string): Promise<boolean> =>
  (await listFolder(folder).catch(() => [])).some(({ name }) => name === '.git')

/** @throws UserError unless it is allowed. */
export function refuseProposal(isAllowed: boolean): void {
  if (isAllowed) return
  throw new UserError(
    'this workflow runs for `pull_request_target`, with a token and secrets of the repository, and has checked out something else than the default branch',
    'run it for `pull_request` instead; docs/review.md says what works in forks. If you know that nobody else can propose changes, set `allow-unsafe-target: true`',
  )
}
