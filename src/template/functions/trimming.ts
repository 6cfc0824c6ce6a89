import { TemplateError } from '../errors.ts'
import { byteLength, offsetOfByte } from '../value/bytes.ts'
import { concat, cut } from '../value/text.ts'
import { Text, type Value } from '../value/value.ts'
import { integer, keeping, type TemplateFunction } from './function.ts'
import { steeredBy, utf8 } from './stringify.ts'

/** What Go's unicode.IsSpace takes for white space; JavaScript's `\s` has U+FEFF and lacks U+0085. */
export const WHITE_SPACE = '\\t\\n\\v\\f\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const SPACE = new RegExp(`[${WHITE_SPACE}]`)

/** Where a text begins and ends without the characters at its ends that are to go. */
function trimmed(string: string, isCut: (character: string) => boolean): [number, number] {
  let start = 0
  while (start < string.length) {
    const character = String.fromCodePoint(string.codePointAt(start) ?? 0)
    if (!isCut(character)) break
    start += character.length
  }
  let end = string.length
  while (end > start) {
    const isPair = end - 2 >= start && /^[\ud800-\udbff][\udc00-\udfff]$/.test(string.slice(end - 2, end))
    if (!isCut(string.slice(end - (isPair ? 2 : 1), end))) break
    end -= isPair ? 2 : 1
  }
  return [start, end]
}

/** `strings.TrimSpace`. */
const trimSpace = (given: Text): Text => cut(given, ...trimmed(given.string, character => SPACE.test(character)))

const trimAll = keeping([utf8, utf8], ([cutset, given]) => {
  const characters = new Set(cutset.string)
  return steeredBy(cut(given, ...trimmed(given.string, character => characters.has(character))), cutset)
})

/** `s[start:end]` of Go, by bytes. @throws TemplateError where Go panics; Untraced for half a character. */
function slice(given: Text, start: number, end: number): Text {
  if (start < 0 || end < start || end > byteLength(given.string)) throw new TemplateError('slice bounds out of range')
  return cut(given, offsetOfByte(given.string, start), offsetOfByte(given.string, end))
}

function truncate(given: Text, count: number): Text {
  const length = byteLength(given.string)
  if (count < 0) return length + count > 0 ? slice(given, length + count, length) : given
  return length > count ? slice(given, 0, count) : given
}

function substring(given: Text, start: number, end: number): Text {
  const length = byteLength(given.string)
  if (start < 0) return slice(given, 0, end)
  return slice(given, start, end < 0 || end > length ? length : end)
}

/** A text shortened to `width` bytes with dots, so that what stands at `offset` is still in it. */
function abbreviate(given: Text, offset: number, width: number): Text {
  const length = byteLength(given.string)
  if (length <= width) return given
  const room = width - 3
  const from = length - Math.min(offset, length) < room ? length - room : Math.min(offset, length)
  if (from <= 4) return concat(slice(given, 0, room), '...')
  if (width < 7) return new Text('')
  if (from + room >= length) return concat('...', slice(given, length - room, length))
  return concat('...', slice(given, from, from + width - 6), '...')
}

const steering = (body: (given: Text, ...counts: number[]) => Value, counts: 1 | 2): TemplateFunction =>
  counts === 1
    ? keeping([integer, utf8], ([a, given]) => steeredBy(body(given, a.value), a))
    : keeping([integer, integer, utf8], ([a, b, given]) => steeredBy(body(given, a.value, b.value), a, b))

/** Functions that take a part of a text. */
export const TRIMMING: Readonly<Record<string, TemplateFunction>> = {
  trim: keeping([utf8], ([given]) => trimSpace(given)),
  trimAll,
  trimall: trimAll,
  trimPrefix: keeping([utf8, utf8], ([prefix, given]) =>
    steeredBy(given.string.startsWith(prefix.string) ? cut(given, prefix.string.length) : given, prefix),
  ),
  trimSuffix: keeping([utf8, utf8], ([suffix, given]) => {
    const end = given.string.length - suffix.string.length
    return steeredBy(given.string.endsWith(suffix.string) ? cut(given, 0, end) : given, suffix)
  }),
  trunc: steering((given, count) => truncate(given, count ?? 0), 1),
  substr: steering((given, start, end) => substring(given, start ?? 0, end ?? 0), 2),
  abbrev: steering((given, width) => ((width ?? 0) < 4 ? given : abbreviate(given, 0, width ?? 0)), 1),
  abbrevboth: steering((given, left, right) => {
    const [offset = 0, width = 0] = [left, right]
    return width < 4 || (offset > 0 && width < 7) ? given : abbreviate(given, offset, width)
  }, 2),
}
