import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { type Datum, flatten, pathOf } from '../template/value/provenance.ts'
import type { Condition } from '../template/value/site.ts'
import { branchesWithKey, keysIn } from './absent.ts'
import { type NodeOrigin, nodeOrigin } from './node-origin.ts'
import type { TracedDocument } from './traced-document.ts'

/** A key of the values that may decide a node. */
export interface Candidate {
  readonly key: Path
  readonly role: 'set-by' | 'gated-by'
  /** Of a key whose text has the node in one of its lines: how many stand before. */
  readonly line?: number | undefined
}

/** Keys that may decide a node in the same way. */
export interface Candidates {
  readonly keys: readonly Candidate[]
  /** What they decide: the node itself, or another of its object. */
  readonly path: Path
}

/** The keys that the node is made of: itself, then its pieces from the last (an image's tag before its repository). */
export function settersOf({ datum, origin, missing }: NodeOrigin, path: Path): Candidates[] {
  const whole = datum ? [pathsOf([datum]).map(key => [...key, ...missing])] : []
  const pieces =
    missing.length > 0
      ? []
      : origin.pieces.map(({ alias, depends }) => pathsOf(alias ? [alias, ...depends] : depends)).reverse()
  const given = origin.given && { ...origin.given, id: idOf(pathOf(origin.given.datum)) }
  const line = (key: Path) => (given && idOf(key) === given.id ? given.linesBefore : undefined)
  return [...whole, ...pieces].map(keys => ({
    keys: setters(keys).map(candidate => ({ ...candidate, line: line(candidate.key) })),
    path,
  }))
}

/**
 * The keys that would make a missing node appear, or fill a blank one, which a branch prints that was not taken: the
 * wanted leaf before what opens the branch.
 */
export function addersOf({ missing, extent, isBlank }: NodeOrigin, path: Path, { traced }: TracedDocument): Candidates {
  const [key, ...below] = missing
  if (isBlank && extent && key === undefined)
    return { keys: setters(traced.untakenIn(...extent).flatMap(condition => keysIn(condition).map(pathOf))), path }
  if (typeof key !== 'string' || !extent) return { keys: [], path }
  const openers = branchesWithKey(traced.untakenIn(...extent), key).flatMap(({ data }) => data.map(pathOf))
  const leaves = below.length > 0 ? openers.map(opener => [...opener, ...below]) : []
  return { keys: [...setters(leaves), ...gates(openers)], path }
}

/**
 * The keys that decide whether a node is there: of conditions around it that are not around the whole object, of those
 * that make the object another one (a Role in place of a ClusterRole), of those around the object, and what switches its
 * chart on.
 */
export function gatesOf(
  { origin, missing }: NodeOrigin,
  path: Path,
  manifest: Manifest,
  document: TracedDocument,
): Candidates[] {
  const there = path.slice(0, path.length - missing.length)
  const kind = nodeOrigin(manifest, ['kind'], document).origin.gates
  const whole = new Set(nodeOrigin(manifest, ['apiVersion'], document).origin.gates)
  const keysOf = (conditions: readonly Condition[]): Candidate[] =>
    gates(conditions.flatMap(({ depends }) => pathsOf([...flatten(depends)])))
  const outer = origin.gates.filter(gate => whole.has(gate))
  return [
    { keys: keysOf(origin.gates.filter(gate => !whole.has(gate) && !kind.includes(gate))), path: there },
    { keys: keysOf(kind.filter(gate => !whole.has(gate))), path: ['kind'] },
    { keys: keysOf(outer.filter(({ isOfChart }) => !isOfChart)), path: there },
    { keys: keysOf(outer.filter(({ isOfChart }) => isOfChart)), path: there },
  ]
}

const setters = (keys: readonly Path[]): Candidate[] => unique(keys).map(key => ({ key, role: 'set-by' }))

const gates = (keys: readonly Path[]): Candidate[] => unique(keys).map(key => ({ key, role: 'gated-by' }))

const pathsOf = (data: readonly Datum[]): Path[] =>
  data.filter(({ source, key }) => source === 'values' && key !== undefined).map(pathOf)

const unique = (keys: readonly Path[]): Path[] => [...new Map(keys.map(key => [idOf(key), key])).values()]

const idOf = (key: Path): string => JSON.stringify(key)
