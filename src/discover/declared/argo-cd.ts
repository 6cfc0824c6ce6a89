import { posix } from 'node:path'
import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, asTexts, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import { type ChartReference, type Declaration, type DeclaredValues, NOTHING_MORE } from './declaration.ts'
import { directoryOptions } from './directory-source.ts'
import type { Parameters } from './fill.ts'
import { layeredValues } from './layered-values.ts'
import { declaredAt, lineIn } from './manifest-document.ts'

export const APPLICATION = 'argoproj.io/Application'

/**
 * The charts that an Argo CD Application installs: one for each source that is a chart, or may be one.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/
 * @param parameters of an application that an ApplicationSet makes
 */
export function applicationCharts(application: Manifest, parameters?: Parameters): Declaration[] {
  const sources = asList(application.get('spec', 'sources'))
  const paths: Path[] = sources.length > 0 ? sources.map((_, i) => ['spec', 'sources', i]) : [['spec', 'source']]
  return paths.flatMap(path => sourceChart(application, path, parameters) ?? [])
}

function sourceChart(application: Manifest, path: Path, parameters: Parameters | undefined): Declaration | undefined {
  const source = asMapping(application.get(...path))
  const chart = source && chartOf(source)
  if (!source || !chart) return undefined
  const helm = asMapping(source.helm) ?? {}
  const key = asText(source.chart) === undefined ? 'path' : 'chart'
  return {
    ...NOTHING_MORE,
    form: 'Argo CD Application',
    name: asText(helm.releaseName) || application.name,
    namespace:
      asText(helm.namespace) ||
      asText(asMapping(source.kustomize)?.namespace) ||
      asText(application.get('spec', 'destination', 'namespace')) ||
      'default',
    destination: destinationOf(application),
    chart,
    values: [
      ...valueFiles(application, [...path, 'helm'], chart),
      ...inlineOf(application, [...path, 'helm'], parameters),
    ],
    ...parametersOf(application, [...path, 'helm', 'parameters']),
    kubeVersion: asText(helm.kubeVersion),
    apiVersions: asTexts(helm.apiVersions),
    location: declaredAt(application, [...path, key]),
    notes: notDone(application, source),
    unknownValues:
      asList(helm.fileParameters).length > 0
        ? [{ reason: 'fileParameters are not read', line: lineIn(application, [...path, 'helm', 'fileParameters']) }]
        : [],
  }
}

/** What Argo CD has kustomize or jsonnet do. */
function notDone({ file, name }: Manifest, source: Mapping): string[] {
  const { namespace: _, ...kustomize } = asMapping(source.kustomize) ?? {}
  const { jsonnet } = asMapping(source.directory) ?? {}
  const names = [...Object.keys(kustomize).map(key => `kustomize.${key}`), ...(jsonnet ? ['directory.jsonnet'] : [])]
  if (asMapping(source.plugin)) names.push('plugin')
  return names.length > 0
    ? [`${file}: what Application ${name} changes by ${names.sort().join(', ')} is not done here`]
    : []
}

/** By name or address; Argo CD's own cluster has a name and an address of its own. */
function destinationOf(application: Manifest): string | undefined {
  const { name, server } = asMapping(application.get('spec', 'destination')) ?? {}
  const cluster = asText(name) || asText(server)
  if (cluster === undefined || isPlaceholder(cluster)) return undefined
  return cluster === 'https://kubernetes.default.svc' ? 'in-cluster' : cluster
}

/** A source with neither is only there for its values files. */
function chartOf(source: Mapping): ChartReference | undefined {
  const repository = asText(source.repoURL) ?? ''
  const name = asText(source.chart)
  const folder = asText(source.path)
  if (name !== undefined)
    return {
      kind: 'remote',
      // Of a registry, Argo CD takes the name without `oci://`.
      chart: {
        repository: repository.includes('://') ? repository : `oci://${repository}`,
        name,
        version: asText(source.targetRevision) ?? '',
      },
    }
  if (folder === undefined) return undefined
  return { kind: 'folder', folder: posix.normalize(folder), repository, directory: directoryOptions(source) }
}

/** Paths are those of the chart, from `/` on those of its repository; `$values/…` is in a source that has this `ref`. */
function valueFiles(application: Manifest, path: Path, chart: ChartReference): DeclaredValues[] {
  const isOptional = application.get(...path, 'ignoreMissingValueFiles') === true
  return asList(application.get(...path, 'valueFiles')).flatMap((item, i) => {
    const name = asText(item)
    if (name === undefined) return []
    const folder = chart.kind === 'folder' ? chart.folder : ''
    const file = /^(?:\$[^/]+)?\//.test(name) ? name.replace(/^[^/]*\//, '') : posix.join(folder, name)
    return { file, isOptional, line: lineIn(application, [...path, 'valueFiles', i]) }
  })
}

/** `valuesObject` stands before `values`, and both before the files. https://argo-cd.readthedocs.io/en/stable/user-guide/helm/ */
function inlineOf(application: Manifest, path: Path, parameters: Parameters | undefined): DeclaredValues[] {
  const found = layeredValues(application, [...path, 'valuesObject'], parameters)
  return found.length > 0 ? found : layeredValues(application, [...path, 'values'], parameters)
}

/** Argo CD gives them to helm as `--set`, with commas that stand for themselves, and as `--set-string`. */
function parametersOf(application: Manifest, path: Path): Pick<Declaration, 'set' | 'setTexts' | 'setLines'> {
  const set: Record<string, string> = {}
  const setTexts: string[] = []
  const setLines = new Map<string, number>()
  for (const [i, item] of asList(application.get(...path)).entries()) {
    const parameter = asMapping(item)
    const name = asText(parameter?.name)
    if (!parameter || name === undefined) continue
    const value = String(parameter.value ?? '')
    const text = `${name}=${value.startsWith('{') ? value : value.replaceAll(/(?<!\\),/g, '\\,')}`
    const line = lineIn(application, [...path, i, 'value'])
    if (parameter.forceString === true) set[name] = value
    else setTexts.push(text)
    if (line !== undefined) setLines.set(parameter.forceString === true ? name : text, line)
  }
  return { set, setTexts, setLines }
}
