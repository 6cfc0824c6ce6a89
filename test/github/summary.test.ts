import { describe, expect, test } from 'vitest'
import { MOST_BYTES } from '../../src/github/comment.ts'
import { parseMarker } from '../../src/github/marker.ts'
import { isQuiet, type SummaryInput, summaryBody } from '../../src/github/summary.ts'
import type { Assessment } from '../../src/report/report.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding, HOSTILE, hostileAssessment, installFinding, manyFindings } from '../report/assessment.ts'
import { outsideFences, shapeOf, shown } from '../report/markdown-shape.ts'

const BASE = { ref: 'HEAD^1', commit: '0123456789abcdef0123456789abcdef01234567' }
const GUARD =
  'this change edits the config a.yaml: it is judged by that of its base, and the edit counts once it is merged'
const isNew = true

const input = (given: Assessment, overrides: Partial<SummaryInput> = {}): SummaryInput => ({
  assessment: given,
  context: {
    ...{ rules: RULES, worlds: given.worlds, key: 'prod', headLine: (_, line) => line, isInChange: () => false },
    link: (file, line) => `https://github.example/${encodeURIComponent(file)}#L${line}`,
  },
  head: '4f1c2d9e8b7a',
  leftovers: given.findings,
  ...{ commented: 0, capped: 0, unsure: 0 },
  ...overrides,
})
const summary = (given: Assessment, overrides: Partial<SummaryInput> = {}): string =>
  summaryBody(input(given, overrides))

describe('says first', () => {
  test('what the change brings and why it fails', () => {
    const findings = [finding({ isNew }), finding({ isNew: false })]
    const text = shown(summary(assessment({ findings, failures: [], base: BASE, fixed: [finding()] })))
    expect(text).toMatch(/^## ❌ eso-hardener: something here needs a look\n\n/)
    expect(text).toContain(
      'This pull request brings **1 new finding** and fixes **1**. 1 was there before and does not count. It fails because a new finding is high or above. Judged at <code>4f1c2d9</code>.\n',
    )
  })

  test('that nothing is new', () => {
    const text = summary(assessment({ findings: [], failures: [], base: BASE }))
    expect(text).toMatch(
      /^## ✅ eso-hardener: nothing new to worry about\n\nThis pull request brings \*\*0 new findings\*\*\./,
    )
    expect(summary(assessment({ findings: [finding({ isNew, severity: 'low' })], failures: [] }))).toMatch(
      /^## ✅ eso-hardener: nothing that holds this up/,
    )
  })

  test('that nobody could say what is new', () => {
    expect(summary(assessment({ failures: [] }))).toContain('There is **1 finding**; nobody could say which are new.')
  })

  test('that something could not be checked, and what stays because of it', () => {
    const text = summary(assessment({ findings: [] }), { unsure: 2 })
    expect(text).toMatch(/^## ⚠️ eso-hardener: not everything could be checked/)
    expect(text).toContain('**1 thing could not be checked**, so this cannot pass. 2 older comments stay until')
    expect(text).toContain(
      '\n### Not checked\n\nrelease <code>shop</code>, <code>shop/templates/a.yaml</code>\n\n```text\nexecution error\n```\n',
    )
  })

  test('that it fails because of what it edits, and what that is', () => {
    const text = summary(
      assessment({ findings: [], failures: [], conclusion: 'failure', hasChangedGuard: true, notes: [GUARD, 'b'] }),
    )
    expect(text).toContain('This change edits what findings are held against: config, baseline or ignores.')
    expect(text).toContain(`\n### What this change edits without effect on itself\n\n- ${GUARD}\n`)
    expect(text).toContain('\n### Good to know\n\n- b\n')
  })

  test('how many have comments and how many could', () => {
    const text = summary(assessment(), { commented: 3, capped: 4 })
    expect(text).toContain(
      '3 findings have a comment in the changed files. 4 more could have one; only the most severe do.',
    )
  })
})

describe('lists', () => {
  test('severities that something has, new, fixed and old', () => {
    const findings = [finding({ isNew }), finding({ isNew: false }), finding({ isNew: false, severity: 'low' })]
    expect(summary(assessment({ findings, base: BASE, fixed: [finding({ severity: 'medium' })] }))).toContain(
      '\n| Severity | New | Fixed | Were there before |\n| --- | --- | --- | --- |\n| 🟠 high | 1 | 0 | 1 |\n| 🟡 medium | 0 | 1 | 0 |\n| 🔵 low | 0 | 0 | 1 |\n',
    )
    expect(summary(assessment({ hidden: 0 }))).toContain('| Severity | Found |\n| --- | --- |\n| 🟠 high | 1 |\n\n###')
  })

  test('findings without a comment, with place and key, or with where they come from', () => {
    const place = { file: 'values.yaml', startLine: 3, via: 'values', key: 'webhook.create' } as const
    const rendered = { release: 'shop', template: 'shop/templates/a.yaml', line: 7 }
    const text = summary(
      assessment({
        findings: [
          finding({ location: place, places: [place, place] }),
          installFinding(),
          installFinding({ rendered }),
        ],
      }),
    )
    const rows = text.split('\n').filter(line => /^\| (?:🟠|🟡) \w+ \| \[/u.test(line))
    expect(rows[0]).toMatch(
      /^\| 🟠 high \| \[cluster-wide-secret-access\]\(.*\) <code>ClusterRole eso-controller<\/code>: ServiceAccount /u,
    )
    expect(rows[0]).toMatch(
      / \| \[<code>values\.yaml:3<\/code>\]\(https:\/\/github\.example\/values\.yaml#L3\) and 1 other place\. It is set by <code>webhook\.create<\/code>\. \|$/,
    )
    expect(rows[1]).toMatch(/\): nothing restricts .* \| nowhere in the repository \|$/)
    expect(rows[2]).toMatch(/ \| rendered by release <code>shop<\/code> \|$/)
  })

  test('threats, and which of them the change made worse', () => {
    const text = summary(assessment({ findings: [finding({ isNew })] }))
    expect(text).toContain('<details><summary>Threats: 1 of 3 exposed in all that was checked</summary>\n\n| Threat')
    expect(text).toMatch(/\n\| TM1 \| compromised ESO pod \| \*\*exposed\*\*, new here \| \[cluster-wide/)
    expect(text).toContain('| TM2 | leaked credentials | not-assessed | no rule speaks about it yet |\n')
    expect(summary(assessment())).toContain('| **exposed** |')
  })

  test('what got better, and ignores to repair', () => {
    const text = summary(
      assessment({ fixed: [finding()], warnings: [{ message: 'no reason', location: { file: 'a', startLine: 2 } }] }),
    )
    expect(text).toMatch(
      /\n### What got better\n\n- \[cluster-wide-secret-access\]\(.*\) <code>ClusterRole eso-controller<\/code>\n/,
    )
    expect(text).toContain('\n### Ignores to repair\n\n- [<code>a:2</code>](https://github.example/a#L2): no reason\n')
  })
})

test('is its key’s summary', () => {
  expect(parseMarker(summary(assessment()))).toEqual({ kind: 'summary', key: 'prod' })
})

describe('quiet', () => {
  const nothing = assessment({ findings: [finding({ isNew: false })], failures: [], conclusion: 'success' })

  test('is a change that makes nothing better or worse', () => {
    expect(isQuiet(nothing)).toBe(true)
  })

  test.each<[string, Partial<Assessment>]>([
    ['brings something', { findings: [finding({ isNew })] }],
    ['fails', { conclusion: 'failure' }],
    ['mends something', { fixed: [finding()] }],
    ['breaks a chart', { failures: assessment().failures }],
    ['ignores without effect', { warnings: [{ message: 'a', location: null }] }],
    ['edits the config', { notes: [GUARD] }],
  ])('is none that %s', (_, overrides) => {
    expect(isQuiet({ ...nothing, ...overrides })).toBe(false)
  })
})

describe('foreign text', () => {
  const plain = shapeOf(summary(hostileAssessment('plain')))

  test.each(HOSTILE)('%j stays in its place', text => {
    const given = hostileAssessment(text)
    const markdown = summary({ ...given, findings: given.findings.map(it => ({ ...it, rule: text })) })
    expect(shapeOf(markdown)).toEqual(plain)
    const outside = outsideFences(markdown).replace(/<!-- eso-hardener:1 key=prod summary -->$/, '')
    expect(outside.match(/<(?!\/?(?:code|sub|details|summary)>)/g)).toBeNull()
    expect(outside.match(/<\/?(?:details|summary)>/g)).toHaveLength(4)
    expect(outside.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@\w|[^&]#\d/)
    for (const [, target] of outside.matchAll(/\]\((.*?)\)/g))
      expect(target).toMatch(/^https:\/\/github\.(?:com\/eso-hardener|example)(?:\/|$)/)
  })
})

describe('size', () => {
  const huge = assessment({
    findings: manyFindings(5000),
    failures: Array.from({ length: 500 }, (_, i) => ({
      release: `r${i}`,
      message: '🙈\n'.repeat(1000),
      location: null,
    })),
    notes: Array.from({ length: 5000 }, (_, i) => `note ${i}`),
    fixed: manyFindings(3000),
    warnings: Array.from({ length: 3000 }, (_, i) => ({ message: `warning ${i}`, location: null })),
  })

  test('stays below GitHub’s limit and uses it', () => {
    for (const given of [huge, assessment({ findings: manyFindings(5000) })]) {
      const bytes = Buffer.byteLength(summary(given))
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
      expect(bytes).toBeGreaterThan(0.9 * MOST_BYTES)
    }
  })

  test('shows the most severe, counts the rest, and is whole', () => {
    const text = summary(huge)
    const rows = [...text.matchAll(/finding (\d+) in/g)].map(([, number]) => Number(number))
    expect(rows).toEqual(rows.map((_, i) => i))
    expect(text).toContain(`\n… and ${5000 - rows.length} more findings, in the report of the job.\n`)
    expect(text).toMatch(/\n… and \d+ more failures, .*\n/)
    expect(() => shapeOf(text)).not.toThrow()
    expect(parseMarker(text)).toEqual({ kind: 'summary', key: 'prod' })
  })
})
