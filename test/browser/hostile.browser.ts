import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { renderReport } from '../../src/report/formats.ts'
import { HOSTILE, hostileAssessment } from '../report/assessment.ts'
import { browser, goTo, openIn, testInBrowser } from './chromium.ts'

const TEXTS = [
  ...HOSTILE,
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onfocus=alert(1) autofocus '",
  'javascript:alert(1)',
  '\u2028</script><script>alert(1)</script>',
  '<!--<script>',
  '#findings?severity=low&q=x',
  '__proto__',
]

/** Opens all that can be opened, in every view. */
async function openAll(page: Page): Promise<void> {
  for (const view of ['overview', 'guidance', 'inventory', 'inputs', 'paths', 'findings']) {
    await goTo(page, view)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
  }
  await page.locator('.detail').first().waitFor()
}

testInBrowser('hostile strings are text, whatever holds them', async () => {
  const context = await browser()
  for (const text of TEXTS) {
    const { page, complaints, requests } = await openIn(context, await renderReport('html', hostileAssessment(text)))
    let dialogs = 0
    page.on('dialog', dialog => {
      dialogs += 1
      return dialog.dismiss()
    })
    await openAll(page)
    expect(await page.locator('main :is(img, iframe, script, style, [onload], [autofocus])').count(), text).toBe(0)
    expect(await page.locator('script').count(), text).toBe(2)
    expect(await page.locator('a[href^="javascript:"]').count(), text).toBe(0)
    const shown = (await page.textContent('#view-findings')) ?? ''
    expect(shown, text).not.toMatch(/[^\P{C}\n\t]/u)
    expect(wordsOf(shown), text).toContain(wordsOf(text.replace(/[\p{Cc}\p{Cf}\u2028]/gu, ' ')))
    expect(dialogs, text).toBe(0)
    expect([...complaints, ...requests], text).toEqual([])
    await page.close()
  }
})

testInBrowser('what cannot be seen is shown by its code', async () => {
  const context = await browser()
  const { page } = await openIn(
    context,
    await renderReport('html', hostileAssessment('a\u202Eb\u001B[31mc')),
    '#findings',
  )
  expect(await page.innerText('.object')).toContain('a⟨U+202E⟩b⟨U+001B⟩[31mc')
})

/** The characters that mean something to a reader; code names of invisible ones are left out. */
const wordsOf = (text: string): string =>
  text
    .replace(/⟨U\+[\dA-F]+⟩/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
