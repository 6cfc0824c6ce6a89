import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { judgedBy, mergeReports } from '../report/merge.ts'
import { readWholeReport } from '../report/read-json.ts'
import type { Assessment } from '../report/report.ts'
import { RULES } from '../rules/index.ts'
import { TOOL } from '../tool.ts'
import type { CommandInput, CommandOutput } from './command.ts'
import { reported } from './outputs.ts'

/**
 * `merge REPORT.json...`: joins the JSON reports of clusters or shards and reports them as `check` does, with the exit code of
 * the worst. `--fail-on` judges the findings anew.
 * @throws UserError for what is no report
 */
export async function merge(input: CommandInput): Promise<CommandOutput> {
  const { args, run } = input
  if (args.length === 0) throw new UserError('merge takes JSON reports', 'write them with check --output FILE.json')
  const read = await Promise.all(
    args.map(async file => readWholeReport(await readText(resolve(run.folder, file)), RULES, file)),
  )
  const [first, ...others] = read.map(({ assessment }) => assessment)
  if (!first) throw new UserError('merge takes JSON reports', 'see eso-hardener --help')
  const merged = mergeReports([first, ...others])
  const versions = [...new Set(read.map(({ tool }) => `${tool.version} (data of ${tool.rulesDate})`))].sort()
  const told: Assessment = { ...merged, notes: [...merged.notes, ...versionNote(versions)] }
  return reported(run.failOn === undefined ? told : judgedBy(told, run.failOn), input)
}

/** What one version finds another may not know. */
function versionNote(versions: readonly string[]): string[] {
  const own = `${TOOL.version} (data of ${TOOL.rulesDate})`
  return versions.length === 1 && versions[0] === own
    ? []
    : [`the reports were written by ${TOOL.name} ${versions.join(' and ')}, and joined by ${own}`]
}
