import fc from 'fast-check'
import type { Expression } from './template-calls.ts'

const number = fc.constantFrom('0', '1', '2', '3', '10')
const part = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom('x', 'X', '*', '01', '1x', '|', '12|') },
)
const prerelease = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('-0', '-a', '-alpha.1', '-1', '-01', '-rc1', '-a.b-c', '-', '-alpha.beta', '-x', '-10', '-é'),
)
const metadata = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom('+b', '+1.2', '+'))
const versionOf = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('', '', 'v'), fc.array(parts, { minLength: 1, maxLength: 3 }), prerelease, metadata)
    .map(([v, numbers, ...rest]) => v + numbers.join('.') + rest.join(''))

const version = fc.oneof(
  { weight: 15, arbitrary: versionOf(number) },
  fc.constantFrom('', 'x', 'V1.2.3', ' 1.2.3', '1.2.3.4', '1.x', '99999999999999999999.1.2', '01.2.3'),
)
const openVersion = fc.oneof(
  { weight: 8, arbitrary: versionOf(part) },
  { weight: 1, arbitrary: fc.constantFrom('', '*', 'x', 'a', '1.2.3.4') },
)
const operator = fc.constantFrom(
  ...['', '', '=', '==', '!=', '>', '<', '>=', '=>', '<=', '=<', '~', '~>', '^', '^', '<>', '> ='],
)
const space = fc.constantFrom('', '', '', ' ', '  ', '\t')
const one = fc.tuple(space, operator, space, openVersion, space).map(parts => parts.join(''))
const separator = fc.constantFrom(',', ' ', ', ', ' , ', '', '  ', ',,', ' - ', ' -')
const joined = (items: readonly (readonly [string, string])[]): string =>
  items.map(([before, item], i) => (i === 0 ? item : before + item)).join('')
const all = fc.array(fc.tuple(separator, one), { minLength: 1, maxLength: 3 }).map(joined)
const constraints = fc.oneof(
  { weight: 2, arbitrary: one },
  all,
  fc.array(all, { minLength: 1, maxLength: 3 }).map(alternatives => alternatives.join('||')),
)

/** Calls of the functions on semantic versions. */
export const VERSION_CALLS: Readonly<Record<string, fc.Arbitrary<Expression>>> = {
  semver: version.map(given => ({ call: 'toString', args: [{ call: 'semver', args: [{ given }] }] })),
  semverCompare: fc
    .tuple(constraints, version)
    .map(([constraint, given]) => ({ call: 'semverCompare', args: [{ given: constraint }, { given }] })),
}
