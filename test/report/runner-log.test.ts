import { expect, test } from 'vitest'
import { FORMATS } from '../../src/options/report-formats.ts'
import { renderReport } from '../../src/report/formats.ts'
import { forRunnerLog } from '../../src/report/runner-log.ts'
import { HOSTILE, hostileAssessment } from './assessment.ts'

const CASES = FORMATS.filter(format => format !== 'text').flatMap(format => HOSTILE.map(text => ({ format, text })))

test.each(CASES)('in $format, $text is no command of the runner', async ({ format, text }) => {
  const log = forRunnerLog(await renderReport(format, hostileAssessment(text)), format)
  expect(log).not.toContain('##[')
  expect(log).not.toMatch(/^\s*::/m)
})
