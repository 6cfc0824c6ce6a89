import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COVERAGE, openRules } from '../src/paths/coverage.ts'
import { RULES } from '../src/rules/index.ts'

/**
 * What is still to be done, in test/open.json. It is edited by hand, and only by taking lines out: a row when all
 * its rules are built, a rule when a test of a real chart has tried it.
 */
interface Open {
  /** Rows of the guidance that no rule speaks about, or not all of the planned ones. */
  readonly rows: readonly string[]
  /** Rules, built or planned, that no real chart was tried on. */
  readonly untried: readonly string[]
}

const ROOT = join(import.meta.dirname, '..')
const open: Open = JSON.parse(readFileSync(join(import.meta.dirname, 'open.json'), 'utf8'))
const built = new Set(RULES.map(({ id }) => id))
const planned = new Set(COVERAGE.flatMap(({ rules }) => rules))

test('the open rows are those whose rules are not all built', () => {
  const lacking = COVERAGE.filter(row => !row.artefact && (row.rules.length === 0 || openRules(row, built).length > 0))
  expect(open.rows, 'take a row out of test/open.json when it is done').toEqual(lacking.map(({ row }) => row))
})

test('the rules that wait for a real chart are planned ones, sorted, and all that are not built', () => {
  expect(open.untried).toEqual([...planned.intersection(new Set(open.untried))].sort())
  expect([...planned.difference(built).difference(new Set(open.untried))]).toEqual([])
})

test.each(['HEAD', 'HEAD^'])('nothing was added to what is open since %s', commit => {
  const before = committed(commit) ?? open
  expect(open.rows.filter(row => !before.rows.includes(row))).toEqual([])
  expect(open.untried.filter(id => !before.untried.includes(id))).toEqual([])
})

/** The list as it was; undefined without git, without that commit and before there was a list. */
function committed(commit: string): Open | undefined {
  try {
    return JSON.parse(
      execFileSync('git', ['show', `${commit}:test/open.json`], { cwd: ROOT, stdio: 'pipe' }).toString(),
    )
  } catch {
    return undefined
  }
}
