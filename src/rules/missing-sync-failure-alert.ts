import { generated, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { syncAlerts } from '../model/pods/monitoring.ts'

export default defineRule({
  id: 'missing-sync-failure-alert',
  title: 'No alert tells of failed syncs or stores that are not ready',
  severities: ['low'],
  kinds: [],
  needs: ['install', 'policies'],
  why: 'When a sync fails the Secret keeps its old content: applications go on with a credential that was rotated or withdrawn, and nobody notices before it stops working. Many failures at once are also what somebody leaves behind who tries out what a store can read.',
  remedy:
    'Add alerts on `externalsecret_sync_calls_error` and on `externalsecret_status_condition`, `secretstore_status_condition`, `clustersecretstore_status_condition` and `pushsecret_status_condition` with `condition="Ready"` and `status="False"`, or ask whoever keeps the alerts of the cluster.',
  references: [
    'https://external-secrets.io/latest/api/metrics/',
    'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
  ],
  guide: ['AO1', 'AO2'],
  bad: [
    `
# finding: no alert in the set looks at failed syncs of External Secrets Operator or at stores that are not ready
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: nodes, namespace: monitoring }
spec:
  groups:
    - name: nodes
      rules:
        - { alert: NodeDown, expr: 'up{job="node"} == 0' }
        - { record: "externalsecret:errors:rate5m", expr: "rate(externalsecret_sync_calls_error[5m])" }
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: external-secrets, namespace: monitoring }
spec:
  groups:
    - name: external-secrets
      rules:
        - { alert: ExternalSecretNotReady, expr: 'externalsecret_status_condition{condition="Ready",status="False"} == 1', for: 15m }
`,
  ],
  *checkInstall(install, world) {
    // Alerts are the cluster's: several installs lack the same ones.
    if (install !== world.eso.installs.find(({ controller }) => controller) || syncAlerts(world).length > 0) return
    yield {
      object: null,
      path: [],
      message: 'no alert in the set looks at failed syncs of External Secrets Operator or at stores that are not ready',
    }
  },
  fix: () => unsafe(PROMETHEUS, generated('alerts')),
})

const PROMETHEUS =
  'Does the Prometheus Operator run in this cluster, and read rules from the namespace of the operator?'
