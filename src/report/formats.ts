import { RULES } from '../rules/index.ts'
import { TOOL } from '../tool.ts'
import type { Assessment } from './report.ts'

/** The formats of `--format` and `--output`. */
export type Format = 'text' | 'json' | 'sarif' | 'html'

/** Who reads: only the text format asks. A file has no colour and a fixed width. */
export interface Reader {
  readonly width: number
  readonly colour: boolean
  /** The web page of a line: the HTML report links to it. */
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
