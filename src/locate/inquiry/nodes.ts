import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from '../../finding.ts'
import { rangeOf, type TextRange } from '../../parse/node.ts'
import type { TracedPiece } from '../../template/origin.ts'
import type { Role } from './answer.ts'
import type { PrintedDocument } from './printed.ts'

/** Whether a piece of the output hangs on what was asked. */
export type Criterion = (piece: TracedPiece) => Role | undefined

/** A node that hangs on it; `range` is the text that tells where it comes from, in the document. */
export interface FoundNode {
  readonly path: Path
  readonly role: Role
  readonly range: TextRange
  /** From its key to the end of a scalar. */
  readonly at: TextRange
}

/**
 * The nodes of a document that hang on what was asked. What is there or not as a whole is one node. A document without
 * such a piece is not parsed.
 */
export function* nodesWhere(document: PrintedDocument, criterion: Criterion): Generator<FoundNode> {
  const { traced, source } = document
  if (!traced) return
  const start = /^(?:\s*#[^\n]*\n)*\s*/.exec(source.text)?.[0].length ?? 0
  const roleOf = (range: TextRange): Role | undefined => strongest(traced.piecesIn(range).map(criterion))
  const end = source.text.trimEnd().length
  if (!roleOf([start, end]) && !roleOf([end, end])) return
  if (roleOf([start, start + 1]) === 'gated') yield whole(start)
  else yield* new Walk(source.text, roleOf).below(source.located.document.contents, [])
}

const whole = (start: number): FoundNode => {
  const range: TextRange = [start, start + 1]
  return { path: [], role: 'gated', range, at: range }
}

const STRENGTH: readonly Role[] = ['made', 'used', 'gated']

const strongest = (roles: readonly (Role | undefined)[]): Role | undefined =>
  STRENGTH.find(role => roles.includes(role))

class Walk {
  readonly #text: string
  readonly #roleOf: (range: TextRange) => Role | undefined

  constructor(text: string, roleOf: (range: TextRange) => Role | undefined) {
    this.#text = text
    this.#roleOf = roleOf
  }

  *below(node: unknown, path: Path): Generator<FoundNode> {
    if (isMap(node))
      for (const { key, value } of node.items) {
        const range = rangeOf(key)
        if (range) yield* this.#entry(range, value, [...path, isScalar(key) ? String(key.value ?? '') : ''])
      }
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) yield* this.#item(item, [...path, i])
  }

  *#entry(key: TextRange, value: unknown, path: Path): Generator<FoundNode> {
    const ofKey = this.#roleOf(key)
    const range = isCollection(value) && value.items.length > 0 ? undefined : this.#scalarRange(value, key)
    const ofValue = range && this.#roleOf(range)
    const role = strongest([ofKey, ofValue])
    if (role) yield { path, role, range: range && ofValue === role ? range : key, at: [key[0], range?.[1] ?? key[1]] }
    if (ofKey !== 'gated') yield* this.below(value, path)
  }

  *#item(item: unknown, path: Path): Generator<FoundNode> {
    const [start, end] = rangeOf(item) ?? [0, 0]
    const isWhole = !isCollection(item) || item.items.length === 0
    const range: TextRange = isWhole ? [start, end] : [start, start + 1]
    const role = this.#roleOf(range)
    // The first character of a collection is its first entry's, unless it is there or not as a whole.
    if (role && (isWhole || role === 'gated')) yield { path, role, range, at: range }
    if (!isWhole && role !== 'gated') yield* this.below(item, path)
  }

  /** What printed nothing stands at the end of its key's line. */
  #scalarRange(value: unknown, [, keyEnd]: TextRange): TextRange {
    const range = isAlias(value) ? undefined : rangeOf(value)
    if (range && range[1] > range[0]) return range
    const lineEnd = this.#text.indexOf('\n', keyEnd)
    const end = lineEnd < 0 ? this.#text.length : lineEnd
    return [end, end]
  }
}
