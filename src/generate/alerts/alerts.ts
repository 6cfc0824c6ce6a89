import { isScraped } from '../../model/pods/monitoring.ts'
import type { World } from '../../model/world.ts'
import { type Body, type Generator, nothing } from '../generator.ts'
import { type Alert, alertsFor } from './alert-rules.ts'
import { alertTests } from './alert-tests.ts'
import { READ } from './metrics.ts'

/** Alerts on the operator's own metrics, with tests for promtool. */
export const alerts: Generator = {
  id: 'alerts',
  title: 'Alerts on syncs that fail, stores that are not ready and a controller that is down',
  answers: ['missing-sync-failure-alert'],
  generate(world) {
    const installs = world.eso.installs.filter(({ controller }) => controller)
    const [first] = installs
    if (!first) return nothing('no External Secrets Operator is installed here')
    const groups: Body[] = [{ name: 'external-secrets', rules: alertsFor(installs).map(ruleOf) }]
    const rule: Body = {
      ...{ apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule' },
      metadata: {
        name: 'external-secrets-alerts',
        ...(first.namespace !== undefined && { namespace: first.namespace }),
      },
      spec: { groups },
    }
    return {
      files: [
        { name: 'alerts.yaml', purpose: 'manifests', documents: [{ comment: [SOURCE], body: rule }] },
        { name: 'tests/alerts.rules.yaml', purpose: 'test', documents: [{ comment: [SAME], body: { groups } }] },
        {
          name: 'tests/alerts.test.yaml',
          purpose: 'test',
          documents: [{ comment: [RUN], body: alertTests(alertsFor(installs)) }],
        },
      ],
      notes: [LABELS, ...unread(world)],
    }
  },
}

const SOURCE = `The metrics are those of External Secrets Operator up to ${READ.newest}, as of ${READ.asOf}: https://external-secrets.io/latest/api/metrics/`
const SAME = 'The same rules as Prometheus itself reads them, for promtool.'
const RUN = 'promtool test rules tests/alerts.test.yaml'
const LABELS = 'a Prometheus that selects rules by label (ruleSelector) needs that label on the PrometheusRule'

const ruleOf = ({ name, expression, minutes, severity, summary, description }: Alert): Body => ({
  ...{ alert: name, expr: expression, for: `${minutes}m` },
  ...{ labels: { severity }, annotations: { summary, description } },
})

const unread = (world: World): string[] =>
  world.eso.controllers.some(({ pod }) => isScraped(pod, world))
    ? []
    : [
        'nothing in the set reads the metrics of the controller: without that only ExternalSecretsControllerDown fires, and for ever',
      ]
