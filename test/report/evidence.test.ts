import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import schema from '../../schema/evidence.schema.json' with { type: 'json' }
import { evidenceReport } from '../../src/report/evidence.ts'
import type { Assessment } from '../../src/report/report.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding, HOSTILE, hostileAssessment, TOOL } from './assessment.ts'

const validate = new Ajv({ allowUnionTypes: true }).compile(schema)
function read(given: Assessment) {
  const text = evidenceReport(given, RULES, TOOL)
  const record = JSON.parse(text)
  expect(validate(record), JSON.stringify(validate.errors)).toBe(true)
  return record
}

test('each row with its verdict, the rules about it, and what shows it', () => {
  const ignored = finding({ fingerprint: '1123456789abcdef' })
  const suppressed = [{ finding: ignored, kind: 'config', reason: 'one team only', location: null }] as const
  const record = read(assessment({ commit: '1'.repeat(40), suppressed }))
  expect(record).toMatchObject({ conclusion: 'failure', commit: '1'.repeat(40), tool: { rulesDate: TOOL.rulesDate } })
  expect(record.guidance).toMatchObject([
    {
      ...{ row: 'RM3', status: 'exposed', because: [] },
      findings: [{ rule: 'cluster-wide-secret-access', location: { file: 'deploy/role.yaml', startLine: 12 } }],
      ignored: [{ suppression: { kind: 'config', reason: 'one team only' } }],
    },
  ])
  expect(record.guidance[0].rules).toContain('cluster-wide-secret-access')
  const assessed = record.rules
    .filter((rule: { assessed: boolean }) => rule.assessed)
    .map(({ id }: { id: string }) => id)
  expect(assessed).toEqual([...assessment().assessedRules])
  expect(record.notChecked).toHaveLength(1)
})

test('without a clone there is no commit, and why nothing can be said is there', () => {
  const coverage = [
    { id: 'RM3', says: 'Secrets', status: 'not-assessed', evidence: ['some could not be checked'] },
  ] as const
  expect(read(assessment({ coverage, findings: [] }))).toMatchObject({
    commit: null,
    guidance: [{ because: ['some could not be checked'], findings: [] }],
  })
})

test.each(HOSTILE)('foreign text %j stays text', foreign => {
  expect(read(hostileAssessment(foreign)).notChecked[0].message).toBe(foreign)
})
