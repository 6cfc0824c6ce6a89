import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Untraced } from '../../src/template/errors.ts'
import { Budget } from '../../src/template/execute/budget.ts'
import { FUNCTIONS } from '../../src/template/functions/index.ts'
import { STRINGS } from '../../src/template/functions/strings.ts'
import { Text } from '../../src/template/value/value.ts'
import { evaluateAll, isMissing } from './go-templates.ts'
import { CALLS } from './string-calls.ts'
import { compareCalls } from './template-calls.ts'

const CASES = Number(process.env.CASES ?? 500)
const SEED = Number(process.env.SEED ?? 20261123)
/** Whose answers differ from one call to the next. */
const VOLATILE =
  /^(?:rand|gen|uuidv4$|shuffle$|bcrypt$|htpasswd$|encryptAES$|decryptAES$|derivePassword$|buildCustomCert$)/

test('every function on text whose answer is always the same is compared', () => {
  const compared = Object.keys(STRINGS).filter(name => !VOLATILE.test(name))
  expect(Object.keys(CALLS).sort()).toEqual(compared.sort())
})

describe.skipIf(isMissing)('functions on text', () => {
  test.each(Object.keys(CALLS))('%s gives what it gives in helm, and fails where it fails there', async name => {
    const calls = fc.sample(CALLS[name] ?? fc.constant({ given: null }), { numRuns: CASES, seed: SEED })
    const { differences, counts } = await compareCalls(calls, FUNCTIONS, { marks: false })
    expect(differences.slice(0, 5)).toEqual([])
    expect(counts.equal).toBeGreaterThan(CASES / 5)
  })

  test.each(['upper', 'lower', 'title', 'swapcase', 'quote', 'js'])(
    '%s knows every character as Go does',
    async name => {
      const characters = everyCharacter()
      const groups = Array.from({ length: Math.ceil(characters.length / GROUP) }, (_, i) =>
        characters.slice(i * GROUP, (i + 1) * GROUP),
      )
      const answers = await evaluateAll(
        groups.map(group => ({ template: `{{ ${name} .Values.a }}`, values: { a: group.join('|') } })),
      )
      const different = groups.flatMap((group, i) => {
        const answer = answers[i]
        const output = answer && 'output' in answer ? answer.output : ''
        const theirs = (name === 'quote' ? output.slice(1, -1) : output).split('|')
        return group.filter((character, j) => ![theirs[j], undefined].includes(ourAnswer(name, character)))
      })
      expect(different.slice(0, 20)).toEqual([])
    },
  )
})

const GROUP = 512

/** Beyond it no character has a meaning. */
const END = 0x34000

/** Of Unicode, but for surrogates and the sign that stands between them here. */
const everyCharacter = (): string[] =>
  Array.from({ length: END }, (_, codePoint) => codePoint)
    .filter(codePoint => (codePoint < 0xd800 || codePoint > 0xdfff) && codePoint !== 0x7c)
    .map(codePoint => String.fromCodePoint(codePoint))

/** Undefined for what we do not trace. */
function ourAnswer(name: string, character: string): string | undefined {
  try {
    const answer = STRINGS[name]?.call([new Text(character)], { budget: new Budget() })
    const string = answer?.kind === 'text' ? answer.string : ''
    return name === 'quote' ? string.slice(1, -1) : string
  } catch (error) {
    if (error instanceof Untraced) return undefined
    throw error
  }
}
