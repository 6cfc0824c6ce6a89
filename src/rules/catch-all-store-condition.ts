import { namedConditions } from '../check/named-conditions.ts'
import { defineRule } from '../check/rule.ts'
import { type Alternative, alternativesOf, reachOf } from '../model/eso/conditions.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'

export default defineRule({
  id: 'catch-all-store-condition',
  title: 'A condition of a ClusterSecretStore takes every namespace',
  severities: ['high', 'medium'],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ['stores'],
  why: 'The store looks restricted and is not. Conditions are alternatives, also those in one entry: as soon as one of them takes every namespace the others mean nothing, and whoever may create an ExternalSecret anywhere reads what the credential of the store reads. A condition that only excludes lets in each new namespace by itself.',
  remedy:
    'Replace the condition by the namespaces that need the store (`namespaces`), or by a selector on a label that only operators set. Leave `namespaceSelector` out where you mean none: an empty one takes everything.',
  references: [
    'https://external-secrets.io/latest/api/clustersecretstore/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['NI2', 'TM6'],
  supersedes: ['unanchored-namespace-regex'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: empty-selector }
spec:
  conditions:
    - namespaceSelector: {} # finding: this selector takes every namespace
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: any-name }
spec:
  conditions:
    - namespaceRegexes:
        - ".*" # finding: the expression ".*" takes every sort of name, also default
        - "" # finding: the expression "" takes every sort of name
        - ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ # finding: takes every sort of name
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: empty-selector }
  dataFrom: [{ extract: { key: shop/db } }]

---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: cache, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: any-name }
  dataFrom: [{ extract: { key: shop/cache } }]
`,
    `
# Alternatives are ORed, also those of one entry.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: beside }
spec:
  conditions:
    - namespaces: [shop]
      namespaceSelector: # finding: takes every namespace, so the other conditions hold nobody back
        matchLabels: {}
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: queue, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: beside }
  dataFrom: [{ extract: { key: shop/queue } }]
`,
    `
# Each namespace has a name, and a new one is none of those that are excluded.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: named }
spec:
  conditions:
    - namespaceSelector: # finding: this selector takes every namespace
        matchExpressions: [{ key: kubernetes.io/metadata.name, operator: Exists }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: excluding }
spec:
  conditions:
    - namespaceSelector: # finding[medium]: every namespace that it does not exclude, also new ones
        matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system] }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: tight }
spec:
  conditions:
    - namespaces: [shop]
    - namespaceSelector: { matchLabels: { team: shop } }
    - namespaceRegexes: ["^shop-.*$"]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# None of these takes anybody.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: nobody }
spec:
  conditions:
    - {}
    - namespaceSelector:
    - namespaces: ["*"]
    - namespaceRegexes: ["(.*"]
---
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  conditions:
    - namespaceSelector: \${SELECTOR}
      namespaceRegexes: ["\${EXPRESSION}", "<EXPRESSION>"]
---
# The operator ignores the conditions of a SecretStore.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  conditions:
    - namespaceSelector: {}
`,
  ],
  *check(store) {
    const alternatives = alternativesOf(store)
    for (const alternative of alternatives) {
      const reach = reachOf(alternative)
      if (reach === 'every-other')
        yield {
          path: alternative.path,
          severity: 'medium',
          message: 'this selector takes every namespace that it does not exclude, also new ones',
        }
      if (reach !== 'every') continue
      const isTightBeside = alternatives.some(other => reachOf(other) === 'some')
      const rest = isTightBeside ? ', so the other conditions hold nobody back' : ''
      yield { path: alternative.path, message: `${nameOf(alternative)}${rest}` }
    }
  },
  fix: fault => namedConditions(fault),
})

const nameOf = ({ by, value }: Alternative): string =>
  by === 'regex'
    ? `the expression "${value}" takes every sort of name, also default`
    : 'this selector takes every namespace'
