import { printValue } from '../value/print.ts'
import { concat, concatAll, mapPieces, replaceWhole } from '../value/text.ts'
import { Text, type Value } from '../value/value.ts'
import { any, type CallContext, keeping, rest, type TemplateFunction } from './function.ts'
import { escapeGo, refuseRecent } from './go-quote.ts'
import { print } from './printing.ts'
import { readable, readableStringOf, steeredBy } from './stringify.ts'

/** A text between quote signs, with what needs it escaped; its pieces keep their origin. */
function quote(given: Text): Text {
  const inside = mapPieces(given, piece => escapeGo(piece))
  return concat(sign('"', given), inside, sign('"', given))
}

/** The quote sign of a text depends on it: an empty text is in the output by its signs alone. */
const sign = (quoteSign: string, given: Text): Text => new Text(quoteSign).depending(given.depends)

const quotingEach = (each: (value: Value, context: CallContext) => Text): TemplateFunction =>
  keeping([rest(any)], ([values], context) => {
    const present = values.filter(value => value.kind !== 'nil')
    const quoted = concatAll(present.flatMap((value, i) => [i === 0 ? '' : ' ', each(value, context)]))
    context.budget.write(quoted.string.length)
    return steeredBy(quoted, ...values.filter(value => value.kind === 'nil'))
  })

const HTML: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}
const JS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}

const escapeHtml = (string: string): string => string.replace(/[\0"'&<>]/g, sign => HTML[sign] ?? sign)

/** Signs with a meaning in scripts, and all that Go does not print. */
function escapeScript(string: string): string {
  refuseRecent(string)
  return string.replace(
    /[\\'"<>&=]|[^\p{L}\p{M}\p{N}\p{P}\p{S} \x7f]/gu,
    character => JS[character] ?? unicodeEscape(character.codePointAt(0) ?? 0),
  )
}

const unicodeEscape = (codePoint: number): string => `\\u${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/** Go's url.QueryEscape: unlike encodeURIComponent it escapes `!'()*`, and makes a space `+`. */
export const escapeQuery = (string: string): string =>
  encodeURIComponent(string.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Go's own escapers print their arguments as `print` does, and a nil as an action would. */
const escaping = (rewrite: (string: string) => string, isByPiece = true): TemplateFunction =>
  keeping([rest(any)], ([values], context) => {
    const shown = values.map(value => (value.kind === 'nil' ? new Text('<no value>', value.provenance) : value))
    const given = readable(print(shown, context))
    const escaped = isByPiece ? mapPieces(given, rewrite) : replaceWhole(given, rewrite(given.string))
    context.budget.write(escaped.string.length)
    return escaped
  })

/** Functions that put text between quote signs or escape it. */
export const QUOTING: Readonly<Record<string, TemplateFunction>> = {
  quote: quotingEach((value, context) => quote(readableStringOf(value, context))),
  squote: quotingEach((value, { budget }) => {
    const given = readable(printValue(value, budget))
    return concat(sign("'", given), given, sign("'", given))
  }),
  html: escaping(escapeHtml),
  js: escaping(escapeScript),
  urlquery: escaping(escapeQuery),
}
