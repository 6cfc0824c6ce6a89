import { randomUUID } from 'node:crypto'
import type { Format } from '../options/report-formats.ts'

/**
 * A report as it may be printed in a step of a workflow: the runner takes commands from the log (`::error::` at the start of a
 * line, and `##[error]` anywhere in one), and a report holds foreign text. What programs read stays what it was to them.
 */
export function forRunnerLog(report: string, format: Format): string {
  switch (format) {
    case 'text': {
      const token = randomUUID()
      return `::stop-commands::${token}\n${report}\n::${token}::\n`
    }
    // It may be on its way into the summary of a job, where a space of no width does not show.
    case 'markdown':
      return report.replaceAll('##[', '##\u200B[').replace(/^(\s*):(?=:)/gm, '$1:\u200B')
    case 'junit':
      return report.replaceAll('##[', '##&#91;').replace(/^(\s*):(?=:)/gm, '$1&#58;')
    // Its scripts hold JSON, and its styles may not change: the page names their hashes.
    case 'html':
      return report.replaceAll('##[', '##\\u005b').replace(/^(\s*):(?=:[a-z-]+(?: [^\n]*)?::)/gm, '$1&#58;')
    // In JSON the bracket can only stand in a string, where it may be written as an escape.
    default:
      return report.replaceAll('##[', '##\\u005b')
  }
}
