import { expect } from 'vitest'
import { openReport, testInBrowser, VIEWS } from './chromium.ts'
import { demoReport } from './reports.ts'

testInBrowser('on paper every view is there, what is closed is open, and nothing that has to be clicked', async () => {
  const { page } = await openReport(await demoReport(), { colours: 'dark' })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  for (const view of VIEWS) expect(await page.locator(`#view-${view}`).isVisible(), view).toBe(true)
  expect(await page.locator('.finding .detail').count()).toBe(await page.locator('.finding').count())
  expect(await page.locator('.tools, nav, .filters').filter({ visible: true }).count()).toBe(0)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  const paper = await page.pdf({ format: 'A4' })
  expect(paper.length).toBeGreaterThan(20_000)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  expect(await page.locator('.view:visible').count()).toBe(1)
  expect(await page.locator('.finding[open]').count()).toBe(0)
})
