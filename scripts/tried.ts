import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Rule } from '../src/check/rule.ts'
import { type Finding, SEVERITIES } from '../src/finding.ts'
import { RULES } from '../src/rules/index.ts'
import { assess } from '../src/run.ts'
import { FORMS_HEAD, formsLine } from './forms-line.ts'
import { type Summarized, summary } from './summary.ts'

/**
 * Writes docs/rules-tried.md: what each rule finds in real repositories and in the operator's own charts; and, for each of
 * them, test/real/summaries/<name>.txt, whose diff shows what a change of the rules changes there; and
 * test/real/repositories.md, which a test compares with what is found. Needs the optional
 * folder with real data, so that they are checked in and no part of `npm run docs`.
 */
const ROOT = join(import.meta.dirname, '..')
const SHARED = resolve(ROOT, process.env.ESO_HARDENER_SHARED ?? '../shared')
const PAGE = join(ROOT, 'docs/rules-tried.md')

const SUMMARIES = join(ROOT, 'test/real/summaries')
const TABLE = join(ROOT, 'test/real/repositories.md')

/** What was tried, and its line in the table of repositories. */
interface Tried extends Summarized {
  readonly line: string
}

async function tryOn(root: string, path: string, name: string): Promise<Tried> {
  const assessment = await assess({ root, folder: root, paths: [path], minSeverity: 'info' })
  const { findings, failures } = assessment
  return { name, findings, failures, line: formsLine(name.replace('__', '/'), assessment) }
}

async function inTurn(names: readonly string[], tryOne: (name: string) => Promise<Tried>): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const name of names) tried.push(await tryOne(name))
  return tried
}

function page(repositories: readonly Summarized[], charts: readonly Summarized[]): string {
  return `# What the rules find in real repositories

Written by \`npm run tried\`; needs the folder with real data that the project does not hold. ${repositories.length} public
repositories of applications and platforms, as they are (no config, no network), and ${charts.length} versions of the operator's
own chart with its defaults. \`synthetic only\`: the rule was tried on its own examples alone, mostly because it acts on
what the config says, or because nobody in the set has the fault. Every finding has a line in
[test/real/summaries](../test/real/summaries), so that what a change of a rule does there is read as a diff.

| Rule | Severity | Findings in repositories | Repositories | Findings in charts | Charts |
|---|---|---|---|---|---|
${RULES.map(rule => row(rule, repositories, charts)).join('\n')}

| Severity | Findings in repositories | Findings in charts |
|---|---|---|
${[...SEVERITIES]
  .reverse()
  .map(severity => `| ${severity} | ${countOf(repositories, severity)} | ${countOf(charts, severity)} |`)
  .join('\n')}

[test/real/repositories.md](../test/real/repositories.md) has a line for each repository: what is installed by which form, what could
not be checked and why, and how many findings of which severity there are.
`
}

function row({ id, severities }: Rule, repositories: readonly Summarized[], charts: readonly Summarized[]): string {
  const cells = [repositories, charts].flatMap(all => {
    const counts = all.map(({ findings }) => findings.filter(({ rule }) => rule === id).length).filter(Boolean)
    return [counts.reduce((sum, count) => sum + count, 0), counts.length]
  })
  const found = cells.some(Boolean) ? cells : ['synthetic only', '', '', '']
  return `| ${[`[${id}](rules/${id}.md)`, severities[0], ...found].join(' | ')} |`
}

const countOf = (all: readonly Summarized[], wanted: Finding['severity']): number =>
  all.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severity === wanted).length, 0)

if (!existsSync(SHARED)) {
  console.log(`skipped: there is no folder ${SHARED} with real data`)
} else {
  const [corpus, shelf] = [join(SHARED, 'corpus'), join(SHARED, 'charts')]
  const folders = readdirSync(corpus).filter(name => statSync(join(corpus, name)).isDirectory())
  const repositories = await inTurn(folders.sort(), name => tryOn(join(corpus, name), '.', name))
  const archives = readdirSync(shelf).filter(name => /^external-secrets-\d.*\.tgz$/.test(name))
  const charts = await inTurn(archives.sort(), name => tryOn(shelf, name, name))
  writeFileSync(PAGE, page(repositories, charts))
  writeFileSync(TABLE, `${FORMS_HEAD}\n${repositories.map(({ line }) => line).join('\n')}\n`)
  rmSync(SUMMARIES, { recursive: true, force: true })
  mkdirSync(SUMMARIES, { recursive: true })
  for (const tried of [...repositories, ...charts])
    writeFileSync(join(SUMMARIES, `${tried.name}.txt`), summary({ ...tried, name: tried.name.replace('__', '/') }))
  console.log(`${repositories.length} repositories, ${charts.length} charts -> ${PAGE}`)
}
