import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { asMapping, asText, asTexts } from '../../../parse/untyped.ts'
import { lookUp } from '../../../template/chart/values.ts'
import { isTrue } from '../../../template/value/value.ts'
import {
  type ChartReference,
  type Declaration,
  NOTHING_MORE,
  OWN_ADDRESS,
  registryChart,
  type UnknownValues,
} from '../declaration.ts'
import { ReleaseSpec } from './release.ts'
import type { Entry, State } from './state.ts'
import { type Missing, settingsOf, sourcesOf } from './values.ts'

const FORM = 'helmfile release'

/** What changes a chart after it is rendered, or before: none of it is done here. */
const NOT_APPLIED = ['jsonPatches', 'strategicMergePatches', 'transformers', 'postRenderer', 'dependencies']

/**
 * The chart that a release of a helmfile installs; undefined for one that is not to be installed.
 * https://helmfile.readthedocs.io/en/latest/#configuration
 */
export function releaseOf(entry: Entry, state: State, files: RepositoryFiles): Declaration | undefined {
  const spec = new ReleaseSpec(entry, state, files)
  const name = spec.text('name') ?? ''
  if (spec.unknown) return notRendered(name, spec.unknown)
  if (!isInstalled(spec, state)) return undefined
  const { values, unknownValues, missing } = sourcesOf(spec, state, files)
  if (missing[0]) return notRendered(name, missing[0])
  const { set, setTexts, setLines, unknownValues: unset } = settingsOf(spec, state, files)
  const field = spec.field('chart')
  const line = field ? field.part.lineOf(field.path) : entry.part.lineOf(entry.path)
  return {
    ...NOTHING_MORE,
    ...{ form: FORM, name, values, set, setTexts, setLines },
    location: { file: entry.part.file, startLine: line, via: 'declaration' },
    namespace: asText(state.settings.namespace) || spec.text('namespace') || 'default',
    destination: contextOf(spec, state),
    chart: chartOf(spec, state, files),
    kubeVersion: spec.text('kubeVersion') ?? asText(state.settings.kubeVersion),
    apiVersions: asTexts(spec.field('apiVersions')?.value ?? state.settings.apiVersions),
    unknownValues: [...unknownValues, ...unset, ...notApplied(spec)],
  }
}

/** A release of which something is not known: one failure where that is asked for. */
const notRendered = (name: string, { what, file, line }: Missing): Declaration => ({
  ...NOTHING_MORE,
  ...{ form: FORM, name, namespace: 'default', values: [] },
  chart: { kind: 'unknown', reason: `${what} is not known here, so that it was not rendered` },
  location: { file, startLine: line, via: 'declaration' },
})

/** `installed: false` removes a release, and `condition` leaves one out. */
function isInstalled(spec: ReleaseSpec, { values }: State): boolean {
  if (spec.field('installed')?.value === false || spec.text('installedTemplate')?.trim() === 'false') return false
  const condition = spec.text('condition') ?? spec.text('conditionTemplate')
  if (condition === undefined || /^true$/i.test(condition)) return true
  const found = lookUp(values, condition.split('.'))
  return found !== undefined && isTrue(found)
}

/** The context of a kubeconfig stands for its cluster. */
function contextOf(spec: ReleaseSpec, { settings, environment }: State): string | undefined {
  const own = asMapping(asMapping(settings.environments)?.[environment])?.kubeContext
  const contexts = [settings.kubeContext, spec.text('kubeContext'), own, asMapping(settings.helmDefaults)?.kubeContext]
  return contexts.flatMap(context => asText(context) || [])[0]
}

const notApplied = (spec: ReleaseSpec): UnknownValues[] =>
  NOT_APPLIED.flatMap(key => {
    const field = spec.field(key)
    return field ? { reason: `${key} is not done here`, line: field.part.lineOf(field.path) } : []
  })

function chartOf(spec: ReleaseSpec, state: State, files: RepositoryFiles): ChartReference {
  const chart = (spec.text('chart') ?? '').trim()
  const version = (spec.text('version') ?? '').trim()
  if (chart === '') return { kind: 'unknown', reason: 'it names no chart' }
  if (chart.includes('{{') || version.includes('{{'))
    return { kind: 'unknown', reason: `which chart ${chart} is, is not known` }
  if (chart.startsWith('oci://')) return registryChart(chart, version)
  if (chart.includes('://')) return { kind: 'unknown', reason: OWN_ADDRESS }
  const folder = posix.join(state.folder, chart).replace(/\/$/, '')
  const [alias = '', ...inside] = chart.split('/')
  const repository = state.repositories.findLast(({ body }) => body.name === alias)
  if (repository && inside.length > 0) return inRepository(repository, inside.join('/'), version)
  if (files.kindOf(folder) !== 'missing') return { kind: 'folder', folder, repository: undefined }
  return { kind: 'unknown', reason: `there is no chart ${folder}, and no repository that is called ${alias}` }
}

function inRepository({ part, path, body }: Entry, name: string, version: string): ChartReference {
  const url = (asText(body.url) ?? '').replace(/\/+$/, '')
  if (url === '' || part.unknownIn([...path, 'url']))
    return { kind: 'unknown', reason: `the address of the repository ${asText(body.name) ?? ''} is not known` }
  if (body.oci !== true && !url.startsWith('oci://'))
    return { kind: 'remote', chart: { repository: url, name, version } }
  return registryChart(`oci://${url.replace('oci://', '')}/${name}`, version)
}
