import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseMarker } from '../../src/github/marker.ts'
import { post } from '../../src/github/post.ts'
import type { Posted } from '../../src/github/posted.ts'
import { baseOf, pullRequestOf } from '../../src/github/pull-request.ts'
import type { Clock } from '../../src/github/retry.ts'
import { RULES } from '../../src/rules/index.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'
import { push } from './fake/people.ts'
import { pullFiles } from './fake/pull-files.ts'
import { type FakeGitHub, start } from './fake/start.ts'
import type { Head, Start } from './fake/state.ts'

/** Text by path; null removes a file. */
export type Change = Readonly<Record<string, string | null>>

/** A pull request of a real repository, as the fake GitHub and a runner see it. */
export interface Proposal {
  readonly github: FakeGitHub
  /** The head now. */
  readonly head: () => string
  readonly base: () => string
  /** The author pushes a commit. */
  readonly push: (change: Change) => void
  /** What GitHub would say of a commit on the head, without telling it. */
  readonly commit: (change: Change) => Head
  /** Somebody else's commit on the base. */
  readonly moveBase: (change: Change) => void
  /** What actions/checkout gives: GitHub's merge of head and base, two commits deep. */
  readonly checkout: () => string
  /** The file with the event of a workflow for it. */
  readonly eventFile: () => string
}

export type ProposalStart = Start & { readonly prefix?: '' | '/api/v3' }

/** Starts a fake GitHub with a pull request that changes a repository with these files. */
export async function propose(files: Readonly<Record<string, string>>, change: Change, options: ProposalStart = {}) {
  const whole = tree(files)
  const { git, commit: commitAll } = repository(whole)
  commitAll('base')
  git('switch', '--quiet', '--create', 'change')
  const base = (): string => git('rev-parse', 'main').trim()
  const head = (): string => git('rev-parse', 'change').trim()
  const commit = (more: Change): Head => {
    git('switch', '--quiet', 'change')
    apply(whole, more)
    const sha = commitAll('change')
    return { sha, files: pullFiles(whole, 'main', sha) }
  }
  const first = commit(change)
  const github = await start({ ...options, baseSha: base(), headSha: first.sha, files: first.files })
  const proposal: Proposal = {
    ...{ github, base, head, commit },
    push: more => push(github.state, commit(more)),
    moveBase(more) {
      git('switch', '--quiet', 'main')
      apply(whole, more)
      commitAll('somebody else')
    },
    checkout() {
      git('switch', '--quiet', '--force-create', 'merge', 'main')
      git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
      const clone = join(tree({}), 'clone')
      git('clone', '--quiet', '--depth', '2', '--branch', 'merge', `file://${whole}`, clone)
      repository(clone).git('remote', 'set-url', 'origin', 'https://example.com/team/charts.git')
      return clone
    },
    eventFile: () => join(tree({ 'event.json': JSON.stringify(eventOf(github, base(), head())) }), 'event.json'),
  }
  return proposal
}

function apply(root: string, change: Change): void {
  for (const [path, text] of Object.entries(change)) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === null) rmSync(file)
    else writeFileSync(file, text)
  }
}

const eventOf = ({ state }: FakeGitHub, base: string, head: string) => ({
  pull_request: {
    number: state.number,
    base: { sha: base, repo: { full_name: `${state.owner}/${state.repository}` } },
    head: { sha: head, repo: state.headRepository === null ? null : { full_name: state.headRepository } },
  },
})

/** What a runner says of a workflow for the pull request. */
export const environmentOf = ({ github, base, eventFile }: Proposal, event = 'pull_request') => {
  const { GITHUB_TOKEN: _, ...urls } = github.environment
  return {
    ...{ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: eventFile(), GITHUB_SHA: base(), GITHUB_ACTOR: 'a-developer' },
    ...{ GITHUB_REPOSITORY: `${github.state.owner}/${github.state.repository}`, ...urls },
    GITHUB_SERVER_URL: 'https://github.example',
  }
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly event?: string
  readonly hasToken?: boolean
  readonly mode?: 'inline' | 'summary' | 'off'
  readonly maxComments?: number
  readonly key?: string
  readonly resolvesThreads?: boolean
}

/** A run with what became of it, the requests it made and how long it waited. */
export interface Run {
  readonly posted: Posted
  readonly conclusion: string
  readonly requests: readonly string[]
  readonly writes: readonly string[]
  readonly waitedMs: number
}

/** A run of the Action for the pull request as it is now, without the runner around it; waiting takes no time. */
export async function run(proposal: Proposal, options: RunOptions = {}): Promise<Run> {
  const { github } = proposal
  const { event, key = '', mode = 'inline', maxComments = 20 } = options
  const env = { ...environmentOf(proposal, event), ...options.env }
  const root = proposal.checkout()
  const pullRequest = await pullRequestOf(env)
  const base = pullRequest && (await baseOf(pullRequest, root))
  const assessment = await assess({ root, folder: root, paths: ['.'], helm: HELM, base, isGuarded: true })
  const measured = await measure(github, clock =>
    post({
      ...{ assessment, rules: RULES, root, env, pullRequest, mode, maxComments, key, clock },
      ...{ resolvesThreads: options.resolvesThreads, token: tokenOf(github, options) },
    }),
  )
  return { ...measured, conclusion: assessment.conclusion }
}

/** The token that a run has. */
export const tokenOf = ({ state }: FakeGitHub, { hasToken = true }: RunOptions): string | undefined =>
  hasToken ? state.token : undefined

/** What somebody asks of GitHub, and how long they wait, which takes no time here. */
export async function measure(
  github: FakeGitHub,
  act: (clock: Clock) => Promise<Posted>,
): Promise<Omit<Run, 'conclusion'>> {
  const before = github.requests.length
  let waitedMs = 0
  const sleep = async (milliseconds: number): Promise<void> => {
    waitedMs += milliseconds
  }
  const posted = await act({ now: Date.now, sleep })
  const made = github.requests.slice(before)
  return {
    ...{ posted, waitedMs },
    requests: made.map(({ operation, status }) => `${operation} ${status}`),
    writes: made.flatMap(({ isWrite, operation, status }) => (isWrite && status < 300 ? operation : [])),
  }
}

/** What the fake holds now, as somebody would read it. */
export function shown({ state }: FakeGitHub) {
  const comments = state.reviewComments.map(({ path, line, body, login, inReplyTo, minimized, subjectType }) => ({
    ...{ path, line, login, isReply: inReplyTo !== undefined, isFile: subjectType === 'file', minimized },
    title: /\*\*(.*?)\*\*/.exec(body)?.[1] ?? body,
  }))
  return { comments, summaries: state.issueComments.map(({ body }) => body).filter(body => parseMarker(body)) }
}

/** The text of a file, empty when nothing was written. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
