import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../errors.ts'
import type { Finding, GeneratorId, Offer, RefusedFix } from '../finding.ts'
import { readText, targetWithin } from '../io/files.ts'
import { applyChange } from './apply.ts'
import { type FileChange, fileChangesOf, isStart } from './file-change.ts'
import { Refusal } from './refusal.ts'

/** A file that comes in beside the others. */
export interface NewFile {
  /** Relative to the repository, with `/`. */
  readonly file: string
  readonly text: string
}

/** A finding with what would be changed for it. */
export interface Attempt {
  readonly finding: Finding
  readonly offer: Offer
  readonly changes: readonly FileChange[]
  readonly generates: readonly GeneratorId[]
  readonly newFiles: readonly NewFile[]
}

/** What can be tried, and what cannot. */
export interface Attempts {
  /** Those that need no decision first, then in the order of their findings. No two of them are about the same place in different ways. */
  readonly attempts: readonly Attempt[]
  readonly refused: readonly RefusedFix[]
  /** Contradictions, one sentence each. */
  readonly notes: readonly string[]
  /** The files that the changes are about. */
  readonly texts: ReadonlyMap<string, string>
}

/** Makes the files that a generator's word stands for; the same word gives the same files. */
export type MakeFiles = (what: GeneratorId) => readonly NewFile[]

/**
 * What the rules of findings offer as changes of files, without what cannot be written there and what contradicts itself.
 * @param makeFiles undefined where new files are no answer, as in a review.
 */
export async function attemptsFor(
  findings: readonly Finding[],
  root: string,
  makeFiles?: MakeFiles,
): Promise<Attempts> {
  const offered = findings.filter(({ offer, isNew }) => offer && isNew !== false)
  const wanted = offered.slice(0, MOST_ATTEMPTS)
  const texts = await textsOf(wanted, root)
  const refused = offered.slice(MOST_ATTEMPTS).map(({ fingerprint }) => ({ fingerprint, reason: TOO_MANY }))
  const attempts = wanted.flatMap(finding => {
    const attempt = attemptAt(finding, texts, makeFiles)
    if (typeof attempt !== 'string') return attempt
    refused.push({ fingerprint: finding.fingerprint, reason: attempt })
    return []
  })
  const ordered = attempts.toSorted((a, b) => Number(a.offer.safety === 'unsafe') - Number(b.offer.safety === 'unsafe'))
  const conflicts = conflictsIn(ordered)
  return {
    attempts: ordered.filter(({ finding }) => !conflicts.reasons.has(finding.fingerprint)),
    refused: [...refused, ...[...conflicts.reasons].map(([fingerprint, reason]) => ({ fingerprint, reason }))],
    notes: conflicts.notes,
    texts,
  }
}

/** Each costs time for every trial; the most severe findings come first. */
const MOST_ATTEMPTS = 500
const TOO_MANY = `the ${MOST_ATTEMPTS} before it are enough for one run`

/** The files that findings stand in, by their names. */
async function textsOf(findings: readonly Finding[], root: string): Promise<Map<string, string>> {
  const places = findings.flatMap(({ location, places, offer }) => [
    ...[location ?? []].flat(),
    ...places,
    ...(offer?.changes.flatMap(change => (change.kind === 'value' && change.place ? change.place : [])) ?? []),
  ])
  const texts = new Map<string, string>()
  for (const file of new Set(places.map(({ file }) => file))) {
    const text = await textIn(root, file)
    if (text !== undefined) texts.set(file, text)
  }
  return texts
}

/** Undefined for what is not in the repository, or only by a link. */
async function textIn(root: string, file: string): Promise<string | undefined> {
  const path = resolve(root, file)
  if ((await targetWithin(root, path)) !== path) return undefined
  try {
    return await readText(path)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** Or why there is none. */
function attemptAt(finding: Finding, texts: ReadonlyMap<string, string>, makeFiles?: MakeFiles): Attempt | string {
  const { offer } = finding
  if (!offer) return ''
  try {
    const { changes, generates } = fileChangesOf(finding, file => texts.get(file))
    for (const change of changes) {
      const edited = applyChange(texts.get(change.file) ?? '', change)
      if ('refusal' in edited && !(changes.length > 1 && edited.refusal === THERE_ALREADY)) return edited.refusal
    }
    if (generates.length > 0 && !makeFiles) return 'it takes new manifests, which `harden` makes'
    const newFiles = generates.flatMap(what => makeFiles?.(what) ?? [])
    if (generates.length > 0 && newFiles.length === 0) return 'there is nothing to generate for it'
    return { finding, offer, changes, generates, newFiles }
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

const THERE_ALREADY = 'the value is there already'

/** Of fixes that are about one place, which cannot be made: those that contradict each other, and the later of those that overlap. */
function conflictsIn(attempts: readonly Attempt[]): { reasons: Map<string, string>; notes: string[] } {
  const reasons = new Map<string, string>()
  const notes = new Set<string>()
  const entries = attempts.flatMap(attempt => attempt.changes.map(change => ({ attempt, change })))
  for (const group of Map.groupBy(entries, ({ change }) => `${change.document ?? ''} ${change.file}`).values())
    for (const [i, later] of group.entries())
      for (const earlier of group.slice(0, i)) {
        const [a, b] = [earlier.change, later.change]
        const isApart = !isStart(a.path, b.path) && !isStart(b.path, a.path)
        if (isApart || earlier.attempt === later.attempt || isDeepStrictEqual(a, b)) continue
        const [first, second] = [earlier.attempt.finding, later.attempt.finding]
        reasons.set(second.fingerprint, `it does not go together with the fix for ${first.rule}`)
        if (a.path.length !== b.path.length) continue
        reasons.set(first.fingerprint, `it does not go together with the fix for ${second.rule}`)
        notes.add(contradiction(a, first, second))
      }
  return { reasons, notes: [...notes] }
}

const contradiction = ({ file, path }: FileChange, first: Finding, second: Finding): string =>
  `no fix of ${first.rule} and ${second.rule} is offered at ${file} (${path.join('.')}): they want different values there`
