import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { renderReport } from '../../src/report/formats.ts'
import { assess } from '../../src/run.ts'
import { testShared } from '../shared.ts'
import { tree } from '../tree.ts'
import { goTo, openReport, testInBrowser } from './chromium.ts'
import { defaultInstallReport, demoReport } from './reports.ts'

const view = (page: Page) => page.locator('#view-graph')

testInBrowser('an attack path is followed from its subject to what it gives', async () => {
  const { page, complaints, requests } = await openReport(await demoReport(), { address: '#graph' })
  const [choice] = await view(page).locator('.path-choice').all()
  await choice?.click()
  await page.waitForURL(/path=/)
  expect(await view(page).locator('.box').first().getAttribute('aria-label')).toMatch(/^Group payments-developers/)
  expect(await view(page).locator('.box.all').last().getAttribute('aria-label')).toBe('every Secret of the cluster')
  expect(await view(page).locator('.steps li').count()).toBeGreaterThan(3)
  expect([complaints, requests]).toEqual([[], []])
})

testInBrowser('a node shows its lines, its findings and its neighbours', async () => {
  const { page } = await openReport(await demoReport(), { address: '#graph' })
  // The focus brings it into the drawing.
  const box = view(page).getByRole('button', { name: /^ClusterSecretStore everything/ })
  await box.focus()
  await box.click()
  const panel = view(page).locator('aside.node')
  expect(await panel.innerText()).toContain('fixtures/demo/platform/stores.yaml:')
  expect(await panel.innerText()).toContain('can write ExternalSecrets that fetch through')
  await panel.getByRole('link', { name: 'unrestricted-cluster-store' }).click()
  await page.waitForURL(/#findings\?id=/)
  expect(await page.locator('.finding[open]').count()).toBe(1)
})

testInBrowser('who can read secret/data/web/session, and what can a developer reach', async () => {
  const { page } = await openReport(await demoReport(), { address: '#graph' })
  await view(page).getByLabel('Who can get at').selectOption({ label: 'key secret/data/web/session' })
  await page.waitForURL(/who=/)
  const names = (): Promise<string[]> => view(page).locator('.way .what').allInnerTexts()
  expect(await names()).toEqual(
    expect.arrayContaining(['Group web-developers', 'Group payments-developers', 'ServiceAccount web/vault-reader']),
  )
  await view(page).getByLabel('What can they reach').selectOption({ label: 'Group web-developers' })
  await page.waitForURL(/reach=/)
  expect(await names()).toContain('key secret/data/web/session')
  expect(await names()).not.toContain('Secret payments/aws-access-key')
  await view(page).locator('.way', { hasText: 'key secret/data/web/session' }).locator('summary').click()
  expect(await view(page).locator('.way[open] .steps').innerText()).toContain('fixtures/demo/apps/web/')
})

testInBrowser('with the keyboard alone: from box to box, open one, and zoom', async () => {
  const { page } = await openReport(await demoReport(), { address: '#graph' })
  await view(page).locator('.box[tabindex="0"]').focus()
  const here = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const first = await here()
  await page.keyboard.press('ArrowDown')
  expect(await here()).not.toBe(first)
  const frame = await view(page).locator('svg.graph').getAttribute('viewBox')
  await page.keyboard.press('+')
  expect(await view(page).locator('svg.graph').getAttribute('viewBox')).not.toBe(frame)
  const chosen = await here()
  await page.keyboard.press('Enter')
  expect(chosen).toContain(await view(page).locator('aside.node h3').innerText())
})

testInBrowser('the tables say what the drawing shows', async () => {
  const { page } = await openReport(await demoReport(), { address: '#graph' })
  await view(page).getByText('The drawing as tables').click()
  const rows = view(page).locator('table').first().locator('tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(await view(page).locator('.box').count())
})

testInBrowser('hostile names stay text', async () => {
  // With another bracket these would be names that are filled in later.
  const name = '<img/src=x onerror=alert(1)//'
  const root = tree({
    'a.yaml': `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: b }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: Group, name: "${name}" }]
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: "</script><!--", namespace: shop }
spec: { provider: { vault: { server: "https://v.example.com", path: s, auth: { tokenSecretRef: { name: t, key: t } } } } }
`,
  })
  const html = await renderReport('html', await assess({ root, folder: root, paths: ['.'] }))
  const { page, complaints } = await openReport(html, { address: '#graph' })
  await view(page).locator('.box').first().waitFor()
  expect(await page.locator('img').count()).toBe(0)
  expect(await view(page).locator('option', { hasText: name }).count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})

testInBrowser(
  'the default install of the operator, in dark colours',
  async () => {
    const { page, complaints } = await openReport(await defaultInstallReport(), { colours: 'dark' })
    await goTo(page, 'graph')
    await view(page).getByLabel('What can they reach').selectOption({ index: 1 })
    await page.waitForURL(/reach=/)
    expect(await view(page).locator('.way').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  },
  testShared,
)
