import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execaSync } from 'execa'
import { afterAll, expect, test } from 'vitest'
import { CONFIG_FILE } from '../../src/config/config.ts'
import { SHARED, testShared } from '../shared.ts'
import { NOT_RUN } from './not-run.ts'
import { blocksOf, type Page, pages } from './pages.ts'
import { commandsOf, isShell, runPage } from './run-page.ts'
import { type Workspace, workspace, workspaceRoot } from './workspace.ts'

const LANGUAGES = ['sh', 'console', 'yaml', 'json', 'text', 'suggestion', 'mermaid', 'diff']
/** The page about the operator’s own chart, which is not ours to keep here. */
const OPERATOR_PAGE = 'docs/hardening-eso.md'
const ROOT = workspaceRoot()
afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

/** The rules' pages hold their examples alone, which test/rules/ runs. */
const PAGES = pages().filter(({ path }) => !path.startsWith('docs/rules/'))

/** Where the commands of a page run: in a copy of fixtures/demo, without its config where a comment on the page says so. */
const placeOf = ({ text }: Page): Workspace =>
  workspace(
    ROOT,
    resolve('fixtures/demo'),
    text.includes('<!-- commands: without a config -->') ? CONFIG_FILE : undefined,
  )

for (const page of PAGES) {
  if (page.path === OPERATOR_PAGE || !blocksOf(page).some(isShell)) continue
  test.concurrent(`${page.path}: its commands run, and print what it shows`, { timeout: 180_000 }, async () => {
    await runPage(page, placeOf(page))
  })
}

testShared(`${OPERATOR_PAGE}: its commands run beside the chart 2.9.0, and print what it shows`, async () => {
  const place = workspace(ROOT)
  execaSync('tar', ['xzf', join(SHARED, 'charts/external-secrets-2.9.0.tgz')], { cwd: place.folder })
  const page = PAGES.find(({ path }) => path === OPERATOR_PAGE)
  if (page) await runPage(page, place)
  expect(page).toBeDefined()
})

test('every block says what it is', () => {
  const strange = PAGES.flatMap(blocksOf).filter(({ language }) => !LANGUAGES.includes(language))
  expect(strange.map(({ page, line }) => `${page}:${line}`)).toEqual([])
})

test('what is not run is listed with its reason, and nothing else is', () => {
  const commands = PAGES.flatMap(blocksOf).filter(isShell).flatMap(commandsOf)
  expect(Object.keys(NOT_RUN).filter(command => !commands.includes(command))).toEqual([])
  const others = commands.filter(command => /\b(npm|npx|pip|go -C|promtool|helm upgrade|kubectl apply)\b/.test(command))
  expect(others.filter(command => !(command in NOT_RUN))).toEqual([])
})

test('every script of npm that is named is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = PAGES.flatMap(({ text }) =>
    [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name]) => name),
  )
  expect([...new Set(named)].filter(name => !(String(name) in scripts))).toEqual([])
})
