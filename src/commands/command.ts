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
  /** Whether a flag without a value was typed. */
  readonly has: (name: string) => boolean
  readonly isQuiet: boolean
}

/** What a command printed goes to standard output, its notes to standard error. */
export interface CommandOutput {
  readonly output: string
  readonly exitCode: number
}

/** Says something beside the output, unless nothing is wanted but that. */
export function note(text: string, { isQuiet }: Pick<CommandInput, 'isQuiet'>): void {
  if (!isQuiet) process.stderr.write(`note: ${printable(text)}\n`)
}

/** The same for several lines, as they are. */
export function aside(text: string, { isQuiet }: Pick<CommandInput, 'isQuiet'>): void {
  if (!isQuiet) process.stderr.write(printable(text))
}
