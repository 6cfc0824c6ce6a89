import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { gitlabReport } from '../../src/report/gitlab.ts'
import type { Assessment } from '../../src/report/report.ts'
import { assessment, finding, HOSTILE, hostileAssessment, installFinding } from './assessment.ts'

/** What GitLab demands of an issue (https://docs.gitlab.com/ci/testing/code_quality/). */
const validate = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./).+' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
})
function read(given: Assessment) {
  const report = JSON.parse(gitlabReport(given))
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(new Set(report.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(report.length)
  return report
}

test('every finding, old ones too, and what could not be checked, each once', () => {
  const missing = installFinding({ fingerprint: '1123456789abcdef' })
  const given = assessment({ findings: [finding({ isNew: false }), missing, finding({ severity: 'low' })] })
  expect(read(given)).toMatchObject([
    { check_name: 'not-checked', severity: 'blocker', location: { path: 'shop/templates/a.yaml' } },
    {
      severity: 'critical',
      fingerprint: '0123456789abcdef',
      location: { path: 'deploy/role.yaml', lines: { begin: 12 } },
    },
    { severity: 'major', location: { path: '.', lines: { begin: 1 } } },
  ])
})

test('a failure that somebody accepted is none of the issues', () => {
  const failures = assessment().failures.map(failure => ({ ...failure, accepted: 'why' }))
  expect(read(assessment({ findings: [], failures }))).toEqual([])
})

test.each(HOSTILE)('foreign text %j stays text', foreign => {
  expect(read(hostileAssessment(foreign))).toHaveLength(2)
})
