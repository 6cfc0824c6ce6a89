import { repairOf } from '../check/pod-repairs.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import { standardsVersionOf } from '../model/pods/enforced-profile.ts'
import { type Breach, breachesOf } from '../model/pods/pod-security.ts'
import { syncedUsesOf } from '../model/pods/synced-secrets.ts'
import { podOf, WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'restricted-profile-violation',
  title: 'A pod of the operator, or one that uses a synced Secret, breaks the Pod Security Standards',
  severities: ['high', 'medium'],
  kinds: WORKLOAD_KINDS,
  why: 'Whoever takes over a container that shares something with its node, or has more rights than it needs, gets to the node and from there to the Secrets of every pod on it. The operator holds those of the whole cluster and needs none of these rights; a pod that uses a synced Secret must at least keep to the profile `baseline`.',
  remedy:
    'Keep the operator chart’s defaults for `securityContext`, `webhook.securityContext` and `certController.securityContext`: they meet the profile `restricted`. Leave `hostNetwork` off, and check what `podSecurityContext`, `podSpecExtra`, `extraContainers`, `extraInitContainers` and `extraVolumes` add. In an application, take the setting out, or ask whoever owns its chart.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['TM1'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/controller: unconfined # finding[high]: container controller has the AppArmor profile unconfined
    spec:
      hostNetwork: true # finding[high]: the pod shares the network of its node, against the profile baseline
      securityContext:
        runAsNonRoot: true
      initContainers:
        - name: certificates
          image: registry.example.com/ca:v1
          securityContext:
            runAsNonRoot: false # finding[medium]: container certificates sets runAsNonRoot to false
            seccompProfile: { type: Unconfined } # finding[high]: container certificates has the seccomp profile Unconfined
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
              add: [CHOWN] # finding[medium]: container certificates adds the capability CHOWN, against the profile restricted
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          ports:
            - { containerPort: 8080, hostPort: 8080 } # finding[high]: container controller takes port 8080 of its node
          securityContext: # finding[medium]: container controller has no seccomp profile
            allowPrivilegeEscalation: true # finding[medium]: container controller does not set allowPrivilegeEscalation to false
            capabilities:
              drop: [all] # finding[medium]: container controller does not drop the capabilities ALL
      volumes:
        - name: host
          hostPath: { path: / } # finding[high]: volume host is a path of the node
        - name: share
          nfs: { server: nas, path: / } # finding[medium]: volume share is of the kind nfs
`,
    `
# In a user namespace root is nobody on the node, which the standards that this Namespace enforces do not know yet.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.34 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      hostUsers: false
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext:
            runAsNonRoot: true
            runAsUser: 0 # finding[medium]: container controller runs as root
            allowPrivilegeEscalation: false
            seccompProfile: { type: RuntimeDefault }
            capabilities: { drop: [ALL] }
`,
    `
# Application pods are held to the profile baseline: missing settings of restricted are not reported.
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          securityContext:
            privileged: true # finding[high]: container shop is privileged, against the profile baseline of the Pod Security Standards; the pod uses Secret db, which ExternalSecret shop/database syncs
          envFrom:
            - secretRef: { name: db }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  target: { name: db }
`,
  ],
  good: [
    `
# Whose standards hold the Namespace says: the host of a probe is nothing that those of 1.30 ask about.
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.30 }
---
apiVersion: v1
kind: Pod
metadata: { name: shop, namespace: shop }
spec:
  containers:
    - name: shop
      image: registry.example.com/shop:v1
      livenessProbe: { httpGet: { host: 10.0.0.1, port: 80 } }
      envFrom:
        - secretRef: { name: db }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      securityContext:
        runAsNonRoot: true
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext:
            allowPrivilegeEscalation: no
            capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }
      volumes:
        - { name: tmp, emptyDir: {} }
---
# In a user namespace root is nobody on the node.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      hostUsers: false
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook]
          securityContext:
            runAsUser: 0
            allowPrivilegeEscalation: "\${ESCALATION}"
            seccompProfile: { type: Localhost, localhostProfile: eso.json }
            capabilities: { drop: [ALL] }
---
# A privileged pod that uses no synced Secret is not this tool's business, and neither is a namesake elsewhere.
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: kube-system }
spec:
  template:
    spec:
      hostNetwork: true
      containers:
        - name: agent
          image: registry.example.com/agent:v1
          envFrom:
            - secretRef: { name: db }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
`,
  ],
  *check(manifest, world) {
    const pod = podOf(manifest)
    if (!pod) return
    const breaches = breachesOf(pod, standardsVersionOf(manifest, world))
    if (world.eso.componentOf(manifest)) {
      yield* breaches.map(problemOf)
      return
    }
    const forbidden = breaches.filter(({ level }) => level === 'baseline')
    const [use] = forbidden.length > 0 ? syncedUsesOf(pod, world) : []
    if (!use) return
    const because = `; the pod uses Secret ${use.secret}, which ${nameOf(use.source)} syncs`
    const related = [{ manifest: use.source, path: [], message: 'syncs the Secret that the pod uses' }]
    for (const breach of forbidden) {
      const problem = problemOf(breach)
      yield { ...problem, message: `${problem.message}${because}`, related }
    }
  },
  fix: fault => repairOf(fault),
})

const problemOf = ({ control, level, path, says }: Breach): Problem => ({
  path,
  discriminator: control,
  severity: level === 'baseline' ? 'high' : 'medium',
  message: `${says}, against the profile ${level} of the Pod Security Standards`,
})
