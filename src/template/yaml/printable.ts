import { Untraced } from '../errors.ts'
import { bytesOf } from '../value/bytes.ts'
import type { Provenance } from '../value/provenance.ts'
import { replaceWhole, type Text } from '../value/text.ts'
import { isTrue, Num, type Opaque, type Value } from '../value/value.ts'
import { jsonFieldsOf } from './structs.ts'

/** A value as the printers see it: what JSON has, with the provenance of each part. */
export type Printable =
  | { readonly kind: 'text'; readonly text: Text }
  /** A number, true, false or null, as it is printed. */
  | { readonly kind: 'word'; readonly word: string; readonly provenance: Provenance | undefined }
  | { readonly kind: 'list'; readonly items: readonly Printable[]; readonly provenance: Provenance | undefined }
  | {
      readonly kind: 'dict'
      readonly entries: ReadonlyMap<string, Printable>
      readonly provenance: Provenance | undefined
      /** A struct: JSON has its entries in their order, not in that of their names. */
      readonly isOrdered?: true
    }

/** How a printer writes a finite number. */
export type FormatNumber = (number: Num) => string

/** Go fails to encode a value, as it does for an infinite number. */
export class Unencodable extends Error {}

/** Go prints what is deeper, unless a dict holds itself, which is an error there. */
const DEEPEST = 200
/** Lists that hold one list twice, again and again, are short to write. */
const MOST_PARTS = 200_000

/**
 * A value as Go's encoding/json sees it: `[]byte` in base64, nil lists as null.
 * @throws Unencodable where Go fails; Untraced for structs whose JSON is not known here.
 */
export function toPrintable(
  value: Value,
  formatNumber: FormatNumber,
  depth = 0,
  parts = { left: MOST_PARTS },
): Printable {
  if (depth > DEEPEST) throw new Untraced('a value that is nested too deeply')
  if (parts.left-- <= 0) throw new Untraced('a value of too many parts')
  const { provenance } = value
  switch (value.kind) {
    case 'nil':
      return { kind: 'word', word: 'null', provenance }
    case 'bool':
      return { kind: 'word', word: String(value.value), provenance }
    case 'number':
      return { kind: 'word', word: numberOf(value, formatNumber), provenance }
    case 'text':
      return { kind: 'text', text: textOf(value) }
    case 'list':
      if (value.isNil) return { kind: 'word', word: 'null', provenance }
      return {
        kind: 'list',
        items: value.items.map(item => toPrintable(item, formatNumber, depth + 1, parts)),
        provenance,
      }
    case 'dict':
      if (value.isNil) return { kind: 'word', word: 'null', provenance }
      return { kind: 'dict', entries: entriesOf(value.entries, formatNumber, depth, parts), provenance }
    case 'opaque':
      return structOf(value, formatNumber, depth, parts)
  }
}

const entriesOf = (
  entries: ReadonlyMap<string, Value>,
  formatNumber: FormatNumber,
  depth: number,
  parts: { left: number },
): ReadonlyMap<string, Printable> =>
  new Map([...entries].map(([key, entry]) => [key, toPrintable(entry, formatNumber, depth + 1, parts)]))

function numberOf(number: Num, formatNumber: FormatNumber): string {
  if (!Number.isFinite(number.value)) throw new Unencodable('a number that is not finite')
  return formatNumber(number)
}

function textOf(text: Text): Text {
  if (text.isBytes) return replaceWhole(text, Buffer.from(bytesOf(text)).toString('base64'))
  if (text.bytes) throw new Untraced('a string that is not UTF-8 is encoded')
  return text
}

/** Structs that templates meet, and helm 3.18.0's numbers. */
function structOf(value: Opaque, formatNumber: FormatNumber, depth: number, parts: { left: number }): Printable {
  const { goType, inner, provenance } = value
  if (goType === 'json.Number' && typeof inner === 'number') {
    if (!Number.isSafeInteger(inner) && Number.isInteger(inner)) throw new Untraced('a number beyond 2^53')
    return { kind: 'word', word: formatNumber(new Num(inner, 'float64')), provenance }
  }
  const known = jsonFieldsOf(goType)
  if (!known) throw new Untraced(`${goType} is encoded`)
  const fields = known.flatMap(({ name, key, isOptional }) => {
    const field = value.fields.get(name)
    return field && (!isOptional || isTrue(field)) ? [[key, field] as const] : []
  })
  return { kind: 'dict', entries: entriesOf(new Map(fields), formatNumber, depth, parts), provenance, isOrdered: true }
}
