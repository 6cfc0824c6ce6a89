import { Untraced } from '../errors.ts'

const LETTER = /^\p{L}$/u
const DIGIT = /^\p{Nd}$/u
const isLetter = (code: number): boolean =>
  code < 0x80 ? (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a : LETTER.test(String.fromCodePoint(code))
const isDigit = (code: number): boolean =>
  code < 0x80 ? code >= 0x30 && code <= 0x39 : DIGIT.test(String.fromCodePoint(code))

/** Above this many keys nobody looks whether the order is one. */
const MOST_PROVEN = 300

/**
 * Keys in the order in which go-yaml prints them: numbers inside by their value (`a9` before `a10`), letters last; but in v3
 * (`lettersEndNumbers`) a letter comes before what is none when it stands behind a digit.
 * @throws Untraced where that order runs in circles, since Go's result is random there.
 */
export function sortKeys(keys: readonly string[], lettersEndNumbers: boolean): string[] {
  const codes = new Map(keys.map(key => [key, Array.from(key, character => character.codePointAt(0) ?? 0)]))
  const compare = (a: string, b: string): number =>
    compareKeys(codes.get(a) ?? [], codes.get(b) ?? [], lettersEndNumbers)
  const sorted = [...keys].sort(compare)
  if (keys.length > 2 && keys.length <= MOST_PROVEN && keys.some(key => /\P{L}/u.test(key))) {
    for (const [i, key] of sorted.entries())
      for (let j = i + 2; j < sorted.length; j++)
        if (compare(key, sorted[j] ?? '') > 0) throw new Untraced('keys that have no order')
  }
  return sorted
}

function compareKeys(a: readonly number[], b: readonly number[], lettersEndNumbers: boolean): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const left = a[i] ?? 0
    const right = b[i] ?? 0
    if (left === right) continue
    const isLetterLeft = isLetter(left)
    const isLetterRight = isLetter(right)
    if (isLetterLeft && isLetterRight) return left - right
    if (isLetterLeft || isLetterRight) {
      const isFirst = lettersEndNumbers && i > 0 && isDigit(a[i - 1] ?? 0) ? isLetterLeft : isLetterRight
      return isFirst ? -1 : 1
    }
    return compareNumbers(a, b, i) || left - right
  }
  return a.length - b.length
}

/** The numbers that start at an index; they count from 1 when they go on another one, so that zeros there count. */
function compareNumbers(a: readonly number[], b: readonly number[], at: number): number {
  let start = 0
  if (a[at] === 0x30 || b[at] === 0x30) {
    for (let j = at - 1; j >= 0 && isDigit(a[j] ?? 0); j--) {
      if (a[j] === 0x30) continue
      start = 1
      break
    }
  }
  const [left, leftEnd] = numberAt(a, at, start)
  const [right, rightEnd] = numberAt(b, at, start)
  if (left !== right) return left < right ? -1 : 1
  return leftEnd - rightEnd
}

function numberAt(codes: readonly number[], at: number, start: number): [value: bigint, end: number] {
  let value = BigInt(start)
  let end = at
  for (; isDigit(codes[end] ?? 0); end++) value = BigInt.asIntN(64, value * 10n + BigInt((codes[end] ?? 0) - 0x30))
  return [value, end]
}
