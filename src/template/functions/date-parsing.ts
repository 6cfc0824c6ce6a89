import { Untraced } from '../errors.ts'
import { LOCAL, MONTHS, type Moment, partsOf, UTC, WEEKDAYS, type Zone } from './date-layout.ts'

/** What was read so far; what is missing stays undefined. */
interface Reading {
  year: number
  month: number | undefined
  day: number | undefined
  dayOfYear: number | undefined
  hour: number
  minute: number
  second: number
  nanoseconds: number
  half: 'am' | 'pm' | undefined
  zone: Zone
}

/** A text that does not fit its layout. */
class Mismatch extends Error {}

/**
 * Reads a moment by a layout; without a zone in it, it is one on the clock of the machine.
 * @returns undefined where Go would not take it
 * @throws Untraced for zones by name but UTC
 */
export function parseMoment(layout: string, text: string): Moment | undefined {
  try {
    return momentOf(read(layout, text))
  } catch (error) {
    if (error instanceof Mismatch) return undefined
    throw error
  }
}

function read(layout: string, text: string): Reading {
  const found: Reading = {
    ...{ year: 0, month: undefined, day: undefined, dayOfYear: undefined, hour: 0, minute: 0, second: 0 },
    ...{ nanoseconds: 0, half: undefined, zone: LOCAL },
  }
  const parts = partsOf(layout)
  let rest = text
  for (const [i, { before, element }] of parts.entries()) {
    rest = without(rest, before)
    if (element === undefined) break
    rest = readElement(element, rest, found)
    const hasFraction = /^[.,]/.test(parts[i + 1]?.element ?? '')
    if (/^0?5$/.test(element) && !hasFraction) rest = readFraction(rest, found)
  }
  if (rest !== '') throw new Mismatch()
  return found
}

/** Takes literal text off; a run of spaces fits any other, or none at the end. */
function without(text: string, literal: string): string {
  let rest = text
  let expected = literal
  while (expected !== '') {
    if (expected.startsWith(' ')) {
      if (rest !== '' && !rest.startsWith(' ')) throw new Mismatch()
      expected = expected.replace(/^ +/, '')
      rest = rest.replace(/^ +/, '')
      continue
    }
    if (rest === '' || rest[0] !== expected[0]) throw new Mismatch()
    expected = expected.slice(1)
    rest = rest.slice(1)
  }
  return rest
}

/** Takes what an element stands for off the text. @returns the rest */
function readElement(element: string, text: string, found: Reading): string {
  const take = (pattern: RegExp): string => {
    const match = pattern.exec(text)
    if (!match) throw new Mismatch()
    taken = match[0]
    return taken
  }
  let taken = ''
  const number = (pattern: RegExp, low: number, high: number): number => {
    const value = Number(take(pattern))
    if (value < low || value > high) throw new Mismatch()
    return value
  }
  const loose = /^\d\d?/
  switch (element) {
    case '2006':
      found.year = number(/^\d{4}/, 0, 9999)
      break
    case '06':
      found.year = number(/^(?:\d|[+-](?=\d))\d/, -9, 99)
      found.year += found.year >= 69 ? 1900 : 2000
      break
    case 'January':
    case 'Jan':
      found.month = named(MONTHS, element === 'Jan', take)
      break
    case 'Monday':
    case 'Mon':
      named(WEEKDAYS, element === 'Mon', take)
      break
    case '01':
      found.month = number(/^\d\d/, 1, 12) - 1
      break
    case '1':
      found.month = number(loose, 1, 12) - 1
      break
    case '02':
      found.day = number(/^\d\d/, 0, 99)
      break
    case '2':
      found.day = number(loose, 0, 99)
      break
    case '_2':
      found.day = number(/^ ?\d\d?/, 0, 99)
      break
    case '002':
      found.dayOfYear = number(/^\d{3}/, 0, 999)
      break
    case '__2':
      found.dayOfYear = number(/^ {0,2}\d{1,3}/, 0, 999)
      break
    case '15':
      found.hour = number(loose, 0, 23)
      break
    case '03':
      found.hour = number(/^\d\d/, 0, 12)
      break
    case '3':
      found.hour = number(loose, 0, 12)
      break
    case '04':
      found.minute = number(/^\d\d/, 0, 59)
      break
    case '4':
      found.minute = number(loose, 0, 59)
      break
    case '05':
      found.second = number(/^\d\d/, 0, 59)
      break
    case '5':
      found.second = number(loose, 0, 59)
      break
    case 'PM':
      found.half = take(/^[AP]M/) === 'PM' ? 'pm' : 'am'
      break
    case 'pm':
      found.half = take(/^[ap]m/) === 'pm' ? 'pm' : 'am'
      break
    default:
      return /^[.,]/.test(element) ? readLayoutFraction(element, text, found) : readZone(element, text, found)
  }
  return text.slice(taken.length)
}

/** The place of a name in a list, whatever its case. */
function named(names: readonly string[], isShort: boolean, take: (pattern: RegExp) => string): number {
  const known = names.map(name => (isShort ? name.slice(0, 3) : name).toLowerCase())
  return known.indexOf(take(new RegExp(`^(?:${known.join('|')})`, 'i')).toLowerCase())
}

/** A fraction behind seconds is taken even where the layout has none. */
function readFraction(text: string, found: Reading): string {
  const [taken] = /^[.,]\d+/.exec(text) ?? []
  if (!taken) return text
  found.nanoseconds = nanosecondsOf(taken)
  return text.slice(taken.length)
}

function readLayoutFraction(element: string, text: string, found: Reading): string {
  if (element[1] === '9') {
    const [taken] = /^[.,]\d{1,9}/.exec(text) ?? []
    if (!taken) return text
    found.nanoseconds = nanosecondsOf(taken)
    return text.slice(taken.length)
  }
  if (element.length > 10) throw new Untraced('a layout has a fraction of more than nine digits')
  const taken = text.slice(0, element.length)
  if (taken.length < element.length || !/^[.,][\d+-]\d*$/.test(taken)) throw new Mismatch()
  found.nanoseconds = nanosecondsOf(taken)
  return text.slice(taken.length)
}

/** Go reads the digits of a fraction as a number, which may have a sign. */
function nanosecondsOf(fraction: string): number {
  if (fraction.length > 10) throw new Untraced('a date has a fraction of more than nine digits')
  const value = Number(fraction.slice(1)) * 10 ** (10 - fraction.length)
  if (!(value >= 0)) throw new Mismatch()
  return Math.abs(value)
}

function readZone(element: string, text: string, found: Reading): string {
  if (element === 'MST') {
    if (!text.startsWith('UTC')) throw new Untraced('a date has a zone by name')
    found.zone = UTC
    return text.slice(3)
  }
  if (element.startsWith('Z') && text.startsWith('Z')) {
    found.zone = UTC
    return text.slice(1)
  }
  const pattern = element.slice(1).replaceAll(/\d\d/g, '(\\d\\d)')
  const match = new RegExp(`^([+-])${pattern}`).exec(text)
  if (!match) throw new Mismatch()
  const [taken, sign, hours = '0', minutes = '0', seconds = '0'] = match
  if (Number(hours) > 24 || Number(minutes) > 60 || Number(seconds) > 60) throw new Mismatch()
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  // An offset that the machine's own zone has is taken for that zone.
  found.zone = offset === 0 ? LOCAL : { name: '', offset: sign === '-' ? -offset : offset, isLocal: false }
  return text.slice(taken.length)
}

function momentOf(found: Reading): Moment {
  const { year, minute, second, nanoseconds, zone, half } = found
  let { hour } = found
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  const date = new Date(0)
  const { month, day } = dayOf(found)
  date.setUTCFullYear(year, month, day)
  if (date.getUTCMonth() !== month || day < 1) throw new Mismatch()
  date.setUTCHours(hour, minute, second)
  return { seconds: date.getTime() / 1000 - zone.offset, nanoseconds, zone }
}

/** The day of the year must fit the month and the day where both are there. */
function dayOf({ year, month, day, dayOfYear }: Reading): { month: number; day: number } {
  if (dayOfYear === undefined) return { month: month ?? 0, day: day ?? 1 }
  const date = new Date(0)
  date.setUTCFullYear(year, 0, dayOfYear)
  const found = { month: date.getUTCMonth(), day: date.getUTCDate() }
  const isOutside = dayOfYear < 1 || date.getUTCFullYear() !== year
  if (isOutside || (month ?? found.month) !== found.month || (day ?? found.day) !== found.day) throw new Mismatch()
  return found
}
