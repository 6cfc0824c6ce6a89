import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'
import { programPath, testWith } from './programs.ts'

const ACT = programPath('act')

/** The built Action that is tried: the one that is checked in, or what `node scripts/build.ts --out` made. */
export const DIST = process.env.ESO_HARDENER_DIST ?? 'dist'

/** A test that needs act. */
export const testAct = (title: string, body: () => Promise<void> | void): void => testWith('act', title, body)

/** One workflow command or log line that act saw. */
export interface Event {
  readonly command?: string
  readonly arg?: string
  readonly kvPairs?: Readonly<Record<string, string>>
  readonly msg?: string
  readonly level?: string
}

/** What a run left behind. */
export interface WorkflowRun {
  readonly status: number | null
  readonly events: readonly Event[]
  readonly log: string
}

/** Runs the built Action in a repository of its own, with the demo's files, as GitHub would. */
export function runWorkflow(event: string, variables: Readonly<Record<string, string>>): Promise<WorkflowRun> {
  const repository = demoRepository()
  gitIn(repository)('remote', 'add', 'origin', 'https://example.com/team/repository.git')
  return runAct(repository, [event], variables)
}

/** What actions/checkout left behind. */
export interface Checkout {
  /** How many commits of the history there are. */
  readonly depth: number
  /** Where the clone says it came from: `itself` is there and can be fetched from, which the default cannot. */
  readonly origin?: string
}

/** The same for a pull request that adds files, checked out as actions/checkout does: GitHub's merge commit, so deep. */
export function runPullRequest(
  { depth, origin = 'ssh://git@example.com/team/repository.git' }: Checkout,
  added: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
): Promise<WorkflowRun> {
  const whole = demoRepository()
  const git = gitIn(whole)
  git('checkout', '-b', 'change')
  for (const [file, text] of Object.entries(added)) writeFileSync(join(whole, file), text)
  git('add', '-A')
  git('commit', '-m', 'change')
  git('checkout', 'main')
  git('merge', '--no-ff', '-m', 'merge', 'change')
  const [base, head] = [git('rev-parse', 'HEAD^1'), git('rev-parse', 'HEAD^2')]
  const clone = join(tree({}), 'clone')
  git('clone', '--depth', String(depth), `file://${whole}`, clone)
  if (origin !== 'itself') gitIn(clone)('remote', 'set-url', 'origin', origin)
  const event = join(
    tree({ 'event.json': JSON.stringify({ pull_request: { base: { sha: base }, head: { sha: head } } }) }),
    'event.json',
  )
  return runAct(clone, ['pull_request', '-e', event], variables)
}

/** A repository with the Action, the demo and a workflow, committed. */
function demoRepository(): string {
  const repository = tree({})
  copy(repository, 'action.yml', 'action.yml')
  copy(repository, DIST, 'dist')
  copy(repository, 'fixtures/demo', 'demo')
  copy(repository, 'fixtures/action/workflow.yml', '.github/workflows/act.yml')
  const git = gitIn(repository)
  git('init', '-b', 'main')
  git('add', '-A')
  git('commit', '-m', 'fixture')
  return repository
}

const gitIn =
  (cwd: string) =>
  (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()

/**
 * Runs act in a repository without waiting for it: what it speaks to may be in this process.
 * @param variables what `vars` holds
 * @param options further arguments
 */
export async function runAct(
  repository: string,
  event: readonly string[],
  variables: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<WorkflowRun> {
  const where = ['-W', '.github/workflows/act.yml', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--json']
  const all = Object.entries(variables).flatMap(([key, value]) => ['--var', `${key}=${value}`])
  const home = tree({})
  const child = spawn(ACT ?? '', [...event, ...where, ...all, ...options], {
    cwd: repository,
    env: {
      PATH: [dirname(process.execPath), dirname(HELM), '/usr/bin', '/bin'].join(':'),
      HOME: home,
      XDG_CACHE_HOME: home,
    },
  })
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(done => child.on('close', done)),
  ])
  const events = stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Event)
  return { status, events, log: `${events.map(({ msg, arg }) => msg ?? arg ?? '').join('\n')}\n${stderr}` }
}

/** What act says of the workflows of a folder: status 0 and no faults when they are valid. */
export function validateWorkflows(folder: string): { status: number | null; faults: string } {
  const { status, stdout, stderr } = spawnSync(ACT ?? '', ['--validate', '--strict'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', HOME: folder },
  })
  const lines = `${stdout}${stderr}`.split('\n').filter(line => line !== '' && !line.includes('docker connection'))
  return { status, faults: lines.join('\n') }
}

function copy(repository: string, from: string, to: string): void {
  mkdirSync(dirname(join(repository, to)), { recursive: true })
  cpSync(from, join(repository, to), { recursive: true })
}
