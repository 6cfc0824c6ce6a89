import { posix } from 'node:path'
import type { Path } from '../../finding.ts'
import { lineOfPath } from '../../parse/location.ts'
import { asList, asMapping, asText, type Mapping } from '../../parse/untyped.ts'
import { type ChartReference, type Declaration, type DeclaredValues, NOTHING_MORE } from './declaration.ts'
import type { GeneratedConfigMaps } from './flux.ts'
import { type DocumentText, inlineValues } from './inline-values.ts'

/** The names that kustomize looks for. */
export const isKustomization = (file: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file)

/** A kustomization is always a file. */
export interface Kustomization extends DocumentText {
  readonly file: string
}

/**
 * The charts that a kustomization has inflated. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/helmcharts/
 * @param isChart whether a folder, relative to the repository, holds a chart
 */
export function kustomizationCharts(document: Kustomization, isChart: (folder: string) => boolean): Declaration[] {
  const kustomization = asMapping(document.body) ?? {}
  const home = posix.join(
    posix.dirname(document.file),
    asText(asMapping(kustomization.helmGlobals)?.chartHome) ?? 'charts',
  )
  return asList(kustomization.helmCharts).flatMap((item, i) => {
    const chart = asMapping(item)
    const name = asText(chart?.name)
    if (!chart || name === undefined) return []
    const path = ['helmCharts', i]
    return {
      ...NOTHING_MORE,
      form: 'helmCharts of a kustomization',
      name: asText(chart.releaseName) || name,
      namespace: asText(chart.namespace) || asText(kustomization.namespace) || 'default',
      chart: chartOf(chart, name, posix.join(home, name), isChart),
      values: valuesOf(document, chart, path),
      kubeVersion: asText(chart.kubeVersion),
      apiVersions: asList(chart.apiVersions).flatMap(version => asText(version) ?? []),
      location: { file: document.file, startLine: lineIn(document, [...path, 'name']), via: 'declaration' },
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
function valuesOf(document: Kustomization, chart: Mapping, path: Path): DeclaredValues[] {
  const folder = posix.dirname(document.file)
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
