import { defineRule } from '../check/rule.ts'
import type { Path } from '../finding.ts'
import { reachOfSelector } from '../model/eso/conditions.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asList } from '../parse/untyped.ts'

export default defineRule({
  id: 'catch-all-cluster-external-secret',
  title: 'A ClusterExternalSecret or ClusterPushSecret works in every namespace',
  severities: ['high', 'medium'],
  kinds: [`${ESO_GROUP}/ClusterExternalSecret`, `${ESO_GROUP}/ClusterPushSecret`],
  why: 'A ClusterExternalSecret for every namespace puts the same secret where nobody needs it: whoever may read Secrets in any one namespace, or takes over one pod there, has it. A ClusterPushSecret for every namespace sends Secrets of all of them to one provider.',
  remedy:
    'Choose the namespaces that need it by name (`matchLabels: { kubernetes.io/metadata.name: … }`) or by a label that only operators set. Selectors are alternatives, so that a single empty one takes all; ask the operators of the cluster which label to use.',
  references: [
    'https://external-secrets.io/latest/api/clusterexternalsecret/',
    'https://external-secrets.io/latest/api/clusterpushsecret/',
  ],
  guide: ['NI2', 'TM3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: registry }
spec:
  namespaceSelectors:
    - matchLabels: { team: shop }
    - {} # finding: this selector takes every namespace, and each gets the secret
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom: [{ extract: { key: registry } }]
---
apiVersion: external-secrets.io/v1beta1
kind: ClusterExternalSecret
metadata: { name: old-field }
spec:
  namespaceSelector: {} # finding: this selector takes every namespace
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom: [{ extract: { key: registry } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: backup }
spec:
  namespaceSelectors:
    - matchLabels: {} # finding: takes every namespace, and Secrets of each are pushed
  pushSecretSpec:
    secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
    selector: { secret: { name: database } }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: excluding }
spec:
  namespaceSelectors:
    - matchExpressions: # finding[medium]: every namespace that it does not exclude, also new ones
        - { key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system] }
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom: [{ extract: { key: registry } }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: chosen }
spec:
  namespaces: [shop]
  namespaceSelectors:
    - matchLabels: { registry: "yes" }
    - matchExpressions: [{ key: team, operator: In, values: [shop, web] }]
---
# With no selector it works nowhere, and a selector of null takes nothing.
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: nowhere }
spec:
  namespaceSelector:
  namespaceSelectors: [~]
---
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: later }
spec:
  namespaceSelectors: ["\${SELECTOR}", { matchLabels: { team: "\${TEAM}" } }]
`,
  ],
  *check(manifest) {
    for (const path of selectorPaths(manifest)) {
      const reach = reachOfSelector(manifest.get(...path))
      if (reach === 'some') continue
      const effect = manifest.kind === 'ClusterPushSecret' ? 'Secrets of each are pushed' : 'each gets the secret'
      yield reach === 'every'
        ? { path, message: `this selector takes every namespace, and ${effect}` }
        : {
            path,
            severity: 'medium',
            message: `this selector takes every namespace that it does not exclude, also new ones, and ${effect}`,
          }
    }
  },
})

/** The operator heeds the older `namespaceSelector` beside the list, but not on a ClusterPushSecret, which never had it. */
const selectorPaths = (manifest: Manifest): Path[] => [
  ...(manifest.kind === 'ClusterExternalSecret' ? [['spec', 'namespaceSelector']] : []),
  ...asList(manifest.get('spec', 'namespaceSelectors')).map((_, i) => ['spec', 'namespaceSelectors', i]),
]
