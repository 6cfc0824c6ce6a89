import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { environmentOf, type Proposal, textOf } from './github/proposal.ts'
import { HELM } from './helm.ts'
import { tree } from './tree.ts'

/** What a run of the Action left behind. */
export interface ActionRun {
  readonly status: number | null
  readonly log: string
  readonly jobSummary: string
  readonly outputs: string
}

export interface ActionOptions {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly event?: string
  /** The checked-out tree; GitHub's merge unless told. */
  readonly workspace?: string
}

/** Runs the Action's source for a pull request as a runner would, without waiting for it: the fake GitHub must answer. */
export function runAction(proposal: Proposal, options: ActionOptions = {}): Promise<ActionRun> {
  const { inputs = {}, env = {}, event = 'pull_request', workspace = proposal.checkout() } = options
  const out = tree({ outputs: '', summary: '' })
  const all = { 'github-token': proposal.github.state.token, 'fail-on': 'high', annotations: 'true', ...inputs }
  const child = spawn(process.execPath, [resolve('src/main.ts')], {
    cwd: workspace,
    env: {
      ...{ PATH: `${dirname(HELM)}:/usr/bin:/bin`, HOME: out, RUNNER_TEMP: out },
      ...environmentOf(proposal, event),
      GITHUB_WORKSPACE: workspace,
      ...{ GITHUB_OUTPUT: join(out, 'outputs'), GITHUB_STEP_SUMMARY: join(out, 'summary') },
      ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      log += chunk
    })
  return new Promise(done => {
    child.on('close', status =>
      done({ status, log, jobSummary: textOf(join(out, 'summary')), outputs: textOf(join(out, 'outputs')) }),
    )
  })
}
