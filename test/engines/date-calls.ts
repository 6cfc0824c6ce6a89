import fc from 'fast-check'
import { formatMoment, UTC } from '../../src/template/functions/date-layout.ts'
import type { Expression } from './template-calls.ts'

type Calls = fc.Arbitrary<Expression>

const given = (value: unknown): Expression => ({ given: value })
const call = (name: string, ...args: readonly Expression[]): Expression => ({ call: name, args })

const ELEMENTS = [
  ...['January', 'Jan', 'Monday', 'Mon', 'MST', '01', '02', '03', '04', '05', '06', '002', '2006', '15', '1', '2', '3'],
  ...['_2006', '_2', '__2', '4', '5', 'PM', 'pm', '-070000', '-07:00:00', '-0700', '-07:00', '-07', 'Z070000'],
  ...['Z07:00:00', 'Z0700', 'Z07:00', 'Z07', '.000', '.999', '.00', '.000000000', '.999999999', ',000', '.0001', '.9'],
  ...['Janu', 'Mond', 'Feb', 'T', 'x', '7', '0', 'ä', '%'],
]
const KNOWN = [
  ...['2006-01-02', '2006-01-02T15:04:05Z07:00', 'Mon, 02 Jan 2006 15:04:05 MST', 'Mon Jan _2 15:04:05 2006', '3:04PM'],
  ...['02 Jan 06 15:04 -0700', '20060102150405', '2006-002', '2006-01-02T15:04:05.999999999Z07:00', '1/2/2006'],
]
const separator = fc.constantFrom('', ' ', '-', '/', ':', 'T', '  ', ', ', '.', '_')
const layout = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...ELEMENTS), separator), { minLength: 1, maxLength: 7 })
    .map(parts => parts.flat().join('')),
  fc.constantFrom(...KNOWN),
)
const seconds = fc.oneof(
  fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
  fc.integer({ min: 0, max: 2_000_000_000 }),
  fc.constantFrom(0, -1, 86_399, 951_782_400, 1_709_164_800),
)

/** A date by a layout, changed in one place now and then, or read by another layout. */
const dated = fc
  .tuple(layout, layout, seconds, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 40 }), separator)
  .map(([written, other, at, change, place, put]) => {
    const text = formatMoment({ seconds: at, nanoseconds: 0, zone: UTC }, written)
    const isCut = change < 2 ? 1 : 0
    const changed = change < 3 ? text.slice(0, place) + put + text.slice(place + isCut) : text
    return [change === 4 ? other : written, change === 3 ? text.toLowerCase() : changed] as const
  })

const duration = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', '-', '+', '--'),
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.integer({ min: 0, max: 100_000 }).map(String),
              fc.constantFrom(
                '1.5',
                '.5',
                '5.',
                '.',
                '',
                '0.1',
                '1.000000001',
                '0.3333333333333333333333',
                '9223372036854775807',
              ),
            ),
            fc.constantFrom('h', 'm', 's', 'ms', 'us', 'µs', 'ns', 'd', '', 'H', 'μs'),
          ),
          { maxLength: 3 },
        ),
      )
      .map(([sign, parts]) => sign + parts.flat().join('')),
  },
  fc.constantFrom('0', '-0', '+0', '', ' 1h', '1h ', '00', '95', '-7', '99999999999999999999s'),
)
const base = call('toDate', given('2006-01-02'), given('2020-02-28'))
const whole = seconds.map(value => call('int64', given(value)))

/** Calls of the functions on dates that do not ask for the present; the machine's zone has to be UTC. */
export const DATE_CALLS: Readonly<Record<string, Calls>> = {
  dateInZone: fc.tuple(layout, whole).map(([how, at]) => call('dateInZone', given(how), at, given('UTC'))),
  date: fc.tuple(layout, whole).map(([how, at]) => call('date', given(how), at)),
  htmlDateInZone: whole.map(at => call('htmlDateInZone', at, given(''))),
  toDate: dated.map(([how, text]) => call('toString', call('toDate', given(how), given(text)))),
  mustToDate: dated.map(([how, text]) => call('toString', call('mustToDate', given(how), given(text)))),
  unixEpoch: dated.map(([how, text]) => call('unixEpoch', call('mustToDate', given(how), given(text)))),
  duration: fc.oneof(duration.map(given), whole).map(value => call('duration', value)),
  durationRound: fc.oneof(duration.map(given), whole).map(value => call('durationRound', value)),
  dateModify: duration.map(by => call('toString', call('dateModify', given(by), base))),
  mustDateModify: duration.map(by => call('toString', call('must_date_modify', given(by), base))),
}
