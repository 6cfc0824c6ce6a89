import { basename, dirname, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import { strangerIn } from '../io/compare-trees.ts'
import { kindOfPath, makeFolders, withTemporaryFolder } from '../io/files.ts'
import { findRepository } from '../io/git.ts'

/**
 * What a workflow for `pull_request_target` is going to check, although it is not of the commit that the event is for.
 * GitHub hands such a workflow a token that may write and the repository's secrets, and checks out the default branch:
 * whoever checks what a pull request proposes lets strangers' charts run beside them. How it came there does not matter
 * (another commit, a second clone, unpacked files): each file must be the commit's own. What cannot be told counts as
 * proposed; what lies beside and is not checked does not count.
 * @param trees absolute; the files and folders that the run reads
 * @returns the first such path; undefined where there is none, and for other events
 */
export async function proposalAmong(env: NodeJS.ProcessEnv, trees: readonly string[]): Promise<string | undefined> {
  if (env.GITHUB_EVENT_NAME !== 'pull_request_target') return undefined
  return withTemporaryFolder(async originals => {
    for (const [number, tree] of trees.entries()) {
      const stranger = await strangerToCommit(tree, env.GITHUB_SHA ?? '', join(originals, String(number)))
      if (stranger !== undefined) return stranger
    }
    return undefined
  })
}

/** @param into where the commit's files are written to, to be compared with */
async function strangerToCommit(tree: string, commit: string, into: string): Promise<string | undefined> {
  const kind = await kindOfPath(tree)
  if (kind === 'missing') return undefined
  const folder = kind === 'folder' ? tree : dirname(tree)
  const repository = await findRepository(folder).catch(() => undefined)
  if (!repository || (await repository.commitOf(commit)) !== commit) return tree
  try {
    await makeFolders([into])
    await repository.extract(commit, into)
  } catch {
    return tree
  }
  const original = join(into, repository.prefix, kind === 'folder' ? '' : basename(tree))
  return strangerIn(tree, original, repository.prefix === '' ? join(folder, '.git') : undefined)
}

/** @throws UserError unless it is allowed. */
export function refuseProposal(stranger: string, root: string, isAllowed: boolean): void {
  if (isAllowed) return
  throw new UserError(
    `this workflow runs for \`pull_request_target\`, with a token and secrets of the repository, and is to check what is not of the commit it runs for: ${relative(root, stranger) || '.'}`,
    'run it for `pull_request` instead; docs/review.md says what works in forks. If you know that nobody else can propose changes, set `allow-unsafe-target: true`',
  )
}
