import { inquire } from '../locate/inquiry/inquire.ts'
import { readQuestion } from '../locate/inquiry/question.ts'
import { COLOURED, PLAIN } from '../report/terminal.ts'
import { traceJson, traceText } from '../report/trace-text.ts'
import type { CommandInput, CommandOutput } from './command.ts'
import { textOrJson } from './run-options.ts'

/** `trace FILE:LINE [PATH...]` and `trace --values KEY [PATH...]`: where something comes from, and what it does. */
export async function trace(input: CommandInput): Promise<CommandOutput> {
  const format = textOrJson(input)
  const { question, paths, valuesFiles } = await readQuestion(input.run.folder, input.args, input.list('values'))
  const release = { ...input.run.release, values: valuesFiles }
  const answer = await inquire(question, { ...input.run, paths: paths.length > 0 ? paths : ['.'], release })
  const { width, colour } = input.reader
  const output =
    format === 'json' ? traceJson(answer) : traceText(answer, { width, palette: colour ? COLOURED : PLAIN })
  return { output, format, exitCode: 0 }
}
