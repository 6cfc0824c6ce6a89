import { Untraced } from '../errors.ts'

/** Where a wall clock stands: seconds east of Greenwich, and what the zone is called, if anything. */
export interface Zone {
  readonly name: string
  readonly offset: number
  /** The zone of the machine that helm runs on, which is not known; taken for UTC. */
  readonly isLocal: boolean
}

export const UTC: Zone = { name: 'UTC', offset: 0, isLocal: false }
export const LOCAL: Zone = { name: 'UTC', offset: 0, isLocal: true }

/** A point in time with the zone that it is shown in. */
export interface Moment {
  /** Whole seconds since 1970, before it negative. */
  readonly seconds: number
  readonly nanoseconds: number
  readonly zone: Zone
}

export const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
export const WEEKDAYS: readonly string[] = [
  ...['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
]

/** The pieces of a layout that stand for something, in Go's order of looking. */
const ELEMENT =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|15|1|2006|2|__2|_2(?!006)|[345]|PM|pm|[-Z]07(?:0000|:00:00|00|:00)?|[.,](?:0+|9+)(?!\d)/

/** A piece of a layout: what stands before an element, and the element; the last one has none. */
export interface LayoutPart {
  readonly before: string
  readonly element: string | undefined
}

/** A layout in Go's manner, which shows how 2006-01-02 15:04:05 -0700 would look. */
export function partsOf(layout: string): LayoutPart[] {
  const parts: LayoutPart[] = []
  let rest = layout
  for (let found = ELEMENT.exec(rest); found; found = ELEMENT.exec(rest)) {
    parts.push({ before: rest.slice(0, found.index), element: found[0] })
    rest = rest.slice(found.index + found[0].length)
  }
  return [...parts, { before: rest, element: undefined }]
}

/** Whether a layout shows the zone. */
export const showsZone = (layout: string): boolean =>
  partsOf(layout).some(({ element }) => element !== undefined && /^(?:MST|[-Z]07)/.test(element))

/** What a calendar and a clock on the wall of a zone show; the month is 0 to 11, the weekday 0 for Sunday. */
export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly weekday: number
  /** 1 on the first of January. */
  readonly dayOfYear: number
}

/** @throws Untraced outside of the years 0 to 9999 */
export function wallOf({ seconds, zone }: Moment): Wall {
  const date = new Date((seconds + zone.offset) * 1000)
  const year = date.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw new Untraced('a date lies outside of the years 0 to 9999')
  const first = new Date(date)
  first.setUTCMonth(0, 1)
  return {
    year,
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    dayOfYear: Math.round((date.getTime() - first.getTime()) / 86_400_000) + 1,
  }
}

/** A moment by a layout. @throws Untraced outside of the years 0 to 9999 */
export function formatMoment(moment: Moment, layout: string): string {
  const wall = wallOf(moment)
  return partsOf(layout)
    .map(({ before, element }) => before + (element === undefined ? '' : shown(element, wall, moment)))
    .join('')
}

const two = (value: number): string => String(value).padStart(2, '0')

function shown(element: string, wall: Wall, { nanoseconds, zone }: Moment): string {
  switch (element) {
    case '2006':
      return String(wall.year).padStart(4, '0')
    case '06':
      return two(wall.year % 100)
    case 'January':
    case 'Jan':
      return (MONTHS[wall.month] ?? '').slice(0, element === 'Jan' ? 3 : undefined)
    case '01':
      return two(wall.month + 1)
    case '1':
      return String(wall.month + 1)
    case 'Monday':
    case 'Mon':
      return (WEEKDAYS[wall.weekday] ?? '').slice(0, element === 'Mon' ? 3 : undefined)
    case '02':
      return two(wall.day)
    case '2':
      return String(wall.day)
    case '_2':
      return String(wall.day).padStart(2)
    case '002':
      return String(wall.dayOfYear).padStart(3, '0')
    case '__2':
      return String(wall.dayOfYear).padStart(3)
    default:
      return shownTime(element, wall) ?? shownZone(element, zone) ?? shownFraction(element, nanoseconds)
  }
}

function shownTime(element: string, { hour, minute, second }: Wall): string | undefined {
  switch (element) {
    case '15':
      return two(hour)
    case '03':
      return two(hour % 12 || 12)
    case '3':
      return String(hour % 12 || 12)
    case '04':
      return two(minute)
    case '4':
      return String(minute)
    case '05':
      return two(second)
    case '5':
      return String(second)
    case 'PM':
      return hour >= 12 ? 'PM' : 'AM'
    case 'pm':
      return hour >= 12 ? 'pm' : 'am'
    default:
      return undefined
  }
}

function shownZone(element: string, { name, offset }: Zone): string | undefined {
  if (element === 'MST') return name === '' ? shownOffset('-0700', offset) : name
  if (!/^[-Z]07/.test(element)) return undefined
  return element.startsWith('Z') && offset === 0 ? 'Z' : shownOffset(element, offset)
}

function shownOffset(element: string, offset: number): string {
  const seconds = Math.abs(offset)
  const colon = element.includes(':') ? ':' : ''
  const fields = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60]
  const count = element.replace(/\D/g, '').length / 2
  return (offset < 0 ? '-' : '+') + fields.slice(0, count).map(two).join(colon)
}

function shownFraction(element: string, nanoseconds: number): string {
  const digits = String(nanoseconds)
    .padStart(9, '0')
    .slice(0, element.length - 1)
  if (element[1] === '0') return element.slice(0, 1) + digits
  const trimmed = digits.replace(/0+$/, '')
  return trimmed === '' ? '' : element.slice(0, 1) + trimmed
}
