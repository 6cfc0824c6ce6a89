#!/usr/bin/env node
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CommandInput, CommandOutput } from './commands/command.ts'
import { suggestion, UserError } from './errors.ts'
import { writeWhole } from './io/files.ts'
import { checkedValue, optionsOf } from './options.ts'
import type { Format } from './report/formats.ts'
import { forRunnerLog } from './report/runner-log.ts'
import { printable } from './report/terminal.ts'
import type { RunOptions } from './run.ts'
import { TOOL } from './tool.ts'

/** Exit code of bad input and of anything that could not be checked. */
const INCOMPLETE = 2
const COMMANDS = { check, harden, generate, trace, explain, rules, review, init } as const

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** Runs the command line. @returns the exit code: 0 clean, 1 findings, 2 could not check. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.version) return print(`${TOOL.name} ${TOOL.version}\n`)
  const [command, ...rest] = positionals
  if (values.help || command === 'help') return help()
  if (command === undefined) {
    await help()
    return INCOMPLETE
  }
  if (!Object.hasOwn(COMMANDS, command))
    throw new UserError(`unknown command '${command}'`, suggestion(command, Object.keys(COMMANDS)))
  return COMMANDS[command as keyof typeof COMMANDS](rest, values)
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  const known = optionsOf('cli')
  const options = Object.fromEntries(
    known.map(({ name, type }) => [
      name,
      { type: type === 'boolean' ? 'boolean' : 'string', multiple: type === 'list' } as const,
    ]),
  )
  const flags = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...flags },
      allowPositionals: true,
    })
    for (const option of known) {
      const value = (values as Values)[option.name]
      if (typeof value === 'string') checkedValue(option, value, `--${option.name}`)
    }
    return { values, positionals }
  } catch (error) {
    if (error instanceof UserError) throw error
    const [, name] = /Unknown option '(--?[^']*)'/.exec((error as Error).message) ?? []
    if (name === undefined)
      throw new UserError((error as Error).message.split('. ')[0] ?? '', 'see eso-hardener --help')
    throw new UserError(
      `unknown option '${name}'`,
      suggestion(name, [...known.map(option => `--${option.name}`), '--help', '--version']),
    )
  }
}

async function help(): Promise<number> {
  const { helpText } = await import('./help.ts')
  return print(helpText())
}

async function check(paths: readonly string[], values: Values): Promise<number> {
  const outputs = texts(values.output).map(parseOutput)
  const [{ assess }, { newBaseline }, { renderReport }, { exitCode, warningText }] = await Promise.all([
    import('./run.ts'),
    import('./suppress/baseline.ts'),
    import('./report/formats.ts'),
    import('./report/report.ts'),
  ])
  const assessment = await assess(runOptions(paths, values))
  for (const { format, file } of outputs) await writeWhole(resolve(file), await renderReport(format, assessment))
  const baseline = text(values, 'write-baseline')
  if (baseline !== undefined) await writeWhole(resolve(baseline), newBaseline(assessment.suppressed))
  const format = (text(values, 'format') ?? 'text') as Format
  // The text report holds the notes itself.
  if (!values.quiet && format !== 'text')
    for (const note of [...assessment.warnings.map(warningText), ...assessment.notes])
      process.stderr.write(`note: ${printable(note)}\n`)
  const report = await renderReport(format, assessment, terminal())
  print(process.env.GITHUB_ACTIONS === 'true' ? forRunnerLog(report, format) : report)
  return exitCode(assessment.conclusion)
}

/** `json=report.json`, or a file whose ending says the format. */
function parseOutput(text: string): { format: Format; file: string } {
  const [, named, rest] = /^(\w+)=(.+)$/.exec(text) ?? []
  if (named !== undefined && rest !== undefined) {
    const format = optionsOf('cli').find(({ name }) => name === 'format')
    return { format: (format ? checkedValue(format, named, '--output') : named) as Format, file: rest }
  }
  const format = text.endsWith('.json') ? 'json' : text.endsWith('.sarif') ? 'sarif' : 'text'
  return { format, file: text }
}

function runOptions(paths: readonly string[], values: Values): RunOptions {
  const seconds = text(values, 'timeout')
  return {
    root: process.cwd(),
    folder: process.cwd(),
    paths: paths.length > 0 ? paths : ['.'],
    config: text(values, 'config'),
    failOn: text(values, 'fail-on') as RunOptions['failOn'],
    minSeverity: text(values, 'min-severity') as RunOptions['minSeverity'],
    helm: text(values, 'helm'),
    helmVersion: text(values, 'helm-version'),
    offline: values.offline === true,
    fetchDependencies: values['fetch-dependencies'] === true,
    jobs: numberOrNothing(text(values, 'jobs')),
    timeoutMs: seconds === undefined ? undefined : Number(seconds) * 1000,
    onProgress: values.quiet || !process.stderr.isTTY ? undefined : showProgress,
    noInlineIgnores: values['no-inline-ignores'] === true,
    base: text(values, 'base') === 'none' ? undefined : text(values, 'base'),
    baseline: text(values, 'baseline'),
    writeBaseline: text(values, 'write-baseline'),
    today: new Date().toISOString().slice(0, 10),
    operatorChart: {
      chart: text(values, 'eso-chart'),
      version: text(values, 'eso-version'),
      folder: process.cwd(),
    },
    release: {
      values: texts(values.values),
      set: texts(values.set),
      namespace: text(values, 'namespace'),
      releaseName: text(values, 'release-name'),
      kubeVersion: text(values, 'kube-version'),
      apiVersions: texts(values['api-versions']).flatMap(list => list.split(',')),
    },
  }
}

async function generate(args: readonly string[], values: Values): Promise<number> {
  const command = await import('./commands/generate.ts')
  return finished(await command.generate(inputOf(args, values)))
}

async function harden(args: readonly string[], values: Values): Promise<number> {
  const command = await import('./commands/harden.ts')
  return finished(await command.harden(inputOf(args, values)))
}

const inputOf = (args: readonly string[], values: Values): CommandInput => ({
  args,
  run: runOptions([], values),
  flag: name => text(values, name),
  has: name => values[name] === true,
  isQuiet: values.quiet === true,
})

function finished({ output, exitCode }: CommandOutput): number {
  print(output)
  return exitCode
}

async function trace(args: readonly string[], values: Values): Promise<number> {
  const format = textOrJson(values)
  const [{ readQuestion }, { inquire }, { traceJson, traceText }, { COLOURED, PLAIN }] = await Promise.all([
    import('./locate/inquiry/question.ts'),
    import('./locate/inquiry/inquire.ts'),
    import('./report/trace-text.ts'),
    import('./report/terminal.ts'),
  ])
  const { question, paths, valuesFiles } = await readQuestion(process.cwd(), args, texts(values.values))
  const answer = await inquire(question, runOptions(paths, { ...values, values: valuesFiles }))
  const { width, colour } = terminal()
  const report =
    format === 'json' ? traceJson(answer) : traceText(answer, { width, palette: colour ? COLOURED : PLAIN })
  return print(process.env.GITHUB_ACTIONS === 'true' ? forRunnerLog(report, format) : report)
}

async function explain([id, ...more]: readonly string[]): Promise<number> {
  const [{ RULES }, { ruleText }] = await Promise.all([import('./rules/index.ts'), import('./report/rule-text.ts')])
  if (id === undefined || more.length > 0) throw new UserError('explain takes one rule', 'see eso-hardener rules')
  const rule = RULES.find(candidate => candidate.id === id)
  if (!rule)
    throw new UserError(
      `there is no rule '${id}'`,
      suggestion(
        id,
        RULES.map(candidate => candidate.id),
      ),
    )
  return print(ruleText(rule, terminal().width))
}

async function rules(rest: readonly string[], values: Values): Promise<number> {
  if (rest.length > 0) throw new UserError('rules takes no argument', 'eso-hardener explain RULE says more about one')
  const [{ RULES }, { ruleListing }] = await Promise.all([import('./rules/index.ts'), import('./report/rule-list.ts')])
  return print(ruleListing(RULES, textOrJson(values)))
}

async function review(rest: readonly string[], values: Values): Promise<number> {
  const file = text(values, 'from')
  if (file === undefined || rest.length > 0)
    throw new UserError('review takes a report and nothing else: --from FILE', 'see eso-hardener --help')
  const [{ reviewReport }, { reviewOptions }, { reviewExitCode }] = await Promise.all([
    import('./review-report.ts'),
    import('./github/post.ts'),
    import('./github/posted.ts'),
  ])
  const options = reviewOptions(name => text(values, name), '--')
  const posted = await reviewReport(process.cwd(), file, {
    ...{ ...options, resolvesThreads: values['resolve-threads'] === true, env: process.env },
    token: process.env.GITHUB_TOKEN || undefined,
  })
  const said = `${posted.message}\n`
  print(process.env.GITHUB_ACTIONS === 'true' ? forRunnerLog(said, 'text') : said)
  return reviewExitCode(posted)
}

function textOrJson(values: Values): 'text' | 'json' {
  const format = text(values, 'format') ?? 'text'
  if (format === 'sarif') throw new UserError("--format cannot be 'sarif' here", 'allowed: text, json')
  return format === 'json' ? 'json' : 'text'
}

async function init([path = '.', ...more]: readonly string[], values: Values): Promise<number> {
  if (more.length > 0) throw new UserError('init takes one folder', 'see eso-hardener --help')
  const [{ initialize }, { initReport, keptError }] = await Promise.all([
    import('./init/init.ts'),
    import('./init/report.ts'),
  ])
  const { helm, helmVersion, jobs, timeoutMs, onProgress } = runOptions([], values)
  const done = await initialize(process.cwd(), path, { helm, helmVersion, jobs, timeoutMs, onProgress })
  print(printable(initReport(done, path)))
  if (done.kept.length > 0) throw keptError(done.kept)
  return 0
}

const text = (values: Values, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

const texts = (value: Values[string]): string[] => (Array.isArray(value) ? value.map(String) : [])

const numberOrNothing = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)

/** Colour only for a person: a terminal, and NO_COLOR unset (https://no-color.org). */
function terminal(): { width: number; colour: boolean } {
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return { width: Math.min(process.stdout.columns ?? 100, 140), colour }
}

function showProgress(done: number, all: number): void {
  process.stderr.write(done === all ? '\r\u001B[K' : `\r\u001B[Krendered ${done} of ${all} charts`)
}

function print(output: string): number {
  process.stdout.write(output)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`error: ${printable(error.message)}\n${error.hint ? `hint: ${printable(error.hint)}\n` : ''}`)
  process.exitCode = INCOMPLETE
}
