import { defineRule } from '../check/rule.ts'
import { foreignTemplates, metadataEffects, outsideData } from '../check/template-injection.ts'
import { FETCHING_KINDS } from '../model/eso/external-secrets.ts'
import { isSecret, targetOf } from '../model/eso/targets.ts'

export default defineRule({
  id: 'template-injection',
  title: 'A template does more than fill the data of its Secret',
  severities: ['medium', 'low'],
  kinds: FETCHING_KINDS,
  why: 'What stands in a Secret beside its data makes Kubernetes and other controllers act: a type, an owner or a finalizer, an annotation that copies the Secret into other namespaces, a label that makes it a cluster of Argo CD. A template that others write puts secret values where its author reads them.',
  remedy:
    'Write the template literally under `target.template.data`, leave `templateFrom[].target` out, and make one ExternalSecret per namespace instead of copies. External Secrets Operator 2.9.0 and newer refuses targets other than data, labels and annotations.',
  references: [
    'https://external-secrets.io/latest/guides/templating/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['AC3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: owner, namespace: shop }
spec:
  target:
    template:
      metadata:
        finalizers: [example.com/keep] # finding: the finalizers keep the Secret until somebody removes them by hand
      templateFrom:
        - target: metadata.ownerReferences # finding: the template writes into metadata.ownerReferences of the Secret, outside its data
          literal: "{{ .owners }}"
        - target: Annotations # finding: the template writes annotations of the Secret, whose keys whoever fills the store can choose
          literal: "{{ .annotations }}"
  dataFrom: [{ extract: { key: shop } }]
`,
    `
# This operator refuses the target.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: type, namespace: shop }
spec:
  target:
    template:
      templateFrom:
        - target: type # finding[low]: the template writes into type of the Secret, outside its data; the operator in the set refuses it
          literal: kubernetes.io/service-account-token
  dataFrom: [{ extract: { key: shop } }]
`,
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: wildcard, namespace: certificates }
spec:
  target:
    template:
      metadata:
        annotations:
          reflector.v1.k8s.emberstack.com/reflection-allowed: "true" # finding: Reflector copies the Secret into any namespace
  dataFrom: [{ extract: { key: wildcard } }]
---
# Without a template, the Secret has the annotations of its ExternalSecret.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: registry
  namespace: shop
  annotations:
    replicator.v1.mittwald.de/replicate-to: shop-test,shop-demo # finding[low]: kubernetes-replicator copies the Secret into other namespaces
spec:
  dataFrom: [{ extract: { key: registry } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: registry }
spec:
  externalSecretMetadata:
    annotations:
      kubed.appscode.com/sync: "" # finding: Config Syncer copies the Secret into any namespace
  externalSecretSpec:
    dataFrom: [{ extract: { key: registry } }]
`,
    `
# Who writes ConfigMaps writes the template; who writes ExternalSecrets makes clusters of Argo CD.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: cluster, namespace: argocd }
spec:
  target:
    template:
      metadata:
        labels:
          argocd.argoproj.io/secret-type: cluster # finding[low]: Argo CD takes the Secret for a cluster, and Group developers (in namespace argocd) can write ExternalSecrets in namespace argocd
      templateFrom:
        - configMap:
            name: cluster-template # finding: the template stands in ConfigMap argocd/cluster-template, which Group writers (in all namespaces) can change
            items: [{ key: config }]
  dataFrom: [{ extract: { key: cluster } }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: developer, namespace: argocd }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [create, patch] }
  - { apiGroups: [""], resources: [configmaps], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: argocd }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: developer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: writer }
rules:
  - { apiGroups: [""], resources: [configmaps], verbs: [create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: writer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: writers }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: usual
  namespace: shop
  annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: "true" } # the template has its own
  finalizers: [example.com/keep]
spec:
  target:
    template:
      metadata: { labels: { argocd.argoproj.io/secret-type: repository } }
      templateFrom:
        - literal: "password: {{ .password }}"
        - target: data
          configMap: { name: template, items: [{ key: config }] }
        - target: "\${TARGET}"
          literal: "password: {{ .password }}"
  dataFrom: [{ extract: { key: shop } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: off
  namespace: shop
  annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: "false", replicator.v1.mittwald.de/replicate-to: "\${NAMESPACES}" }
  finalizers: [example.com/keep]
spec:
  dataFrom: [{ extract: { key: shop } }]
---
# Paths are how a generic target is written.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: application, namespace: shop }
spec:
  target:
    manifest: { apiVersion: argoproj.io/v1alpha1, kind: Application }
    template:
      templateFrom: [{ target: spec.source.helm, literal: "values: {{ .values }}" }]
  dataFrom: [{ extract: { key: shop } }]
---
# Only a ConfigMap of another name, and only in another namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: writer, namespace: shop }
rules:
  - { apiGroups: [""], resources: [configmaps], resourceNames: [other], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: writer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: writer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: writers }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: writer, namespace: billing }
rules:
  - { apiGroups: ["", external-secrets.io], resources: [configmaps, externalsecrets], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: writer, namespace: billing }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: writer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: writers }]
`,
  ],
  *check(manifest, world) {
    const target = targetOf(manifest)
    if (!target) return
    yield* outsideData(manifest, target, world)
    yield* foreignTemplates(manifest, target, world)
    if (isSecret(target) && target.creationPolicy !== 'None') yield* metadataEffects(manifest, target, world)
  },
})
