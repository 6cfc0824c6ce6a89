import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TemplateError } from '../../src/template/errors.ts'
import { Budget } from '../../src/template/execute/budget.ts'
import { Executor } from '../../src/template/execute/executor.ts'
import { parseOnce } from '../../src/template/execute/parse.ts'
import { FUNCTIONS } from '../../src/template/functions/index.ts'
import { Bool, Dict, List, Nil, Num, Text, type Value } from '../../src/template/value/value.ts'
import { evaluateAll, isMissing } from './go-templates.ts'
import { OTHERS, templateTexts, VALUES } from './template-texts.ts'

const CASES = Number(process.env.CASES ?? 4000)
const SEED = Number(process.env.SEED ?? 20261123)

function asValue(plain: unknown): Value {
  if (typeof plain === 'string') return new Text(plain)
  if (typeof plain === 'number') return new Num(plain, 'float64')
  if (typeof plain === 'boolean') return new Bool(plain)
  if (Array.isArray(plain)) return new List(plain.map(asValue))
  if (typeof plain === 'object' && plain) return dictOf(plain)
  return new Nil()
}

const dictOf = (plain: object): Dict =>
  new Dict(new Map(Object.entries(plain).map(([key, item]) => [key, asValue(item)])))

/** What our executor prints, or that it fails. */
function run(template: string): string | undefined {
  try {
    const executor = new Executor({ budget: new Budget(), functions: FUNCTIONS, parse: parseOnce })
    executor.add('c/templates/main.yaml', template)
    for (const [name, text] of Object.entries(OTHERS)) executor.add(`c/templates/${name}`, text)
    return executor.execute('c/templates/main.yaml', dictOf({ Values: VALUES })).string
  } catch (error) {
    if (error instanceof TemplateError) return undefined
    throw error
  }
}

describe.skipIf(isMissing)('execution of templates', () => {
  test('prints what helm prints, and fails where it fails', async () => {
    const templates = fc.sample(templateTexts, { numRuns: CASES, seed: SEED })
    const answers = await evaluateAll(templates.map(template => ({ template, values: VALUES, others: OTHERS })))
    const different = templates.flatMap((template, i) => {
      const answer = answers[i]
      const theirs = answer && 'output' in answer ? answer.output : undefined
      const ours = run(template)
      return ours === theirs ? [] : [{ template, theirs: answer, ours }]
    })
    const printed = answers.filter(answer => 'output' in answer).length
    console.log(`execution: ${CASES} templates from seed ${SEED}, ${printed} of them print something`)
    expect(different.slice(0, 5)).toEqual([])
    expect(printed).toBeGreaterThan(CASES / 4)
  })
})
