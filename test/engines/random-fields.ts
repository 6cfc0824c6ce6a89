import fc from 'fast-check'

/** The first value as often as all others together. */
export const often = <T>(first: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(fc.constant(first), fc.constantFrom(...others))

/** Some of these fields; a field without a value is written with null now and then. */
export const some = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fc.option(value, { freq: 7 })])), {
    requiredKeys: [],
  })
