import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Look, openReport, testInBrowser } from './chromium.ts'
import { demoReport } from './reports.ts'

/** Where `npm run pictures` puts them: another machine's fonts make other bytes, so that no other run does. */
const FOLDER = process.env.PICTURES

const PICTURES: Readonly<Record<string, Look>> = {
  'html-overview': { address: '#overview', height: 1180 },
  'html-finding': { address: '#findings?rule=admission-webhook-fails-open', colours: 'dark', height: 1060 },
}

for (const [name, look] of Object.entries(PICTURES))
  testInBrowser(`the picture ${name}`, async () => {
    const { page } = await openReport(await demoReport(), { width: 1280, ...look })
    for (const summary of await page
      .locator('.finding summary')
      .all()
      .then(all => all.slice(0, 1)))
      await summary.click()
    await page.mouse.move(0, 0)
    const picture = await page.screenshot()
    expect(picture.length).toBeGreaterThan(30_000)
    if (FOLDER === undefined) return
    const folder = join(import.meta.dirname, '../..', FOLDER)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.png`), picture)
  })
