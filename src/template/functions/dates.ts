import { TemplateError, Untraced } from '../errors.ts'
import { rootDatum } from '../value/provenance.ts'
import { depending, Num, Text, type Value } from '../value/value.ts'
import { parseInteger } from './cast.ts'
import { formatMoment, LOCAL, type Moment, showsZone, UTC, type Zone } from './date-layout.ts'
import { parseMoment } from './date-parsing.ts'
import { any, deriving, goTypeOf, keeping, type Parameter, type TemplateFunction, text } from './function.ts'
import { parseDuration, printDuration, roundDuration } from './go-duration.ts'
import { momentOf, timeValue } from './time-value.ts'

/** What depends on when, or in which zone, helm runs. */
const CLOCK = rootDatum('volatile')

/** Stands for the present, which no output of ours depends on. */
const NOW: Moment = { seconds: 1_767_225_600, nanoseconds: 0, zone: LOCAL }
/** Go's time of nothing. */
const ZERO: Moment = { seconds: -62_135_596_800, nanoseconds: 0, zone: UTC }

/** `time.Time`. */
const time: Parameter<Moment> = {
  goType: 'time.Time',
  isRest: false,
  read(value) {
    const moment = momentOf(value)
    if (!moment) throw new TemplateError(`wrong type for value; expected time.Time; got ${goTypeOf(value)}`)
    return moment
  },
}

const dateInZone = deriving([text, any, text], ([layout, date, zone]) =>
  show(layout.string, date, zoneNamed(zone.string)),
)
const dateModify = deriving([text, time], ([by, moment]) => timeValue(later(moment, parseDuration(by.string) ?? 0n)))
const mustDateModify = deriving([text, time], ([by, moment]) => {
  const nanoseconds = parseDuration(by.string)
  if (nanoseconds === undefined) throw new TemplateError(`time: invalid duration "${by.string}"`)
  return timeValue(later(moment, nanoseconds))
})

/** Dates and durations. The zone of the machine is taken for UTC, and what it decides is marked volatile. */
export const DATES: Readonly<Record<string, TemplateFunction>> = {
  now: keeping([], () => depending(timeValue(NOW, ' m=+0.000000001'), CLOCK)),
  date: deriving([text, any], ([layout, date]) => show(layout.string, date, LOCAL)),
  dateInZone,
  date_in_zone: dateInZone,
  htmlDate: deriving([any], ([date]) => show('2006-01-02', date, LOCAL)),
  htmlDateInZone: deriving([any, text], ([date, zone]) => show('2006-01-02', date, zoneNamed(zone.string))),
  dateModify,
  date_modify: dateModify,
  mustDateModify,
  must_date_modify: mustDateModify,
  ago: keeping([any], ([date]) => depending(depending(new Text('0s'), CLOCK), date.provenance?.depends)),
  toDate: deriving([text, text], ([layout, given]) => timeValue(parseMoment(layout.string, given.string) ?? ZERO)),
  mustToDate: deriving([text, text], ([layout, given]) => {
    const moment = parseMoment(layout.string, given.string)
    if (!moment) throw new TemplateError(`parsing time "${given.string}" as "${layout.string}"`)
    return timeValue(moment)
  }),
  unixEpoch: deriving([time], ({ 0: moment }) => volatileIf(moment.zone.isLocal, new Text(String(moment.seconds)))),
  duration: deriving([any], ([seconds]) => printDuration(BigInt.asIntN(64, secondsOf(seconds) * 1_000_000_000n))),
  durationRound: deriving([any], ([given]) =>
    momentOf(given) ? volatileIf(true, new Text('0s')) : roundDuration(nanosecondsOf(given)),
  ),
}

const volatileIf = (isVolatile: boolean, value: Text): Text => value.depending(isVolatile ? CLOCK : undefined)

/** What is no moment is now. */
function show(layout: string, date: Value, zone: Zone): Text {
  const moment = momentOf(date) ?? unixMoment(date)
  const shown = new Text(formatMoment({ ...(moment ?? NOW), zone }, layout))
  const isCrossing = moment?.zone.isLocal !== zone.isLocal
  return volatileIf(!moment || isCrossing || (zone.isLocal && showsZone(layout)), shown)
}

/** Whole numbers but those of the values, which are floats, are seconds since 1970. */
function unixMoment(value: Value): Moment | undefined {
  if (value.kind !== 'number' || !['int', 'int32', 'int64'].includes(value.type)) return undefined
  return { seconds: value.value, nanoseconds: 0, zone: UTC }
}

function zoneNamed(name: string): Zone {
  if (name === '' || name === 'UTC' || /\.\.|^[/\\]/.test(name)) return UTC
  if (name === 'Local') return LOCAL
  throw new Untraced(`the time zone ${name.slice(0, 40)} is needed`)
}

function later(moment: Moment, by: bigint): Moment {
  const nanoseconds = BigInt(moment.nanoseconds) + by
  const rest = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  return {
    ...moment,
    seconds: moment.seconds + Number((nanoseconds - rest) / 1_000_000_000n),
    nanoseconds: Number(rest),
  }
}

/** Only text and int64 are read as seconds. */
function secondsOf(value: Value): bigint {
  if (value instanceof Num && value.type === 'int64') return BigInt(value.value)
  return value.kind === 'text' && !value.isBytes ? parseInteger(value.string) : 0n
}

function nanosecondsOf(value: Value): bigint {
  if (value instanceof Num && value.type === 'int64') return BigInt(value.value)
  return (value.kind === 'text' && !value.isBytes && parseDuration(value.string)) || 0n
}
