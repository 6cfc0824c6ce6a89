import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, asTexts, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { inSameNamespace } from '../network/endpoint.ts'
import { type Labels, labelAt, selects } from '../selectors.ts'
import type { World } from '../world.ts'
import type { Pod } from './workloads.ts'

/** Kinds that make a monitoring system read the metrics of pods behind a Service. */
const SERVICE_MONITORS = [
  'monitoring.coreos.com/ServiceMonitor',
  'azmonitoring.coreos.com/ServiceMonitor',
  'operator.victoriametrics.com/VMServiceScrape',
]
/** Kinds that make it read those of pods. */
const POD_MONITORS = [
  'monitoring.coreos.com/PodMonitor',
  'azmonitoring.coreos.com/PodMonitor',
  'operator.victoriametrics.com/VMPodScrape',
  'monitoring.googleapis.com/PodMonitoring',
  'monitoring.googleapis.com/ClusterPodMonitoring',
]
/** Kinds that hold alerts on metrics. */
export const ALERT_KINDS: readonly string[] = [
  'monitoring.coreos.com/PrometheusRule',
  'operator.victoriametrics.com/VMRule',
  'monitoring.googleapis.com/Rules',
  'monitoring.googleapis.com/ClusterRules',
  'monitoring.googleapis.com/GlobalRules',
]

/**
 * Whether something in the set reads a pod's metrics: a monitor that selects it or a Service before it, or an annotation
 * on either. What is filled in later may.
 */
export function isScraped(pod: Pod, world: World): boolean {
  const services = world.of('core/Service').filter(service => leadsTo(service, pod))
  const annotations = [
    ...services.map(service => service.get('metadata', 'annotations')),
    pod.manifest.get(...pod.specPath.slice(0, -1), 'metadata', 'annotations'),
  ]
  return (
    annotations.some(asksForScraping) ||
    POD_MONITORS.flatMap(kind => world.of(kind)).some(monitor => watches(monitor, pod.manifest, pod.labels)) ||
    SERVICE_MONITORS.flatMap(kind => world.of(kind)).some(monitor =>
      services.some(service => watches(monitor, service, asLabels(service.get('metadata', 'labels')))),
    )
  )
}

/** A Service without a selector leads nowhere by itself. */
function leadsTo(service: Manifest, pod: Pod): boolean {
  const selector = Object.entries(asMapping(service.get('spec', 'selector')) ?? {})
  const isTaken = ([key, value]: [string, unknown]): boolean =>
    labelAt(pod.labels, key) === value || isPlaceholder(value)
  return inSameNamespace(service, pod.manifest) && selector.length > 0 && selector.every(isTaken)
}

/** `prometheus.io/scrape`, its relatives, and the checks of Datadog's agent. */
const asksForScraping = (annotations: unknown): boolean =>
  Object.entries(asMapping(annotations) ?? {}).some(
    ([key, value]) =>
      (key.endsWith('/scrape') && (value === 'true' || isPlaceholder(value))) || key.startsWith('ad.datadoghq.com/'),
  )

function watches(monitor: Manifest, object: Manifest, labels: Labels): boolean {
  const selector = monitor.get('spec', 'selector')
  return inScope(monitor, object) && (isPlaceholder(selector) || selects(selector ?? {}, labels))
}

/** Its own namespace unless it says which others, or any; a ClusterPodMonitoring is in none. */
function inScope(monitor: Manifest, object: Manifest): boolean {
  if (monitor.kind.startsWith('Cluster')) return true
  const scope = monitor.get('spec', 'namespaceSelector')
  const names = asTexts(valueAt(scope, ['matchNames']))
  if (valueAt(scope, ['any']) === true || isPlaceholder(scope) || names.some(isPlaceholder)) return true
  return names.length > 0
    ? object.namespace === undefined || names.includes(object.namespace)
    : inSameNamespace(monitor, object)
}

/** Metrics of the operator and of the library it is built with, and what other exporters call its kinds. */
const OUR_METRICS = /external_?secret|secret_?store|push_?secret|controller_runtime_reconcile_errors_total/i

/** The alerts of the set that look at the operator's work. */
export const syncAlerts = (world: World): Manifest[] =>
  ALERT_KINDS.flatMap(kind => world.of(kind)).filter(manifest =>
    asList(manifest.get('spec', 'groups'))
      .flatMap(group => asList(valueAt(group, ['rules'])))
      .some(rule => asText(valueAt(rule, ['alert'])) && OUR_METRICS.test(asText(valueAt(rule, ['expr'])) ?? '')),
  )
