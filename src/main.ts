import { join, resolve } from 'node:path'
import * as core from '@actions/core'
import { outputsOf, writeOutputs } from './commands/outputs.ts'
import { CONFIG_FILE } from './config/config.ts'
import { UserError } from './errors.ts'
import { mayUseCache } from './github/cache-trust.ts'
import { judgedHead } from './github/judged-head.ts'
import { linksTo } from './github/links.ts'
import { checkedKey, post, reviewOptions } from './github/post.ts'
import { type Posted, reviewExitCode } from './github/posted.ts'
import { baseOf, type PullRequest, pullRequestOf } from './github/pull-request.ts'
import { proposalAmong, refuseProposal } from './github/unsafe-target.ts'
import { writeWhole } from './io/files.ts'
import { findRepository, headCommit } from './io/git.ts'
import { openEntries } from './io/kept-entries.ts'
import { assessKept } from './kept-run.ts'
import { checkedValue, optionsOf } from './options.ts'
import { annotations } from './report/annotations.ts'
import { FILE, renderReport } from './report/formats.ts'
import { jobSummary } from './report/job-summary.ts'
import { escapeText } from './report/markdown.ts'
import { type Assessment, cacheText, countBySeverity, counting, exitCode, type JudgedHead } from './report/report.ts'
import { forRunnerLog } from './report/runner-log.ts'
import { printable } from './report/terminal.ts'
import { RULES } from './rules/index.ts'
import { assess, type RunOptions } from './run.ts'
import { TOOL } from './tool.ts'

/** The Action: inputs -> run -> files, log, annotations, job summary, outputs, exit code; then the review, which decides nothing. */
async function main(): Promise<void> {
  core.info(`${TOOL.name} ${TOOL.version}, Node ${process.version}`)
  const inputs = readInputs()
  const folder = resolve(inputs.root, inputs.text('working-directory') ?? '.')
  const saved = inputs.text('review-from')
  if (saved !== undefined) return reviewSaved(inputs, saved, folder)
  const options = runOptions(inputs, folder)
  const outputs = outputsOf(linesOf(inputs.text('output') ?? ''), 'input output')
  const pullRequest = await proposedPullRequest(inputs, options)
  const compared = await comparison(inputs, pullRequest)
  const isForeign = pullRequest?.isFromFork === true && options.renderer === 'traced'
  if (isForeign) core.notice('helm renders the charts of a pull request from a fork: `renderer: traced` is left out')
  const html = inputs.text('html-file')
  const asked: RunOptions = {
    ...{ ...options, ...compared, cache: await cacheFor(inputs, options, pullRequest) },
    renderer: isForeign ? 'helm' : options.renderer,
    archive: archiveSource(inputs),
    proveFixes: inputs.flag('prove-fixes') || offersFixes(inputs, pullRequest),
  }
  const needsGraphs = html !== undefined || outputs.some(({ format }) => format === 'html')
  const checked = await assessKept(asked, async () => assess, needsGraphs)
  const assessment = {
    ...{ ...checked, commit: await headCommit(inputs.root) },
    head: pullRequest && (await headOf(checked, inputs.root, pullRequest)),
  }
  const report = resolve(
    folder,
    inputs.text('report') ?? join(process.env.RUNNER_TEMP ?? '.', 'eso-hardener-report.json'),
  )
  const sarif = inputs.text('sarif-file')
  await writeWhole(report, await renderReport('json', assessment))
  if (sarif !== undefined) await writeWhole(resolve(folder, sarif), await renderReport('sarif', assessment))
  await writeOutputs(outputs, folder, assessment, linksHere())
  if (html !== undefined)
    await writeWhole(resolve(folder, html), await renderReport('html', assessment, { ...FILE, link: linksHere() }))
  const kept = cacheText(assessment)
  if (kept !== undefined) core.info(kept)
  await log(assessment)
  if (isAnnotating(inputs)) annotate(assessment)
  await summarize(assessment)
  const pathOf = (file: string | undefined): string => (file === undefined ? '' : resolve(folder, file))
  setOutputs(assessment, { report, sarif: pathOf(sarif), html: pathOf(html) })
  process.exitCode = exitCode(assessment.conclusion)
  await speak(inputs, assessment, pullRequest)
}

/** The cache, where nobody from outside can have written into it. */
async function cacheFor({ root, text }: Inputs, { folder, paths }: RunOptions, pullRequest: PullRequest | undefined) {
  const cache = text('cache')
  if (cache === undefined) return undefined
  if (mayUseCache(process.env, pullRequest))
    return openEntries(cache, folder, [root, ...paths.map(path => resolve(folder, path))])
  core.info('the cache is not used: this workflow may run for a change from another repository')
  return undefined
}

interface Inputs {
  /** The checked-out repository: places in reports are relative to it. */
  readonly root: string
  /** An input's value, checked; undefined when it is empty. */
  readonly text: (name: string) => string | undefined
  /** Whether an input is true. */
  readonly flag: (name: string) => boolean
}

function readInputs(): Inputs {
  const values = new Map<string, string>()
  for (const option of optionsOf('action')) {
    const value = core.getInput(option.name)
    if (value !== '') values.set(option.name, checkedValue(option, value, `input ${option.name}`))
  }
  checkedKey(values.get('key') ?? '', 'input key')
  return {
    root: process.env.GITHUB_WORKSPACE ?? process.cwd(),
    text: name => values.get(name),
    flag: name => values.get(name)?.toLowerCase() === 'true',
  }
}

function runOptions({ root, text, flag }: Inputs, folder: string): RunOptions {
  const registryConfig = text('registry-config')
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
    renderer: text('renderer') as RunOptions['renderer'],
    offline: text('offline')?.toLowerCase() === 'true',
    fetchDependencies: text('fetch-dependencies')?.toLowerCase() === 'true',
    registryConfig: registryConfig === undefined ? undefined : resolve(folder, registryConfig),
    jobs: text('jobs') === undefined ? undefined : Number(text('jobs')),
    timeoutMs: text('timeout') === undefined ? undefined : Number(text('timeout')) * 1000,
    noInlineIgnores: flag('no-inline-ignores'),
    failOnGuardChange: flag('fail-on-guard-change'),
    baseline: text('baseline'),
    today: new Date().toISOString().slice(0, 10),
    operatorChart: { chart: text('eso-chart'), version: text('eso-version'), folder },
    release: { kubeVersion: text('kube-version'), apiVersions: linesOf(text('api-versions') ?? '') },
  }
}

/** The pull request whose proposal is checked out. @throws UserError when nobody allowed that beside secrets. */
async function proposedPullRequest({ root, text, flag }: Inputs, { folder, paths, config, baseline }: RunOptions) {
  const files = [config ?? CONFIG_FILE, ...(baseline === undefined ? [] : [baseline])]
  const trees = [...paths, ...files].map(path => resolve(folder, path))
  const stranger = await proposalAmong(process.env, trees)
  if (stranger !== undefined) refuseProposal(stranger, root, flag('allow-unsafe-target'))
  const pullRequest = pullRequestOf(process.env, stranger !== undefined)
  // Whoever names the base needs no event that does.
  return text('base') === undefined ? pullRequest : pullRequest.catch(() => undefined)
}

/** `none` compares with nothing; where nothing is said, a pull request is compared with its base. */
async function comparison(
  { root, text }: Inputs,
  pullRequest: PullRequest | undefined,
): Promise<Pick<RunOptions, 'base' | 'isGuarded'>> {
  const named = text('base')
  if (named === 'none') return { base: undefined, isGuarded: false }
  return { base: named ?? (pullRequest && (await baseOf(pullRequest, root))), isGuarded: pullRequest !== undefined }
}

/** GitHub's own copy of a base that the checkout left out, as one without `persist-credentials` of a private repository does. */
function archiveSource({ text }: Inputs): RunOptions['archive'] {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository } = process.env
  const token = text('github-token')
  return apiUrl && repository && token !== undefined ? { apiUrl, repository, token } : undefined
}

/** Of what a review says, only comments on lines can offer an edit. */
const offersFixes = ({ text }: Inputs, pullRequest: PullRequest | undefined): boolean =>
  pullRequest !== undefined && text('github-token') !== undefined && (text('review') ?? 'inline') === 'inline'

/** What another run needs to know to comment on the head's lines: of findings that count, the others get no comment. */
async function headOf({ findings }: Assessment, root: string, { head }: PullRequest): Promise<JudgedHead> {
  return judgedHead(counting(findings), { root, head, repository: await findRepository(root).catch(() => undefined) })
}

/** Comments by the report of another run; there is nothing to judge here, so the exit code says whether that could be done. */
async function reviewSaved({ root, text, flag }: Inputs, file: string, folder: string): Promise<void> {
  const { reviewReport } = await import('./review-report.ts')
  const options = { ...reviewOptions(text, 'input '), resolvesThreads: flag('resolve-threads'), env: process.env }
  const posted = await reviewReport(root, file, { ...options, token: text('github-token') }, folder)
  await tell(posted)
  process.exitCode = reviewExitCode(posted)
}

/** Says on the pull request what was found. What could not be said there is said here. */
async function speak(inputs: Inputs, assessment: Assessment, pullRequest: PullRequest | undefined) {
  const { root, text, flag } = inputs
  const posted = await post({
    ...{ ...reviewOptions(text, 'input '), resolvesThreads: flag('resolve-threads') },
    ...{ assessment, rules: RULES, root, env: process.env, pullRequest, token: text('github-token') },
  })
  if (!posted.isDone && !isAnnotating(inputs)) annotate(assessment)
  await tell(posted)
}

async function tell({ level, message, isDone }: Posted): Promise<void> {
  if (level === 'info') return core.info(message)
  const annotate = level === 'notice' ? core.notice : core.warning
  annotate(message, { title: isDone ? 'review' : 'no review' })
  await addToSummary(`\n${escapeText(message)}\n`)
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(Boolean)

async function log(assessment: Assessment): Promise<void> {
  process.stdout.write(forRunnerLog(await renderReport('text', assessment), 'text'))
}

const isAnnotating = ({ text }: Inputs): boolean => text('annotations')?.toLowerCase() !== 'false'

function annotate(assessment: Assessment): void {
  const { shown, omitted } = annotations(assessment)
  for (const { level, message, ...properties } of shown) EMIT[level](message, properties)
  if (omitted !== undefined) core.info(omitted)
}

const EMIT = { error: core.error, warning: core.warning, notice: core.notice } as const

async function summarize(assessment: Assessment): Promise<void> {
  await addToSummary(jobSummary(assessment, { link: linksHere() }))
}

const linksHere = () => linksTo(process.env, process.env.GITHUB_SHA)

async function addToSummary(markdown: string): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown).write()
}

/** @param files paths of the reports; empty for those that were not asked for. */
function setOutputs(assessment: Assessment, files: Readonly<Record<'report' | 'sarif' | 'html', string>>): void {
  const { critical, high, medium, low } = countBySeverity(assessment.findings)
  const fresh = assessment.base?.commit ? counting(assessment.findings).length : ''
  const outputs = { conclusion: assessment.conclusion, critical, high, medium, low, new: fresh, ...files }
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
