import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { onTestFinished, test } from 'vitest'

/** Where the systems that we know have one. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'].map(name => `/usr/bin/${name}`)

/** The browser of the system; `CHROMIUM` names another. */
const CHROMIUM = process.env.CHROMIUM ?? BROWSERS.find(existsSync) ?? ''

/** A `test` in the browser. Without one it is skipped and its title says so; in CI that would be a check nobody makes, so there it fails. @param run `testShared` for one that also reads the shared folder. */
export function testInBrowser(title: string, body: () => Promise<void>, run: Run = test): void {
  if (existsSync(CHROMIUM) || process.env.CI) run(title, body)
  else test.skip(`${title} (skipped: no browser at ${CHROMIUM || BROWSERS.join(', ')})`, body)
}

type Run = (title: string, body: () => Promise<void>) => void

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How a page is looked at. */
export interface Look {
  readonly colours?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** What stands behind `#`. */
  readonly address?: string
  /** Code of a test may do what the page's policy forbids its own. */
  readonly isPolicyOff?: boolean
}

/** A page and what it did that it must not do. */
export interface Opened {
  readonly page: Page
  /** Messages of its console that are errors or warnings, and exceptions. */
  readonly complaints: readonly string[]
  /** Addresses that it asked for, but for its own. */
  readonly requests: readonly string[]
}

/** Starts a browser with a profile of its own; both are gone when the test ends. */
export async function browser(look: Look = {}): Promise<BrowserContext> {
  const { colours = 'light', width = 1360, height = 900, isPolicyOff = false } = look
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    chromiumSandbox: false,
    args: FLAGS,
    viewport: { width, height },
    colorScheme: colours,
    bypassCSP: isPolicyOff,
  })
  onTestFinished(async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  })
  return context
}

/** Opens a report from disk, as somebody would who downloaded it. */
export async function openReport(html: string, look: Look = {}): Promise<Opened> {
  const context = await browser(look)
  return openIn(context, html, look.address)
}

/** The views of every report. */
export const VIEWS = ['overview', 'findings', 'paths', 'guidance', 'inventory', 'inputs'] as const

/** Clicks on a view's name and waits until it is there. */
export async function goTo(page: Page, view: string): Promise<void> {
  await page.click(`nav [data-view=${view}]`)
  await page.locator(`#view-${view}`).waitFor()
}

/** The same in a browser that runs. */
export async function openIn(context: BrowserContext, html: string, address = ''): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.html')
  writeFileSync(file, html)
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  const url = pathToFileURL(file).href
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => {
    if (request.url().split('#')[0] !== url) requests.push(request.url())
  })
  await page.goto(`${url}${address}`)
  return { page, complaints, requests }
}
