import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Rule } from '../src/check/rule.ts'
import { configSchema } from '../src/config/schema.ts'
import { rulePage, ruleTable } from '../src/report/rule-page.ts'
import { actionYml } from './action-yml.ts'
import { withSections } from './readme.ts'
import { configReference, reportReference } from './references.ts'
import { reviewExamples } from './review-examples.ts'
import { rulesIndex } from './rules-index.ts'
import { configTable, flagsTable, inputsTable, outputsTable } from './tables.ts'

/** What is wrong with one generated file. */
export interface Difference {
  readonly path: string
  readonly state: 'missing' | 'stale' | 'left over' | 'broken'
  /** The text it should have; undefined where it should not be, or nobody can say. */
  readonly text?: string
  /** Why nobody can say. */
  readonly reason?: string
}

const PAGES = 'docs/rules'

/** Everything that is made from the records and does not stand in `root` as it should, sorted by path. */
export function differences(root: string, rules: readonly Rule[]): Difference[] {
  const wanted = new Map(Object.entries(wholeFiles(rules)))
  const stale = [...wanted].flatMap(([path, text]) => difference(root, path, text) ?? [])
  const extra = filesIn(root, PAGES).filter(path => !wanted.has(path))
  const leftOver = extra.map(path => ({ path, state: 'left over' }) as const)
  const written = Object.entries(pages(rules)).flatMap(([path, sections]) => page(root, path, sections))
  return [...stale, ...leftOver, ...written].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Writes or removes a file so that it is as it should be; a broken one is left to people. */
export function repair(root: string, { path, state, text }: Difference): void {
  const target = join(root, path)
  if (state === 'left over') rmSync(target)
  if (text === undefined) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

const wholeFiles = (rules: readonly Rule[]): Record<string, string> => ({
  'action.yml': actionYml(),
  'docs/config-reference.md': configReference(),
  'docs/report-reference.md': reportReference(),
  'schema/config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
  'src/rules/index.ts': rulesIndex(rules.map(({ id }) => id)),
  ...Object.fromEntries(rules.map(rule => [`${PAGES}/${rule.id}.md`, rulePage(rule)])),
})

/** What people write, but for the sections between markers. */
const pages = (rules: readonly Rule[]): Record<string, Record<string, string>> => ({
  'README.md': {
    inputs: inputsTable(),
    outputs: outputsTable(),
    options: flagsTable(),
    config: configTable(),
    rules: ruleTable(rules),
  },
  'docs/review.md': reviewExamples(rules),
})

function page(root: string, path: string, sections: Readonly<Record<string, string>>): Difference[] {
  const text = textOf(root, path)
  if (text === undefined) return [{ path, state: 'broken', reason: 'it does not exist, and only people can write it' }]
  try {
    const found = difference(root, path, withSections(text, sections))
    return found ? [found] : []
  } catch (error) {
    return [{ path, state: 'broken', reason: (error as Error).message }]
  }
}

function difference(root: string, path: string, text: string): Difference | undefined {
  const found = textOf(root, path)
  return found === text ? undefined : { path, text, state: found === undefined ? 'missing' : 'stale' }
}

function textOf(root: string, path: string): string | undefined {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

const filesIn = (root: string, folder: string): string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map(name => `${folder}/${name}`) : []
