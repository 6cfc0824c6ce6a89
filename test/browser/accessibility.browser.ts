import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { goTo, openReport, testInBrowser, VIEWS } from './chromium.ts'
import { demoReport, emptyReport } from './reports.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What axe finds in what can be seen, `rule: element` each; contrast of text is among it. */
async function violations(page: Page): Promise<string[]> {
  const found: AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ''}`),
  )
}

for (const colours of ['light', 'dark'] as const)
  testInBrowser(`axe finds nothing in any view, ${colours}`, async () => {
    const { page } = await openReport(await demoReport(), { colours, isPolicyOff: true })
    await page.evaluate(AXE)
    for (const view of [...VIEWS, 'graph']) {
      await goTo(page, view)
      for (const summary of await page
        .locator(`#view-${view} details:not([open]) > summary`)
        .all()
        .then(all => all.slice(0, 3)))
        await summary.click()
      expect(await violations(page), view).toEqual([])
    }
    await page.keyboard.press('?')
    expect(await violations(page), 'help').toEqual([])
  })

testInBrowser('axe finds nothing in an empty report on a narrow screen', async () => {
  const { page } = await openReport(await emptyReport(), { width: 360, isPolicyOff: true })
  await page.evaluate(AXE)
  for (const view of VIEWS) {
    await goTo(page, view)
    expect(await violations(page), view).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBe(360)
  }
})
