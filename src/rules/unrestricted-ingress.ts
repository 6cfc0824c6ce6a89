import { componentsUnder, openingRules, POLICY_KINDS, rolesText } from '../check/network.ts'
import { listenersText, openedBy } from '../check/open-ingress.ts'
import { defineRule } from '../check/rule.ts'

export default defineRule({
  id: 'unrestricted-ingress',
  title: 'A network policy lets everybody connect to the operator',
  severities: ['medium'],
  kinds: POLICY_KINDS,
  needs: ['install'],
  why: 'The policy names ports but nobody who may connect to them: any pod of any namespace reads the operator’s metrics, which name namespaces, stores and ExternalSecrets, and tries its luck with the webhook’s server.',
  remedy:
    'Give each rule of `networkPolicy.ingress`, `webhook.networkPolicy.ingress` and `certController.networkPolicy.ingress` in the operator chart a `from`: the namespace of the monitoring for the metrics port, the addresses of the API server for the webhook port (whoever runs the cluster knows them). Rules for health ports can go: probes come from the node, which policies let through.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  ],
  guide: ['NS1'],
  bad: [
    `
# As the operator's chart has it: ports without a source.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: webhook, namespace: eso }
spec:
  podSelector: { matchLabels: { app: webhook } }
  ingress:
    - ports: # finding: it lets any pod of the cluster connect to the webhook on 8080 (metrics) and 10250 (webhook)
        - { port: metrics }
        - { port: 10250, protocol: TCP }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    metadata: { labels: { app: webhook } }
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook, --port=10250]
          ports: [{ name: metrics, containerPort: 8080 }]
`,
    `
# A selector of namespaces that is empty takes every namespace.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: metrics, namespace: eso }
spec:
  podSelector: {}
  ingress:
    - from: [{ namespaceSelector: {} }] # finding: it lets any pod of the cluster connect to the controller on 9090 (metrics)
      ports: [{ port: 9000, endPort: 9100 }]
    - from: [{ namespaceSelector: { matchLabels: { team: monitoring } } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--metrics-addr=:9090"] }
`,
  ],
  good: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: metrics, namespace: eso }
spec:
  podSelector: {}
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
      ports: [{ port: 8080 }]
    - from: [{ podSelector: {} }]
    - ports: [{ port: 8080, protocol: UDP }, { port: 9999 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# An empty rule of Cilium lets nobody in; a server on its own loopback is not there for others.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  ingress:
    - {}
    - fromEntities: [all]
      toPorts: [{ ports: [{ port: "8080" }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: ["--metrics-addr=127.0.0.1:8080"]
`,
  ],
  *check(policy, world) {
    const open = componentsUnder(policy, 'ingress', world).flatMap(component =>
      openingRules(policy, component, 'ingress', world).map(rule => ({
        component,
        path: rule.path,
        listeners: openedBy(rule, component, world),
      })),
    )
    const found = open.filter(({ listeners }) => listeners.length > 0)
    for (const same of Map.groupBy(found, ({ path }) => JSON.stringify(path)).values()) {
      const [first] = same
      if (!first) continue
      const roles = rolesText(same.map(({ component }) => component))
      const listeners = same.flatMap(one => one.listeners)
      yield {
        path: first.path,
        message: `it lets any pod of the cluster connect to ${roles} on ${listenersText(listeners)}`,
      }
    }
  },
})
