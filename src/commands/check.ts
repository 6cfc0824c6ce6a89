import { resolve } from 'node:path'
import { writeWhole } from '../io/files.ts'
import { openEntries } from '../io/kept-entries.ts'
import { assessKept } from '../kept-run.ts'
import type { RenderOptions } from '../render/releases.ts'
import { type Format, renderReport } from '../report/formats.ts'
import { cacheText, exitCode, warningText } from '../report/report.ts'
import { newBaseline } from '../suppress/baseline.ts'
import { type CommandInput, type CommandOutput, note } from './command.ts'
import { outputsOf } from './outputs.ts'

/** `check [PATH...]`: judges what the paths install, and prints and writes reports. Exit code 1 for findings, 2 for what could not be checked. */
export async function check(input: CommandInput): Promise<CommandOutput> {
  const outputs = outputsOf(input)
  const paths = input.args.length > 0 ? input.args : ['.']
  const cache = await cacheOf(input, paths)
  const renderer = input.flag('renderer') as RenderOptions['renderer']
  const asked = { ...input.run, paths, cache, renderer, proveFixes: input.has('prove-fixes') }
  const format = (input.flag('format') ?? 'text') as Format
  const needsGraphs = [format, ...outputs.map(output => output.format)].includes('html')
  const assessment = await assessKept(asked, loadAssess, needsGraphs)
  for (const { format, file } of outputs) await writeWhole(resolve(file), await renderReport(format, assessment))
  const baseline = input.flag('write-baseline')
  if (baseline !== undefined) await writeWhole(resolve(baseline), newBaseline(assessment.suppressed))
  const kept = cacheText(assessment)
  if (kept !== undefined) note(kept, input)
  // The text report holds the notes itself.
  if (format !== 'text')
    for (const text of [...assessment.warnings.map(warningText), ...assessment.notes]) note(text, input)
  const output = await renderReport(format, assessment, input.reader)
  return { output, format, exitCode: exitCode(assessment.conclusion) }
}

const loadAssess = async () => (await import('../run.ts')).assess

/** The folder that `--cache` names. */
async function cacheOf({ flag, run: { root, folder } }: CommandInput, paths: readonly string[]) {
  const cache = flag('cache')
  const trees = [root, ...paths.map(path => resolve(folder, path))]
  return cache === undefined ? undefined : openEntries(cache, folder, trees)
}
