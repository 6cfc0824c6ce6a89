import { resolve } from 'node:path'
import { writeWhole } from '../io/files.ts'
import { type Format, renderReport } from '../report/formats.ts'
import { exitCode, warningText } from '../report/report.ts'
import { assess } from '../run.ts'
import { newBaseline } from '../suppress/baseline.ts'
import { type CommandInput, type CommandOutput, note } from './command.ts'
import { outputsOf } from './outputs.ts'

/** `check [PATH...]`: judges what the paths install, and prints and writes reports. Exit code 1 for findings, 2 for what could not be checked. */
export async function check(input: CommandInput): Promise<CommandOutput> {
  const outputs = outputsOf(input)
  const paths = input.args.length > 0 ? input.args : ['.']
  const assessment = await assess({ ...input.run, paths, proveFixes: input.has('prove-fixes') })
  for (const { format, file } of outputs) await writeWhole(resolve(file), await renderReport(format, assessment))
  const baseline = input.flag('write-baseline')
  if (baseline !== undefined) await writeWhole(resolve(baseline), newBaseline(assessment.suppressed))
  const format = (input.flag('format') ?? 'text') as Format
  // The text report holds the notes itself.
  if (format !== 'text')
    for (const text of [...assessment.warnings.map(warningText), ...assessment.notes]) note(text, input)
  const output = await renderReport(format, assessment, input.reader)
  return { output, format, exitCode: exitCode(assessment.conclusion) }
}
