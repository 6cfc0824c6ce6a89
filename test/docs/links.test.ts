import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { type Page, pages } from './pages.ts'

/** Where links of the pages that people write lead outside of the project; the pages of the rules have many more. */
const HOSTS = [
  'argo-cd.readthedocs.io',
  'cyclonedx.org',
  'docs.github.com',
  'docs.zizmor.sh',
  'external-secrets.io',
  'fast-check.dev',
  'fluxcd.io',
  'getsops.io',
  'github.com',
  'keepachangelog.com',
  'semver.org',
  'stryker-mutator.io',
]

const PAGES = pages()
const TEXTS = new Map(PAGES.map(({ path, text }) => [path, text]))

const withoutCode = (text: string): string => text.replace(/^ *```.*?^ *```$/gms, '').replace(/`[^`\n]*`/g, '')

/** What a page links to, as it is written; images as well. */
const targetsOf = ({ text }: Page): string[] => [
  ...[...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
  ...[...withoutCode(text).matchAll(/<(https?:[^>\s]+)>/g)].map(([, target = '']) => target),
]

/** The anchors of a page as GitHub makes them of its headings; the second of a name gets `-1`. */
function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>()
  return [...text.replace(/^ *```.*?^ *```$/gms, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  })
}

const isExternal = (target: string): boolean => /^[a-z]+:/.test(target)

/** Why a link leads nowhere. */
function fault({ path, text }: Page, target: string): string | undefined {
  const [file = '', anchor] = target.split('#')
  const found = file === '' ? path : normalize(join(dirname(path), file))
  if (found.startsWith('..')) return `${path}: ${target} leads out of the project`
  if (!existsSync(found)) return `${path}: there is no ${found}`
  if (anchor === undefined) return undefined
  const page = file === '' ? text : TEXTS.get(found)
  return page !== undefined && anchorsOf(page).includes(anchor) ? undefined : `${path}: ${found} has no #${anchor}`
}

test('every link within the project leads somewhere', () => {
  const faults = PAGES.flatMap(page =>
    targetsOf(page)
      .filter(target => !isExternal(target))
      .flatMap(target => fault(page, target) ?? []),
  )
  expect(faults).toEqual([])
})

test('links out of the project are encrypted, and lead where the list says', () => {
  const external = (from: readonly Page[]): URL[] =>
    from.flatMap(page => targetsOf(page).filter(isExternal)).map(target => new URL(target))
  expect(external(PAGES).filter(({ protocol }) => protocol !== 'https:')).toEqual([])
  const written = PAGES.filter(({ path }) => !path.startsWith('docs/rules/'))
  expect([...new Set(external(written).map(({ host }) => host))].sort()).toEqual(HOSTS)
})

test('the index of the documentation links every page of it', () => {
  const index = PAGES.filter(({ path }) => path === 'docs/README.md')
  const linked = new Set(index.flatMap(targetsOf).map(target => normalize(join('docs', target.split('#')[0] ?? ''))))
  const written = PAGES.map(({ path }) => path).filter(path => /^docs\/(?!rules\/|decisions\/|README\.md)/.test(path))
  expect(written.filter(path => !linked.has(path))).toEqual([])
})
