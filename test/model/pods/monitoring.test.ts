import { describe, expect, test } from 'vitest'
import { isScraped, syncAlerts } from '../../../src/model/pods/monitoring.ts'
import { worldOf } from '../../world.ts'

const LABELS = { app: 'eso' }

const object = (apiVersion: string, kind: string, spec: unknown, metadata: object = {}): string =>
  JSON.stringify({ apiVersion, kind, metadata: { name: 'x', namespace: 'eso', ...metadata }, spec })
const pod = (annotations: object = {}): string => object('v1', 'Pod', {}, { labels: LABELS, annotations })
const SERVICE = object('v1', 'Service', { selector: LABELS }, { labels: { metrics: 'yes' } })
const monitor = (spec: object, metadata: object = {}, kind = 'ServiceMonitor'): string =>
  object('monitoring.coreos.com/v1', kind, spec, metadata)
const METRICS = { selector: { matchLabels: { metrics: 'yes' } } }
const ELSEWHERE = { namespace: 'monitoring' }

function scraped(...objects: string[]): boolean {
  const world = worldOf(objects.join('\n---\n'))
  return world.pods.some(found => isScraped(found, world))
}

describe('what reads the metrics of a pod', () => {
  test.each([
    ['nothing', [], false],
    ['a Service alone', [SERVICE], false],
    ['a monitor of its Service', [SERVICE, monitor(METRICS)], true],
    ['a monitor of every Service', [SERVICE, monitor({ selector: {} })], true],
    ['a monitor without its Service', [monitor(METRICS)], false],
    [
      'a monitor of a Service that leads to half of it',
      [
        object('v1', 'Service', { selector: { ...LABELS, other: 'x' } }, { labels: { metrics: 'yes' } }),
        monitor({ selector: {} }),
      ],
      false,
    ],
    ['a monitor of another Service', [SERVICE, monitor({ selector: { matchLabels: { metrics: 'no' } } })], false],
    ['one in another namespace', [SERVICE, monitor(METRICS, ELSEWHERE)], false],
    [
      'one there that names this',
      [SERVICE, monitor({ ...METRICS, namespaceSelector: { matchNames: ['eso'] } }, ELSEWHERE)],
      true,
    ],
    [
      'one here that names another',
      [SERVICE, monitor({ ...METRICS, namespaceSelector: { matchNames: ['a'] } })],
      false,
    ],
    ['one there for any', [SERVICE, monitor({ ...METRICS, namespaceSelector: { any: true } }, ELSEWHERE)], true],
    [
      'one whose namespaces come later',
      [SERVICE, monitor({ ...METRICS, namespaceSelector: '${NS}' }, ELSEWHERE)],
      true,
    ],
    ['one whose selector comes later', [SERVICE, monitor({ selector: '${SELECTOR}' })], true],
    ['a monitor of pods', [monitor({ selector: { matchLabels: LABELS } }, {}, 'PodMonitor')], true],
    ['a monitor of other pods', [monitor(METRICS, {}, 'PodMonitor')], false],
    [
      'a monitor of pods of the whole cluster',
      [object('monitoring.googleapis.com/v1', 'ClusterPodMonitoring', { selector: { matchLabels: LABELS } })],
      true,
    ],
    ['VictoriaMetrics', [SERVICE, object('operator.victoriametrics.com/v1beta1', 'VMServiceScrape', METRICS)], true],
  ])('%s: %s', (_, others, expected) => {
    expect(scraped(pod(), ...others)).toBe(expected)
  })

  test.each([
    [{ 'prometheus.io/scrape': 'true' }, true],
    [{ 'prometheus.io/scrape': '${SCRAPE}' }, true],
    [{ 'k8s.grafana.com/scrape': 'true' }, true],
    [{ 'ad.datadoghq.com/eso.checks': '{}' }, true],
    [{ 'prometheus.io/scrape': 'false' }, false],
    [{ 'prometheus.io/port': '8080' }, false],
  ])('an annotation %j of the pod, or of its Service: %s', (annotations, expected) => {
    expect(scraped(pod(annotations))).toBe(expected)
    expect(scraped(pod(), object('v1', 'Service', { selector: LABELS }, { annotations }))).toBe(expected)
    expect(scraped(pod(), object('v1', 'Service', { selector: { app: 'other' } }, { annotations }))).toBe(false)
    expect(scraped(pod(), object('v1', 'Service', {}, { annotations }))).toBe(false)
  })
})

describe('alerts on the operator’s work', () => {
  const rules = (...entries: unknown[]): string => monitor({ groups: [{ rules: entries }] }, {}, 'PrometheusRule')
  test.each([
    ['failed syncs', { alert: 'A', expr: 'increase(externalsecret_sync_calls_error[1h]) > 0' }, 1],
    ['stores', { alert: 'A', expr: 'clustersecretstore_status_condition{status="False"} == 1' }, 1],
    [
      'what another exporter says',
      { alert: 'A', expr: 'kube_customresource{customresource_kind="ExternalSecret"}' },
      1,
    ],
    ['every controller', { alert: 'A', expr: 'rate(controller_runtime_reconcile_errors_total[5m]) > 0' }, 1],
    ['something else', { alert: 'ExternalSecretFailed', expr: 'up == 0' }, 0],
    ['nothing: it only records', { record: 'a', expr: 'externalsecret_sync_calls_error' }, 0],
    ['nothing at all', 7, 0],
  ])('%s', (_, entry, expected) => {
    expect(syncAlerts(worldOf(rules(null, entry)))).toHaveLength(expected)
  })
})
