import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withSections } from '../../scripts/readme.ts'
import { row, tableHead } from '../../src/report/markdown.ts'
import { type Proposal, type Run, shown } from './proposal.ts'

const REVIEW_PAGE = join(import.meta.dirname, '../../docs/review.md')

/** By name, in the order of the tests; undefined until the test has run. */
const rows = new Map<string, string | undefined>()

/** A test that is a row of the table in docs/review.md: what its last run asks of GitHub, and what is there then. */
export function scenario(name: string, act: () => Promise<readonly [Proposal, Run]>): void {
  rows.set(name, undefined)
  test(name, async () => {
    const [proposal, last] = await act()
    rows.set(name, row(name, requestsText(last), stateText(proposal)))
  })
}

/** The test that the page has the table that the scenarios made; `vitest -u` writes it. */
export function testTable(): void {
  test('the table in docs/review.md is what was seen', async () => {
    expect([...rows.values()], 'all scenarios must have run').not.toContain(undefined)
    const table =
      tableHead('What happens', 'Requests of the last run', 'What is there then') + [...rows.values()].join('')
    await expect(withSections(readFileSync(REVIEW_PAGE, 'utf8'), { scenarios: table })).toMatchFileSnapshot(REVIEW_PAGE)
  })
}

function requestsText({ requests, waitedMs }: Run): string {
  const reads = requests.filter(it => /\/(?:list|get|viewer|repository)/.test(it) && it.endsWith(' 200'))
  const others = requests
    .filter(it => !reads.includes(it))
    .map(it => it.replace(/^\w+\/(.*) (\d+)$/, (_, name, status) => (status < 300 ? name : `${name} (${status})`)))
  const counted = [...Map.groupBy(others, it => it)].map(([it, all]) => (all.length > 1 ? `${all.length} × ${it}` : it))
  const waited = waitedMs > 0 ? `; waits ${waitedMs / 1000} s` : ''
  return `${reads.length} read${reads.length === 1 ? '' : 's'}${counted.map(it => `, ${it}`).join('')}${waited}`
}

function stateText({ github }: Proposal): string {
  const { comments, summaries } = shown(github)
  const own = comments.filter(({ isReply }) => !isReply)
  const folded = own.filter(({ minimized }) => minimized !== undefined).length
  const replies = comments.length - own.length
  const parts = [
    `${own.filter(({ line, minimized }) => line !== null && !minimized).length} on lines`,
    ...(own.some(({ isFile }) => isFile) ? [`${own.filter(({ isFile }) => isFile).length} on files`] : []),
    ...(folded > 0 ? [`${folded} resolved and folded`] : []),
    ...(replies > 0 ? [`${replies} answer`] : []),
    summaries.length === 1 ? 'the summary' : summaries.length === 0 ? 'no summary' : `${summaries.length} summaries`,
  ]
  return parts.join(', ')
}
