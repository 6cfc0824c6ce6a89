import { Untraced } from '../errors.ts'
import { rootDatum } from '../value/provenance.ts'
import { Bool, depending, type Method, Num, Opaque, Text, type Value } from '../value/value.ts'
import { formatMoment, LOCAL, MONTHS, type Moment, UTC, wallOf } from './date-layout.ts'
import { int, int64, integer, readArguments, text } from './function.ts'

const GO_TYPE = 'time.Time'
/** How Go prints a time. */
const LAYOUT = '2006-01-02 15:04:05.999999999 -0700 MST'
/** Methods that there are and that no chart was seen to use. */
const RARE = [
  ...['Add', 'After', 'Before', 'Clock', 'Compare', 'Date', 'Equal', 'GoString', 'ISOWeek', 'In', 'IsDST', 'Location'],
  ...['AppendFormat', 'MarshalBinary', 'MarshalJSON', 'MarshalText', 'Round', 'Sub', 'Truncate', 'UnixMicro'],
  ...['UnixMilli', 'UnixNano', 'Weekday', 'Zone', 'ZoneBounds'],
]

/** The moment of a `time.Time`; undefined for all else. */
export const momentOf = (value: Value): Moment | undefined =>
  value.kind === 'opaque' && value.goType === GO_TYPE ? (value.inner as Moment) : undefined

/** Go's `time.Time`. @param suffix what is printed behind it */
export function timeValue(moment: Moment, suffix = ''): Opaque {
  return new Opaque({
    goType: GO_TYPE,
    printed: formatMoment(moment, LAYOUT) + suffix,
    methods: methodsOf(moment),
    inner: moment,
  })
}

function methodsOf(moment: Moment): Map<string, Method> {
  const asking =
    (answer: () => Value): Method =>
    args => {
      readArguments([], args)
      return answer()
    }
  /** What the zone of the machine decides. */
  const local = (value: Value): Value => (moment.zone.isLocal ? depending(value, rootDatum('volatile')) : value)
  return new Map<string, Method>([
    ['Year', asking(() => int(wallOf(moment).year))],
    ['Month', asking(() => monthValue(wallOf(moment).month))],
    ['Day', asking(() => int(wallOf(moment).day))],
    ['YearDay', asking(() => int(wallOf(moment).dayOfYear))],
    ['Hour', asking(() => int(wallOf(moment).hour))],
    ['Minute', asking(() => int(wallOf(moment).minute))],
    ['Second', asking(() => int(wallOf(moment).second))],
    ['Nanosecond', asking(() => int(moment.nanoseconds))],
    ['Unix', asking(() => local(int64(moment.seconds)))],
    ['IsZero', asking(() => local(new Bool(moment.seconds === -62_135_596_800 && moment.nanoseconds === 0)))],
    ['UTC', asking(() => local(timeValue({ ...moment, zone: UTC })))],
    ['Local', asking(() => depending(timeValue({ ...moment, zone: LOCAL }), rootDatum('volatile')))],
    ['String', asking(() => local(new Text(formatMoment(moment, LAYOUT))))],
    [
      'Format',
      args => {
        const [layout] = readArguments([text], args)
        return local(new Text(formatMoment(moment, layout.string)))
      },
    ],
    [
      'AddDate',
      args => {
        const [years, months, days] = readArguments([integer, integer, integer], args)
        return timeValue(added(moment, years.value, months.value, days.value))
      },
    ],
    ...RARE.map((name): [string, Method] => [
      name,
      () => {
        throw new Untraced(`${name} of a time is called`)
      },
    ]),
  ])
}

/** Go's `time.Month`, which is an int that prints as a name. */
const monthValue = (month: number): Opaque =>
  new Opaque({ goType: 'time.Month', printed: MONTHS[month] ?? '', inner: new Num(month + 1, 'int') })

/** Days beyond the end of a month go on into the next. */
function added(moment: Moment, years: number, months: number, days: number): Moment {
  const { year, month, day } = wallOf(moment)
  const before = new Date((moment.seconds + moment.zone.offset) * 1000)
  const date = new Date(before)
  date.setUTCFullYear(year + years, month + months, day + days)
  return { ...moment, seconds: moment.seconds + (date.getTime() - before.getTime()) / 1000 }
}
