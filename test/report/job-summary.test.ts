import { describe, expect, test } from 'vitest'
import { jobSummary } from '../../src/report/job-summary.ts'
import { ruleUrl } from '../../src/report/report.ts'
import { assessment, finding, HOSTILE, hostileAssessment, installFinding, manyFindings } from './assessment.ts'
import { outsideFences, shapeOf, shown } from './markdown-shape.ts'

const MIB = 1024 * 1024
const bytes = (text: string): number => Buffer.byteLength(text)
const link = (file: string, line?: number): string => `https://github.example/${encodeURIComponent(file)}#L${line}`

const rowsWith = (markdown: string, word: string): string[] =>
  markdown.split('\n').filter(line => line.startsWith('| ') && line.includes(word))

const moreIn = (markdown: string): number[] =>
  [...markdown.matchAll(/^… and (\d+) more/gm)].map(([, number]) => Number(number))

describe('verdict', () => {
  test.each([
    ['failure', assessment({ failures: [] }), '❌ eso-hardener: failure', 'A finding is high or above'],
    ['incomplete', assessment({ findings: [] }), '⚠️ eso-hardener: incomplete', '1 thing could not be checked'],
    ['success', assessment({ findings: [], failures: [] }), '✅ eso-hardener: success', 'No finding is high or above'],
    ['never', assessment({ failOn: 'never', failures: [] }), 'success', 'No finding fails this run'],
  ])('%s', (_, given, heading, reason) => {
    const [first, , second] = jobSummary(given).split('\n')
    expect(first).toContain(heading)
    expect(second?.toLowerCase()).toContain(reason.toLowerCase())
  })

  test('a run that failed and missed something says both', () => {
    expect(jobSummary(assessment())).toMatch(
      /A finding is high or above\. \*\*1 thing could not be checked\*\*, so nothing passes\./,
    )
  })

  test('says what was checked', () => {
    expect(jobSummary(assessment())).toContain('Checked 40 manifests of 1 release, and 3 outside charts.')
  })
})

describe('content', () => {
  test('counts by severity, the most severe first, and what is hidden', () => {
    const findings = [finding({ severity: 'critical' }), finding(), finding(), finding({ severity: 'low' })]
    const summary = jobSummary(assessment({ findings }))
    expect(summary).toContain(
      '| critical | high | medium | low | info |\n| --- | --- | --- | --- | --- |\n| 1 | 2 | 0 | 1 | 0 |',
    )
    expect(summary).toContain('2 findings below low not listed.')
    expect(jobSummary(assessment({ hidden: 0 }))).not.toContain('not listed')
  })

  test('the state of each threat, with links to the rules that say so', () => {
    const summary = jobSummary(assessment())
    const url = ruleUrl('cluster-wide-secret-access')
    expect(rowsWith(summary, 'TM1')[0]).toBe(
      `| TM1 | compromised ESO pod | **exposed** | [cluster-wide-secret-access](${url}) |`,
    )
    expect(rowsWith(summary, 'TM2')[0]).toBe(
      '| TM2 | leaked credentials | not-assessed | no rule speaks about it yet |',
    )
    expect(rowsWith(summary, 'TM3')[0]).toContain('| mitigated | [secret-takeover](')
  })

  test('each finding with rule, object, message and place', () => {
    const [row] = rowsWith(jobSummary(assessment(), { link }), 'role.yaml')
    expect(row).toBe(
      `| high | [cluster-wide-secret-access](${ruleUrl('cluster-wide-secret-access')}) | <code>ClusterRole eso-controller</code> | ServiceAccount eso/controller can get Secrets in all namespaces | [<code>deploy/role.yaml:12</code>](https://github.example/deploy%2Frole.yaml#L12) |`,
    )
    expect(rowsWith(jobSummary(assessment()), 'role.yaml')[0]).toContain('| <code>deploy/role.yaml:12</code> |')
  })

  test('a finding without object or place, and one with several places', () => {
    const place = { file: 'a.yaml', via: 'template' } as const
    const findings = [installFinding(), finding({ location: place, places: [place, place, place] })]
    const summary = jobSummary(assessment({ findings }), { link })
    expect(rowsWith(summary, 'traffic')[0]).toMatch(/\| {2}\| nothing .* \| none in the repository \|$/)
    expect(rowsWith(summary, 'a.yaml')[0]).toContain(') and 2 other places |')
  })

  test('helm’s words in a fence', () => {
    const failures = [{ release: 'shop', message: 'Error: ```\nexecution error', location: null }]
    expect(jobSummary(assessment({ failures }))).toContain(
      '\n### Not checked\n\nrelease <code>shop</code>\n\n````text\nError: ```\nexecution error\n````\n',
    )
  })

  test('the worst attack paths with their steps and places', () => {
    const summary = jobSummary(assessment(), { link: (file, line) => `https://example.com/${file}#L${line}` })
    expect(summary).toContain(
      '\n### Attack paths\n\n```mermaid\nflowchart TD\n  n0(["Group developers can read every Secret of the cluster"])\n',
    )
    expect(summary).toContain('\n```\n\n- **high** Group developers can read every Secret of the cluster\n  1. ')
    expect(summary).toContain('([<code>deploy/role.yaml:5</code>](https://example.com/deploy/role.yaml#L5))\n  2. ')
    expect(summary).toContain('3 other paths in the JSON report.')
  })

  test('no heading without content', () => {
    const empty = jobSummary(
      assessment({ attack: { paths: [], more: [] }, findings: [], failures: [], notes: [], threats: [] }),
    )
    expect(shapeOf(empty).filter(shape => shape.startsWith('heading'))).toHaveLength(1)
  })
})

describe('foreign text', () => {
  const plain = shapeOf(jobSummary(hostileAssessment('plain'), { link }))

  test.each(HOSTILE)('%j stays in its place', text => {
    const summary = jobSummary(hostileAssessment(text), { link })
    expect(shapeOf(summary)).toEqual(plain)
    const outside = outsideFences(summary)
    expect(outside.match(/<(?!\/?code>)/g)).toBeNull()
    expect(outside.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@\w|[^&]#\d/)
    const targets = [...outside.matchAll(/\]\((.*?)\)/g)].map(([, target]) => target)
    for (const target of targets) expect(target).toMatch(/^https:\/\/github\.(?:com\/eso-hardener|example)\//)
  })

  test.each(HOSTILE)('%j can still be read', text => {
    const words = text
      .replaceAll(/[^\P{C}\t\r\n]/gu, '�')
      .replace(/\s+/g, ' ')
      .trim()
    expect(shown(jobSummary(hostileAssessment(text)))).toContain(`- ${words}\n`)
  })
})

describe('size', () => {
  const failures = Array.from({ length: 2000 }, (_, i) => ({
    release: `release-${i}`,
    message: 'Error: 🙈\n'.repeat(100),
    location: null,
  }))
  const notes = Array.from({ length: 9000 }, (_, i) => `note ${i} on something that was left out`)
  const huge = assessment({ findings: manyFindings(10_000), failures, notes })

  test('stays under 1 MiB of UTF-8, and uses it', () => {
    for (const given of [assessment({ findings: manyFindings(10_000) }), huge]) {
      const size = bytes(jobSummary(given, { link }))
      expect(size).toBeLessThanOrEqual(MIB)
      expect(size).toBeGreaterThan(0.9 * MIB)
    }
  })

  test('shows the most severe and counts the rest, of each kind', () => {
    const summary = jobSummary(huge)
    const shownFindings = rowsWith(summary, 'finding ').map(line => Number(/finding (\d+) in/.exec(line)?.[1]))
    const shownFailures = summary.match(/^release <code>/gm)?.length ?? 0
    const shownNotes = summary.match(/^- note \d+/gm)?.length ?? 0
    expect(shownFindings).toEqual(shownFindings.map((_, i) => i))
    const [moreFindings = 0, moreFailures = 0, moreNotes = 0] = moreIn(summary)
    expect(shownFindings.length + moreFindings).toBe(10_000)
    expect(shownFailures + moreFailures).toBe(2000)
    expect(shownNotes + moreNotes).toBe(9000)
    expect(Math.min(shownFindings.length, shownFailures, shownNotes)).toBeGreaterThan(100)
  })

  test('cuts nothing inside, at whatever size', () => {
    const given = assessment({ findings: manyFindings(30), failures: failures.slice(0, 3), notes: notes.slice(0, 9) })
    const whole = new Set(jobSummary(given).split('\n'))
    const smallest = bytes(jobSummary(given, { maxBytes: 0 }))
    for (let maxBytes = smallest; maxBytes < smallest + 12_000; maxBytes += 97) {
      const summary = jobSummary(given, { maxBytes })
      expect(bytes(summary)).toBeLessThanOrEqual(maxBytes)
      shapeOf(summary)
      const strange = summary.split('\n').filter(line => !whole.has(line) && !line.startsWith('… and '))
      expect(strange).toEqual([])
    }
  })

  test('nothing is counted when all of it fits', () => {
    expect(moreIn(jobSummary(assessment()))).toEqual([])
  })
})

describe('what does not count', () => {
  const base = { ref: 'main', commit: '0123456789abcdef0123456789abcdef01234567' }

  test('old findings are counted, new ones and fixed ones listed', () => {
    const findings = [finding({ message: 'just came', isNew: true }), finding({ message: 'was there', isNew: false })]
    const text = jobSummary(assessment({ base, findings, fixed: [finding()], failures: [] }))
    expect(text).toContain('just came')
    expect(text).not.toContain('was there')
    expect(text).toContain('A new finding is high or above. Compared with main (0123456): 1 new, 1 old, 1 fixed.')
    expect(text).toMatch(/### Fixed\n\n- \[cluster-wide-secret-access\]\(.*\) <code>ClusterRole eso-controller<\/code>/)
  })

  test('an accepted failure is listed with its reason and does not count', () => {
    const text = jobSummary(
      assessment({ failures: [{ release: 'shop', message: 'x', location: null, accepted: 'needs a *key*' }] }),
    )
    expect(text).not.toContain('could not be checked')
    expect(text).toContain('Accepted: needs a &#42;key&#42;')
  })

  test('warnings with their places, and what is ignored as a number', () => {
    const text = jobSummary(
      assessment({
        suppressed: [{ finding: finding(), kind: 'inline', reason: 'why', location: null }],
        warnings: [{ message: 'gives no reason', location: { file: 'a.yaml', startLine: 3 } }],
      }),
    )
    expect(text).toContain('Ignored: 1 by comments.')
    expect(text).toContain('### Ignores to repair\n\n- <code>a.yaml:3</code>: gives no reason')
  })
})

test('a change of what findings are held against is named as the reason', () => {
  const changed = assessment({ conclusion: 'failure', hasChangedGuard: true, findings: [], failures: [] })
  expect(jobSummary(changed)).toContain('This change edits what findings are held against')
  expect(jobSummary(changed)).not.toContain('or above')
})
