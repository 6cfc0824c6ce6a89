import { join, relative, resolve } from 'node:path'
import { markNew } from '../compare/compare.ts'
import { SKIPPED } from '../discover/walk.ts'
import { UserError } from '../errors.ts'
import type { Finding, LineEdit } from '../finding.ts'
import { copyTree } from '../io/copy-tree.ts'
import {
  describeSystemError,
  makeFolders,
  readText,
  targetWithin,
  withTemporaryFolder,
  writeWhole,
} from '../io/files.ts'
import { stopwatch } from '../io/stopwatch.ts'
import type { Failure } from '../render/render.ts'
import type { Assessment, InstallSummary } from '../report/report.ts'
import type { RunOptions } from '../run.ts'
import { whatFails } from '../suppress/accept.ts'
import { editFor } from './file-edit.ts'

/** What a run found out before anything was tried. */
export interface Before {
  /** All of them, whether they count or not. */
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
  readonly installs: readonly InstallSummary[]
}

/** The findings with the fixes that proved right, and what the reader should know of those that were not tried. */
export interface Proofs {
  readonly findings: readonly Finding[]
  readonly notes: readonly string[]
}

type Assess = (options: RunOptions) => Promise<Assessment>

/** A finding with an edit of its file. */
interface Attempt {
  readonly finding: Finding
  readonly offer: NonNullable<Finding['offer']>
  readonly file: string
  readonly edit: LineEdit
}

/** What a copy may hold, and how long fixes are tried, beyond the try that is being made. */
const COPY = { files: 50_000, bytes: 512 * 1024 * 1024, without: SKIPPED }
const MOST_TRIES = 20
const MOST_MS = 120_000

/**
 * Tries what the rules of findings offer on a copy of the tree, assessed as the tree was: all of it together and, when
 * that does not hold, one by one. A fix is proven when its finding is gone, no finding came or became worse, nothing
 * fails that did not, and the operator is installed as before. Findings that are not new are left alone.
 * @param assess the pipeline, which cannot be imported from here.
 */
export async function proveFixes(
  findings: readonly Finding[],
  before: Before,
  options: RunOptions,
  assess: Assess,
): Promise<Proofs> {
  const attempts = await attemptsFor(findings, options.root)
  if (attempts.length === 0) return { findings, notes: [] }
  try {
    return await withTemporaryFolder(async folder => {
      const root = join(folder, 'tree')
      await makeFolders([root])
      if (!(await copyTree(options.root, root, COPY))) return { findings, notes: [TOO_MUCH] }
      const there = optionsAt(root, options)
      const attempt = (some: readonly Attempt[]) => withEdits(root, some, () => holds(some, before, there, assess))
      const { proven, untried } = await provenOf(attempts, attempt)
      return { findings: findings.map(finding => withFix(finding, proven)), notes: untried > 0 ? [rest(untried)] : [] }
    })
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { findings, notes: [`no fix was tried: the repository cannot be copied: ${describeSystemError(error)}`] }
  }
}

const TOO_MUCH = 'no fix was tried: the repository is too large to copy'
const rest = (untried: number): string =>
  `${untried} fix${untried === 1 ? ' was' : 'es were'} not tried: the others took all the time there is for that`

/** What the rules offer that can be written into a file of the repository. */
async function attemptsFor(findings: readonly Finding[], root: string): Promise<Attempt[]> {
  const attempts: Attempt[] = []
  for (const finding of findings) {
    const { offer, location, isNew } = finding
    if (!offer || !location || isNew === false) continue
    const text = await textIn(root, location.file)
    const edited = text === undefined ? undefined : editFor(finding, offer, text)
    if (edited && 'edit' in edited) attempts.push({ finding, offer, file: location.file, edit: edited.edit })
  }
  // Within a file the last lines first: then the lines of the others are still where they were.
  return attempts.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : b.edit.startLine - a.edit.startLine))
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

/** Runs `work` while the copy has the edits, and puts it back. */
async function withEdits<T>(root: string, attempts: readonly Attempt[], work: () => Promise<T>): Promise<T> {
  const old = new Map<string, string>()
  try {
    for (const [file, some] of Map.groupBy(attempts, attempt => attempt.file)) {
      const path = join(root, file)
      const text = await readText(path)
      old.set(path, text)
      await writeWhole(
        path,
        some.reduce((now, { finding, offer }) => edited(finding, offer, now), text),
      )
    }
    return await work()
  } finally {
    for (const [path, text] of old) await writeWhole(path, text)
  }
}

/** An edit that cannot be made beside the others leaves its finding, which shows. */
function edited(finding: Finding, offer: Attempt['offer'], text: string): string {
  const result = editFor(finding, offer, text)
  return 'refusal' in result ? text : result.text
}

/** Whether the tree is better by some edits, and in nothing worse. */
async function holds(
  attempts: readonly Attempt[],
  before: Before,
  there: RunOptions,
  assess: Assess,
): Promise<boolean> {
  const after = await assess(there).catch(error => {
    if (error instanceof UserError) return undefined
    throw error
  })
  if (!after) return false
  const now = [...after.findings, ...after.suppressed.map(({ finding }) => finding)]
  const left = new Set(now.map(({ fingerprint }) => fingerprint))
  const failing = new Set(before.failures.map(whatFails))
  return (
    attempts.every(({ finding }) => !left.has(finding.fingerprint)) &&
    markNew(now, before.findings).every(({ isNew }) => !isNew) &&
    after.failures.every(failure => failing.has(whatFails(failure))) &&
    JSON.stringify(after.inventory.installs) === JSON.stringify(before.installs)
  )
}

/** All together, and singly only when they fail together. */
async function provenOf(attempts: readonly Attempt[], attempt: (some: readonly Attempt[]) => Promise<boolean>) {
  const clock = stopwatch()
  const proven = new Map<string, Attempt>()
  const isJoint = await attempt(attempts)
  clock.lap('together')
  if (isJoint) for (const one of attempts) proven.set(one.finding.fingerprint, one)
  if (isJoint || attempts.length === 1) return { proven, untried: 0 }
  let tries = 1
  for (const one of attempts) {
    const spent = Object.values(clock.laps).reduce((sum, ms) => sum + ms, 0)
    if (tries >= MOST_TRIES || spent > MOST_MS) break
    if (await attempt([one])) proven.set(one.finding.fingerprint, one)
    clock.lap(`try ${tries++}`)
  }
  return { proven, untried: attempts.length + 1 - tries }
}

function withFix(finding: Finding, proven: ReadonlyMap<string, Attempt>): Finding {
  const found = proven.get(finding.fingerprint)
  if (!found) return finding
  const { file, edit, offer } = found
  const safety = offer.safety === 'safe' ? { safety: offer.safety } : { safety: offer.safety, question: offer.question }
  return { ...finding, fix: { fingerprint: finding.fingerprint, file, ...edit, ...safety } }
}

/** The same run on the copy, without what nobody reads of it. What is outside the repository stays where it is. */
function optionsAt(root: string, options: RunOptions): RunOptions {
  const moved = (path: string): string => {
    const from = resolve(options.folder, path)
    const inside = relative(options.root, from)
    return inside.startsWith('..') ? from : join(root, inside)
  }
  const { loadedConfig, release } = options
  return {
    ...options,
    ...{ root, folder: moved('.'), paths: options.paths.map(moved) },
    config: options.config && moved(options.config),
    loadedConfig: loadedConfig && { ...loadedConfig, folder: moved(loadedConfig.folder) },
    release: { ...release, values: release?.values?.map(moved) },
    ...{ minSeverity: 'info', isUntraced: true, proveFixes: false, base: undefined, isGuarded: false },
    ...{ baseline: undefined, writeBaseline: undefined, onProgress: undefined },
  }
}

const isSystemError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && !(error instanceof UserError)
