import { describe, expect, test } from 'vitest'
import { checkWorld, isAssessable } from '../../src/check/check.ts'
import type { Rule } from '../../src/check/rule.ts'
import { RULES } from '../../src/rules/index.ts'
import { worldOf } from '../world.ts'

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

function reportedBy(rule: Rule, yaml: string): Marked[] {
  const world = worldOf(yaml)
  expect(isAssessable(rule, world), 'the example must hold what the rule needs').toBe(true)
  return checkWorld([rule], world)
    .map(({ manifest, path, severity, problem }) => ({
      line: manifest?.lineOf(path) ?? 0,
      severity,
      text: problem.message,
    }))
    .sort((a, b) => a.line - b.line)
}

describe.each(RULES)('$id', rule => {
  test.each(rule.bad)('bad example %#: exactly the marked lines, with these words', yaml => {
    const marks = marksOf(rule, yaml)
    const reported = reportedBy(rule, yaml)
    expect(marks.length, 'a bad example marks at least one line').toBeGreaterThan(0)
    expect(reported.map(({ line, severity }) => ({ line, severity }))).toEqual(
      marks.map(({ line, severity }) => ({ line, severity })),
    )
    for (const [i, { text }] of marks.entries()) expect(reported[i]?.text).toContain(text)
    for (const { severity } of reported) expect(rule.severities).toContain(severity)
  })

  test.each(rule.good)('good example %#: nothing is reported', yaml => {
    expect(reportedBy(rule, yaml)).toEqual([])
  })
})
