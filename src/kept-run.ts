import { performance } from 'node:perf_hooks'
import { findRepository } from './io/git.ts'
import { isCommit } from './io/git-fetch.ts'
import { findHelm, programDigest } from './io/helm-binary.ts'
import type { KeptEntries } from './io/kept-entries.ts'
import { isUnchanged, Journal, journaled, type Sight } from './io/observed.ts'
import { ownDigest } from './io/own-program.ts'
import { nameFor, seal, unseal } from './io/seal.ts'
import type { Assessment } from './report/report.ts'
import type { RunOptions } from './run.ts'

type Assess = (options: RunOptions) => Promise<Assessment>

/** What is kept of a run: what it said, and all that it looked at in the file system. */
interface KeptRun {
  readonly sights: readonly Sight[]
  readonly assessment: Assessment
}

/**
 * What an earlier run with the same options said, where everything that it looked at is as it was; else what a new run says,
 * which is kept unless something could not be checked.
 * @param load the pipeline, which is not even loaded where nothing has to be done.
 * @param needsGraphs a kept run has none, so that it is run, with kept renders.
 */
export async function assessKept(
  options: RunOptions,
  load: () => Promise<Assess>,
  needsGraphs: boolean,
): Promise<Assessment> {
  const { cache } = options
  const subject = cache && !needsGraphs ? await subjectOf(options) : undefined
  if (!cache || !subject) return (await load())(options)
  const start = performance.now()
  const known = await keptRun(cache, subject.source)
  if (known) return asKept(known, Math.round(performance.now() - start))
  const assess = await load()
  const journal = new Journal()
  const assessment = await journaled(journal, () => assess(options))
  if (isKeepable(assessment, journal, subject.commit)) {
    const kept: KeptRun = { sights: journal.sights, assessment }
    await cache.write(nameFor(subject.source), seal(subject.source, JSON.stringify(kept)))
  }
  await cache.prune()
  return assessment
}

/** Only what is whole, and of what is still there as it was when the run began to look. */
const isKeepable = ({ conclusion, failures, base }: Assessment, journal: Journal, commit: string | null): boolean =>
  conclusion !== 'incomplete' &&
  failures.length === 0 &&
  (base?.commit ?? null) === commit &&
  journal.refusal === undefined &&
  isUnchanged(journal.sights)

const asKept = (assessment: Assessment, milliseconds: number): Assessment => ({
  ...assessment,
  timings: { cache: milliseconds },
  fromCache: { releases: assessment.releases.length, isWhole: true },
})

async function keptRun(cache: KeptEntries, source: string): Promise<Assessment | undefined> {
  const sealed = await cache.read(nameFor(source))
  const text = sealed && unseal(source, sealed)
  if (text === undefined) return undefined
  // Whoever could seal it knew all options, so that it is of this version of this program.
  const { sights, assessment } = JSON.parse(text) as KeptRun
  return isUnchanged(sights) ? assessment : undefined
}

interface Subject {
  /** Everything that decides the result and is no file that the run looks at. */
  readonly source: string
  /** What it is compared with. */
  readonly commit: string | null
}

/** Undefined where that cannot be said. */
async function subjectOf(options: RunOptions): Promise<Subject | undefined> {
  const { cache: _, renders, onProgress: __, archive, jobs: ___, timeoutMs: ____, loadedConfig, ...deciding } = options
  if (renders || loadedConfig || options.release?.overlays) return undefined
  const helm = await helmOf(options)
  const base = options.base === undefined ? { commit: null } : await baseOf(options.base, options.root)
  if (helm === undefined || base === undefined) return undefined
  const machine = [process.version, process.platform, process.arch, process.env.PATH, archive !== undefined]
  return {
    commit: base.commit,
    source: JSON.stringify(['run 1', await ownDigest(), helm, base, machine, deciding], withFunctions),
  }
}

/** What a function does is decided by the program, that it is there by the caller. */
const withFunctions = (_: string, value: unknown): unknown => (typeof value === 'function' ? 'a function' : value)

/** A version to download has a digest that this program knows. */
async function helmOf({ helm, helmVersion }: RunOptions): Promise<string | undefined> {
  if (helmVersion !== undefined) return `version ${helmVersion}`
  const path = await findHelm(helm)
  const digest = await programDigest(path)
  return digest && `${path} ${digest}`
}

/** A commit says all that is in it; where a ref leads may have changed. */
async function baseOf(ref: string, root: string) {
  const clone = await findRepository(root).catch(() => undefined)
  const commit = (await clone?.commitOf(ref)) ?? (isCommit(ref) ? ref : undefined)
  return commit === undefined ? undefined : { commit, prefix: clone?.prefix ?? null }
}
