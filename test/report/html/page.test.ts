import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientBundle } from '../../../src/report/html/client-bundle.ts'
import type { PageData } from '../../../src/report/html/data.ts'
import { htmlReport } from '../../../src/report/html/html.ts'
import { page } from '../../../src/report/html/page.ts'
import { pageData } from '../../../src/report/html/page-data.ts'
import { RULES } from '../../../src/rules/index.ts'
import { assessment, HOSTILE, hostileAssessment, TOOL } from '../assessment.ts'

const dataOf = (html: string): PageData => {
  const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html) ?? []
  return JSON.parse(json)
}
const digestOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('the policy allows the one style and the one script of the page, and nothing else', async () => {
  const html = await htmlReport(assessment(), RULES, TOOL)
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? []
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).toContain(`style-src ${digestOf(style)};`)
  expect(policy).toContain(`script-src ${digestOf(script)};`)
  expect(policy).not.toContain('unsafe')
  expect(script.length).toBeGreaterThan(1000)
})

test('nothing that is loaded is named, and no attribute holds code or style', async () => {
  const html = await htmlReport(assessment(), RULES, TOOL)
  expect(html).not.toMatch(/<(?:link|img|iframe|base|object)\b/)
  expect(html).not.toMatch(/\s(?:src|srcset|style|on\w+)=/)
})

test('no foreign text ends the data, opens markup or is cut from it', async () => {
  for (const text of [...HOSTILE, '</script><img src=x onerror=alert(1)>', '<!--<script>', '\u2028\u2029']) {
    const html = await htmlReport(hostileAssessment(text), RULES, TOOL)
    expect(html.match(/<script/g), text).toHaveLength(2)
    expect(html, text).not.toMatch(/<img|<!--|[\u2028\u2029]/)
    expect(dataOf(html).findings[0]?.message, text).toBe(
      pageData(hostileAssessment(text), RULES, TOOL).findings[0]?.message,
    )
  }
})

test('the same input gives the same bytes', async () => {
  expect(await htmlReport(assessment(), RULES, TOOL)).toBe(await htmlReport(assessment(), RULES, TOOL))
})

test('a section has its markup before the guidance, its place in the navigation and its data', async () => {
  const section = { id: 'graph', title: 'A & B', html: '<p>drawn</p>', data: { nodes: ['</script>'] } }
  const html = page(pageData(assessment(), RULES, TOOL), [section], await clientBundle())
  expect(html).toMatch(/<a href="#graph" data-view="graph">A &amp; B<\/a>.*data-view="guidance"/s)
  expect(html).toContain('<h2 id="title-graph">A &amp; B</h2><p>drawn</p>')
  expect(dataOf(html).sections).toEqual({ graph: section.data })
})
