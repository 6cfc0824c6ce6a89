import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { browser, openIn, testInBrowser } from './chromium.ts'
import { largeReport } from './reports.ts'

interface Times {
  /** Milliseconds until something can be seen. */
  readonly paint: number
  /** Until the findings are there, too. */
  readonly shown: number
}

/** The least of some tries: the machine may be busy with other things. */
async function timesOf(context: BrowserContext, html: string): Promise<Times> {
  const times: Times[] = []
  for (let i = 0; i < 3; i++) {
    const { page } = await openIn(context, html, '#findings')
    await page.locator('.finding').first().waitFor()
    times.push(
      await page.evaluate(() => {
        const startOf = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Infinity
        return { paint: startOf('first-contentful-paint'), shown: startOf('shown') }
      }),
    )
    await page.close()
  }
  return { paint: Math.min(...times.map(({ paint }) => paint)), shown: Math.min(...times.map(({ shown }) => shown)) }
}

const said = ({ paint, shown }: Times): string => `first paint ${Math.round(paint)} ms, list ${Math.round(shown)} ms`

testInBrowser('of 10,000 findings the first is seen not a second later than of ten', async () => {
  const context = await browser()
  const [small, large] = [await largeReport(10), await largeReport(10_000)]
  const [few, many] = [await timesOf(context, small), await timesOf(context, large)]
  console.log(`10 findings: ${said(few)}; 10,000 findings in ${large.length} characters: ${said(many)}`)
  expect(many.paint - few.paint).toBeLessThan(1000)
  expect(many.shown - few.shown).toBeLessThan(1000)
})

testInBrowser('10,000 findings can be walked through: few at first, all when asked for, each to be found', async () => {
  const context = await browser()
  const { page, complaints } = await openIn(context, await largeReport(10_000), '#findings')
  expect(await page.getByRole('status').innerText()).toBe('10,000 findings')
  const shown = await page.locator('.finding').count()
  expect(shown).toBeGreaterThan(100)
  expect(shown).toBeLessThan(1000)
  const group = page.locator('.group').first()
  const all = Number(/(\d+) findings/.exec(await group.locator('header').innerText())?.[1])
  while (await group.locator('.more button').isVisible()) await group.locator('.more button').click()
  expect(await group.locator('.finding').count()).toBe(all)
  await page.getByLabel('Search findings').fill('store-9876')
  await page.waitForURL(/q=store-9876/)
  expect(await page.locator('.finding').count()).toBe(1)
  await page.locator('.finding summary').click()
  expect(await page.locator('.detail').innerText()).toContain('as it came out of the templates')
  for (const grouping of ['object', 'file', 'namespace', 'release']) {
    await page.goto(page.url().replace(/#.*/, `#findings?group=${grouping}`))
    expect(await page.locator('.finding').count(), grouping).toBeLessThan(1000)
  }
  expect(complaints).toEqual([])
})
