import { Untraced } from '../errors.ts'
import type { Budget } from '../execute/budget.ts'
import { isAscii } from '../value/bytes.ts'
import { printValue, STEPS_OF_ITEM } from '../value/print.ts'
import { concat, concatAll, cut, mapPieces, replaceWhole } from '../value/text.ts'
import { type Dict, Num, type Opaque, sortedKeys, Text, type Value } from '../value/value.ts'
import { type Directive, PLAIN, pad, paddingOf } from './directive.ts'
import { formatNumber } from './format-number.ts'
import { goTypeOf } from './function.ts'
import { escapeGo } from './go-quote.ts'
import { readable } from './stringify.ts'

/**
 * An argument as Go's fmt writes it under a directive; the wrong verb gives Go's `%!d(string=a)`.
 * @throws Untraced for what is rare: `%p`, `%#v`, verbs on Go structs
 */
export function formatArgument(value: Value, directive: Directive, budget: Budget): Text {
  if (directive.verb === 'T') return new Text(pad(typeName(value, directive), directive), value.provenance)
  if (directive.verb === 'p') throw new Untraced('%p prints an address')
  if (value.kind !== 'nil') return format(value, directive, budget)
  const shown = directive.verb === 'v' ? pad('<nil>', directive) : `%!${directive.verb}(<nil>)`
  return new Text(shown, value.provenance)
}

const typeName = (value: Value, { precision }: Directive): string =>
  value.kind === 'nil' ? '<nil>' : goTypeOf(value).slice(0, precision)

/** As `formatArgument`, also for what is inside lists and maps, where nil is `<nil>` under every verb. */
function format(value: Value, directive: Directive, budget: Budget): Text {
  budget.step(STEPS_OF_ITEM)
  if (directive === PLAIN) return readable(printValue(value, budget))
  switch (value.kind) {
    case 'nil':
      return new Text('<nil>', value.provenance)
    case 'bool':
      if (directive.verb !== 'v' && directive.verb !== 't') return wrongVerb(value, directive, budget)
      return new Text(pad(String(value.value), directive), value.provenance)
    case 'number': {
      const written = formatNumber(value, directive)
      return written === undefined ? wrongVerb(value, directive, budget) : new Text(written, value.provenance)
    }
    case 'text':
      return formatText(value, directive, budget)
    case 'list':
    case 'dict':
      return budget.deeper(() => formatInside(value, directive, budget))
    case 'opaque':
      return formatOpaque(value, directive, budget)
  }
}

function formatInside(
  value: Exclude<Value, { kind: 'nil' | 'bool' | 'number' | 'text' | 'opaque' }>,
  directive: Directive,
  budget: Budget,
): Text {
  if (directive.sharp && directive.verb === 'v') throw new Untraced('%#v of a list or map')
  const items =
    value.kind === 'list'
      ? value.items.map(item => [format(item, directive, budget)])
      : formatEntries(value, directive, budget)
  const begin = new Text(value.kind === 'list' ? '[' : 'map[', value.provenance)
  return concatAll([begin, ...items.flatMap((item, i) => (i === 0 ? item : [' ', ...item])), ']'])
}

const formatEntries = (dict: Dict, directive: Directive, budget: Budget): (Text | string)[][] =>
  sortedKeys(dict).map(key => {
    const value = dict.entries.get(key)
    const name = format(new Text(key, dict.provenance), directive, budget)
    return [name, ':', ...(value ? [format(value, directive, budget)] : [])]
  })

/** helm 3 has a string for a number of the values. */
const isJsonNumber = ({ goType }: Opaque): boolean => goType === 'json.Number'

function formatOpaque(value: Opaque, directive: Directive, budget: Budget): Text {
  const { verb, width, precision, plus, sharp } = directive
  if (isJsonNumber(value)) {
    const text = new Text(value.printed, value.provenance)
    if (/^[vsqxX]$/.test(verb)) return formatText(text, directive, budget)
    return withWrongVerb(formatText(text, { ...directive, verb: 'v' }, budget), directive, value)
  }
  if ((verb !== 'v' && verb !== 's') || width !== undefined || precision !== undefined || plus || sharp)
    throw new Untraced(`%${verb} of a ${value.goType}`)
  return new Text(value.printed, value.provenance)
}

function formatText(value: Text, directive: Directive, budget: Budget): Text {
  const { verb } = directive
  if (value.isBytes && !/^[sqxX]$/.test(verb)) {
    const bytes = value.bytes ?? Buffer.from(value.string)
    const numbers = [...bytes].map(byte => new Num(byte, 'uint8', value.provenance))
    return concatAll([
      '[',
      ...numbers.flatMap((number, i) => [i === 0 ? '' : ' ', format(number, directive, budget)]),
      ']',
    ])
  }
  const given = readable(value)
  if (verb === 's' || (verb === 'v' && !directive.sharp)) return padText(limited(given, directive), directive)
  if (verb === 'q' || verb === 'v') return quoted(limited(given, directive), directive)
  if (verb === 'x' || verb === 'X') return hexadecimal(given, directive)
  return wrongVerb(value, directive, budget)
}

/** The precision counts characters. */
function limited(given: Text, { precision }: Directive): Text {
  if (precision === undefined || precision >= given.string.length) return given
  if (isAscii(given.string)) return cut(given, 0, precision)
  return cut(given, 0, [...given.string].slice(0, precision).join('').length)
}

function padText(given: Text, directive: Directive): Text {
  if (directive.width === undefined) return given
  const { left, right } = paddingOf([...given.string].length, directive)
  return concat(left, given, right)
}

function quoted(given: Text, directive: Directive): Text {
  if (directive.sharp) throw new Untraced('%#q or %#v of a text')
  const sign = new Text('"').depending(given.depends)
  return padText(
    concat(
      sign,
      mapPieces(given, piece => escapeGo(piece, '"', directive.plus)),
      sign,
    ),
    directive,
  )
}

function hexadecimal(given: Text, directive: Directive): Text {
  if (directive.sharp || directive.space || directive.precision !== undefined) throw new Untraced('%x with flags')
  const digits = Buffer.from(given.string).toString('hex')
  return padText(replaceWhole(given, directive.verb === 'X' ? digits.toUpperCase() : digits), directive)
}

const wrongVerb = (value: Value, directive: Directive, budget: Budget): Text =>
  withWrongVerb(format(value, { ...directive, verb: 'v' }, budget), directive, value)

const withWrongVerb = (shown: Text, { verb }: Directive, value: Value): Text =>
  concat(`%!${verb}(${goTypeOf(value)}=`, shown, ')')

/** What Go appends for arguments without a verb. */
export function formatExtra(values: readonly Value[], budget: Budget): Text {
  const shown = values.flatMap((value, i) => [
    i === 0 ? '' : ', ',
    value.kind === 'nil' ? '' : `${goTypeOf(value)}=`,
    format(value, PLAIN, budget),
  ])
  return concatAll(['%!(EXTRA ', ...shown, ')'])
}
