import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DATED } from '../src/dated.ts'
import { PROVIDERS } from '../src/providers/table/index.ts'
import { broughtUpToDate } from './dated-sources.ts'

/*
 * Brings src/dated.json up to date: `npm run data`, or with saved copies, `npm run data -- --support page.md --advisories list.json`.
 * The diff is to be read: new advisories come with the words of their summary, and without where manifests use what they are about.
 */
const FILE = join(import.meta.dirname, '..', 'src/dated.json')
const REPOSITORY = 'external-secrets/external-secrets'

const { values } = parseArgs({
  options: {
    support: {
      type: 'string',
      default: `https://raw.githubusercontent.com/${REPOSITORY}/main/docs/introduction/stability-support.md`,
    },
    advisories: {
      type: 'string',
      default: `https://api.github.com/repos/${REPOSITORY}/security-advisories?per_page=100`,
    },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
})

async function textOf(source: string): Promise<string> {
  if (!source.startsWith('https://')) return readFileSync(source, 'utf8')
  const response = await fetch(source)
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  return response.text()
}

const [page, published] = await Promise.all([textOf(values.support), textOf(values.advisories)])
const pages = [...PROVIDERS.values()].map(
  ({ name, docs }) => [name, docs.replace(/\/$/, '').split('/').at(-1) ?? ''] as const,
)
const sources = { page, published: JSON.parse(published) }
writeFileSync(FILE, `${JSON.stringify(broughtUpToDate(DATED, sources, new Map(pages), values.today), null, 2)}\n`)
