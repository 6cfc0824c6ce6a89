import { describe, expect, test } from 'vitest'
import { ROWS } from '../../src/finding.ts'
import { isKnownKind } from '../../src/parse/kinds.ts'
import { COVERAGE } from '../../src/paths/coverage.ts'
import { RULES } from '../../src/rules/index.ts'

const planned = new Set(COVERAGE.flatMap(({ rules }) => rules))

describe.each(RULES)('$id', rule => {
  test('has an id of two or more words in kebab-case', () => {
    expect(rule.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
  })

  test('has a title in one line without a full stop', () => {
    expect(rule.title).toMatch(/^[A-Z`].*[^.!?:;,\s]$/)
  })

  test('says why and what to do in whole sentences', () => {
    expect(rule.why).toMatch(SENTENCES)
    expect(rule.remedy).toMatch(SENTENCES)
  })

  test('has references to https pages, each once', () => {
    for (const reference of rule.references) expect(new URL(reference).protocol).toBe('https:')
    expect(repeated(rule.references)).toEqual([])
  })

  test('names each severity once', () => {
    expect(rule.severities.length).toBeGreaterThan(0)
    expect(repeated(rule.severities)).toEqual([])
  })

  test('judges something: manifests of kinds that are read, or installs', () => {
    expect(rule.check ?? rule.checkInstall, 'neither check nor checkInstall').toBeDefined()
    expect(rule.kinds.length > 0, 'check is called for its kinds').toBe(rule.check !== undefined)
    expect(rule.kinds.filter(kind => !isKnownKind(kind), 'src/parse/kinds.ts skips these')).toEqual([])
    expect(repeated(rule.kinds)).toEqual([])
  })

  test('names the rows of the guidance that list it, and no others', () => {
    const rows = COVERAGE.filter(({ rules }) => rules.includes(rule.id)).map(({ row }) => row)
    expect([...rule.guide].sort(), 'src/paths/coverage.ts has the other list').toEqual(rows.sort())
  })

  test('supersedes rules that are built or planned, not itself', () => {
    expect((rule.supersedes ?? []).filter(id => !planned.has(id) || id === rule.id)).toEqual([])
  })
})

test('no two rules show the same example', () => {
  const examples = RULES.flatMap(({ id, bad, good }) =>
    [...bad, ...good].map(yaml => ({
      id,
      yaml: yaml
        .replace(/# finding.*/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    })),
  )
  const twice = [...Map.groupBy(examples, ({ yaml }) => yaml).values()].filter(same => same.length > 1)
  expect(twice.map(same => same.map(({ id }) => id).join(' and '))).toEqual([])
})

test('the coverage table has every row of the guidance, in order, and each rule once in a row', () => {
  expect(COVERAGE.map(({ row }) => row)).toEqual([...ROWS])
  for (const { row, rules } of COVERAGE) expect(repeated(rules), row).toEqual([])
})

const SENTENCES = /^[A-Z`].*\.$/s

function repeated<T>(items: readonly T[]): T[] {
  return items.filter((item, i) => items.indexOf(item) !== i)
}
