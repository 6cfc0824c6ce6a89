import { error, notice, warning } from '@actions/core'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { SEVERITIES } from '../../src/finding.ts'
import { type Annotation, annotations } from '../../src/report/annotations.ts'
import { assessment, finding, HOSTILE, hostileAssessment, hostileFinding, installFinding } from './assessment.ts'

/** What main.ts does with an annotation, and what then stands in the log. */
function logOf({ level, message, ...properties }: Annotation): string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    ;({ error, warning, notice })[level](message, properties)
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

const unescaped = (text: string): string =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A log line as the runner reads it: one command with its properties and its data. */
function commandIn(log: string) {
  const [, level, properties = '', data = ''] = /^::(\w+)(?: (.*?))?::(.*)\n$/.exec(log) ?? []
  const pairs = properties.split(',').map(pair => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), unescaped(pair.slice(at + 1))]
  })
  return { level, properties: Object.fromEntries(pairs), message: unescaped(data) }
}

describe('levels', () => {
  test.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'notice'],
    ['info', 'notice'],
  ] as const)('%s becomes %s', (severity, level) => {
    const { shown } = annotations(assessment({ findings: [finding({ severity })], failures: [] }))
    expect(shown.map(annotation => annotation.level)).toEqual([level])
  })

  test('what could not be checked is an error, behind critical findings and before high ones', () => {
    const findings = [finding({ severity: 'critical' }), finding({ severity: 'high' })]
    const { shown } = annotations(assessment({ findings }))
    expect(shown.map(({ title }) => title)).toEqual([
      'cluster-wide-secret-access (critical)',
      'could not be checked',
      'cluster-wide-secret-access (high)',
    ])
  })
})

describe('content', () => {
  test('says what is wrong, what to do, and where to read more', () => {
    const [annotation] = annotations(assessment()).shown.slice(1)
    expect(annotation).toEqual({
      level: 'error',
      title: 'cluster-wide-secret-access (high)',
      message: [
        'ClusterRole eso-controller: ServiceAccount eso/controller can get Secrets in all namespaces',
        'Set `scopedRBAC: true`.',
        'https://github.com/eso-hardener/eso-hardener/blob/main/docs/rules/cluster-wide-secret-access.md',
      ].join('\n'),
      file: 'deploy/role.yaml',
      startLine: 12,
    })
  })

  test('names no file or line where none is known', () => {
    const findings = [installFinding(), finding({ location: { file: 'a.yaml', via: 'template' } })]
    const [nowhere, file] = annotations(assessment({ findings, failures: [] })).shown.toReversed()
    expect(nowhere).not.toHaveProperty('file')
    expect(file).toMatchObject({ file: 'a.yaml' })
    expect(file).not.toHaveProperty('startLine')
  })

  test('is cut at 4,096 characters, not inside one', () => {
    for (const text of ['x'.repeat(9000), '🙈'.repeat(9000), `x${'🙈'.repeat(9000)}`, '%'.repeat(9000)]) {
      const { shown } = annotations(assessment({ findings: [hostileFinding(text)] }))
      for (const { message } of shown) {
        expect(message.length).toBeLessThanOrEqual(4096)
        expect(message.isWellFormed()).toBe(true)
      }
      expect(shown.at(-1)?.message.endsWith('…')).toBe(true)
      expect(shown.at(-1)?.message.length).toBeGreaterThan(4090)
    }
  })
})

describe('limit', () => {
  test('ten of each level, the most severe first, the rest counted', () => {
    const findings = SEVERITIES.toReversed().flatMap(severity =>
      Array.from({ length: 7 }, (_, i) => finding({ severity, message: `${severity} ${i}` })),
    )
    const { shown, omitted } = annotations(assessment({ findings }))
    const counts = Object.groupBy(shown, ({ level }) => level)
    expect([counts.error?.length, counts.warning?.length, counts.notice?.length]).toEqual([10, 7, 10])
    expect(shown.slice(0, 8).map(({ title }) => title.split(' ').at(-1))).toEqual([
      ...Array(7).fill('(critical)'),
      'checked',
    ])
    expect(counts.notice?.filter(({ title }) => title.endsWith('(low)'))).toHaveLength(7)
    expect(omitted).toBe('9 more annotations left out: GitHub shows 10 of a level; the report has them all')
  })

  test('nothing is said when nothing is left out', () => {
    expect(annotations(assessment()).omitted).toBeUndefined()
  })
})

describe('in the log', () => {
  test.each(HOSTILE)('foreign text %j is one command, and comes back whole', text => {
    for (const annotation of annotations(hostileAssessment(text)).shown) {
      const log = logOf(annotation)
      expect(log.split(/[\r\n]/)).toEqual([expect.stringMatching(/^::(?:error|warning) /), ''])
      const { level, properties, message } = commandIn(log)
      expect({ level, message }).toEqual({ level: annotation.level, message: annotation.message })
      expect(properties).toMatchObject({ title: annotation.title, file: annotation.file })
    }
  })

  test('no text at all starts a second command', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { shown } = annotations(assessment({ findings: [hostileFinding(text)] }))
        for (const annotation of shown) expect(commandIn(logOf(annotation)).message).toBe(annotation.message)
      }),
    )
  })
})

describe('what does not count', () => {
  test('old findings and accepted failures are no annotations; warnings are', () => {
    const { shown } = annotations(
      assessment({
        findings: [finding({ isNew: false }), finding({ isNew: true, message: 'just came' })],
        failures: [{ release: 'r', message: 'x', location: null, accepted: 'why' }],
        warnings: [{ message: 'gives no reason', location: { file: 'a.yaml', startLine: 3 } }],
      }),
    )
    expect(shown.map(({ level, message }) => [level, message])).toEqual([
      ['error', expect.stringContaining('just came')],
      ['warning', 'gives no reason'],
    ])
    expect(shown[1]).toMatchObject({ file: 'a.yaml', startLine: 3 })
  })
})
