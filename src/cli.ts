#!/usr/bin/env node
import { parseArgs } from 'node:util'
import type { CommandInput, CommandOutput } from './commands/command.ts'
import { commandInput, type FlagValues } from './commands/run-options.ts'
import { suggestion, UserError } from './errors.ts'
import { checkedValue, optionsOf } from './options.ts'
import { forRunnerLog } from './report/runner-log.ts'
import { printable } from './report/terminal.ts'
import { TOOL } from './tool.ts'

/** Exit code of bad input and of anything that could not be checked. */
const INCOMPLETE = 2

type Command = (input: CommandInput) => Promise<CommandOutput>

/** Each is loaded when it is called, so that `--help` stays quick. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  harden: async () => (await import('./commands/harden.ts')).harden,
  generate: async () => (await import('./commands/generate.ts')).generate,
  trace: async () => (await import('./commands/trace.ts')).trace,
  explain: async () => (await import('./commands/explain.ts')).explain,
  rules: async () => (await import('./commands/rules.ts')).rules,
  review: async () => (await import('./commands/review.ts')).review,
  merge: async () => (await import('./commands/merge.ts')).merge,
  init: async () => (await import('./commands/init.ts')).init,
}

/** Runs the command line. @returns the exit code: 0 clean, 1 findings, 2 could not check. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.version) return print(`${TOOL.name} ${TOOL.version}\n`, 0)
  const [name, ...rest] = positionals
  if (values.help || name === 'help' || name === undefined) {
    const { helpText } = await import('./help.ts')
    return print(helpText(), values.help || name === 'help' ? 0 : INCOMPLETE)
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) throw new UserError(`unknown command '${name}'`, suggestion(name, Object.keys(COMMANDS)))
  const command = await load()
  const { output, format, error, exitCode } = await command(commandInput(rest, values))
  const isLog = process.env.GITHUB_ACTIONS === 'true' && format !== undefined
  print(isLog ? forRunnerLog(output, format) : output, exitCode)
  return error ? complain(error) : exitCode
}

function parse(args: readonly string[]): { values: FlagValues; positionals: string[] } {
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
      const value = (values as FlagValues)[option.name]
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

function print(output: string, exitCode: number): number {
  process.stdout.write(output)
  return exitCode
}

function complain({ message, hint }: UserError): number {
  process.stderr.write(`error: ${printable(message)}\n${hint ? `hint: ${printable(hint)}\n` : ''}`)
  return INCOMPLETE
}

// A report that did not arrive was not made. Whoever closed the pipe has read what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  process.exit(complain(new UserError(`standard output: cannot write (${error.code})`)))
})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.exitCode = complain(error)
}
