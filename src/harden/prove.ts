import { join } from 'node:path'
import { SKIPPED } from '../discover/walk.ts'
import { UserError } from '../errors.ts'
import type { Finding, RefusedFix, Safety } from '../finding.ts'
import { nameOf } from '../finding.ts'
import { gather } from '../gather.ts'
import { copyTree } from '../io/copy-tree.ts'
import { describeSystemError, makeFolders, withTemporaryFolder } from '../io/files.ts'
import { stopwatch } from '../io/stopwatch.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Failure } from '../render/render.ts'
import type { Assessment, InstallSummary } from '../report/report.ts'
import type { RunOptions } from '../run.ts'
import { whatFails } from '../suppress/accept.ts'
import { editsOf, SECRET } from './apply.ts'
import { type Attempt, type Attempts, attemptsFor, type MakeFiles } from './attempts.ts'
import { changedObjects, contentsOf } from './changed-objects.ts'
import { optionsAt, withChanges } from './copy.ts'
import { freshFindings } from './fresh-findings.ts'
import { holding, type Trial } from './search.ts'

/** What a run found out before anything was tried. */
export interface Before {
  /** All of them, whether they count or not. */
  readonly findings: readonly Finding[]
  /** Fingerprints of what rules said and a narrower finding stands over: without that one it shows, and is not new. */
  readonly covered?: ReadonlySet<string>
  readonly failures: readonly Failure[]
  readonly installs: readonly InstallSummary[]
  readonly manifests: readonly Manifest[]
}

/** The findings with the fixes that proved right, and what the reader should know of the others. */
export interface Proofs {
  readonly findings: readonly Finding[]
  /** Why the others have none, one by one. */
  readonly refused: readonly RefusedFix[]
  readonly notes: readonly string[]
}

type Assess = (options: RunOptions) => Promise<Assessment>

/** What a copy may hold, and how long fixes are tried, beyond the try that is being made. */
export const COPY = { files: 50_000, bytes: 512 * 1024 * 1024, without: SKIPPED }
const MOST_TRIES = 40
const MOST_MS = 120_000
/** How many changed objects are listed for a fix. */
const MOST_CHANGED = 20

/**
 * Tries what the rules of findings offer on a copy of the tree, assessed as the tree was: all of it together and, when
 * that does not hold, in parts. What is proven holds together: the findings are gone, no finding came or became worse,
 * nothing fails that did not, and the operator is installed as before. Findings that are not new are left alone.
 * @param assess the pipeline, which cannot be imported from here.
 * @param makeFiles what generators make for this tree; without it, fixes that need new files are refused.
 */
export async function proveFixes(
  findings: readonly Finding[],
  before: Before,
  options: RunOptions,
  assess: Assess,
  makeFiles?: MakeFiles,
): Promise<Proofs> {
  const given = await attemptsFor(findings, options.root, makeFiles)
  if (given.attempts.length === 0) return { findings, refused: given.refused, notes: given.notes }
  const unproven = (why: string): Proofs => ({
    findings,
    refused: [...given.refused, ...given.attempts.map(({ finding }) => refusal(finding, why))],
    notes: [...given.notes, `no fix was tried: ${why}`],
  })
  try {
    return await withTemporaryFolder(async folder => {
      const root = join(folder, 'tree')
      await makeFolders([root])
      const isWhole = await copyTree(options.root, root, COPY)
      return isWhole ? await proven(given, findings, before, optionsAt(root, options), assess) : unproven(TOO_MUCH)
    })
  } catch (error) {
    if (!isSystemError(error)) throw error
    return unproven(`the repository cannot be copied: ${describeSystemError(error)}`)
  }
}

const TOO_MUCH = 'the repository is too large to copy'
export const NO_TIME = 'the others took all the time there is for trying'
const refusal = ({ fingerprint }: Finding, reason: string): RefusedFix => ({ fingerprint, reason })

async function proven(
  { attempts, refused, notes, texts }: Attempts,
  findings: readonly Finding[],
  before: Before,
  there: RunOptions,
  assess: Assess,
): Promise<Proofs> {
  const clock = budget()
  const attempt = (some: readonly Attempt[]) =>
    withChanges(there.root, texts, some, () => trial(some, before, there, assess))
  const result = await holding(attempts, attempt, clock.mayTry)
  const changed = await changesOf(result.held, texts, before, there, clock.hasTime)
  const fixed = new Map(result.held.map(held => [held.finding, withFix(held, texts, changed.get(held))]))
  return {
    findings: findings.map(finding => fixed.get(finding) ?? finding),
    refused: [
      ...refused,
      ...[...fixed].flatMap(([finding, fix]) => (fix ? [] : refusal(finding, SECRET))),
      ...[...result.refused].map(([{ finding }, reason]) => refusal(finding, reason)),
      ...result.untried.map(({ finding }) => refusal(finding, NO_TIME)),
    ],
    notes: result.untried.length > 0 ? [...notes, untriedNote(result.untried.length)] : notes,
  }
}

const untriedNote = (untried: number): string =>
  `${untried} fix${untried === 1 ? ' was' : 'es were'} not tried: ${NO_TIME}`

/** Counts tries and time. */
function budget() {
  const clock = stopwatch()
  let tries = 0
  const hasTime = (): boolean => {
    clock.lap(`${tries}`)
    return Object.values(clock.laps).reduce((sum, ms) => sum + ms, 0) <= MOST_MS
  }
  return { hasTime, mayTry: () => ++tries < MOST_TRIES && hasTime() }
}

/** Assesses the tree with some changes in it. */
async function trial(
  attempts: readonly Attempt[],
  before: Before,
  there: RunOptions,
  assess: Assess,
): Promise<Trial<Attempt>> {
  const after = await assess(there).catch(error => {
    if (error instanceof UserError) return error.message
    throw error
  })
  if (typeof after === 'string') return { left: new Set(), fault: after }
  const now = [...after.findings, ...after.suppressed.map(({ finding }) => finding)]
  const present = new Set(now.map(({ fingerprint }) => fingerprint))
  return {
    left: new Set(attempts.filter(({ finding }) => present.has(finding.fingerprint))),
    fault: faultIn(now, after, before, new Set(attempts.map(({ finding }) => finding.fingerprint))),
  }
}

/** What is worse than before; undefined when nothing is. @param now all findings after it. @param meant those that it is to take away. */
export function faultIn(
  now: readonly Finding[],
  after: Pick<Assessment, 'failures' | 'inventory'>,
  before: Before,
  meant: ReadonlySet<string>,
): string | undefined {
  const failing = new Set(before.failures.map(whatFails))
  const failure = after.failures.find(found => !failing.has(whatFails(found)))
  if (failure) return `with it something fails: ${failure.message.replace(/\s+/g, ' ')}`
  const [fresh] = freshFindings(now, before.findings, meant).filter(
    ({ fingerprint }) => !before.covered?.has(fingerprint),
  )
  if (fresh) return `with it there is ${fresh.rule}${fresh.object ? ` at ${nameOf(fresh.object)}` : ''}`
  return isInstalledAsBefore(before.installs, after.inventory.installs) ? undefined : GONE
}

const GONE = 'the operator would not be installed as it is'

/** cert-manager may take the place of the cert-controller; nothing else may come or go. */
function isInstalledAsBefore(before: readonly InstallSummary[], after: readonly InstallSummary[]): boolean {
  const essential = (installs: readonly InstallSummary[]) =>
    JSON.stringify(
      installs.map(install => ({
        ...install,
        components: install.components.filter(role => role !== 'cert-controller'),
      })),
    )
  const controllers = (installs: readonly InstallSummary[]) =>
    installs.flatMap(({ components }) => components.filter(role => role === 'cert-controller')).length
  return essential(before) === essential(after) && controllers(after) <= controllers(before)
}

/** Which objects each fix changes by itself. What only edits plain manifests changes what it is about. */
async function changesOf(
  held: readonly Attempt[],
  texts: ReadonlyMap<string, string>,
  before: Before,
  there: RunOptions,
  hasTime: () => boolean,
) {
  const found = new Map<Attempt, ReturnType<typeof changedObjects>>()
  const known = new Map<string, ReturnType<typeof changedObjects>>()
  const old = contentsOf(before.manifests)
  for (const attempt of held) {
    const key = JSON.stringify([attempt.changes, attempt.generates])
    if (!known.has(key) && (!hasTime() || !there.loadedConfig)) continue
    const config = there.loadedConfig
    const changed =
      known.get(key) ??
      (config &&
        (await withChanges(there.root, texts, [attempt], async () =>
          changedObjects(old, contentsOf((await gather(there, config, stopwatch())).manifests)),
        )))
    if (!changed) continue
    known.set(key, changed)
    found.set(attempt, changed)
  }
  return found
}

/** Undefined where its edits together would show what may be a secret. */
function withFix(
  { finding, offer, changes, generates }: Attempt,
  texts: ReadonlyMap<string, string>,
  changed: ReturnType<typeof changedObjects> | undefined,
): Finding | undefined {
  const byFile = [...Map.groupBy(changes, ({ file }) => file)].sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = byFile.map(([file, some]) => editsOf(file, texts.get(file) ?? '', some))
  if (parts.includes(undefined)) return undefined
  const edits = parts.flatMap(part => part ?? [])
  const listed = changed && {
    changed: changed.slice(0, MOST_CHANGED),
    moreChanged: Math.max(0, changed.length - MOST_CHANGED),
  }
  return {
    ...finding,
    fix: { fingerprint: finding.fingerprint, ...safetyOf(offer, changes, changed), edits, generates, ...listed },
  }
}

/** A rule speaks of a field; a value that it is made of may decide more than that. */
function safetyOf(
  offer: Attempt['offer'],
  changes: Attempt['changes'],
  changed: ReturnType<typeof changedObjects> | undefined,
): Safety {
  if (offer.safety === 'unsafe') return { safety: offer.safety, question: offer.question }
  const isByValue =
    offer.changes.some(({ kind }) => kind === 'field') && changes.some(({ document }) => document === undefined)
  return isByValue && changed?.length !== 1 ? { safety: 'unsafe', question: OTHERS } : { safety: 'safe' }
}

const OTHERS = 'May the other objects that this value decides change, too?'

const isSystemError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && !(error instanceof UserError)
