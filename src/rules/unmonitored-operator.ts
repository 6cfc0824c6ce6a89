import { chartValues } from '../check/chart-values.ts'
import { unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { isScraped } from '../model/pods/monitoring.ts'

export default defineRule({
  id: 'unmonitored-operator',
  title: "Nobody reads the operator's metrics",
  severities: ['low'],
  kinds: [],
  needs: ['install'],
  why: 'The operator counts failed syncs and says which stores and ExternalSecrets are not ready only in its metrics, its events and the status of each object. When nobody reads them, a credential that was taken away, a store that was changed or a rotation that never arrived goes unseen.',
  remedy:
    'Set `serviceMonitor.enabled: true` in the operator chart, or `podAnnotations` for the agent you use. From 1.0 on the chart leaves the ServiceMonitor out where helm does not know its kind: set `serviceMonitor.renderMode: alwaysRender`, or name `monitoring.coreos.com/v1/ServiceMonitor` in `apiVersions` of the release.',
  references: [
    'https://external-secrets.io/latest/api/metrics/',
    'https://prometheus-operator.dev/docs/developer/getting-started/',
  ],
  guide: ['AO1', 'AO2'],
  bad: [
    `
# finding: no ServiceMonitor, PodMonitor or scrape annotation in the set leads to the controller of External Secrets Operator in namespace eso
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: external-secrets }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: v1
kind: Service
metadata: { name: metrics, namespace: eso, labels: { app: external-secrets } }
spec:
  selector: { app: external-secrets }
---
# It stands in another namespace, and names none.
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: external-secrets, namespace: monitoring }
spec:
  selector:
    matchLabels: { app: external-secrets }
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: external-secrets }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: v1
kind: Service
metadata: { name: metrics, namespace: eso, labels: { app: external-secrets } }
spec:
  selector: { app: external-secrets }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: external-secrets, namespace: monitoring }
spec:
  namespaceSelector: { matchNames: [eso] }
  selector:
    matchLabels: { app: external-secrets }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      annotations: { prometheus.io/scrape: "true", prometheus.io/port: "8080" }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  *checkInstall({ controller, namespace }, world) {
    if (!controller || isScraped(controller.pod, world)) return
    const where = namespace === undefined ? '' : ` in namespace ${namespace}`
    yield {
      object: null,
      path: [],
      missing: 'monitoring.coreos.com/ServiceMonitor',
      message: `no ServiceMonitor, PodMonitor or scrape annotation in the set leads to the controller of External Secrets Operator${where}`,
    }
  },
  fix: fault => unsafe(PROMETHEUS, chartValues(fault, { 'serviceMonitor.enabled': true })),
})

const PROMETHEUS = 'Does the Prometheus Operator run in this cluster, and look into the namespace of the operator?'
