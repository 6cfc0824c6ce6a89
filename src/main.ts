import { join, resolve } from 'node:path'
import * as core from '@actions/core'
import { UserError } from './errors.ts'
import { baseOf, pullRequestOf } from './github/pull-request.ts'
import { writeWhole } from './io/files.ts'
import { checkedValue, optionsOf } from './options.ts'
import { annotations } from './report/annotations.ts'
import { renderReport } from './report/formats.ts'
import { jobSummary } from './report/job-summary.ts'
import { type Assessment, countBySeverity, counting, exitCode } from './report/report.ts'
import { forRunnerLog } from './report/runner-log.ts'
import { printable } from './report/terminal.ts'
import { assess, type RunOptions } from './run.ts'
import { TOOL } from './tool.ts'

/** The Action: inputs -> run -> files, log, annotations, job summary, outputs, exit code. */
async function main(): Promise<void> {
  core.info(`${TOOL.name} ${TOOL.version}, Node ${process.version}`)
  const inputs = readInputs()
  const folder = resolve(inputs.root, inputs.text('working-directory') ?? '.')
  const assessment = await assess({ ...runOptions(inputs, folder), ...(await comparison(inputs)) })
  const report = resolve(
    folder,
    inputs.text('report') ?? join(process.env.RUNNER_TEMP ?? '.', 'eso-hardener-report.json'),
  )
  const sarif = inputs.text('sarif-file')
  await writeWhole(report, await renderReport('json', assessment))
  if (sarif !== undefined) await writeWhole(resolve(folder, sarif), await renderReport('sarif', assessment))
  await log(assessment)
  if (core.getBooleanInput('annotations')) annotate(assessment)
  await summarize(assessment)
  setOutputs(assessment, report, sarif === undefined ? '' : resolve(folder, sarif))
  process.exitCode = exitCode(assessment.conclusion)
}

interface Inputs {
  /** The checked-out repository: places in reports are relative to it. */
  readonly root: string
  /** An input's value, checked; undefined when it is empty. */
  readonly text: (name: string) => string | undefined
}

function readInputs(): Inputs {
  const values = new Map<string, string>()
  for (const option of optionsOf('action')) {
    const value = core.getInput(option.name)
    if (value !== '') values.set(option.name, checkedValue(option, value, `input ${option.name}`))
  }
  return { root: process.env.GITHUB_WORKSPACE ?? process.cwd(), text: name => values.get(name) }
}

function runOptions({ root, text }: Inputs, folder: string): RunOptions {
  return {
    root,
    folder,
    paths: linesOf(text('paths') ?? '.'),
    config: text('config'),
    // An input that was left out has its default, which must not outweigh the config file.
    failOn: text('fail-on') as RunOptions['failOn'],
    minSeverity: text('min-severity') as RunOptions['minSeverity'],
    helm: text('helm'),
    helmVersion: text('helm-version'),
    offline: text('offline')?.toLowerCase() === 'true',
    fetchDependencies: text('fetch-dependencies')?.toLowerCase() === 'true',
    jobs: text('jobs') === undefined ? undefined : Number(text('jobs')),
    timeoutMs: text('timeout') === undefined ? undefined : Number(text('timeout')) * 1000,
    noInlineIgnores: text('no-inline-ignores')?.toLowerCase() === 'true',
    failOnGuardChange: text('fail-on-guard-change')?.toLowerCase() === 'true',
    baseline: text('baseline'),
    today: new Date().toISOString().slice(0, 10),
    release: { kubeVersion: text('kube-version'), apiVersions: linesOf(text('api-versions') ?? '') },
  }
}

/** `none` compares with nothing; where nothing is said, a pull request is compared with its base. */
async function comparison({ root, text }: Inputs): Promise<Pick<RunOptions, 'base' | 'isGuarded'>> {
  const named = text('base')
  const pullRequest = named === 'none' ? undefined : await pullRequestOf(process.env)
  const base = named ?? (pullRequest && (await baseOf(pullRequest, root)))
  return { base: base === 'none' ? undefined : base, isGuarded: pullRequest !== undefined }
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(Boolean)

async function log(assessment: Assessment): Promise<void> {
  process.stdout.write(forRunnerLog(await renderReport('text', assessment), 'text'))
}

function annotate(assessment: Assessment): void {
  const { shown, omitted } = annotations(assessment)
  for (const { level, message, ...properties } of shown) EMIT[level](message, properties)
  if (omitted !== undefined) core.info(omitted)
}

const EMIT = { error: core.error, warning: core.warning, notice: core.notice } as const

async function summarize(assessment: Assessment): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return
  await core.summary.addRaw(jobSummary(assessment, { link: linkTo(process.env) })).write()
}

/** Links to the lines of the commit that was checked out. */
function linkTo({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }: NodeJS.ProcessEnv) {
  if (!server || !repository || !sha) return undefined
  return (file: string, line?: number): string => {
    const path = file.split('/').map(encodeURIComponent).join('/')
    return `${server}/${repository}/blob/${sha}/${path}${line === undefined ? '' : `#L${line}`}`
  }
}

function setOutputs(assessment: Assessment, report: string, sarif: string): void {
  const { critical, high, medium, low } = countBySeverity(assessment.findings)
  const fresh = assessment.base?.commit ? counting(assessment.findings).length : ''
  const outputs = { conclusion: assessment.conclusion, critical, high, medium, low, new: fresh, report, sarif }
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  core.setOutput('conclusion', 'incomplete')
  core.error(printable(`${error.message}${error.hint ? `\n${error.hint}` : ''}`), {
    title: 'eso-hardener could not run',
  })
  process.exitCode = 2
}
