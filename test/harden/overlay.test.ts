import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { YamlValue } from '../../src/finding.ts'
import type { Measure } from '../../src/harden/measure.ts'
import { overlayText } from '../../src/harden/overlay.ts'
import { findingOf, targetOf } from './target.ts'

const target = targetOf({
  values: { replicaCount: 1, eso: { log: { level: 'info' }, webhook: { replicas: 1, labels: {} }, extra: [] } },
  defaults: { eso: { webhook: { replicas: 1, labels: {} }, log: { level: 'info' } }, replicaCount: 1 },
})

const measure = (values: Readonly<Record<string, YamlValue>>, more: Partial<Measure> = {}): Measure => ({
  values: Object.entries(values).map(([key, value]) => ({ target, key: key.split('.'), value })),
  ...{ generators: [], findings: [], answers: [], reason: undefined, question: undefined, ...more },
})

const textOf = (...measures: Measure[]): string => overlayText(target, measures, 'eso-hardener harden --out FOLDER')

test('keys stand in the order of the chart, each under its reasons; what is said already is left out', () => {
  const text = textOf(
    measure({ replicaCount: 2, 'eso.other': true }, { reason: 'It must not fail.' }),
    measure(
      { 'eso.log.level': 'warn', 'eso.webhook': { replicas: 1, labels: { tier: '1' } } },
      { findings: [findingOf('b-rule'), findingOf('a-rule'), findingOf('b-rule')], question: 'Is it read?' },
    ),
  )
  expect(text.split('\n').slice(3)).toEqual([
    'eso:',
    ...['  # For a-rule, b-rule.', '  # Decide first: Is it read?', '  webhook:', '    labels:', '      tier: "1"'],
    ...['  log:', '    # For a-rule, b-rule.', '    # Decide first: Is it read?', '    level: warn'],
    ...['  # It must not fail.', '  other: true', '# It must not fail.', 'replicaCount: 2', ''],
  ])
  expect(text).toMatch(/^# Made by: eso-hardener harden --out FOLDER\n# Values for the release eso, /)
})

test('what measures say together is said once, with the reasons of both; another release has its own', () => {
  const other = targetOf({ id: 'other' })
  const foreign = { ...measure({}), values: [{ target: other, key: ['a'], value: 1 }] }
  const text = textOf(
    measure({ replicaCount: 2 }, { reason: 'One.' }),
    measure({ replicaCount: 2 }, { reason: 'Two.' }),
    foreign,
  )
  expect(text).toContain('# One.\n# Two.\nreplicaCount: 2\n')
  expect(parse(text)).toEqual({ replicaCount: 2 })
})

test('values of every kind are read as they are meant, and no text breaks out of its comment', () => {
  const values = { list: [{ a: 'yes', b: [1, null] }], 'odd: key': 'two\nlines', none: {}, 'on.off': false }
  const text = textOf(
    ...Object.entries(values).map(([key, value]) => ({
      ...measure({}, { reason: 'a\nb: 1\u2028c' }),
      values: [{ target, key: [key], value }],
    })),
  )
  expect(parse(text)).toEqual(values)
})
