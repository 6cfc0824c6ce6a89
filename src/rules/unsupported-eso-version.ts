import { defineRule } from '../check/rule.ts'
import { DATED } from '../dated.ts'
import { endOfSupport } from '../model/eso/support.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'unsupported-eso-version',
  title: 'The version of External Secrets Operator gets no fixes any more',
  severities: ['info'],
  kinds: WORKLOAD_KINDS,
  why: 'The project supports its newest minor version only, for about three weeks each: older images are not rebuilt when a library in them turns out to be weak, and their faults are fixed in newer ones alone.',
  remedy:
    'Upgrade one minor version at a time, and let a bot raise the chart’s version, so that the next fix is a small step.',
  references: [
    'https://external-secrets.io/latest/introduction/stability-support/',
    'https://external-secrets.io/latest/introduction/deprecation-policy/',
  ],
  guide: ['TM1'],
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
          image: ghcr.io/external-secrets/external-secrets:v2.1.0 # finding: External Secrets Operator 2.1.0 has been out of support since 2026-03-20
---
# Once for each install, at its controller.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.1.0", args: [webhook] }
`,
    `
# The day is not known, a newer minor version is.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso, labels: { app.kubernetes.io/version: v2.10.1 } }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29 # finding: External Secrets Operator 2.10.1 is out of support
`,
  ],
  good: [
    `
# The newest that is known, and one that came later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.12.3" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: next }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v3.0.0" }
`,
    `
# Nobody says which version this is.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:\${ESO_VERSION}" }
`,
  ],
  *check(manifest, { eso }) {
    const component = eso.componentOf(manifest)
    if (component?.role !== 'controller' || component.version === undefined) return
    const end = endOfSupport(component.version)
    if (!end) return
    const state = end.since === undefined ? 'is out of support' : `has been out of support since ${end.since}`
    yield {
      path: [...component.container.path, 'image'],
      message: `External Secrets Operator ${component.version} ${state}: only the newest minor version gets fixes, which was ${end.newest} or later on ${DATED.asOf}`,
    }
  },
})
