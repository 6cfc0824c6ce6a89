import type { Path } from '../../finding.ts'
import type { TracedPiece } from '../../template/origin.ts'
import { type Datum, type Dependencies, flatten, pathOf } from '../../template/value/provenance.ts'
import type { Condition, Site, TemplateSource } from '../../template/value/site.ts'
import { keysOfGlobal } from '../global-keys.ts'
import type { Criterion } from './nodes.ts'

/** Whether a text, as helm names its template, is the file that was asked for. */
export type IsAsked = (template: string) => boolean

/** Pieces whose text or action is in a line of a template, that were called from it, or that it decides about. */
export function fromLine(isAsked: IsAsked, line: number): Criterion {
  const known = new WeakMap<Condition, boolean>()
  const isHere = (source: TemplateSource, offset: number): boolean =>
    !source.given && isAsked(source.name) && covers(source, offset, line)
  const isGate = (condition: Condition | undefined): boolean =>
    someUp(condition, known, ({ source, offset }) => isHere(source, offset))
  return piece => {
    const { site } = piece.segment
    if (!site) return undefined
    if (isWritten(piece, site, isAsked, line)) return 'made'
    for (let frame = site.frame; frame; frame = frame.parent) if (isHere(frame.source, frame.offset)) return 'made'
    return isGate(site.condition) ? 'gated' : undefined
  }
}

function isWritten({ segment, from, to }: TracedPiece, site: Site, isAsked: IsAsked, line: number): boolean {
  const { source, offset, kind } = site
  if (source.given || !isAsked(source.name) || isUntakenBranch(site)) return false
  if (kind === 'action') return covers(source, offset, line)
  const first = source.lineOf(offset) + segment.linesBefore + lineBreaks(segment.text, 0, from)
  // A line break is the end of its line.
  return first <= line && line <= first + lineBreaks(segment.text, from, to - 1)
}

/** A branch that was not taken leaves a piece without text in its place. */
const isUntakenBranch = ({ source, offset, condition }: Site): boolean =>
  condition?.source === source && condition.offset === offset && !condition.isTrue

/** Whether an action that begins at an offset has a part of a line. */
function covers(source: TemplateSource, offset: number, line: number): boolean {
  const end = source.text.indexOf('}}', offset)
  return source.lineOf(offset) <= line && line <= source.lineOf(end < 0 ? offset : end)
}

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}

/** Pieces that a key of the values, or one below it, is, or that were computed with it, or that it decides about. */
export function fromKey(key: Path): Criterion {
  const isOf = belowKey(key)
  const knownSets = new WeakMap<Dependencies, boolean>()
  const uses = (depends: Dependencies | undefined): boolean => {
    if (!depends) return false
    const known = knownSets.get(depends)
    if (known !== undefined) return known
    const found = flatten(depends).values().some(isOf)
    knownSets.set(depends, found)
    return found
  }
  const knownConditions = new WeakMap<Condition, boolean>()
  return ({ segment: { provenance, site } }) => {
    if (provenance?.alias && isOf(provenance.alias)) return 'made'
    if (uses(provenance?.depends)) return 'used'
    return someUp(site?.condition, knownConditions, ({ depends }) => uses(depends)) ? 'gated' : undefined
  }
}

/**
 * The same for each template: `db.global.zone` is what the charts in `db` know as `global.zone`, and nothing to others.
 * @returns the criterion for what a template prints, by helm's name of it
 */
export function fromKeyIn(key: Path): (template: string) => Criterion {
  const known = new Map<string, Criterion>()
  return template => {
    const [shared = key] = keysOfGlobal(key, template)
    const name = JSON.stringify(shared)
    const criterion = known.get(name) ?? fromKey(shared)
    known.set(name, criterion)
    return criterion
  }
}

function belowKey(key: Path): (datum: Datum) => boolean {
  const known = new WeakMap<Datum, boolean>()
  return datum => {
    const before = known.get(datum)
    if (before !== undefined) return before
    const path = datum.source === 'values' ? pathOf(datum) : []
    const found = path.length >= key.length && key.every((step, i) => String(step) === String(path[i]))
    known.set(datum, found)
    return found
  }
}

/** Whether a test holds for a condition or one around it. */
function someUp(
  condition: Condition | undefined,
  known: WeakMap<Condition, boolean>,
  test: (condition: Condition) => boolean,
): boolean {
  const passed: Condition[] = []
  let found = false
  for (let at = condition; at && !found; at = at.parent) {
    const before = known.get(at)
    passed.push(at)
    found = before ?? test(at)
    if (before !== undefined) break
  }
  // Those below one that holds, hold too; those above were not all looked at.
  for (const at of passed) known.set(at, found)
  return found
}
