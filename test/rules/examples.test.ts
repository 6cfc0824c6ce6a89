import { describe, expect, test } from 'vitest'
import { checkWorld, isAssessable } from '../../src/check/check.ts'
import type { Rule } from '../../src/check/rule.ts'
import { RULES } from '../../src/rules/index.ts'
import { exampleWorld } from './example-world.ts'

interface Marked {
  /** 1-based; 0 for a finding without an object. */
  readonly line: number
  readonly severity: string
  readonly text: string
}

const MARK = /# finding(?:\[(\w+)\])?: (.+)$/

function marksOf(rule: Rule, yaml: string): Marked[] {
  return yaml.split('\n').flatMap((line, i) => {
    const [, severity, text] = MARK.exec(line) ?? []
    const isObjectless = line.startsWith('#')
    return text === undefined ? [] : { line: isObjectless ? 0 : i + 1, severity: severity ?? rule.severities[0], text }
  })
}

async function reportedBy(rule: Rule, yaml: string): Promise<Marked[]> {
  const world = await exampleWorld(yaml)
  expect(isAssessable(rule, world), 'the example must hold what the rule needs').toBe(true)
  const results = checkWorld([rule], world)
  for (const { manifest, path, message } of results.flatMap(({ problem }) => problem.related ?? [])) {
    expect(world.manifests, 'what is beside a finding is in the set').toContain(manifest)
    expect(manifest.lineOf(path), 'and has a line').toBeGreaterThan(0)
    expect(message, 'and says what it has to do with it').toMatch(/\S/)
  }
  return results
    .map(({ manifest, path, severity, problem }) => ({
      line: manifest?.lineOf(path) ?? 0,
      severity,
      text: problem.message,
    }))
    .sort((a, b) => a.line - b.line)
}

describe.each(RULES)('$id', rule => {
  test.each(rule.bad)('bad example %#: exactly the marked lines, with these words', async yaml => {
    const marks = marksOf(rule, yaml)
    const reported = await reportedBy(rule, yaml)
    expect(marks.length, 'a bad example marks at least one line').toBeGreaterThan(0)
    expect(reported.map(({ line, severity }) => ({ line, severity }))).toEqual(
      marks.map(({ line, severity }) => ({ line, severity })),
    )
    for (const [i, { text }] of marks.entries()) expect(reported[i]?.text).toContain(text)
    for (const { severity } of reported) expect(rule.severities).toContain(severity)
  })

  test.each(rule.good)('good example %#: nothing is reported', async yaml => {
    expect(await reportedBy(rule, yaml)).toEqual([])
  })
})
