import { expect, test } from 'vitest'
import { formatMoment, UTC } from '../../../src/template/functions/date-layout.ts'

const moment = { seconds: 1_583_298_367, nanoseconds: 120_000_000, zone: UTC }

test.each([
  ['Monday, 02-Jan-06 15:04:05 MST', 'Wednesday, 04-Mar-20 05:06:07 UTC'],
  ['Mon Jan _2 3:04PM 2006', 'Wed Mar  4 5:06AM 2020'],
  ['January 2 002 __2', 'March 4 064  64'],
  ['05.000 05.999 05,0', '07.120 07.12 07,1'],
  ['-0700 Z07:00 -07', '+0000 Z +00'],
  ['_2006 Janu 20060', '_2020 Janu 20200'],
])('%j shows %j', (layout, expected) => {
  expect(formatMoment(moment, layout)).toBe(expected)
})

test('a zone is shown by its offset when it has no name', () => {
  const zone = { name: '', offset: -12_600, isLocal: false }
  expect(formatMoment({ ...moment, zone }, '15:04 MST -07:00:00 Z0700')).toBe('01:36 -0330 -03:30:00 -0330')
})
