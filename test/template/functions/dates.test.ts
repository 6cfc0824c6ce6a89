import { expect, test } from 'vitest'
import { Num, type Opaque } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'
import { dependenciesIn } from './dependencies.ts'

const seconds = (value: number) => new Num(value, 'int64')
const day = () => call('toDate', '2006-01-02', '2020-02-28')

test.each([
  ['dateInZone', ['2006-01-02T15:04:05Z07:00', seconds(86_400), 'UTC'], '1970-01-02T00:00:00Z'],
  ['date_in_zone', ['MST', 0, '../x'], 'UTC'],
  ['dateInZone', ['MST', 0, 'Europe/Berlin'], 'Untraced'],
  ['htmlDateInZone', [seconds(1_709_164_800), ''], '2024-02-29'],
  ['toDate', ['2006-01-02', 'zzz'], '0001-01-01 00:00:00 +0000 UTC'],
  ['mustToDate', ['2006-01-02', 'zzz'], 'TemplateError'],
  ['toDate', ['2006-01-02 15:04 -0700', '2020-03-04 05:06 +0200'], '2020-03-04 05:06:00 +0200 +0200'],
  ['dateModify', ['24h', day()], '2020-02-29 00:00:00 +0000 UTC'],
  ['dateModify', ['zz', day()], '2020-02-28 00:00:00 +0000 UTC'],
  ['mustDateModify', ['zz', day()], 'TemplateError'],
  ['unixEpoch', [day()], '1582848000'],
  ['unixEpoch', [0], 'TemplateError'],
  ['duration', ['95'], '1m35s'],
  ['duration', [95], '0s'],
  ['duration', [seconds(3600)], '1h0m0s'],
  ['durationRound', ['2h10m5s'], '2h'],
  ['durationRound', [5], '0s'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

test('what the clock or the zone of the machine decides is volatile, nothing else is', () => {
  const isVolatile = (name: string, ...args: unknown[]) => dependenciesIn(call(name, ...args)).includes('volatile')
  expect(['now', 'ago'].map(name => isVolatile(name, ...(name === 'now' ? [] : [0])))).toEqual([true, true])
  expect(isVolatile('date', '2006', 'today')).toBe(true)
  expect(isVolatile('date', '2006-01-02', seconds(0))).toBe(true)
  expect(isVolatile('unixEpoch', day())).toBe(true)
  expect(isVolatile('date', '2006-01-02', day())).toBe(false)
  expect(isVolatile('date', '2006-01-02 MST', day())).toBe(true)
  expect(isVolatile('dateInZone', '2006-01-02 MST', seconds(0), 'UTC')).toBe(false)
})

test('a time has the methods that charts ask', () => {
  const value = day() as Opaque
  const ask = (name: string, ...args: Num[]): unknown => resultOf('toString', value.methods.get(name)?.(args))
  expect(['Year', 'Month', 'Day', 'YearDay', 'Unix'].map(name => ask(name))).toEqual([
    '2020',
    'February',
    '28',
    '59',
    '1582848000',
  ])
  expect(ask('AddDate', new Num(0, 'int'), new Num(1, 'int'), new Num(2, 'int'))).toBe('2020-03-30 00:00:00 +0000 UTC')
  expect(() => ask('Weekday')).toThrow('Weekday')
})
