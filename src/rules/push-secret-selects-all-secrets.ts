import { defineRule } from '../check/rule.ts'
import { PUSHING_KINDS, specPathOf } from '../model/eso/external-secrets.ts'
import { isEmptySelector, pushSourceOf } from '../model/eso/pushes.ts'
import { matchesEverything } from '../model/regexp.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, valueAt } from '../parse/untyped.ts'

export default defineRule({
  id: 'push-secret-selects-all-secrets',
  title: 'A PushSecret takes every Secret of its namespace, or every key',
  severities: ['high', 'low'],
  kinds: PUSHING_KINDS,
  why: 'An empty selector takes every Secret of the namespace, also those of others and those that come later, and sends them to a provider. Whoever reads there has the credentials of the whole namespace.',
  remedy:
    'Name the Secret under `selector.secret.name`, or choose by a label that is set for this purpose. In `dataTo` give `match.regexp` for the keys that are meant.',
  references: [
    'https://external-secrets.io/latest/api/pushsecret/',
    'https://external-secrets.io/latest/guides/pushsecrets/',
  ],
  guide: ['PS1', 'TM5'],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: everything, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector:
    secret:
      selector: {} # finding: the selector is empty, so every Secret of the namespace is pushed
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: everything }
spec:
  pushSecretSpec:
    secretStoreRefs: [{ name: vault }]
    selector:
      secret:
        selector: { matchLabels: {} } # finding: every Secret of the namespace is pushed
`,
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-label, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { selector: { matchLabels: { app: shop } } } }
  dataTo:
    - storeRef: { name: vault } # finding: every key of every chosen Secret is pushed
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: database } }
  dataTo:
    - storeRef: { name: vault }
      match:
        regexp: .* # finding[low]: every key of Secret database is pushed, also one that is added later
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-label, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { selector: { matchLabels: { push: "yes" } } } }
  dataTo: [{ storeRef: { name: vault }, match: { regexp: ^db- } }]
---
# A name wins over a selector, and so does a generator.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: database, selector: {} } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: generated, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { generatorRef: { kind: Password, name: password }, secret: { selector: {} } }
  dataTo: [{ storeRef: { name: vault } }]
---
# Entries that are filled in later.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: entries, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { selector: { matchLabels: { push: "yes" } } } }
  dataTo:
    - "\${ENTRY}"
    - { storeRef: { name: vault }, match: "\${MATCH}" }
    - { storeRef: { name: vault }, match: { regexp: "\${REGEXP}" } }
`,
  ],
  *check(manifest) {
    const spec = specPathOf(manifest) ?? []
    const source = pushSourceOf(manifest)
    if (source.from === 'selector' && isEmptySelector(source.selector))
      yield {
        path: [...spec, 'selector', 'secret', 'selector'],
        message: 'the selector is empty, so every Secret of the namespace is pushed',
      }
    for (const path of openEntries(manifest, [...spec, 'dataTo'])) {
      if (source.from === 'selector') yield { path, message: 'every key of every chosen Secret is pushed' }
      if (source.from === 'secret')
        yield {
          path,
          severity: 'low',
          message: `every key of Secret ${source.name} is pushed, also one that is added later`,
        }
    }
  },
})

/** Entries of `dataTo` that take every key: the expression that does, or the entry without one. */
const openEntries = (manifest: Manifest, list: readonly (string | number)[]): (string | number)[][] =>
  asList(manifest.get(...list)).flatMap((entry, i) => {
    const match = valueAt(entry, ['match'])
    const regexp = asMapping(match)?.regexp ?? ''
    if (!asMapping(entry) || [entry, match, regexp].some(isPlaceholder)) return []
    if (regexp === '') return [[...list, i]]
    return matchesEverything(asText(regexp) ?? 'x') ? [[...list, i, 'match', 'regexp']] : []
  })
