import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TemplateError, Untraced } from '../../src/template/errors.ts'
import { Budget } from '../../src/template/execute/budget.ts'
import { FUNCTIONS } from '../../src/template/functions/index.ts'
import { flatten } from '../../src/template/value/provenance.ts'
import { Dict, dependenciesOf, List, Text, type Value } from '../../src/template/value/value.ts'
import { plain, valueFrom } from '../template/yaml/plain.ts'
import { evaluateAll, isMissing } from './go-templates.ts'
import { jsonText, nastyValue, yamlText } from './yaml-texts.ts'

const CASES = Number(process.env.CASES ?? 3000)
const SEED = Number(process.env.SEED ?? 20261123)

const call = (name: string, value: Value): Value | 'fails' | 'untraced' => {
  try {
    return FUNCTIONS.get(name)?.call([value], { budget: new Budget() }) ?? 'fails'
  } catch (error) {
    if (error instanceof Untraced) return 'untraced'
    if (error instanceof TemplateError) return 'fails'
    throw error
  }
}

describe.skipIf(isMissing)('YAML and JSON', () => {
  test.each(['toYaml', 'mustToYaml', 'toYamlPretty', 'toJson', 'toPrettyJson', 'toRawJson'])(
    '%s prints what helm prints',
    async name => {
      const values = fc.sample(nastyValue(), { numRuns: CASES, seed: SEED })
      const answers = await evaluateAll(values.map(v => ({ template: `{{ ${name} .Values.v }}`, values: { v } })))
      const results = values.map((value, i) => {
        const result = call(name, valueFrom(value))
        const answer = answers[i]
        const expected = answer && 'output' in answer ? answer.output : 'fails'
        return { value, expected, ours: result instanceof Text ? result.string : String(result) }
      })
      const traced = results.filter(({ ours }) => ours !== 'untraced')
      expect(traced.filter(({ expected, ours }) => ours !== expected).slice(0, 3)).toEqual([])
      expect(traced.length).toBeGreaterThan(CASES * 0.95)
    },
  )

  test('toToml prints what helm prints', async () => {
    const values = fc.sample(fc.dictionary(fc.constantFrom('a', 'b', 'x y', 'é', ''), nastyValue()), {
      numRuns: CASES,
      seed: SEED,
    })
    const answers = await evaluateAll(values.map(v => ({ template: '{{ toToml .Values.v }}', values: { v } })))
    const results = values.map((value, i) => ({ value, expected: answers[i], ours: call('toToml', valueFrom(value)) }))
    const traced = results.filter(({ ours }) => ours !== 'untraced')
    const differ = traced.filter(({ expected, ours }) =>
      expected && 'output' in expected && ours instanceof Text ? ours.string !== expected.output : true,
    )
    expect(differ.slice(0, 3)).toEqual([])
    expect(traced.length).toBeGreaterThan(CASES * 0.95)
  })

  test.each([
    ['fromYaml', yamlText],
    ['fromYamlArray', yamlText],
    ['fromJson', jsonText],
    ['fromJsonArray', jsonText],
    ['mustFromJson', jsonText],
  ] as const)('%s reads what helm reads, with its words on what it cannot', async (name, text) => {
    const texts = fc.sample(text(), { numRuns: CASES * 3, seed: SEED })
    const template = `{{ ${name} .Values.v | toRawJson }}`
    const answers = await evaluateAll(texts.map(v => ({ template, values: { v } })))
    const results = texts.map((given, i) => {
      const result = call(name, new Text(given))
      const answer = answers[i]
      const expected: unknown = answer && 'output' in answer ? JSON.parse(answer.output) : 'fails'
      return { given, expected, ours: typeof result === 'string' ? result : readAs(result, expected) }
    })
    const traced = results.filter(({ ours }) => ours !== 'untraced')
    expect(traced.filter(({ expected, ours }) => !isDeepStrictEqual(ours, expected)).slice(0, 3)).toEqual([])
    expect(traced.length).toBeGreaterThan(texts.length * 0.9)
  })
})

/** What was read; what is expected where only the words on a failure are not known, and there is a failure. */
function readAs(result: Value, expected: unknown): unknown {
  const message =
    result instanceof Dict ? result.entries.get('Error') : result instanceof List ? result.items[0] : undefined
  const isUnknown = message && [...flatten(dependenciesOf(message))].some(({ source }) => source === 'volatile')
  return isUnknown && JSON.stringify(expected).match(/^(?:\{"Error":"|\[")(?:json|yaml|error|invalid|unexpected)/)
    ? expected
    : plain(result)
}
