import fc from 'fast-check'
import { type Labels, selects } from '../../src/model/selectors.ts'
import { compare } from './comparison.ts'
import { Refusal } from './oracle.ts'

interface Case {
  readonly selector: {
    readonly matchLabels?: Labels
    readonly matchExpressions?: readonly { key: string; operator: string; values?: readonly string[] | null }[]
  } | null
  readonly labels: Labels
}

const key = fc.constantFrom('app', 'tier', 'example.org/team', 'constructor', 'toString')
const value = fc.constantFrom('', 'a', 'b', 'B', 'true')
const labels = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true })
const optional = { requiredKeys: [] }

const matchExpressions = fc.array(
  fc.record(
    {
      key,
      operator: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist') },
        { weight: 1, arbitrary: fc.constantFrom('Gt', 'in', '') },
      ),
      values: fc.oneof({ weight: 9, arbitrary: fc.array(value, { maxLength: 3 }) }, fc.constant(null)),
    },
    { requiredKeys: ['key', 'operator'] },
  ),
  { maxLength: 2 },
)
const selector = fc.option(
  fc.record(
    { matchLabels: fc.dictionary(key, value, { maxKeys: 2, noNullPrototype: true }), matchExpressions },
    optional,
  ),
  { freq: 50 },
)

compare<Case, 'takes' | 'takes not' | 'refuses', boolean>({
  name: 'LabelSelector',
  cases: fc.record({ selector, labels }),
  ask: (oracle, asked) =>
    oracle.ask<boolean>('selector', asked).then(
      takes => (takes ? 'takes' : 'takes not'),
      error => {
        if (error instanceof Refusal) return 'refuses'
        throw error
      },
    ),
  theirs: answer => answer === 'takes',
  ours: asked => selects(asked.selector, asked.labels),
  outcomesOf: takes => [String(takes)],
  outcomes: ['true', 'false'],
  planted: {
    'an absent label is not "not in"': ({ selector: asked, labels: given }) =>
      selects(asked, given) &&
      !asked?.matchExpressions?.some(
        ({ key: absent, operator }) => operator === 'NotIn' && !Object.hasOwn(given, absent),
      ),
    'no selector takes everything': asked => selects(asked.selector ?? {}, asked.labels),
  },
})
