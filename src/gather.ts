import type { LoadedConfig } from './config/config.ts'
import { DeclaredReleases, mayDeclare } from './discover/declared/declared.ts'
import { type Discovery, discover, type Release, type ReleaseOptions, withOverlay } from './discover/discover.ts'
import { type OperatorChart, operatorRelease } from './discover/operator-chart.ts'
import { exclusionTest } from './discover/walk.ts'
import type { Stopwatch } from './io/stopwatch.ts'
import { type Inhabited, worldsOf } from './model/worlds.ts'
import type { Manifest } from './parse/manifest.ts'
import { type Built, Kustomizations } from './render/kustomize/builds.ts'
import { failuresOf, type PlainPart, type RenderedPart } from './render/part.ts'
import { type PlainText, parsePlain, readTexts } from './render/plain.ts'
import { type Rendered, type RenderOptions, renderReleases } from './render/releases.ts'
import type { Failure } from './render/render.ts'

/** What of a tree is read, and how its charts are rendered. */
export interface GatherOptions extends RenderOptions {
  /** Absolute; `paths` are relative to it. */
  readonly folder: string
  readonly paths: readonly string[]
  readonly release?: ReleaseOptions | undefined
  /** The operator that objects will meet where the tree installs none. */
  readonly operatorChart?: OperatorChart | undefined
}

/** What a tree holds: everything that its clusters would get. */
export interface Gathered {
  readonly rendered: readonly RenderedPart[]
  readonly capabilities: Rendered['capabilities']
  readonly plain: readonly PlainPart[]
  readonly manifests: readonly Manifest[]
  /** What could not be found, rendered or read. */
  readonly failures: readonly Failure[]
  readonly notes: readonly string[]
  readonly claims: Discovery['claims']
  readonly worlds: readonly Inhabited[]
  /** Of the operator that is not in the tree: nothing of it is reported. */
  readonly foreign: ReadonlySet<Manifest>
}

/** The first half of the pipeline: finds charts and manifests, renders, parses, and joins what lives together. */
export async function gather(options: GatherOptions, config: LoadedConfig, clock: Stopwatch): Promise<Gathered> {
  const { root, folder, paths, release } = options
  const discovery = await discover(root, folder, paths, config, release)
  clock.lap('discover')
  const { parts, capabilities, plain, declared, unrendered, built, ...all } = await renderAll(
    discovery,
    options,
    config,
  )
  const placement = declared.placementOf(
    parts.map(part => part.release),
    built.claims,
  )
  const rendered = parts.map(part => inClusters(part, placement.clustersOf(part.release)))
  clock.lap('render')
  const own = [
    ...[discovery, declared, built].flatMap(({ failures }) => failures),
    ...unrendered,
    ...failuresOf(rendered, plain),
  ]
  const isComplete = own.length === 0
  const worlds = worldsOf(rendered, plain, { ...placement, config, isComplete, kubeVersion: release?.kubeVersion })
  const operator = await operatorFor(worlds, options, config)
  const failures = [...own, ...failuresOf(operator.parts, [])]
  const foreign = operator.parts.flatMap(part => part.manifests)
  return {
    ...{ rendered, plain, failures, foreign: new Set(foreign) },
    capabilities: capabilities ?? operator.capabilities,
    ...{ claims: placement.claims, notes: [discovery, declared, built, all].flatMap(({ notes }) => notes) },
    manifests: [...rendered, ...plain].flatMap(part => part.manifests),
    worlds: worlds.map(inhabited =>
      lacksOperator(inhabited) ? { ...inhabited, met: inhabited.world.with(foreign) } : inhabited,
    ),
  }
}

const lacksOperator = ({ world }: Inhabited): boolean => !world.has('install')

/** Renders the operator that objects will meet, where somebody says which. What is named may be fetched. */
async function operatorFor(
  worlds: readonly Inhabited[],
  options: GatherOptions,
  config: LoadedConfig,
): Promise<Rendered> {
  const given = { chart: config.esoChart, version: config.esoVersion, folder: config.folder }
  const named = [options.operatorChart, given].find(one => (one?.chart ?? one?.version) !== undefined)
  if (!named || !worlds.some(lacksOperator)) return { parts: [], capabilities: undefined, notes: [] }
  const release = await operatorRelease(named, options.root)
  return renderReleases([release], { ...options, renderer: 'helm', fetchDependencies: true })
}

/** The part of a release that turned out to be in these clusters. */
const inClusters = (part: RenderedPart, clusters: readonly string[]): RenderedPart =>
  clusters === part.release.clusters
    ? part
    : { ...part, release: { ...part.release, clusters }, summary: { ...part.summary, cluster: clusters.join(', ') } }

/** Everything that is rendered or read. */
interface Parts extends Rendered {
  readonly plain: readonly PlainPart[]
  readonly declared: DeclaredReleases
  readonly unrendered: readonly Failure[]
  readonly built: Built
}

/** Applications that declare applications: nobody nests them this deep. */
const MOST_WAVES = 8

/** Of all of them: charts that each declare several others would never end. */
const MOST_RELEASES = 10_000

const tooDeep = ({ name, declaredIn: file, lines }: Release): Failure => ({
  release: name,
  message: `applications declare applications more than ${MOST_WAVES} deep: this one was not rendered`,
  location: { file, ...(lines && { startLine: lines.entry }), via: 'declaration' },
})

/** One failure for all that are beyond the limit. */
const tooMany = (releases: readonly Release[]): Failure[] =>
  releases.slice(0, 1).map(({ name, declaredIn: file, lines }) => ({
    release: name,
    message: `more than ${MOST_RELEASES} releases: this one and ${releases.length - 1} more were not rendered`,
    location: { file, ...(lines && { startLine: lines.entry }), via: 'declaration' },
  }))

/** Renders what is installed, then what that declares, and so on. */
async function renderAll(discovery: Discovery, options: GatherOptions, config: LoadedConfig): Promise<Parts> {
  const declared = new DeclaredReleases(discovery, options.root, config)
  const texts = readTexts([...discovery.manifests, ...discovery.declaring], options.root)
  const kustomizations = findKustomizations(texts, options, config)
  const reading = kustomizations.then(found => found.build())
  const beyond: Release[] = []
  const notes: string[] = []
  const rendering = async (wave: readonly Release[], room: number): Promise<Rendered> => {
    beyond.push(...wave.slice(room))
    const releases = wave.slice(0, room).map(release => withOverlay(release, options.release))
    const rendered = await renderReleases(releases, options)
    notes.push(...rendered.notes)
    return rendered
  }
  const first = await rendering(await firstReleases(discovery, declared, texts, reading), MOST_RELEASES)
  await reading
  const { rendered, fresh, ...built } = await (await kustomizations).buildWith(first.parts)
  let wave = await declared.by([...rendered, ...fresh])
  let parts = rendered
  for (let round = 1; wave.length > 0 && round < MOST_WAVES; round++) {
    const next = await rendering(wave, MOST_RELEASES - parts.length)
    wave = await declared.by(next.parts)
    parts = [...parts, ...next.parts]
  }
  parts = parts.filter(({ release }) => !declared.isTaken(release))
  const plain = declared.inNamespaces(built.parts)
  return {
    ...{ parts, plain, declared, built, capabilities: first.capabilities, notes },
    unrendered: [...wave.map(tooDeep), ...tooMany(beyond)],
  }
}

/** The kustomizations among plain files. */
const findKustomizations = async (texts: Promise<readonly PlainText[]>, options: RenderOptions, config: LoadedConfig) =>
  Kustomizations.among(await parsePlain(await texts), { ...options, isExcluded: exclusionTest(config) })

/**
 * How charts are installed here: as files of the repository say, else by default. What charts declare is left out, as nothing is
 * rendered.
 */
export async function installedReleases(discovery: Discovery, root: string, config: LoadedConfig) {
  const texts = readTexts([...discovery.manifests, ...discovery.declaring], root)
  const reading = findKustomizations(texts, { root }, config).then(kustomizations => kustomizations.build())
  return firstReleases(discovery, new DeclaredReleases(discovery, root, config), texts, reading)
}

async function firstReleases(
  discovery: Discovery,
  declared: DeclaredReleases,
  texts: Promise<readonly PlainText[]>,
  reading: Promise<Built>,
): Promise<readonly Release[]> {
  // Where no file declares anything, helm need not wait until all are parsed.
  const first = (await texts).some(mayDeclare) ? await declared.by((await reading).parts) : []
  return [...discovery.releases.filter(release => !declared.isTaken(release)), ...first]
}
