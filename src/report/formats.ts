import type { Format } from '../options/report-formats.ts'
import { RULES } from '../rules/index.ts'
import { TOOL } from '../tool.ts'
import type { Assessment } from './report.ts'

/** Who reads: width and colour are for the text format, which has neither in a file. */
export interface Reader {
  readonly width: number
  readonly colour: boolean
  /** The web page of a line: Markdown and the HTML report link to it. */
  readonly link?: ((file: string, line?: number) => string) | undefined
}

/** Who reads a file. */
export const FILE: Reader = { width: 100, colour: false }

/** A report in the format asked for. Each format is loaded when it is used. */
export async function renderReport(format: Format, assessment: Assessment, reader: Reader = FILE): Promise<string> {
  switch (format) {
    case 'json': {
      const { jsonReport } = await import('./json.ts')
      return jsonReport(assessment, TOOL)
    }
    case 'sarif': {
      const { sarifReport } = await import('./sarif.ts')
      return sarifReport(assessment, RULES, TOOL)
    }
    case 'markdown': {
      const { jobSummary } = await import('./job-summary.ts')
      return jobSummary(assessment, { link: reader.link })
    }
    case 'junit': {
      const { junitReport } = await import('./junit.ts')
      return junitReport(assessment, RULES, TOOL)
    }
    case 'rdjson': {
      const { rdjsonReport } = await import('./rdjson.ts')
      return rdjsonReport(assessment, TOOL)
    }
    case 'gitlab': {
      const { gitlabReport } = await import('./gitlab.ts')
      return gitlabReport(assessment)
    }
    case 'evidence': {
      const { evidenceReport } = await import('./evidence.ts')
      return evidenceReport(assessment, RULES, TOOL)
    }
    case 'html': {
      const { htmlReport } = await import('./html/html.ts')
      return htmlReport(assessment, RULES, TOOL, reader.link)
    }
    case 'text': {
      const [{ textReport }, { COLOURED, PLAIN }] = await Promise.all([import('./text.ts'), import('./terminal.ts')])
      return textReport(assessment, RULES, { width: reader.width, palette: reader.colour ? COLOURED : PLAIN })
    }
  }
}
