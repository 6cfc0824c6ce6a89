import { expect, test } from 'vitest'
import { parseMoment } from '../../../src/template/functions/date-parsing.ts'

const at = (layout: string, text: string): unknown => {
  const moment = parseMoment(layout, text)
  return moment && new Date(moment.seconds * 1000 + moment.nanoseconds / 1e6).toISOString()
}

test.each([
  ['2006-01-02T15:04:05Z07:00', '2020-03-04T05:06:07+02:00', '2020-03-04T03:06:07.000Z'],
  ['2006-01-02T15:04:05Z07:00', '2020-03-04T05:06:07.25Z', '2020-03-04T05:06:07.250Z'],
  ['Jan _2 06', 'feb  9 69', '1969-02-09T00:00:00.000Z'],
  ['3:04PM', '12:30AM', '0000-01-01T00:30:00.000Z'],
  ['2006 002', '2024 060', '2024-02-29T00:00:00.000Z'],
  ['2006-01-02', '2023-02-29', undefined],
  ['2006-01-02', '2023-2-9', undefined],
  ['2006-01-02', '2023-02-09 ', undefined],
  ['15:04', '24:00', undefined],
  ['2006 002', '2023 366', undefined],
])('%j reads %j as %j', (layout, text, expected) => {
  expect(at(layout, text)).toBe(expected)
})

test('zones by name are not read, as their offset depends on the machine', () => {
  expect(() => parseMoment('15:04 MST', '15:04 CEST')).toThrow('zone by name')
  expect(parseMoment('15:04 MST', '15:04 UTC')?.zone.isLocal).toBe(false)
})
