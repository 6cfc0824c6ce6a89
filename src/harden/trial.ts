import { join, relative } from 'node:path'
import type { LoadedConfig } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { type Finding, type GeneratorId, reaches } from '../finding.ts'
import { gather } from '../gather.ts'
import { type Artefacts, generateAll } from '../generate/generate.ts'
import type { Choice } from '../generate/generator.ts'
import { GENERATORS } from '../generate/index.ts'
import { makeFolders, removeFolder, writeWhole } from '../io/files.ts'
import { stopwatch } from '../io/stopwatch.ts'
import type { Assessment } from '../report/report.ts'
import type { RunOptions } from '../run.ts'
import { optionsAt } from './copy.ts'
import type { Measure } from './measure.ts'
import { overlayText } from './overlay.ts'
import { type Before, faultIn } from './prove.ts'
import type { Trial } from './search.ts'

/** What measures are tried on. */
export interface Ground {
  /** A copy of the repository. */
  readonly root: string
  /** Of the run on the repository itself. */
  readonly options: RunOptions
  readonly config: LoadedConfig
  readonly before: Before
  readonly choice: Choice
  /** The pipeline, which cannot be imported from here. */
  readonly assess: (options: RunOptions) => Promise<Assessment>
  /** What somebody would type for a generator. */
  readonly commandOf: (id: GeneratorId) => string
}

/** What measures gave together. */
export interface Outcome {
  readonly assessment: Assessment
  readonly artefacts: Artefacts
  /** Findings in what was generated that are less severe than those that it took away. */
  readonly lesser: readonly Finding[]
}

/** A folder of the copy that no repository has. */
const FOLDER = '.eso-hardener-trial'

/** Assesses the copy with the values of measures over all others and their manifests beside it. */
export async function tryMeasures(
  measures: readonly Measure[],
  ground: Ground,
): Promise<Trial<Measure> & { readonly outcome?: Outcome }> {
  const folder = join(ground.root, FOLDER)
  try {
    await removeFolder(folder)
    const { assessment, artefacts } = await outcomeOf(measures, ground, folder)
    const lesser = lesserFindings(measures, assessment, ground.before)
    return { ...judged(measures, assessment, ground.before, lesser), outcome: { assessment, artefacts, lesser } }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { left: new Set(), fault: error.message.replaceAll(ground.root, '.') }
  } finally {
    await removeFolder(folder)
  }
}

async function outcomeOf(
  measures: readonly Measure[],
  ground: Ground,
  folder: string,
): Promise<Omit<Outcome, 'lesser'>> {
  const moved = optionsAt(ground.root, { ...ground.options, loadedConfig: ground.config })
  const release = { ...moved.release, overlays: await writeOverlays(measures, folder) }
  const options = { ...moved, release }
  const config = options.loadedConfig ?? ground.config
  const ids = new Set(measures.flatMap(({ generators }) => generators))
  if (ids.size === 0) return { assessment: await ground.assess(options), artefacts: { files: [], notes: [] } }
  // What is generated depends on what the values make of the operator.
  const { worlds } = await gather(options, config, stopwatch())
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world)
  const wanted = GENERATORS.filter(({ id }) => ids.has(id))
  const artefacts = generateAll(wanted, mains, ground.choice, ground.commandOf)
  const beside = join(folder, 'manifests')
  await makeFolders([beside])
  for (const { path, purpose, text } of artefacts.files)
    if (purpose === 'manifests') await writeWhole(join(beside, path), text)
  const loadedConfig = mains.length > 1 ? claiming(config, mains, relative(config.folder, beside)) : config
  return {
    assessment: await ground.assess({ ...options, loadedConfig, paths: [...options.paths, beside] }),
    artefacts,
  }
}

/** By the releases that they are for. */
async function writeOverlays(measures: readonly Measure[], folder: string): Promise<Map<string, string>> {
  const targets = measures.flatMap(({ values }) => values.map(({ target }) => [target.id, target] as const))
  const overlays = new Map<string, string>()
  for (const [id, target] of new Map(targets)) {
    // Not by a name that is taken for a manifest.
    const file = join(folder, `values-${overlays.size}`)
    await writeWhole(file, overlayText(target, measures, ''))
    overlays.set(id, file)
  }
  return overlays
}

/** Manifests for one of several clusters are in no other. */
function claiming(config: LoadedConfig, worlds: readonly { readonly cluster: string }[], folder: string): LoadedConfig {
  const claims = worlds.map(({ cluster }) => {
    const known = config.clusters?.[cluster]
    return [cluster, { ...known, paths: [...(known?.paths ?? []), join(folder, cluster)] }] as const
  })
  return { ...config, clusters: { ...config.clusters, ...Object.fromEntries(claims) } }
}

/** All findings of a run, whether they count or not. */
export const everyFinding = ({ findings, suppressed }: Assessment): Finding[] => [
  ...findings,
  ...suppressed.map(({ finding }) => finding),
]

/**
 * What generated manifests cannot say as narrowly as a rule wants it, such as a policy that knows no names of hosts: it is
 * better than what was there without them when a finding of theirs is gone that is more severe.
 */
function lesserFindings(measures: readonly Measure[], after: Assessment, before: Before): Finding[] {
  const present = new Set(everyFinding(after).map(({ fingerprint }) => fingerprint))
  const answered = new Set(measures.flatMap(({ answers }) => answers))
  const gone = before.findings.filter(({ rule, fingerprint }) => answered.has(rule) && !present.has(fingerprint))
  return everyFinding(after).filter(
    ({ location, severity }) =>
      location?.file.startsWith(`${FOLDER}/`) === true && gone.some(old => !reaches(severity, old.severity)),
  )
}

function judged(
  measures: readonly Measure[],
  after: Assessment,
  before: Before,
  lesser: readonly Finding[],
): Trial<Measure> {
  const now = everyFinding(after).filter(finding => !lesser.includes(finding))
  const present = new Set(now.map(({ fingerprint }) => fingerprint))
  const gone = new Set(before.findings.flatMap(({ fingerprint, rule }) => (present.has(fingerprint) ? [] : rule)))
  const meant = measures.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint))
  return {
    left: new Set(
      measures.filter(
        ({ findings, answers }) =>
          findings.some(({ fingerprint }) => present.has(fingerprint)) ||
          (answers.length > 0 && !answers.some(rule => gone.has(rule))),
      ),
    ),
    fault: faultIn(now, after, before, new Set(meant)),
  }
}
