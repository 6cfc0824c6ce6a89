import type { UserError } from '../errors.ts'
import type { Format } from '../options/report-formats.ts'
import type { Reader } from '../report/formats.ts'
import { printable } from '../report/terminal.ts'
import type { RunOptions } from '../run.ts'

/** What a command of the command line is given. */
export interface CommandInput {
  /** The words behind the command. */
  readonly args: readonly string[]
  /** What the flags say; `paths` is left to the command. */
  readonly run: Omit<RunOptions, 'paths'>
  /** A flag as it was typed. */
  readonly flag: (name: string) => string | undefined
  /** A flag that may be typed several times; empty where it was not. */
  readonly list: (name: string) => readonly string[]
  /** Whether a flag without a value was typed. */
  readonly has: (name: string) => boolean
  readonly isQuiet: boolean
  /** Who reads standard output. */
  readonly reader: Reader
}

/** What a command printed goes to standard output, its notes to standard error. */
export interface CommandOutput {
  readonly output: string
  readonly exitCode: number
  /** What the output is, where it holds foreign text that the log of a workflow could take for commands. */
  readonly format?: Format
  /** What the user has to put right beside what was done. */
  readonly error?: UserError
}

/** Says something beside the output, unless nothing is wanted but that. */
export function note(text: string, { isQuiet }: Pick<CommandInput, 'isQuiet'>): void {
  if (!isQuiet) process.stderr.write(`note: ${printable(text)}\n`)
}

/** The same for several lines, as they are. */
export function aside(text: string, { isQuiet }: Pick<CommandInput, 'isQuiet'>): void {
  if (!isQuiet) process.stderr.write(printable(text))
}
