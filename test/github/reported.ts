import { join } from 'node:path'
import { judgedHead } from '../../src/github/judged-head.ts'
import { postReport } from '../../src/github/post.ts'
import { baseOf, pullRequestOf } from '../../src/github/pull-request.ts'
import { findRepository } from '../../src/io/git.ts'
import { jsonReport } from '../../src/report/json.ts'
import { readReport } from '../../src/report/read-json.ts'
import { RULES } from '../../src/rules/index.ts'
import { assess } from '../../src/run.ts'
import { TOOL } from '../../src/tool.ts'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'
import { environmentOf, measure, type Proposal, type Run, type RunOptions, tokenOf } from './proposal.ts'

/** The report of a run without a token, as an artifact of it. */
export async function reportOf(proposal: Proposal): Promise<string> {
  const root = proposal.checkout()
  const pullRequest = await pullRequestOf(environmentOf(proposal))
  if (!pullRequest) throw new Error('there is no pull request')
  const base = await baseOf(pullRequest, root)
  const assessment = await assess({
    ...{ root, folder: root, paths: ['.'], helm: HELM, base, isGuarded: true, proveFixes: true },
  })
  const repository = await findRepository(root)
  const head = await judgedHead(assessment.findings, { root, repository, head: pullRequest.head })
  return jsonReport({ ...assessment, head }, TOOL)
}

/** What GitHub says in `workflow_run` of the run that wrote a report: of a fork's it names no pull request. */
export function workflowRunOf({ github: { state }, head }: Proposal, change: object = {}): object {
  const full_name = state.headRepository
  const isFork = full_name !== `${state.owner}/${state.repository}`
  const run = {
    ...{ id: 4711, event: 'pull_request', head_sha: head(), head_branch: state.headRef },
    head_repository: full_name === null ? null : { full_name },
    pull_requests: isFork ? [] : [{ number: state.number }],
  }
  return { workflow_run: { ...run, ...change } }
}

/** A run for `workflow_run`: without the tree of the pull request, and with a token that may write. */
export async function runReported(
  proposal: Proposal,
  report: string,
  { event = workflowRunOf(proposal), ...options }: Omit<RunOptions, 'event'> & { readonly event?: object } = {},
): Promise<Run> {
  const { github } = proposal
  const { key = '', mode = 'inline', maxComments = 20, resolvesThreads } = options
  const GITHUB_EVENT_PATH = join(tree({ 'event.json': JSON.stringify(event) }), 'event.json')
  const env = { ...environmentOf(proposal, 'workflow_run'), GITHUB_EVENT_PATH, ...options.env }
  const measured = await measure(github, clock =>
    postReport({
      ...{ read: () => readReport(report, RULES, 'report.json'), rules: RULES, root: tree({}), env, clock },
      ...{ mode, maxComments, key, resolvesThreads, token: tokenOf(github, options) },
    }),
  )
  return { ...measured, conclusion: '' }
}
