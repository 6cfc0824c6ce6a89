import { createHash } from 'node:crypto'
import type { Release } from '../discover/discover.ts'
import { mapConcurrently } from '../io/pool.ts'
import type { Capabilities } from '../template/chart/capabilities.ts'
import type { ChartFiles } from '../template/chart/chart.ts'
import { TOOL } from '../tool.ts'
import { ChartReader } from './chart-files.ts'
import { type TracedChart, tracedChartOrReason } from './traced.ts'

/** Which renders were seen to be equal with helm's, by a digest of all that decides them. */
export interface EqualityMemory {
  has(key: string): boolean
  add(key: string): void
}

/** How releases are rendered without helm. */
export interface HelmlessOptions {
  /** Of the helm that is stood in for. */
  readonly capabilities: Capabilities
  readonly memory?: EqualityMemory | undefined
  /** How many helms may run at once. */
  readonly jobs: number
  /** What helm prints for a release; undefined where it fails. */
  readonly helm: (release: Release) => Promise<string | undefined>
}

/** What releases render to without helm; those that are not among them are left to helm. */
export interface HelmlessOutputs {
  readonly outputs: ReadonlyMap<Release, string>
  readonly notes: readonly string[]
}

interface Candidate {
  readonly release: Release
  readonly output: string
  /** A digest of all that decides the output. */
  readonly key: string
  /** A digest of the templates alone: charts that have the same are one to the sample. */
  readonly templates: string
}

/** Of 256 releases that helm need not see for their templates' sake, it sees so many. */
const SAMPLED = 13

/**
 * Renders releases by the traced renderer. helm checks a sample that is the same in each run: one release of all with the same
 * templates, and a twentieth of the others, but for those that the memory knows. Where one differs, helm renders all with its
 * templates.
 */
export async function renderWithoutHelm(
  releases: readonly Release[],
  options: HelmlessOptions,
): Promise<HelmlessOutputs> {
  const candidates = await candidatesAmong(releases, options.capabilities)
  const { memory } = options
  const unknown = candidates.filter(({ key }) => !memory?.has(key))
  const checked = await mapConcurrently(sampleOf(unknown), options.jobs, async candidate => {
    const isEqual = (await options.helm(candidate.release)) === candidate.output
    if (isEqual) memory?.add(candidate.key)
    return { candidate, isEqual }
  })
  const different = checked.filter(({ isEqual }) => !isEqual).map(({ candidate }) => candidate)
  const refused = new Set(different.map(({ templates }) => templates))
  const seen = new Set(checked.map(({ candidate }) => candidate))
  const unseen = candidates.filter(candidate => !seen.has(candidate) && !refused.has(candidate.templates))
  return {
    outputs: new Map(unseen.map(({ release, output }) => [release, output])),
    notes: [...notesOn(unseen, releases), ...different.map(differenceNote)],
  }
}

/** In the order of their digests, so that no name or place of a chart decides what helm sees. */
function sampleOf(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const first = new Map(sorted.toReversed().map(candidate => [candidate.templates, candidate]))
  return sorted.filter(
    candidate =>
      first.get(candidate.templates) === candidate || Number.parseInt(candidate.key.slice(0, 2), 16) < SAMPLED,
  )
}

function notesOn(unseen: readonly Candidate[], releases: readonly Release[]): string[] {
  if (unseen.length === 0) return []
  return [
    `helm has not seen ${unseen.length} of ${releases.length} releases: they are judged by what the traced renderer makes of them (--renderer traced)`,
  ]
}

const differenceNote = ({ release: { name, chart } }: Candidate): string =>
  `the traced renderer makes something else of release ${name} of ${chart.file} than helm: all with its templates were rendered by helm`

async function candidatesAmong(releases: readonly Release[], capabilities: Capabilities): Promise<Candidate[]> {
  const reader = new ChartReader()
  const templates = new Map<ChartFiles, string>()
  const candidates: Candidate[] = []
  for (const release of releases) {
    if (release.chart.remote) continue
    const traced = await tracedChartOrReason(release, capabilities, reader)
    if (typeof traced === 'string' || !('output' in traced.output)) continue
    const ofTemplates = templates.get(traced.files) ?? digestOf(traced.files, path => IS_TEMPLATE.test(path))
    templates.set(traced.files, ofTemplates)
    const key = keyOf(release, traced, capabilities)
    candidates.push({ release, output: traced.output.output, key, templates: ofTemplates })
  }
  return candidates
}

/** A package inside of a chart is looked at as a whole. */
const IS_TEMPLATE = /(?:^|\/)templates\/|^charts\/[^/]+\.tgz$/

function keyOf(release: Release, { files, valuesTexts }: TracedChart, capabilities: Capabilities): string {
  const { name, namespace, set, setTexts, kubeVersion, apiVersions, chart } = release
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, isPackaged: chart.isPackaged }
  const all = [TOOL.version, capabilities, settings, valuesTexts, digestOf(files, () => true)]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}

function digestOf(files: ChartFiles, isAsked: (path: string) => boolean): string {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].filter(isAsked).sort()) {
    const bytes = files.get(path) ?? new Uint8Array()
    hash.update(`${JSON.stringify(path)} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}
