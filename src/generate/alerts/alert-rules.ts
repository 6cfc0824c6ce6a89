import type { Install } from '../../model/eso/eso.ts'
import { compareVersions } from '../../model/eso/version.ts'
import { CONDITIONS, type Metric, SYNC_ERRORS, WORKERS } from './metrics.ts'

/** An alert with a series that makes it fire, for its test. */
export interface Alert {
  readonly name: string
  readonly expression: string
  /** How long it must hold, in minutes. */
  readonly minutes: number
  readonly severity: 'warning' | 'critical'
  readonly summary: string
  readonly description: string
  readonly metric: Metric
  readonly example: Example
}

/** What fires an alert. */
export interface Example {
  /** Undefined where a missing series does. */
  readonly series?: string
  /** In promtool's notation, one a minute. */
  readonly values?: string
  /** The labels of the alert beside its severity. */
  readonly labels: Readonly<Record<string, string>>
}

/** Prometheus gives the series a namespace of their target; that of the object is then called otherwise. */
const PLACE = '{{ or $labels.exported_namespace $labels.namespace }}/{{ $labels.name }}'
const LABELS = { name: 'db', namespace: 'shop' }
const NOT_READY = { condition: 'Ready', status: 'False' }

/** All alerts that the versions of these installs have the metrics for. */
export function alertsFor(installs: readonly Install[]): Alert[] {
  const all = [...installs.map(controllerDown), syncErrors, ...NOT_READY_ALERTS].filter(({ metric }) =>
    has(metric, installs),
  )
  return [...new Map(all.map(alert => [alert.expression, alert])).values()]
}

/** Where several controllers are, each is looked for in its own namespace. */
function controllerDown({ namespace }: Install, _: number, installs: readonly Install[]): Alert {
  const isOne = installs.length < 2 || namespace === undefined
  const labels = { controller: 'externalsecret', ...(isOne ? {} : { namespace }) }
  return {
    name: 'ExternalSecretsControllerDown',
    expression: `absent(${series(WORKERS.name, labels)})`,
    ...{ minutes: 10, severity: 'critical', metric: WORKERS },
    summary: 'The controller of External Secrets Operator does not work.',
    description: 'No Secret is refreshed and none is pushed: what is rotated in the provider does not arrive.',
    example: { labels },
  }
}

const syncErrors: Alert = {
  name: 'ExternalSecretSyncErrors',
  expression: `sum by (namespace, exported_namespace, name) (increase(${SYNC_ERRORS.name}[1h])) > 3`,
  ...{ minutes: 5, severity: 'warning', metric: SYNC_ERRORS },
  summary: 'An ExternalSecret fails again and again.',
  description: `More than three syncs of ${PLACE} failed within an hour. Many at once may be somebody who tries out what a store can read.`,
  example: { series: series(SYNC_ERRORS.name, LABELS), values: '0+1x60', labels: LABELS },
}

const NOT_READY_ALERTS: readonly Alert[] = [
  notReady(
    'ExternalSecretNotReady',
    CONDITIONS.externalSecret,
    'An ExternalSecret',
    'Its Secret keeps what it had.',
    PLACE,
  ),
  notReady('SecretStoreNotReady', CONDITIONS.secretStore, 'A SecretStore', 'Nothing that uses it is refreshed.', PLACE),
  notReady(
    ...(['ClusterSecretStoreNotReady', CONDITIONS.clusterSecretStore, 'A ClusterSecretStore'] as const),
    ...(['Nothing that uses it is refreshed in any namespace.', '{{ $labels.name }}'] as const),
  ),
  notReady('PushSecretNotReady', CONDITIONS.pushSecret, 'A PushSecret', 'The provider keeps what it had.', PLACE),
]

function notReady(name: string, metric: Metric, what: string, effect: string, place: string): Alert {
  const labels = { ...NOT_READY, ...LABELS }
  return {
    ...{ name, metric, minutes: 15, severity: 'warning' },
    expression: `${series(metric.name, NOT_READY)} == 1`,
    summary: `${what} is not ready.`,
    description: `${place} has not been ready for a quarter of an hour. ${effect}`,
    example: { series: series(metric.name, labels), values: '1+0x60', labels },
  }
}

/** Values are quoted as PromQL has it. */
function series(name: string, labels: Readonly<Record<string, string>>): string {
  return `${name}{${Object.entries(labels)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}}`
}

/** Whether an install may have a metric; one of unknown version may. */
const has = ({ since }: Metric, installs: readonly Install[]): boolean =>
  since === undefined || installs.some(({ version }) => version === undefined || compareVersions(version, since) >= 0)
