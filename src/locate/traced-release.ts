import { posix } from 'node:path'
import type { Release } from '../discover/discover.ts'
import type { Path, PhysicalLocation } from '../finding.ts'
import { asList, asMapping } from '../parse/untyped.ts'
import { ValuesFile } from '../parse/values.ts'
import type { RenderedPart } from '../render/part.ts'
import { flagValues } from '../render/set-values.ts'
import type { TracedChart } from '../render/traced.ts'
import { mayInstallOperator, valuesFile } from '../render/values.ts'
import { lookUp } from '../template/chart/values.ts'
import type { Dict, Value } from '../template/value/value.ts'
import { type ChartPart, partsOf } from './chart-parts.ts'
import type { Layer, Layers, Setting } from './layers.ts'
import type { TemplateFile, TracedRelease } from './place.ts'
import { Referee } from './referee.ts'
import { chartsIn } from './template-name.ts'
import { type Retrace, type Tries, WhatIf } from './what-if.ts'

type RenderedRelease = Pick<RenderedPart, 'release' | 'manifests'>

/**
 * A release as places are found in it.
 * @param fileNames the release's values files relative to the repository; undefined for those outside of it.
 */
export function tracedRelease(
  part: RenderedRelease,
  traced: TracedChart,
  fileNames: readonly (string | undefined)[],
  tries: Tries,
): TracedRelease {
  const { trace } = traced
  const sources = sourcesOf(part, traced)
  const retrace: Retrace = (...change) => outputWith(traced, tries, ...change)
  const whatIf = new WhatIf({ now: trace.files, retrace, tries, mayRefuse: traced.mayRefuse })
  const layers = layersOf(part, traced, fileNames, sources)
  return {
    referee: new Referee(trace.files),
    layers,
    disabled: trace.disabled,
    fileOf: template => sources.fileOf(template),
    declarationOf: template => sources.declarationOf(template),
    decides: (key, manifest, path) => whatIf.decides(key, valueAtPath(trace.values, key), manifest, path),
    makes: (key, template, isWanted) => whatIf.makes(key, valueAtPath(trace.values, key), template, isWanted),
  }
}

function outputWith(traced: TracedChart, tries: Tries, key: Path, value: Value, template?: string) {
  const { steps, files, failure, reason, untraced } = traced.with(key, value, template)
  tries.spend(steps + traced.valuesSize)
  const isWhole = !failure && reason === undefined && ![...untraced.keys()].some(file => traced.trace.files.has(file))
  return isWhole ? { text: template === undefined ? undefined : files.get(template) } : undefined
}

/** The effective value of a key; undefined where it has none. */
export function valueAtPath(values: Dict, path: Path): Value | undefined {
  let at: Value | undefined = values
  for (const step of path)
    at = typeof step === 'number' ? (at?.kind === 'list' ? at.items[step] : undefined) : at && childOf(at, step)
  return at
}

const childOf = (value: Value, key: string): Value | undefined =>
  value.kind === 'dict' ? lookUp(value, [key]) : undefined

/** The files of a chart and of the charts in it, as helm and as the repository name them. */
interface Sources {
  readonly parts: readonly ChartPart[]
  /** Whether the chart itself was written by those who install it. */
  readonly isOwn: boolean
  text(path: string): string | undefined
  fileOf(template: string): TemplateFile | undefined
  declarationOf(template: string): PhysicalLocation | undefined
}

function sourcesOf({ release, manifests }: RenderedRelease, { files }: TracedChart): Sources {
  const { chart, values } = release
  const text = (path: string): string | undefined => {
    const bytes = chart.isPackaged ? undefined : files.get(path)
    return bytes && new TextDecoder().decode(bytes)
  }
  const parts = chart.isPackaged ? [] : partsOf(text, files.keys())
  // Who keeps the operator's own chart beside a values file changes the values file.
  const isOperators = manifests.some(
    ({ template, source }) => /^[^/]+\/templates\//.test(template ?? '') && mayInstallOperator(source.text),
  )
  const isOwn = !chart.isPackaged && !(isOperators && values.length > 0)
  const folder = posix.dirname(chart.file)
  return {
    ...{ parts, isOwn, text },
    fileOf(template) {
      const found = placeIn(parts, template)
      return (
        found && {
          file: posix.join(folder, found.path),
          isOwn: found.part.folder === '' ? isOwn : found.part.isOwn,
        }
      )
    },
    declarationOf(template) {
      const [alias] = chartsIn(template)
      const chartYaml = text('Chart.yaml')
      if (alias === undefined || chartYaml === undefined) return undefined
      const declared = new ValuesFile(chart.file, chartYaml)
      const index = asList(declared.body.dependencies).findIndex(entry => {
        const { name, alias: given } = asMapping(entry) ?? {}
        return (given ?? name) === alias
      })
      if (index < 0) return undefined
      return { file: chart.file, startLine: declared.lineOf(['dependencies', index]), via: 'declaration' }
    },
  }
}

/** `shop/charts/orders/templates/a.yaml` is `charts/database/templates/a.yaml` for an alias. */
function placeIn(parts: readonly ChartPart[], template: string): { part: ChartPart; path: string } | undefined {
  const at = chartsIn(template)
  const part = parts.find(candidate => candidate.at.join('/') === at.join('/'))
  return (
    part && {
      part,
      path:
        part.folder +
        template
          .split('/')
          .slice(1 + 2 * at.length)
          .join('/'),
    }
  )
}

function layersOf(
  { release }: RenderedRelease,
  { valuesTexts, trace }: TracedChart,
  fileNames: readonly (string | undefined)[],
  sources: Sources,
): Layers {
  const given = valuesTexts.map((text, i): Layer => {
    const file = fileNames[i]
    const source = release.values[i]
    const values = source ? valuesFile(file ?? '', source, text) : new ValuesFile(file ?? '', text)
    return { values, at: [], isOwn: file !== undefined }
  })
  const charts = sources.parts.flatMap(({ at, folder, isOwn }): Layer | [] => {
    const text = sources.text(`${folder}values.yaml`)
    const file = posix.join(posix.dirname(release.chart.file), folder, 'values.yaml')
    const isTheirs = folder === '' ? sources.isOwn : isOwn
    return text === undefined ? [] : { values: new ValuesFile(file, text), at, isOwn: isTheirs }
  })
  return {
    set: flagValues(release),
    settings: settingsOf(release),
    files: [...given.reverse(), ...charts],
    imports: { links: trace.imports, defaults: charts },
  }
}

function settingsOf({ set, setTexts, lines, declaredIn: file }: Release): Setting[] {
  const declared = Object.entries(set).map(([key, value]): Setting => {
    const startLine = lines?.set.get(key)
    return {
      values: flagValues({ set: { [key]: value }, setTexts: [] }),
      location: startLine === undefined ? undefined : { file, startLine, via: 'declaration' },
    }
  })
  const typed = setTexts.map((text): Setting => {
    const startLine = lines?.set.get(text)
    return {
      values: flagValues({ set: {}, setTexts: [text] }),
      location: startLine === undefined ? undefined : { file, startLine, via: 'declaration' },
    }
  })
  return [...declared, ...typed]
}
