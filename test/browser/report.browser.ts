import { expect } from 'vitest'
import { renderReport } from '../../src/report/formats.ts'
import { assessment, finding } from '../report/assessment.ts'
import { testShared } from '../shared.ts'
import { goTo, openReport, testInBrowser, VIEWS } from './chromium.ts'
import { defaultInstallReport, demoReport, emptyReport } from './reports.ts'

testInBrowser('the demo: every view has something, nothing is complained about, nothing is asked for', async () => {
  const { page, complaints, requests } = await openReport(await demoReport())
  expect(await page.textContent('h1')).toBe('failure')
  expect(await page.locator('.threats > li').count()).toBe(6)
  for (const view of VIEWS) {
    await goTo(page, view)
    expect(await page.locator('.view:visible').getAttribute('id')).toBe(`view-${view}`)
    expect((await page.innerText(`#view-${view}`)).length, view).toBeGreaterThan(100)
  }
  for (const summary of await page.locator('#view-findings summary').all()) await summary.dispatchEvent('click')
  expect(complaints).toEqual([])
  expect(requests).toEqual([])
})

testInBrowser(
  'a finding shows both sides, the way between them, what to do and where the rule is explained',
  async () => {
    const { page } = await openReport(await demoReport(), { address: '#findings?rule=admission-webhook-fails-open' })
    await page.locator('.finding summary').first().click()
    const text = await page.locator('.detail').innerText()
    expect(text).toMatch(/fixtures\/demo\/operator-values\.yaml:6 as it is written/)
    expect(text).toMatch(/Rendered external-secrets\/templates\/webhook\.yaml, line \d+/)
    expect(await page.locator('.detail mark').allInnerTexts()).toEqual([
      '  failurePolicy: Ignore',
      '    failurePolicy: Ignore',
    ])
    expect(await page.locator('.trace li').allInnerTexts()).toEqual([
      expect.stringMatching(/values file\s+fixtures\/demo\/operator-values\.yaml:6/),
      expect.stringMatching(/value\s+set by webhook\.failurePolicy/),
      expect.stringMatching(/template\s+fixtures\/demo\/operator\/templates\/webhook\.yaml/),
      expect.stringMatching(/rendered by external-secrets\s+line \d+/),
      expect.stringMatching(/object\s+ValidatingWebhookConfiguration/),
      expect.stringMatching(/field\s+webhooks\[0\]\.failurePolicy/),
    ])
    expect(text).toContain('Keep webhook.create: true')
    expect(await page.locator('.foot a', { hasText: 'Rule' }).getAttribute('href')).toMatch(
      /docs\/rules\/admission-webhook-fails-open\.md$/,
    )
  },
)

testInBrowser('a fix is shown as the lines that go and come, but not where one may hold a secret', async () => {
  const edit = { file: 'values.yaml', startLine: 4, endLine: 4, replacement: 'failurePolicy: Fail' }
  const fix = { fingerprint: 'f', generates: [], safety: 'unsafe', question: 'Does it answer?' } as const
  const shown = finding({ fix: { ...fix, edits: [{ ...edit, before: ['failurePolicy: Ignore'] }] } })
  const hidden = finding({ fingerprint: 'b', fix: { ...fix, edits: [edit] } })
  const { page } = await openReport(await renderReport('html', assessment({ findings: [shown, hidden] })), {
    address: '#findings',
  })
  for (const summary of await page.locator('.finding summary').all()) await summary.click()
  expect(await page.locator('.diff del').allInnerTexts()).toEqual(['failurePolicy: Ignore'])
  expect(await page.locator('.diff ins').allInnerTexts()).toEqual(['failurePolicy: Fail'])
  expect(await page.locator('.detail').first().innerText()).toContain('Does it answer?')
  expect(await page.locator('.detail').nth(1).innerText()).toContain('one of them may hold a secret')
})

testInBrowser('filters, search and grouping stand in the address, and the address brings them back', async () => {
  const { page } = await openReport(await demoReport(), { address: '#findings' })
  const all = await page.locator('.finding').count()
  await page.click('.severities button:has-text("medium")')
  expect(new URL(page.url()).hash).toBe('#findings?severity=medium')
  const medium = await page.locator('.finding').count()
  expect(medium).toBeLessThan(all)
  expect(await page.locator('.finding.medium').count()).toBe(medium)
  await page.click('.severities button:has-text("low")')
  expect(await page.locator('.finding').count()).toBeGreaterThan(medium)
  await page.getByLabel('Namespace').selectOption('payments')
  await page.getByLabel('Group by').selectOption('file')
  await page.getByLabel('Search findings').fill('payments SecretStore')
  await page.waitForURL(/q=payments/)
  const left = await page.locator('.finding').count()
  const status = await page.getByRole('status').innerText()
  expect(status).toBe(`${left} of ${all} findings`)
  await page.reload()
  expect(await page.locator('.finding').count()).toBe(left)
  expect(await page.getByLabel('Search findings').inputValue()).toBe('payments SecretStore')
  expect(await page.getByLabel('Group by').inputValue()).toBe('file')
  await page.goto(page.url().replace(/#.*/, '#findings?q=no+finding+is+like+that'))
  expect(await page.locator('.groups').innerText()).toContain('No finding is like that')
})

testInBrowser('a wish that no filter can say is said, and can be taken away', async () => {
  const { page } = await openReport(await demoReport(), { address: '#findings?rule=fake-provider&namespace=nowhere' })
  expect(await page.locator('.finding').count()).toBe(0)
  await page.getByRole('button', { name: 'Stop showing only rule fake-provider' }).click()
  await page.getByRole('button', { name: 'Stop showing only namespace nowhere' }).click()
  expect(await page.locator('.finding').count()).toBeGreaterThan(10)
  expect(await page.locator('.chosen').isVisible()).toBe(false)
})

testInBrowser('a link to a path opens it, and another view begins at its top', async () => {
  const { page } = await openReport(await demoReport(), { height: 500 })
  const link = page.locator('.begin a').last()
  await link.focus()
  await page.keyboard.press('Enter')
  await page.locator('#view-paths').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  const path = page.locator('.path[open]').last()
  expect(await path.locator('.what').textContent()).toBe(await link.locator('span').nth(1).textContent())
  expect(await path.evaluate(path => path.getBoundingClientRect().bottom > 0)).toBe(true)
  await goTo(page, 'inputs')
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

testInBrowser('new and old findings can be told apart, and a link leads to one of them', async () => {
  const findings = [finding({ fingerprint: 'a', isNew: true }), finding({ fingerprint: 'b', isNew: false })]
  const base = { ref: 'main', commit: '0123456789abcdef0123456789abcdef01234567' }
  const { page } = await openReport(await renderReport('html', assessment({ findings, base })), {
    address: '#findings',
  })
  expect(await page.locator('.tag').allInnerTexts()).toEqual(['new', 'old'])
  await page.getByLabel('New or old').selectOption('old')
  expect(await page.locator('.finding').count()).toBe(1)
  await page.locator('.finding summary').click()
  await page.getByText('Link to this finding').click()
  expect(new URL(page.url()).hash).toBe('#findings?id=b')
  expect(await page.locator('.finding[open]').count()).toBe(1)
  await page.getByRole('button', { name: 'Stop showing only one finding' }).click()
  expect(await page.locator('.finding').count()).toBe(2)
})

testInBrowser('an empty result says so, and that it is a success', async () => {
  const { page, complaints } = await openReport(await emptyReport())
  expect(await page.textContent('h1')).toBe('success')
  for (const view of VIEWS) await goTo(page, view)
  await goTo(page, 'findings')
  expect(await page.innerText('.groups')).toContain('Nothing was found')
  expect(complaints).toEqual([])
})

testInBrowser(
  'the report of the operator as its chart installs it',
  async () => {
    const { page, complaints, requests } = await openReport(await defaultInstallReport(), { address: '#findings' })
    expect(await page.locator('.finding').count()).toBeGreaterThan(5)
    expect([...complaints, ...requests]).toEqual([])
  },
  testShared,
)
