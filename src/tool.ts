import { DATED } from './dated.ts'

/** Who speaks in a report. `rulesDate` is the day the dated data (advisories, delivery controllers) was last looked at. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly rulesDate: string
}

/** The version is that of package.json (a test compares them), which is too much to bundle for one line. */
export const TOOL: Tool = { name: 'eso-hardener', version: '0.1.0', rulesDate: DATED.asOf }
