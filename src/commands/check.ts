import { resolve } from 'node:path'
import { writeWhole } from '../io/files.ts'
import { headCommit } from '../io/git.ts'
import { openEntries } from '../io/kept-entries.ts'
import { assessKept } from '../kept-run.ts'
import type { Format } from '../options/report-formats.ts'
import type { RenderOptions } from '../render/releases.ts'
import { cacheText } from '../report/report.ts'
import { newBaseline } from '../suppress/baseline.ts'
import { type CommandInput, type CommandOutput, note } from './command.ts'
import { formatOf, outputsOf, reported } from './outputs.ts'

/** Formats that name the commit, the one that carries fixes to people who can take them, and the one that draws a graph. */
const WITH_COMMIT: readonly Format[] = ['json', 'evidence']
const WITH_FIXES: Format = 'rdjson'
const WITH_GRAPHS: Format = 'html'

/**
 * `check [PATH...]`: judges what the paths install, and prints and writes reports. Exit code 1 for findings, 2 for what could
 * not be checked.
 */
export async function check(input: CommandInput): Promise<CommandOutput> {
  const wanted = [formatOf(input), ...outputsOf(input.list('output')).map(({ format }) => format)]
  const paths = input.args.length > 0 ? input.args : ['.']
  const cache = await cacheOf(input, paths)
  const renderer = input.flag('renderer') as RenderOptions['renderer']
  const proveFixes = input.has('prove-fixes') || wanted.includes(WITH_FIXES)
  const asked = { ...input.run, paths, cache, renderer, proveFixes }
  const assessment = await assessKept(asked, loadAssess, wanted.includes(WITH_GRAPHS))
  const commit = wanted.some(format => WITH_COMMIT.includes(format)) ? await headCommit(input.run.root) : undefined
  const baseline = input.flag('write-baseline')
  if (baseline !== undefined) await writeWhole(resolve(baseline), newBaseline(assessment.suppressed))
  const kept = cacheText(assessment)
  if (kept !== undefined) note(kept, input)
  return reported({ ...assessment, ...(commit !== undefined && { commit }) }, input)
}

const loadAssess = async () => (await import('../run.ts')).assess

/** The folder that `--cache` names. */
async function cacheOf({ flag, run: { root, folder } }: CommandInput, paths: readonly string[]) {
  const cache = flag('cache')
  const trees = [root, ...paths.map(path => resolve(folder, path))]
  return cache === undefined ? undefined : openEntries(cache, folder, trees)
}
