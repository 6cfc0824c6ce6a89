import { join, relative } from 'node:path'
import { type LoadedConfig, loadConfig } from '../config/config.ts'
import { UserError } from '../errors.ts'
import type { Finding, GeneratorId, Severity } from '../finding.ts'
import { gather } from '../gather.ts'
import type { WrittenFile } from '../generate/generate.ts'
import type { Choice } from '../generate/generator.ts'
import { GENERATORS } from '../generate/index.ts'
import { copyTree } from '../io/copy-tree.ts'
import { makeFolders, withTemporaryFolder } from '../io/files.ts'
import { stopwatch } from '../io/stopwatch.ts'
import type { Assessment } from '../report/report.ts'
import { RULES } from '../rules/index.ts'
import type { RunOptions } from '../run.ts'
import type { Measure, Refused } from './measure.ts'
import { overlayText } from './overlay.ts'
import { propose } from './propose.ts'
import { COPY, NO_TIME } from './prove.ts'
import { holding, type Trial } from './search.ts'
import { type Target, targetsOf } from './targets.ts'
import { everyFinding, type Ground, type Outcome, tryMeasures } from './trial.ts'

/** What is to be hardened, and how. */
export interface HardenRequest {
  readonly options: RunOptions
  readonly choice: Choice
  /** The pipeline, which cannot be imported from here. */
  readonly assess: (options: RunOptions) => Promise<Assessment>
  /** What somebody would type for a generator; for the values when left out. */
  readonly commandOf: (id?: GeneratorId) => string
  /** A folder of the repository that an earlier run wrote: absolute, and not read. */
  readonly without?: string | undefined
}

/** An install with its values and manifests, and what became of each finding. */
export interface Hardened {
  /** Before anything was tried. */
  readonly assessment: Assessment
  /** The severity below which nobody wants to hear of a finding. */
  readonly least: Severity
  readonly files: readonly (Omit<WrittenFile, 'purpose'> & { readonly purpose: WrittenFile['purpose'] | 'overlay' })[]
  /** What was tried, and holds together. */
  readonly kept: readonly Measure[]
  readonly dropped: readonly { readonly measure: Measure; readonly reason: string }[]
  readonly refused: readonly Refused[]
  /** Fingerprints of findings that are gone. */
  readonly removed: ReadonlySet<string>
  /** Lesser findings in what was generated, which took greater ones away. */
  readonly lesser: readonly Finding[]
  readonly notes: readonly string[]
}

const TRIES = 80
const MOST_MS = 5 * 60_000

/**
 * Finds the values of the operator's chart and the manifests beside it that take findings away, and proves them together
 * on a copy of the repository. @throws UserError for input that cannot be used, or copied.
 */
export async function hardenInstalls(request: HardenRequest): Promise<Hardened> {
  const { assess, commandOf, choice } = request
  const config = await configFor(request)
  const options: RunOptions = {
    ...request.options,
    ...{ minSeverity: 'info', base: undefined, loadedConfig: config, renders: new Map() },
  }
  const assessment = await assess(options)
  const gathered = await gather(options, config, stopwatch())
  const targets = await targetsOf(gathered)
  const { measures, refused } = propose(assessment.findings, targets, GENERATORS, RULES)
  const least = request.options.minSeverity ?? config.minSeverity ?? 'low'
  const nothing = {
    least,
    files: [],
    kept: [],
    dropped: [],
    refused,
    removed: new Set<string>(),
    lesser: [],
    notes: [],
  }
  if (measures.length === 0) return { assessment, ...nothing }
  const { failures, inventory } = assessment
  const { manifests } = gathered
  const before = { findings: everyFinding(assessment), failures, installs: inventory.installs, manifests }
  return withTemporaryFolder(async folder => {
    const root = join(folder, 'tree')
    await makeFolders([root])
    if (!(await copyTree(options.root, root, COPY))) throw new UserError(TOO_LARGE, 'name the part of it that counts')
    const { held, outcome, reasons } = await tried(measures, {
      root,
      options,
      config,
      before,
      choice,
      assess,
      commandOf,
    })
    if (!outcome) return { assessment, ...nothing, dropped: reasons }
    const left = new Set(everyFinding(outcome.assessment).map(({ fingerprint }) => fingerprint))
    return {
      ...{ assessment, least, refused, kept: held, dropped: reasons },
      files: [...overlays(targets, held, commandOf()), ...outcome.artefacts.files],
      removed: new Set(assessment.findings.flatMap(({ fingerprint }) => (left.has(fingerprint) ? [] : fingerprint))),
      lesser: outcome.lesser,
      notes: outcome.artefacts.notes,
    }
  })
}

/** Which measures hold together, with what they gave, and why the others do not. */
async function tried(measures: readonly Measure[], ground: Ground) {
  let outcome: Outcome | undefined
  const attempt = async (some: readonly Measure[]): Promise<Trial<Measure>> => {
    const trial = await tryMeasures(some, ground)
    if (trial.fault === undefined && trial.left.size === 0) outcome = trial.outcome
    return trial
  }
  const mayTry = patience()
  const first = await holding(measures, attempt, mayTry)
  // What failed in one half may hold beside the other half.
  const again = [...first.refused.keys()]
  const second = await holding(again, some => attempt([...first.held, ...some]), mayTry)
  const reasons = [
    ...[...second.refused].map(([measure, reason]) => ({ measure, reason })),
    ...[...first.untried, ...second.untried].map(measure => ({ measure, reason: NO_TIME })),
  ]
  return { held: [...first.held, ...second.held], outcome, reasons }
}

const TOO_LARGE = 'the repository is too large to try anything on a copy of it'

async function configFor({ options, without }: HardenRequest): Promise<LoadedConfig> {
  const config = options.loadedConfig ?? (await loadConfig(options.folder, options.config, options.paths))
  if (without === undefined) return config
  return { ...config, exclude: [...(config.exclude ?? []), relative(config.folder, without)] }
}

/** Whether there may be one more try. */
function patience(): () => boolean {
  const end = performance.now() + MOST_MS
  let tries = 0
  return () => ++tries < TRIES && performance.now() < end
}

/** One values file for each release: of several, each is named for its own. */
function overlays(targets: readonly Target[], kept: readonly Measure[], command: string): Hardened['files'] {
  const ids = new Map(targets.map(target => [target.id, target]))
  const wanted = [...ids.values()].filter(({ id }) =>
    kept.some(({ values }) => values.some(({ target }) => target.id === id)),
  )
  return wanted.map(target => ({
    path: ids.size === 1 ? 'values.hardened.yaml' : `${folderOf(target, wanted)}/values.hardened.yaml`,
    purpose: 'overlay' as const,
    text: overlayText(target, kept, command),
  }))
}

function folderOf({ release: { name, claim } }: Target, all: readonly Target[]): string {
  const namesakes = all.filter(({ release }) => release.name === name)
  return namesakes.length === 1 ? name : `${claim?.join('+') ?? 'shared'}/${name}`
}
