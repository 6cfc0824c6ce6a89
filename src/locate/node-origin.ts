import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { type Reached, rangeOf, reach, type TextRange } from '../parse/node.ts'
import type { Origin } from '../template/origin.ts'
import { type Datum, pathOf } from '../template/value/provenance.ts'
import type { TracedDocument } from './traced-document.ts'

/** Where a node of a rendered manifest comes from. */
export interface NodeOrigin {
  readonly origin: Origin
  /** The datum that the node is, whole: of a list or mapping that `toYaml` printed, the list or mapping itself. */
  readonly datum: Datum | undefined
  /** The rest of the path, which the manifest does not have; what was found is its nearest ancestor. */
  readonly missing: Path
  /** Whether it is a null that nobody wrote: `egress:`. */
  readonly isBlank: boolean
  /** Offsets in the trace of all that the node holds, from its key on; undefined in lines that the trace does not have. */
  readonly extent: TextRange | undefined
}

/** The origin of the node at a path, or of its nearest ancestor that exists. */
export function nodeOrigin(manifest: Manifest, path: Path, document: TracedDocument): NodeOrigin {
  const whole = [...manifest.base, ...path]
  const reached = reach(manifest.source.located, whole)
  const origin = document.originOf(rangeToAsk(reached))
  const found = { origin, missing: whole.slice(reached.steps), extent: extentOf(reached, document) }
  if (isCollection(reached.node)) return { ...found, datum: datumOfCollection(reached.node, document), isBlank: false }
  const value = reached.value && inTrace(document, reached.value)
  if (!value || value[1] > value[0])
    return { ...found, datum: origin.isOneDatum ? origin.aliases[0] : undefined, isBlank: false }
  // It has its key's line, and is made of what printed nothing behind the key.
  const { pieces, aliases } = blankAt(value[0], document)
  return {
    ...found,
    origin: { ...origin, pieces },
    datum: aliases.length === 1 ? aliases[0] : undefined,
    isBlank: true,
  }
}

/** From the end of the key: a branch that was not taken may stand before all that is there. */
function extentOf({ key, value }: Reached, document: TracedDocument): TextRange | undefined {
  if (!value) return undefined
  const start = key ? Math.min(key[1], value[0]) : 0
  return inTrace(document, [start, value[1]])
}

/** The origin of the white space at an offset in the trace, and of what printed nothing there. */
function blankAt(start: number, { traced }: TracedDocument): Origin {
  const length = /\S/.exec(traced.text.slice(start))?.index ?? traced.text.length - start
  return traced.originOf(start, start + length)
}

/** A scalar is asked for itself; a list or mapping, and a null that nobody wrote, stand on their key. */
function rangeToAsk({ key, value, node }: Reached): TextRange {
  if (isScalar(node) && value && value[1] > value[0]) return value
  const [start, end] = key ?? value ?? [0, 1]
  // An item of a list has no key: its first character stands for it.
  return isCollection(node) && value && start === value[0] ? [start, start + 1] : [start, end]
}

function inTrace(document: TracedDocument, [start, end]: TextRange): TextRange | undefined {
  const from = document.toTraced(start)
  const to = document.toTraced(end)
  return from === undefined || to === undefined ? undefined : [from, to]
}

/** How many scalars of a collection are looked at: they agree at once or never. */
const MOST_LEAVES = 200

/** The datum that was printed as this collection: every scalar in it is the datum's own at the same path. */
function datumOfCollection(node: unknown, document: TracedDocument): Datum | undefined {
  let common: Datum | undefined
  let count = 0
  for (const { path, range } of leavesOf(node, [])) {
    if (++count > MOST_LEAVES) break
    const origin = document.originOf(range)
    const [alias] = origin.aliases
    const base = origin.isOneDatum && alias ? ancestorAt(alias, path) : undefined
    if (!base || (common && !isSame(common, base))) return undefined
    common = base
  }
  return common
}

function* leavesOf(node: unknown, path: Path): Generator<{ path: Path; range: TextRange }> {
  if (isMap(node) && node.items.length > 0)
    for (const { key, value } of node.items) yield* leavesOf(value, [...path, isScalar(key) ? String(key.value) : ''])
  else if (isSeq(node) && node.items.length > 0)
    for (const [i, item] of node.items.entries()) yield* leavesOf(item, [...path, i])
  else {
    const range = isAlias(node) ? undefined : rangeOf(node)
    yield { path, range: range ?? [0, 0] }
  }
}

/** The ancestor from which a path leads to a datum. */
function ancestorAt(datum: Datum, path: Path): Datum | undefined {
  let at: Datum | undefined = datum
  for (const step of path.toReversed()) {
    if (at === undefined || String(at.key) !== String(step)) return undefined
    at = at.parent
  }
  return at
}

const isSame = (a: Datum, b: Datum): boolean =>
  a === b || (a.source === b.source && JSON.stringify(pathOf(a)) === JSON.stringify(pathOf(b)))
