import { compileGoRegexp } from './go-regexp.ts'

/** On which sides of a match more text may stand, though the expression does not say so. */
export interface LooseEnds {
  readonly before: boolean
  readonly after: boolean
}

/**
 * Where a regular expression for names lacks an anchor. A side is settled when each alternative has its anchor there,
 * or says itself that anything may follow (`team-.*`, `^team-`). In `^a|b$` an anchor holds for its own half only.
 */
export const looseEnds = (pattern: string): LooseEnds => ({
  before: !isSettled(pattern, 'start'),
  after: !isSettled(pattern, 'end'),
})

type Side = 'start' | 'end'

/** A letter, an escape, a class or a whole group, and how often it may come. */
interface Atom {
  readonly text: string
  readonly repeated: string
}

const ANCHORS: Readonly<Record<Side, readonly string[]>> = { start: ['^', '\\A'], end: ['$', '\\z'] }

function isSettled(pattern: string, side: Side): boolean {
  return alternatives(pattern).every(atoms => {
    const edge = side === 'start' ? atoms[0] : atoms.at(-1)
    if (!edge) return false
    if (edge.repeated !== '') return /^[*+]/.test(edge.repeated) && takesAnyLetter(edge.text)
    if (edge.text === '-' || ANCHORS[side].includes(edge.text)) return true
    const [, inner] = GROUP.exec(edge.text) ?? []
    return inner !== undefined && isSettled(inner, side)
  })
}

const GROUP = /^\((?:\?(?:P?<\w+>|[imsU-]*:))?(.*)\)$/s

/** What names of namespaces are made of. */
const LETTERS = ['a', 'z', '0', '9', '-']

function takesAnyLetter(atom: string): boolean {
  const regexp = compileGoRegexp(atom)
  return regexp !== undefined && LETTERS.every(letter => regexp.matchesAll(letter))
}

/** `(?i)` and the like match nothing. */
const FLAGS = /^\(\?[imsU-]+\)$/

function alternatives(pattern: string): Atom[][] {
  const found: Atom[][] = [[]]
  for (const atom of atomsOf(pattern))
    if (atom.text === '|') found.push([])
    else if (!FLAGS.test(atom.text)) found.at(-1)?.push(atom)
  return found
}

const REPEATED = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y
/** An escape, a class (a bracket may come first in it) or any other character; groups are put together by hand. */
const PIECE = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]|[\s\S]/y

function* atomsOf(pattern: string): Generator<Atom> {
  let at = 0
  while (at < pattern.length) {
    const end = endOfAtom(pattern, at)
    const repeated = matchAt(REPEATED, pattern, end)
    yield { text: pattern.slice(at, end), repeated }
    at = end + repeated.length
  }
}

function endOfAtom(pattern: string, start: number): number {
  let [at, depth] = [start, 0]
  do {
    const piece = matchAt(PIECE, pattern, at)
    if (piece === '(') depth++
    if (piece === ')') depth--
    at += piece.length
  } while (depth > 0 && at < pattern.length)
  return at
}

function matchAt(regexp: RegExp, text: string, at: number): string {
  regexp.lastIndex = at
  return regexp.exec(text)?.[0] ?? ''
}
