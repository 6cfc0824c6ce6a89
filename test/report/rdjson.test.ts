import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { rdjsonReport } from '../../src/report/rdjson.ts'
import type { Assessment } from '../../src/report/report.ts'
import { assessment, finding, HOSTILE, hostileAssessment, installFinding, TOOL } from './assessment.ts'

const object = (properties: object, required: string[] = []) => ({
  ...{ type: 'object', additionalProperties: false, properties, required },
})
const text = { type: 'string' }
const position = object({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }, ['line'])
const range = object({ start: position, end: position }, ['start'])
/** The fields of the message DiagnosticResult (reviewdog/reviewdog, proto/rdf/reviewdog.proto), and no others. */
const validate = new Ajv().compile(
  object(
    {
      source: object({ name: text, url: text }),
      diagnostics: {
        type: 'array',
        items: object(
          {
            message: text,
            location: object({ path: { ...text, minLength: 1 }, range }, ['path']),
            severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
            code: object({ value: text, url: text }),
            suggestions: { type: 'array', items: object({ range, text }, ['range', 'text']) },
          },
          ['message', 'location'],
        ),
      },
    },
    ['diagnostics'],
  ),
)
function read(given: Assessment) {
  const report = JSON.parse(rdjsonReport(given, TOOL))
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  return report.diagnostics
}

test('findings that count and what could not be checked, with lines', () => {
  const given = assessment({ findings: [finding(), finding({ isNew: false }), installFinding()] })
  expect(read(given)).toMatchObject([
    { severity: 'ERROR', code: { value: 'not-checked' }, location: { path: 'shop/templates/a.yaml' } },
    { severity: 'ERROR', location: { path: 'deploy/role.yaml', range: { start: { line: 12 }, end: { line: 12 } } } },
    { severity: 'WARNING', location: { path: '.' } },
  ])
})

test('a proven fix is a suggestion for whole lines; what goes, goes with its line end', () => {
  const edits = [
    { file: 'deploy/role.yaml', startLine: 12, endLine: 13, replacement: 'a: 1\nb: 2', isCrlf: true },
    { file: 'deploy/role.yaml', startLine: 20, endLine: 20, replacement: '' },
  ]
  const fix = { fingerprint: '0123456789abcdef', generates: [], edits, safety: 'unsafe', question: 'Sure?' } as const
  const [diagnostic] = read(assessment({ failures: [], findings: [finding({ fix })] }))
  expect(diagnostic.suggestions).toEqual([
    { range: { start: { line: 12 }, end: { line: 13 } }, text: 'a: 1\r\nb: 2' },
    { range: { start: { line: 20, column: 1 }, end: { line: 21, column: 1 } }, text: '' },
  ])
  expect(diagnostic.message).toMatch(/\nTo answer before the suggestion is taken: Sure\?$/)
})

test.each([
  ['another file', { file: 'b.yaml', startLine: 1, endLine: 1, replacement: 'a' }],
  ['what nobody could see', { file: 'deploy/role.yaml', startLine: 1, endLine: 1, replacement: 'a\u202Eb' }],
])('a fix of %s is not suggested', (_, edit) => {
  const fix = { fingerprint: '0123456789abcdef', generates: [], edits: [edit], safety: 'safe' } as const
  const [diagnostic] = read(assessment({ failures: [], findings: [finding({ fix })] }))
  expect(diagnostic.suggestions).toBeUndefined()
})

test.each(HOSTILE)('foreign text %j stays text', foreign => {
  expect(read(hostileAssessment(foreign))).toHaveLength(2)
})
