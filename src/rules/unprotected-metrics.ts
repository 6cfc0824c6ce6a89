import { generated, unsafe } from '../check/offer.ts'
import { isOpenToAll } from '../check/open-ingress.ts'
import { defineRule } from '../check/rule.ts'
import { listenersOf } from '../model/network/listening.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'unprotected-metrics',
  title: 'Any pod can read the metrics of the operator',
  severities: ['low'],
  kinds: WORKLOAD_KINDS,
  needs: ['install'],
  why: 'The metrics name every namespace, store and ExternalSecret, and tell which provider is called and when it fails: a map for whoever looks for the way to a secret. They are served in clear text to everyone who asks.',
  remedy:
    'Let only the monitoring connect to the port (`from` in `networkPolicy.ingress` of the operator chart and those of `webhook` and `certController`), or set `metrics.listen.secure.enabled` and `metrics.listen.auth.enabled` (2.5.0 on, for each component), which has the API server ask who is reading; the chart then makes a long-lived token for the controller’s ServiceAccount.',
  references: [
    'https://external-secrets.io/latest/api/metrics/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['NS1'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --metrics-addr=:8080 # finding: the controller shows its metrics on 8080 to any pod, without TLS and without asking who reads them
            - --loglevel=info
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress-only, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
`,
    `
# TLS alone keeps nobody from reading, and authentication alone does not work without TLS.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller # finding: on 8080 to any pod, without asking who reads them
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--metrics-secure=true]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --metrics-addr=:9090 # finding: the webhook shows its metrics on 9090 to any pod, without TLS
            - --metrics-auth=true
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
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: ["--metrics-addr=:8080", --metrics-secure=true, --metrics-auth=true]
---
# Switched off.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook, "--metrics-addr=0"]
`,
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ingress, namespace: eso }
spec:
  podSelector: {}
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
      ports: [{ port: 8080 }]
`,
  ],
  *check(workload, world) {
    const component = world.eso.componentOf(workload)
    const metrics = component && listenersOf(component).find(({ purpose }) => purpose === 'metrics')
    if (!component || !metrics || !isOpenToAll(component, metrics, world)) return
    const flags = flagsOf(component)
    const lacking = [
      ...(isOn(flags, 'metrics-secure', false) ? [] : ['without TLS']),
      ...(isOn(flags, 'metrics-auth', false) ? [] : ['without asking who reads them']),
    ]
    if (lacking.length === 0) return
    yield {
      path: metrics.path,
      message: `the ${component.role} shows its metrics on ${metrics.port} to any pod, ${lacking.join(' and ')}`,
    }
  },
  fix: () => unsafe(READERS, generated('network-policies')),
})

const READERS =
  'Does anything but the monitoring in this set read the metrics, and does the operator need other addresses than those of its stores?'
