import type { Chart } from '../chart/chart.ts'
import { isCompatible } from '../chart/compatible.ts'
import type { Metadata } from '../chart/metadata.ts'
import { Untraced } from '../errors.ts'
import type { TraceInput } from '../trace.ts'

/** https://helm.sh/docs/topics/charts: what `helm template` asks of a release's name. */
const RELEASE_NAME = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const LONGEST_NAME = 53
/** Narrower than what helm takes. */
const CHART_NAME = /^[A-Za-z0-9][\w.-]*$/
const CHART_VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?(?:\+[0-9A-Za-z.-]+)?$/
const ALIAS = /^[A-Za-z0-9_-]*$/
const KUBE_VERSION = /^v?\d+\.\d+\.\d+$/

/**
 * Sees to it that helm would not refuse a release before its templates run. A schema of values is helm's business.
 * @throws Untraced where helm may refuse it
 */
export function refuseUninstallable({ chart, release, capabilities }: TraceInput): void {
  const { metadata, subcharts } = chart
  refuse(!RELEASE_NAME.test(release.name) || release.name.length > LONGEST_NAME, 'the name of the release is unusual')
  refuse(release.namespace === '', 'there is no namespace')
  refuse(metadata.type === 'library', 'a library chart is not installed')
  const names = new Set(subcharts.map(subchart => subchart.metadata.name))
  const absent = metadata.dependencies?.find(({ name }) => !names.has(name))
  refuse(absent !== undefined, `the dependency ${absent?.name} is not in charts/`)
  if (metadata.kubeVersion !== '') {
    const version = capabilities.kubeVersion
    const isMet = KUBE_VERSION.test(version) && isCompatible(metadata.kubeVersion, version)
    refuse(!isMet, `the chart wants Kubernetes ${metadata.kubeVersion}`)
  }
  refuseInvalid(chart)
}

function refuseInvalid(chart: Chart): void {
  const { metadata, subcharts, hasSchema } = chart
  refuse(hasSchema, 'the chart has a schema of its values')
  refuse(!/^v[12]$/.test(metadata.apiVersion), 'the apiVersion of the chart is unusual')
  refuse(!CHART_NAME.test(metadata.name) || !CHART_VERSION.test(metadata.version), 'its name or version is unusual')
  refuse(!['', 'application', 'library'].includes(metadata.type), 'the type of the chart is unusual')
  refuseDependencies(metadata)
  for (const subchart of subcharts) refuseInvalid(subchart)
}

function refuseDependencies({ dependencies = [] }: Metadata): void {
  const names = dependencies.map(({ name, alias }) => alias || name)
  refuse(new Set(names).size < names.length, 'two dependencies have one name')
  refuse(
    dependencies.some(({ name, alias }) => name === '' || !ALIAS.test(alias)),
    'the name of a dependency is unusual',
  )
}

function refuse(isRefused: boolean, reason: string): void {
  if (isRefused) throw new Untraced(reason)
}
