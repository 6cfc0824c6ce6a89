import { posix } from 'node:path'
import type { Path } from '../../finding.ts'
import { lineOfPath } from '../../parse/location.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import { type ChartReference, type Declaration, type DeclaredValues, NOTHING_MORE } from './declaration.ts'
import type { GeneratedConfigMaps } from './flux.ts'
import { type DocumentText, inlineValues } from './inline-values.ts'

/** The names that kustomize looks for. */
export const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** Whether a file has one of them. */
export const isKustomization = (file: string): boolean => KUSTOMIZATIONS.includes(posix.basename(file))

/** A kustomization is always a file. */
export interface Kustomization extends DocumentText {
  readonly file: string
}

/** The kind of a generator that inflates a chart. */
export const CHART_GENERATOR = 'HelmChartInflationGenerator'

/** A chart that a kustomization has inflated. */
export interface InflatedChart {
  /** The kustomization, or the file of a generator. */
  readonly document: Kustomization
  /** Of what says how, in the document. */
  readonly path: Path
  /** Of the entry in the kustomization. */
  readonly entry: Path
}

/**
 * The charts that a kustomization has inflated: those in its list, and those of generators that do nothing else.
 * https://kubectl.docs.kubernetes.io/references/kustomize/builtins/#_helmchartinflationgenerator_
 * @param textOf the text of a file, relative to the repository; undefined for what was not read
 */
export function inflatedCharts(document: Kustomization, textOf: (file: string) => string | undefined): InflatedChart[] {
  const { helmCharts, generators } = asMapping(document.body) ?? {}
  const listed = asList(helmCharts).map((_, i) => ({ document, path: ['helmCharts', i], entry: ['helmCharts', i] }))
  const generated = asList(generators).flatMap((name, i): InflatedChart[] => {
    const file = posix.join(posix.dirname(document.file), asText(name) ?? '')
    const text = textOf(file)
    if (text === undefined || !text.includes(CHART_GENERATOR)) return []
    const { located, body } = parseText(text)
    const own = { file, text, located, body, startLine: 1, isWhole: true }
    return asMapping(body)?.kind === CHART_GENERATOR ? [{ document: own, path: [], entry: ['generators', i] }] : []
  })
  return [...listed, ...generated]
}

/** 1-based line of what installs such a chart. */
export const lineOfChart = ({ document, path }: InflatedChart): number => lineIn(document, [...path, 'name'])

/**
 * The charts that a kustomization has inflated. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/helmcharts/
 * @param isChart whether a folder, relative to the repository, holds a chart
 * @param textOf as for `inflatedCharts`
 */
export function kustomizationCharts(
  kustomization: Kustomization,
  isChart: (folder: string) => boolean,
  textOf: (file: string) => string | undefined,
): Declaration[] {
  const fields = asMapping(kustomization.body) ?? {}
  const folder = posix.dirname(kustomization.file)
  return inflatedCharts(kustomization, textOf).flatMap(inflated => {
    const { document, path } = inflated
    const chart = asMapping(valueAt(document.body, path))
    const name = asText(chart?.name)
    if (!chart || name === undefined) return []
    const home = asText(chart.chartHome) ?? asText(asMapping(fields.helmGlobals)?.chartHome) ?? 'charts'
    return {
      ...NOTHING_MORE,
      form: 'helmCharts of a kustomization',
      name: asText(chart.releaseName) || name,
      namespace: asText(chart.namespace) || asText(fields.namespace) || 'default',
      chart: chartOf(chart, name, posix.join(folder, home, name), isChart),
      values: valuesOf(document, chart, path, folder),
      kubeVersion: asText(chart.kubeVersion),
      apiVersions: asList(chart.apiVersions).flatMap(version => asText(version) ?? []),
      location: { file: document.file, startLine: lineOfChart(inflated), via: 'declaration' },
      isInflated: true,
    }
  })
}

/** A chart that lies where kustomize keeps them is taken from there. */
function chartOf(chart: Mapping, name: string, folder: string, isChart: (folder: string) => boolean): ChartReference {
  const repository = asText(chart.repo)
  if (repository === undefined || isChart(folder)) return { kind: 'folder', folder, repository }
  return { kind: 'remote', chart: { repository, name, version: asText(chart.version) ?? '' } }
}

/** `valuesInline` stands over the files where `valuesMerge` says nothing else. */
function valuesOf(document: Kustomization, chart: Mapping, path: Path, folder: string): DeclaredValues[] {
  const files = [
    asText(chart.valuesFile) ?? [],
    asList(chart.additionalValuesFiles).flatMap(name => asText(name) ?? []),
  ]
    .flat()
    .map(name => ({
      file: posix.join(folder, name),
      isOptional: false,
      line: lineIn(document, [...path, name === chart.valuesFile ? 'valuesFile' : 'additionalValuesFiles']),
    }))
  const inline = inlineValues(document, [...path, 'valuesInline'])
  if (!inline) return files
  if (chart.valuesMerge === 'replace') return [inline]
  return chart.valuesMerge === 'merge' ? [inline, ...files] : [...files, inline]
}

const lineIn = ({ located, startLine }: DocumentText, path: Path): number => startLine - 1 + lineOfPath(located, path)

/** The files that kustomizations make ConfigMaps of. */
export function generatedConfigMaps(documents: readonly Kustomization[]): GeneratedConfigMaps {
  const made = new Map<string, Map<string, string>>()
  for (const { file, body } of documents)
    for (const item of asList(asMapping(body)?.configMapGenerator)) {
      const { name, files } = asMapping(item) ?? {}
      const keys = asList(files).flatMap((entry): [string, string][] => {
        const [, key, path] = /^(?:([^=]+)=)?(.+)$/.exec(asText(entry) ?? '') ?? []
        return path === undefined ? [] : [[key ?? posix.basename(path), posix.join(posix.dirname(file), path)]]
      })
      if (typeof name === 'string') made.set(name, new Map([...(made.get(name) ?? []), ...keys]))
    }
  return made
}
