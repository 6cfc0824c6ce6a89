import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCalicoSelector } from '../../../src/model/network/calico-selector.ts'

const LABELS = { app: 'eso', tier: 'ops-west', 'k8s.io/part-of': 'x', in: 'word', empty: '' }
const matches = (text: string): boolean | undefined => parseCalicoSelector(text)?.matches(LABELS)

describe('expressions', () => {
  test.each([
    ['', true],
    [' \t', true],
    ['all()', true],
    ['all( )', true],
    ['global()', true],
    ['has(app)', true],
    ['has( app )', true],
    ['has(other)', false],
    ["app == 'eso'", true],
    ['app=="eso"', true],
    ["app == 'es'", false],
    ["other == ''", false],
    ["empty == ''", true],
    ["app != 'eso'", false],
    ["other != 'eso'", true],
    ["k8s.io/part-of == 'x'", true],
    ["app in {'a', 'eso'}", true],
    ["app in{'eso'}", true],
    ["app in {'a',}", false],
    ["app in { 'eso', }", true],
    ['app in {}', false],
    ["other in {'eso'}", false],
    ["app not in {'eso'}", false],
    ["app notin {'a'}", true],
    ["other not in {'eso'}", true],
    ['app not in {}', true],
    [`app in {"a'b", 'eso'}`, true],
    ["in == 'word'", true],
    ["in in {'word'}", true],
    ["tier contains '-we'", true],
    ["tier contains 'east'", false],
    ["tier starts with 'ops'", true],
    ["tier startswith 'west'", false],
    ["tier ends with 'west'", true],
    ["tier ends \t with 'ops'", false],
    ["other contains ''", false],
    ['!has(app)', false],
    ['!!has(app)', true],
    ['! has(other)', true],
    ["!app == 'eso'", false],
    ["!(app == 'eso' && has(other))", true],
  ])('%s is %s', (text, expected) => expect(matches(text)).toBe(expected))
})

describe('precedence', () => {
  test.each([
    ['&& binds more than ||', 'has(app) || has(other) && has(other)', true],
    ['on the left, too', 'has(other) && has(other) || has(app)', true],
    ['parentheses bind most', '(has(app) || has(other)) && has(other)', false],
    ['! binds more than &&', '!has(other) && has(other)', false],
    ['chains', 'has(app) && has(tier) && !has(other) && all()', true],
    ['nested', '((has(other)) || ((has(app))))', true],
  ])('%s', (_, text, expected) => expect(matches(text)).toBe(expected))
})

describe('what Calico refuses', () => {
  test.each([
    ['app'],
    ['app ='],
    ['app = "eso"'],
    ['app == eso'],
    ["app == 'eso"],
    ["app ! = 'eso'"],
    ['has(app'],
    ['has()'],
    ['has (app)'],
    ['all'],
    ['all('],
    ['(all()'],
    ['all())'],
    ['all() &&'],
    ['all() & all()'],
    ['all() all()'],
    ['|| all()'],
    ['!'],
    ["app in 'eso'"],
    ["app in {'eso'"],
    ["app in {'a' 'b'}"],
    ['app in {,}'],
    ["app in {'a',,}"],
    ["appin {'eso'}"],
    ["appcontains 'e'"],
    ["app starts 'e'"],
    ["app\n== 'eso'"],
    ['all()\n'],
    ['äpp == "eso"'],
    ['app == "${APP'],
  ])('%j', text => expect(parseCalicoSelector(text)).toBeUndefined())
})

test('a label is its own, not one of every object', () => {
  expect(matches('has(constructor) || has(toString) || has(__proto__)')).toBe(false)
})

test('the keys that are asked about', () => {
  const keys = parseCalicoSelector("has(a) && (b == 'x' || !c in {'y'}) && all()")?.keys
  expect([...(keys ?? [])]).toEqual(['a', 'b', 'c'])
})

/** Expressions with what they are of the labels `{ a: 'x' }`, worked out while they are put together. */
interface Expression {
  readonly text: string
  readonly truth: boolean
}
const expressions = fc.letrec<{ or: Expression; and: Expression; term: Expression }>(tie => {
  const leaf = fc.constantFrom<Expression>(
    { text: 'all()', truth: true },
    { text: 'has(a)', truth: true },
    { text: 'has(b)', truth: false },
    { text: "a == 'x'", truth: true },
    { text: "a!='x'", truth: false },
    { text: 'b not in {"x", \'y\'}', truth: true },
    { text: "b starts with ''", truth: false },
  )
  const joined = (operand: fc.Arbitrary<Expression>, operator: string, truth: (all: readonly boolean[]) => boolean) =>
    fc.array(operand, { minLength: 1, maxLength: 3 }).map(all => ({
      text: all.map(({ text }) => text).join(` ${operator} `),
      truth: truth(all.map(one => one.truth)),
    }))
  const term: fc.Arbitrary<Expression> = fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('or').map(({ text, truth }) => ({ text: `(${text})`, truth })),
    tie('term').map(({ text, truth }) => ({ text: `!${text}`, truth: !truth })),
  )
  return {
    or: joined(tie('and'), '||', all => all.some(Boolean)),
    and: joined(tie('term'), '&&', all => all.every(Boolean)),
    term,
  }
})

test('every expression that can be put together means what its parts mean', () => {
  fc.assert(
    fc.property(expressions.or, ({ text, truth }) => {
      expect(parseCalicoSelector(text)?.matches({ a: 'x' })).toBe(truth)
    }),
    { numRuns: 1000 },
  )
})

describe('any text', () => {
  // Texts of the language's own pieces get much further than random letters.
  const piece = fc.constantFrom(
    ...['all()', 'global()', 'has(', 'has(a)', 'a', 'b', '==', '!=', 'in', 'not in', '{', '}', ',', "'x'", '"y"', "'"],
    ...['contains', 'starts with', 'ends with', '&&', '||', '!', '(', ')', ' ', '\n'],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map(parts => parts.join(' ')),
  )

  test('never throws, and answers yes or no once it parses', () => {
    fc.assert(
      fc.property(text, selector => {
        const parsed = parseCalicoSelector(selector)
        expect([true, false, undefined]).toContain(parsed?.matches({ a: 'x' }))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['parentheses', '('.repeat(100_000)],
    ['closed parentheses', `${'('.repeat(50_000)}all()${')'.repeat(50_000)}`],
    ['negations', `${'!'.repeat(100_001)}all()`],
    ['alternatives', Array(20_000).fill('has(a)').join(' || ')],
    ['values', `a in {${Array(20_000).fill("'x'").join(',')}`],
    ['blanks', `a in {'x'${' '.repeat(50_000)}`],
  ])('very many %s are no danger', (_, selector) => expect(() => parseCalicoSelector(selector)).not.toThrow())

  test('as deep as anybody writes', () => {
    expect(matches(`${'('.repeat(50)}has(app)${')'.repeat(50)}`)).toBe(true)
    expect(matches(Array(500).fill('(has(app))').join(' && '))).toBe(true)
  })
})
