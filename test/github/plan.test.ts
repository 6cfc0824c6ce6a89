import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, SEVERITIES } from '../../src/finding.ts'
import { hunksOf } from '../../src/github/diff.ts'
import { liveComments } from '../../src/github/live.ts'
import { parseMarker } from '../../src/github/marker.ts'
import { type ExistingComment, type Plan, type PlanInput, plan } from '../../src/github/plan.ts'
import { counting } from '../../src/report/report.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding } from '../report/assessment.ts'
import { outsideFences, shapeOf } from '../report/markdown-shape.ts'
import { carriedOut, drawnInputs, KEY } from './plan-state.ts'

const RUNS = { numRuns: 500 }
const holds = (property: (input: PlanInput, plan: Plan) => void): void =>
  fc.assert(
    fc.property(drawnInputs, input => property(input, plan(input))),
    RUNS,
  )
const commentedIn = (input: PlanInput): Map<string, readonly ExistingComment[]> =>
  new Map(liveComments(input.existing, KEY))
const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity)

describe('whatever the pull request', () => {
  test('a second run has nothing to do', () => {
    holds((input, first) => {
      const after = carriedOut(first, input)
      const second = plan(after)
      expect(second).toEqual({
        ...{ create: [], update: [], remove: [], markFixed: [] },
        keep: after.existing.length,
        summary: first.summary,
        leftovers: first.leftovers,
      })
    })
  })

  test('a second run has nothing to do where GitHub changes line ends', () => {
    holds((input, first) => {
      const after = carriedOut(first, input)
      const existing = after.existing.map(it => ({ ...it, body: `${it.body.replaceAll('\n', '\r\n')}\r\n` }))
      expect(plan({ ...after, existing })).toMatchObject({ create: [], update: [], remove: [], markFixed: [] })
    })
  })

  test('each finding that counts has a comment or is in the summary, and never both', () => {
    holds((input, first) => {
      const live = commentedIn(carriedOut(first, input))
      const left = new Set(first.leftovers)
      const isTwin = ({ fingerprint }: Finding): boolean =>
        counting(input.assessment.findings).filter(it => it.fingerprint === fingerprint).length > 1
      for (const finding of counting(input.assessment.findings))
        if (!isTwin(finding)) expect(live.has(finding.fingerprint)).toBe(!left.has(finding))
        else expect(left.has(finding) || live.has(finding.fingerprint)).toBe(true)
      const rows = first.summary?.match(/^\| \S+ (?:critical|high|medium|low|info) \| \[/gmu) ?? []
      expect(rows).toHaveLength(first.leftovers.length)
    })
  })

  test('a comment stands on lines of one hunk, or on a file of the diff', () => {
    holds(({ files }, { create }) => {
      for (const { path, line, startLine = line } of create) {
        const file = files.find(file => file.path === path)
        expect(file?.status).not.toBe('removed')
        expect(file).toBeDefined()
        if (line === undefined || startLine === undefined) continue
        const around = hunksOf(file?.patch).filter(hunk => hunk.startLine <= startLine && line <= hunk.endLine)
        expect(around).toHaveLength(1)
        expect(startLine).toBeLessThanOrEqual(line)
      }
      for (const { line, startLine } of create) if (startLine !== undefined) expect(startLine).toBeLessThan(line ?? 0)
    })
  })

  test('limits hold, but for comments that were answered', () => {
    holds((input, first) => {
      const live = [...commentedIn(carriedOut(first, input))].filter(([fingerprint]) => counts(input, fingerprint))
      const free = live.flatMap(([, comments]) => (comments.some(({ hasReply }) => hasReply) ? [] : comments))
      const answered = live.length - free.length
      expect(free.length).toBeLessThanOrEqual(Math.max(0, input.limits.comments - answered))
      expect(free.filter(({ isFileLevel }) => isFileLevel).length).toBeLessThanOrEqual(input.limits.onFiles)
    })
  })

  test('none without a comment is more severe than one that has it, if it could have one', () => {
    holds((input, first) => {
      const everything = { ...input, limits: { comments: 100, onFiles: 100 } }
      const possible = new Map(plan({ ...everything, existing: [] }).create.map(it => [it.fingerprint, it]))
      const after = commentedIn(carriedOut(first, input))
      const chosen = counting(input.assessment.findings).filter(finding => {
        const comments = after.get(finding.fingerprint) ?? []
        return !first.leftovers.includes(finding) && comments.length > 0 && !comments.some(({ hasReply }) => hasReply)
      })
      const least = Math.min(...chosen.map(rank))
      for (const finding of first.leftovers) {
        const could = possible.get(finding.fingerprint)
        if (could?.line !== undefined && !after.has(finding.fingerprint))
          expect(rank(finding)).toBeLessThanOrEqual(least)
      }
    })
  })

  test('one comment for each finding, unless people talked in several', () => {
    holds((input, first) => {
      for (const [fingerprint, comments] of commentedIn(carriedOut(first, input)))
        if (counts(input, fingerprint))
          expect(comments.length).toBeLessThanOrEqual(Math.max(1, comments.filter(({ hasReply }) => hasReply).length))
    })
  })

  test('an answer is never lost, and comments of other keys are left alone', () => {
    holds(({ existing }, { remove, update, markFixed }) => {
      const of = (id: number): ExistingComment | undefined => existing.find(comment => comment.id === id)
      for (const { id } of remove) expect(of(id)?.hasReply).toBe(false)
      for (const { id } of [...remove, ...update, ...markFixed])
        expect(parseMarker(of(id)?.body ?? '')).toMatchObject({ key: KEY, isResolved: false })
      const touched = [...remove, ...update, ...markFixed].map(({ id }) => id)
      expect(new Set(touched).size).toBe(touched.length)
    })
  })

  test('nothing is called gone while something could not be checked', () => {
    holds(({ assessment, existing }, { remove, markFixed }) => {
      if (assessment.failures.length === 0) return
      expect(markFixed).toEqual([])
      const known = new Set(assessment.findings.map(({ fingerprint }) => fingerprint))
      for (const { id } of remove) {
        const marker = parseMarker(existing.find(comment => comment.id === id)?.body ?? '')
        expect(marker?.kind === 'finding' && known.has(marker.fingerprint)).toBe(true)
      }
    })
  })

  test('a suggestion stands on exactly what it replaces', () => {
    holds(({ fixes, headLine }, { create }) => {
      for (const { fingerprint, path, line, startLine = line, body } of create) {
        if (!/^`{3,}suggestion$/m.test(body)) continue
        const [edit, ...others] = fixes?.get(fingerprint)?.edits ?? []
        expect([path, startLine, line, others]).toEqual([
          edit?.file,
          headLine?.(path, edit?.startLine ?? 0),
          headLine?.(path, edit?.endLine ?? 0),
          [],
        ])
      }
    })
  })

  test('all that is written is whole, of ours, and within GitHub’s limit', () => {
    holds((_, { create, update, markFixed, summary }) => {
      for (const body of [...create, ...update, ...markFixed].map(({ body }) => body).concat(summary ?? [])) {
        expect(() => shapeOf(body)).not.toThrow()
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536)
        expect(parseMarker(body)).toMatchObject({ key: KEY })
        const visible = outsideFences(body.slice(0, body.lastIndexOf('\n')))
        expect(visible).not.toMatch(/<(?!\/?(?:code|sub|details|summary)>)/)
        expect(visible.replace(/<code>.*?<\/code>/g, '')).not.toMatch(
          /@\w|[^&]#\d|\]\((?!https:\/\/github\.com\/eso-hardener)/,
        )
      }
    })
  })
})

describe('from push to push', () => {
  const files = [
    {
      path: 'deploy/role.yaml',
      previousPath: undefined,
      status: 'modified',
      patch: '@@ -10,3 +10,4 @@\n a\n+b\n c\n d',
    },
  ]
  const input = (overrides: Partial<PlanInput> = {}): PlanInput => ({
    ...{ assessment: given(finding({ isNew: true })), rules: RULES, files, existing: [], hasSummary: false, key: KEY },
    ...{ head: '4f1c2d9e8b7a', limits: { comments: 20, onFiles: 10 } },
    ...overrides,
  })
  const given = (...findings: Finding[]) =>
    assessment({ findings, failures: [], base: { ref: 'HEAD^1', commit: '0123456789' } })
  const after = (overrides: Partial<ExistingComment> = {}): PlanInput => {
    const state = carriedOut(plan(input()), input())
    return { ...state, existing: state.existing.map(comment => ({ ...comment, ...overrides })) }
  }
  const done = (state: PlanInput): string[] => {
    const { create, update, remove, markFixed, keep } = plan(state)
    return [
      ...create.map(({ path, line }) => `create ${path}:${line}`),
      ...update.map(({ id }) => `update ${id}`),
      ...remove.map(({ id }) => `remove ${id}`),
      ...markFixed.map(({ id }) => `resolve ${id}`),
      ...(keep > 0 ? [`keep ${keep}`] : []),
    ]
  }
  const elsewhere = (line: number) => {
    const location = { file: 'deploy/role.yaml', startLine: line, via: 'manifest' } as const
    return given(finding({ isNew: true, location, places: [location] }))
  }
  const replied = { hasReply: true }

  test.each<[string, PlanInput, string[]]>([
    ['is new', input(), ['create deploy/role.yaml:12']],
    ['stays', after(), ['keep 1']],
    ['stays, and people talk about it', after(replied), ['keep 1']],
    ['says other words', { ...after(), assessment: given(finding({ isNew: true, message: 'other' })) }, ['update 1']],
    ['is on another line', { ...after(), assessment: elsewhere(13) }, ['create deploy/role.yaml:13', 'remove 1']],
    ['is on another line, talked about', { ...after(replied), assessment: elsewhere(13) }, ['update 1']],
    ['was edited, so that the comment is outdated', after({ line: null }), ['create deploy/role.yaml:12', 'remove 1']],
    ['left the diff', { ...after({ line: null }), files: [] }, ['remove 1']],
    ['left the diff, talked about', { ...after({ line: null, ...replied }), files: [] }, ['update 1']],
    ['is in the base, too', { ...after(), assessment: given(finding({ isNew: false })) }, ['remove 1']],
    ['is in the base, talked about', { ...after(replied), assessment: given(finding({ isNew: false })) }, ['keep 1']],
    ['is gone', { ...after(), assessment: given() }, ['remove 1']],
    ['is gone, talked about', { ...after(replied), assessment: given() }, ['resolve 1']],
    ['cannot be seen', { ...after(), assessment: assessment({ findings: [] }) }, ['keep 1']],
    ['was refused by GitHub', { ...input(), refused: new Set(['0123456789abcdef']) }, []],
    [
      'has a file that was renamed',
      { ...after({ path: 'old/role.yaml', line: null }) },
      ['create deploy/role.yaml:12', 'remove 1'],
    ],
    ['is another run’s', { ...after(), key: 'other' }, ['create deploy/role.yaml:12', 'keep 1']],
  ])('a finding that %s', (_, state, expected) => {
    expect(done(state)).toEqual(expected)
  })

  test('a finding that comes back has a new comment; the one that says it went stays', () => {
    const gone = carriedOut(plan({ ...after(replied), assessment: given() }), after(replied))
    expect(done(gone)).toEqual(['create deploy/role.yaml:12', 'keep 1'])
  })

  test('what GitHub refuses, and what the limits leave out, is in the summary', () => {
    expect(plan({ ...input(), refused: new Set(['0123456789abcdef']) }).leftovers).toHaveLength(1)
    const capped = plan({ ...input(), limits: { comments: 0, onFiles: 0 } })
    expect(capped.leftovers).toHaveLength(1)
    expect(capped.summary).toContain(' 1 more could have one; only the most severe do.')
  })

  test('a change that does nothing is left in peace, but a summary that is there is kept true', () => {
    expect(plan(input({ assessment: given() })).summary).toBeNull()
    expect(plan(input({ assessment: given(), hasSummary: true })).summary).toContain('nothing new to worry about')
  })

  test('300 findings', () => {
    const findings = Array.from({ length: 300 }, (_, i) =>
      finding({ isNew: true, fingerprint: i.toString(16).padStart(16, '0'), severity: i % 2 ? 'high' : 'medium' }),
    )
    const { create, leftovers, summary } = plan(input({ assessment: given(...findings) }))
    expect(create).toHaveLength(20)
    expect(leftovers).toHaveLength(280)
    expect(summary).toContain('20 findings have a comment in the changed files. 280 more could have one')
    const shown = summary?.match(/^\| \S+ (?:high|medium) \| \[/gmu)?.length ?? 0
    expect(summary).toContain(`… and ${280 - shown} more findings`)
  })
})

function counts({ assessment }: PlanInput, fingerprint: string): boolean {
  return counting(assessment.findings).some(finding => finding.fingerprint === fingerprint)
}
