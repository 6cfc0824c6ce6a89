import { randomUUID } from 'node:crypto'
import type { Format } from './formats.ts'

/**
 * A report as it may be printed in a step of a workflow: the runner takes commands from the log (`::error::`, and
 * `##[error]` anywhere in a line), and a report holds foreign text.
 */
export function forRunnerLog(report: string, format: Format): string {
  // In JSON the bracket can only stand in a string, where it may be written as an escape.
  if (format !== 'text') return report.replaceAll('##[', '##\\u005b')
  const token = randomUUID()
  return `::stop-commands::${token}\n${report}\n::${token}::\n`
}
