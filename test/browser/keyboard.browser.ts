import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openReport, testInBrowser } from './chromium.ts'
import { demoReport } from './reports.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('class') || document.activeElement?.tagName || '')

testInBrowser('a finding can be found, opened and followed without a mouse', async () => {
  const { page } = await openReport(await demoReport())
  await page.keyboard.press('/')
  await page.waitForFunction(() => document.activeElement?.id === 'search')
  await page.keyboard.type('unrestricted-cluster-store')
  await page.waitForURL(/q=unrestricted-cluster-store/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('SUMMARY')
  await page.keyboard.press('Enter')
  expect(await page.locator('.finding[open] .detail').count()).toBe(1)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link to this finding')
  await page.keyboard.press('3')
  expect(await page.locator('.view:visible').getAttribute('id')).toBe('view-paths')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await page.evaluate(() => document.activeElement === document.querySelector('#view-paths summary'))).toBe(true)
})

testInBrowser('Tab goes from the skip link through navigation and tools into the report', async () => {
  const { page } = await openReport(await demoReport())
  const order: string[] = []
  const views = await page.locator('nav a').allTextContents()
  for (let i = 0; i < views.length + 3; i++) {
    await page.keyboard.press('Tab')
    order.push(await page.evaluate(() => document.activeElement?.textContent?.trim().replace(/\s+/g, ' ') ?? ''))
  }
  expect(order).toEqual(['Skip to the report', ...views, 'Auto', '?'])
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  expect(await page.locator('.view:visible').getAttribute('id')).toBe('view-overview')
})

testInBrowser('the help lists the keys, and switches them off', async () => {
  const { page } = await openReport(await demoReport())
  await page.keyboard.press('?')
  expect(await page.locator('dialog').innerText()).toContain('search findings')
  await page.getByLabel('Keys do this').uncheck()
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog').isVisible()).toBe(false)
  await page.keyboard.press('2')
  expect(await page.locator('.view:visible').getAttribute('id')).toBe('view-overview')
  await page.getByRole('button', { name: 'Keyboard help' }).click()
  await page.getByLabel('Keys do this').check()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('2')
  expect(await page.locator('.view:visible').getAttribute('id')).toBe('view-findings')
})

testInBrowser('light and dark are as the system has them, until somebody switches', async () => {
  const { page } = await openReport(await demoReport(), { colours: 'dark' })
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await ground()
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await ground()
  expect(light).not.toBe(dark)
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  expect(await ground()).toBe(dark)
  await page.reload()
  expect(await ground()).toBe(dark)
})
