import { posix } from 'node:path'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, valueAt } from '../../parse/untyped.ts'
import {
  type ChartReference,
  type Declaration,
  type DeclaredValues,
  NOTHING_MORE,
  type RemoteChart,
  type UnknownValues,
} from './declaration.ts'
import { layeredValues } from './layered-values.ts'
import { declaredAt, lineIn } from './manifest-document.ts'

export const HELM_RELEASE = 'helm.toolkit.fluxcd.io/HelmRelease'
const SOURCES = 'source.toolkit.fluxcd.io'

/** Values files that kustomize makes ConfigMaps of: by the ConfigMap's name, then by key; paths relative to the repository. */
export type GeneratedConfigMaps = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * The chart that a Flux HelmRelease installs. https://fluxcd.io/flux/components/helm/helmreleases/
 * @param sources where its chart may come from, and everything else of the same set
 */
export function helmReleaseChart(
  release: Manifest,
  sources: readonly Manifest[],
  generated: GeneratedConfigMaps,
): Declaration {
  const spec = asMapping(release.get('spec')) ?? {}
  const target = asText(spec.targetNamespace)
  const isReference = asMapping(spec.chartRef) !== undefined
  const { values, unknownValues } = valuesFrom(release, generated)
  return {
    ...NOTHING_MORE,
    form: 'Flux HelmRelease',
    name: asText(spec.releaseName) || (target ? `${target}-${release.name}` : release.name),
    namespace: target || release.namespace || release.name,
    chart: isReference
      ? referencedChart(release, sources)
      : chartOf(release.get('spec', 'chart', 'spec'), release, sources),
    values: [...values, ...layeredValues(release, ['spec', 'values'])],
    location: declaredAt(release, isReference ? ['spec', 'chartRef'] : ['spec', 'chart', 'spec', 'chart']),
    unknownValues,
  }
}

function chartOf(chart: unknown, owner: Manifest, sources: readonly Manifest[]): ChartReference {
  const name = asText(valueAt(chart, ['chart'])) ?? ''
  const version = asText(valueAt(chart, ['version'])) ?? ''
  const kind = asText(valueAt(chart, ['sourceRef', 'kind'])) ?? ''
  if (kind === 'GitRepository' || kind === 'Bucket')
    return { kind: 'folder', folder: posix.normalize(name), repository: undefined }
  const source = sourceNamed(kind, valueAt(chart, ['sourceRef']), owner, sources)
  const repository = source && asText(source.get('spec', 'url'))
  if (repository === undefined) return notHere(kind, valueAt(chart, ['sourceRef', 'name']))
  return { kind: 'remote', chart: { repository, name, version } }
}

/** `chartRef` leads to an artifact that is the chart, or to a HelmChart that names it. */
function referencedChart(release: Manifest, sources: readonly Manifest[]): ChartReference {
  const reference = release.get('spec', 'chartRef')
  const kind = asText(valueAt(reference, ['kind'])) ?? ''
  const source = sourceNamed(kind, reference, release, sources)
  if (!source) return notHere(kind, valueAt(reference, ['name']))
  if (kind === 'HelmChart') return chartOf(source.get('spec'), source, sources)
  const url = asText(source.get('spec', 'url')) ?? ''
  return {
    kind: 'remote',
    chart: {
      repository: url.slice(0, url.lastIndexOf('/')),
      name: url.slice(url.lastIndexOf('/') + 1),
      ...wanted(source),
    },
  }
}

/** A digest stands before a range, and that before a tag. https://fluxcd.io/flux/components/source/ocirepositories/#reference */
function wanted(source: Manifest): Pick<RemoteChart, 'version' | 'pin'> {
  const [digest, semver, tag] = ['digest', 'semver', 'tag'].map(key => asText(source.get('spec', 'ref', key)))
  if (digest) return { version: digest, pin: `@${digest}` }
  return semver ? { version: semver } : { version: tag || 'latest', pin: `:${tag || 'latest'}` }
}

const notHere = (kind: string, name: unknown): ChartReference => ({
  kind: 'unknown',
  reason: `${kind || 'its source'} ${asText(name) ?? ''} is not in the repository`.replace('  ', ' '),
})

/** One in the namespace that is meant stands before others of its name: namespaces are often left to kustomize. */
function sourceNamed(
  kind: string,
  reference: unknown,
  owner: Manifest,
  sources: readonly Manifest[],
): Manifest | undefined {
  const name = asText(valueAt(reference, ['name']))
  const namespace = asText(valueAt(reference, ['namespace'])) ?? owner.namespace
  const found = sources.filter(source => source.groupKind === `${SOURCES}/${kind}` && source.name === name)
  return found.find(source => source.namespace === namespace) ?? found[0]
}

/** In their order, each over those before; `values` stands over all of them. What is in Secrets is not looked at. */
function valuesFrom(release: Manifest, generated: GeneratedConfigMaps) {
  const values: DeclaredValues[] = []
  const unknownValues: UnknownValues[] = []
  for (const [i, item] of asList(release.get('spec', 'valuesFrom')).entries()) {
    const { kind, name, valuesKey, targetPath } = asMapping(item) ?? {}
    const file =
      kind === 'ConfigMap' ? generated.get(asText(name) ?? '')?.get(asText(valuesKey) ?? 'values.yaml') : undefined
    const line = lineIn(release, ['spec', 'valuesFrom', i])
    if (file !== undefined && targetPath === undefined) values.push({ file, isOptional: false, line })
    else
      unknownValues.push({
        reason: `the values of ${asText(kind) ?? 'an object'} ${asText(name) ?? ''} are not known`,
        line,
      })
  }
  return { values, unknownValues }
}
