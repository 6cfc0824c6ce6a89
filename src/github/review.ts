import type { Rule } from '../check/rule.ts'
import type { Finding } from '../finding.ts'
import type { Repository } from '../io/git.ts'
import type { Assessment } from '../report/report.ts'
import { carryOut } from './carry-out.ts'
import type { Client, ListedFile } from './client.ts'
import { headLines } from './head-lines.ts'
import { reportedLines } from './judged-head.ts'
import { isSameText } from './live.ts'
import { type Own, ownOf } from './own.ts'
import { type Plan, type PlanInput, plan } from './plan.ts'
import { LostAnswer } from './retry.ts'

/** What a review says, and of what. */
export interface ReviewRequest extends Pick<PlanInput, 'key' | 'link' | 'ownersOf' | 'fixes' | 'reporter'> {
  readonly assessment: Assessment
  readonly rules: readonly Rule[]
  /** The sha of the head that was judged. */
  readonly head: string
  /** Comments on lines and the summary, or the summary alone. */
  readonly mode: 'inline' | 'summary'
  /** Most comments on lines and files. */
  readonly maxComments: number
  /** The checked-out tree, and its clone. */
  readonly root: string
  readonly repository: Repository | undefined
  /** Whether the threads of findings that are gone are resolved, too. */
  readonly resolvesThreads?: boolean | undefined
}

/** What was done; `moved` when the pull request has another head by now, whose own run will speak. */
export type Outcome =
  | { readonly kind: 'moved'; readonly head: string }
  | {
      readonly kind: 'posted'
      readonly created: number
      readonly updated: number
      readonly removed: number
      readonly kept: number
      readonly summary: 'created' | 'updated' | 'kept' | 'none'
      /** Threads that stay open because the token may not resolve them. */
      readonly unresolved: number
      /** Findings that are in the summary alone. */
      readonly leftovers: readonly Finding[]
    }

/** Comments on files take a request each. */
const MOST_ON_FILES = 10
/** How often it is looked again what is there, because an answer was lost or GitHub would not have something. */
const MOST_ROUNDS = 6
const WAIT_MS = 2000

/**
 * Makes the comments of a pull request what they should be. What is there already is left alone: a second run on the same
 * head writes nothing. After an answer that was lost it looks again before it writes again, so that nothing is said twice.
 * @throws what the client throws
 */
export async function review(client: Client, request: ReviewRequest): Promise<Outcome> {
  const refused = new Set<string>()
  const done = { created: 0, updated: 0, removed: 0, unresolved: 0 }
  let isOneByOne = false
  let headLine: PlanInput['headLine']
  for (let round = 1; ; round += 1) {
    const isLast = round === MOST_ROUNDS
    const seen = await look(client, request)
    if (seen.head !== request.head) return { kind: 'moved', head: seen.head }
    headLine ??= await linesOfHead(client, request, seen.files)
    const input = planInput(request, seen, { headLine, refused })
    const planned = plan(input)
    try {
      const { head, key, resolvesThreads: isResolving } = request
      const result = await carryOut(client, planned, { head, key, isOneByOne, isResolving })
      isOneByOne ||= result.isUnwanted
      for (const fingerprint of result.refused) refused.add(fingerprint)
      done.unresolved += result.unresolved
      if (!result.isUnwanted) add(done, planned, result.refused.length)
      if (!isLast && (result.isUnwanted || result.hasLost || result.refused.length > 0)) continue
      const final = result.refused.length > 0 ? plan(input) : planned
      const summary = await putSummary(client, final, seen.own)
      return { kind: 'posted', ...done, kept: planned.keep, summary, leftovers: final.leftovers }
    } catch (error) {
      if (!(error instanceof LostAnswer) || isLast || !(await client.wait(WAIT_MS))) throw error
    }
  }
}

interface Seen {
  readonly head: string
  readonly files: readonly ListedFile[]
  readonly own: Own
}

/** What is there now. The head comes last: when it is the judged one, the files are those of no later one. */
async function look(client: Client, { mode, key }: ReviewRequest): Promise<Seen> {
  const files = mode === 'inline' ? await client.files() : []
  const own = await ownOf(client, key)
  return { files, own, head: await client.head() }
}

const linesOfHead = (
  client: Client,
  { assessment, reporter, root, repository, head }: ReviewRequest,
  files: Seen['files'],
) =>
  // What another run judged is not in this one's tree.
  reporter
    ? reportedLines(assessment.head ?? { commit: head, files: [] }, files)
    : headLines(assessment.findings, { root, repository, head, files, fetchText: sha => client.text(sha) })

const planInput = (
  { assessment, rules, key, link, ownersOf, fixes, reporter, head, maxComments }: ReviewRequest,
  { files, own }: Seen,
  known: Required<Pick<PlanInput, 'headLine' | 'refused'>>,
): PlanInput => ({
  ...{ assessment, rules, key, link, ownersOf, reporter, files, head, ...known },
  ...(fixes && { fixes }),
  existing: own.comments,
  hasSummary: own.summaries.length > 0,
  limits: { comments: maxComments, onFiles: MOST_ON_FILES },
})

function add(done: { created: number; updated: number; removed: number }, planned: Plan, refused: number): void {
  done.created += planned.create.length - refused
  done.updated += planned.update.length + planned.markFixed.length
  done.removed += planned.remove.length
}

/** One summary for each key; runs that met may have left several, of which the oldest stays. */
async function putSummary(client: Client, { summary }: Plan, { summaries }: Own) {
  const [first, ...others] = summaries
  for (const { id } of others) await client.deleteSummary(id)
  if (summary === null) return 'none'
  if (!first) await client.createSummary(summary)
  else if (isSameText(first.body, summary)) return 'kept'
  else await client.updateSummary(first.id, summary)
  return first ? 'updated' : 'created'
}
