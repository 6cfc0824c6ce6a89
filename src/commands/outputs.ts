import { extname, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { linksTo } from '../github/links.ts'
import { writeWhole } from '../io/files.ts'
import { FORMAT_OF_ENDING, type Format } from '../options/report-formats.ts'
import { checkedValue, optionsOf } from '../options.ts'
import { FILE, type Reader, renderReport } from '../report/formats.ts'
import { type Assessment, exitCode, warningText } from '../report/report.ts'
import { type CommandInput, type CommandOutput, note } from './command.ts'

/** A report that is wanted as a file. */
export interface Output {
  readonly format: Format
  /** As it was typed. */
  readonly file: string
}

/**
 * What `--output` asks for: `json=report.json`, or a file whose ending says the format.
 * @param shownAs how the user gave it
 * @throws UserError for a format that there is not
 */
export function outputsOf(texts: readonly string[], shownAs = '--output'): Output[] {
  return texts.map(text => {
    const [, named, file] = /^(\w+)=(.*)$/.exec(text) ?? []
    if (named === undefined || file === undefined)
      return { format: FORMAT_OF_ENDING[extname(text).toLowerCase()] ?? 'text', file: text }
    const format = optionsOf('cli').find(({ name }) => name === 'format')
    if (file === '') throw new UserError(`${shownAs} ${text} names no file`, `write ${named}=FILE`)
    return { format: (format ? checkedValue(format, named, shownAs) : named) as Format, file }
  })
}

/** Writes them, relative to `folder`. @throws UserError when one cannot be written */
export async function writeOutputs(
  outputs: readonly Output[],
  folder: string,
  assessment: Assessment,
  link: Reader['link'],
): Promise<void> {
  for (const { format, file } of outputs)
    await writeWhole(resolve(folder, file), await renderReport(format, assessment, { ...FILE, link }))
}

/** The format of what is printed. */
export const formatOf = ({ flag }: Pick<CommandInput, 'flag'>): Format => (flag('format') ?? 'text') as Format

/** An assessment as the flags want it: its notes said, written to files, and printed. */
export async function reported(assessment: Assessment, input: CommandInput): Promise<CommandOutput> {
  const format = formatOf(input)
  const link = linksTo(process.env, process.env.GITHUB_SHA)
  await writeOutputs(outputsOf(input.list('output')), input.run.folder, assessment, link)
  // Reports for people hold the notes themselves.
  if (format !== 'text' && format !== 'markdown')
    for (const text of [...assessment.warnings.map(warningText), ...assessment.notes]) note(text, input)
  const output = await renderReport(format, assessment, { ...input.reader, link })
  return { output, format, exitCode: exitCode(assessment.conclusion) }
}
