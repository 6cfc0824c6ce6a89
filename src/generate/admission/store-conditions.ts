import { list, text } from './cel.ts'
import { CLUSTER_STORES, ON_WRITTEN_SPEC, type PolicyMaker } from './policy.ts'

/** A ClusterSecretStore says which namespaces may use it, and means it. */
export const storeConditions: PolicyMaker = () => ({
  policy: {
    id: 'eso-store-conditions',
    comment: [
      'ClusterSecretStores must have conditions, none of which is empty or takes every namespace, or every new one.',
      'Regular expressions must be anchored as a whole: ^team-[a-z]+$',
    ],
    kinds: CLUSTER_STORES,
    ...ON_WRITTEN_SPEC,
    settings: [],
    variables: [
      { name: 'conditions', expression: 'object.?spec.?conditions.orValue([])' },
      {
        name: 'empty',
        expression:
          'variables.conditions.filter(c, !c.?namespaceSelector.hasValue() && size(c.?namespaces.orValue([])) == 0 && size(c.?namespaceRegexes.orValue([])) == 0)',
      },
      {
        name: 'open',
        expression: `variables.conditions.filter(c, c.?namespaceSelector.hasValue() && size(c.?namespaceSelector.?matchLabels.orValue({})) == 0 && c.?namespaceSelector.?matchExpressions.orValue([]).all(e, ${EXCLUDES}))`,
      },
      {
        name: 'loose',
        expression: `variables.conditions.filter(c, !c.?namespaceRegexes.orValue([]).all(r, ${ANCHORED} && !${ANY_NAME}))`,
      },
    ],
    validations: [
      {
        expression: 'size(variables.conditions) > 0',
        message: "'every namespace may use this store: set spec.conditions'",
      },
      { expression: 'size(variables.empty) == 0', message: "'a condition is empty'" },
      {
        expression: 'size(variables.open) == 0',
        message: "'a namespaceSelector takes every namespace, or every one that it does not exclude'",
      },
      {
        expression: 'size(variables.loose) == 0',
        message: "'namespaceRegexes must be anchored (^...$), and must not take every name'",
      },
    ],
    action: 'deny',
    holds: [
      { id: 'unrestricted-cluster-store' },
      { id: 'catch-all-store-condition' },
      { id: 'unanchored-namespace-regex' },
    ],
    examples: { admitted: storeFor('shop', [{ namespaces: ['shop'] }]), refused: storeFor('all', []) },
  },
})

/** As reachOfSelector: requirements that take every namespace which they do not name. */
const EXCLUDES =
  "e.operator in ['NotIn', 'DoesNotExist'] || (e.operator == 'Exists' && e.key == 'kubernetes.io/metadata.name')"

/** What settles an end of an expression: an anchor, a dash, or what takes any letter. */
const ANY = String.raw`\.[*+]|\[(-a-z0-9|a-z0-9\\?-)\][*+]`
const BEGIN = String.raw`^(\^|\\A|-|${ANY})`
const END = String.raw`(\$|\\z|-|${ANY})$`

/** As looseEnds, but for groups in groups: each alternative is anchored, or all of them are inside of groups. */
const ANCHORED =
  `(r.split('|').all(a, a.matches(${text(`${BEGIN}.*`)}) && a.matches(${text(END)})) || ` +
  `r.matches(${text(String.raw`${BEGIN}[^|]*(\([^()]*\)[^|()]*)*${END}`)}))`

/** As isAnyName: names that share no letter. */
const ANY_NAME = `${list(['bdfg', 'chjk', 'lmnp', 'qrst', 'vwxz', 'default', 'aeiouy'])}.all(n, n.matches(r))`

const storeFor = (name: string, conditions: readonly { readonly namespaces: readonly string[] }[]) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ClusterSecretStore',
  metadata: { name },
  spec: { conditions, provider: { aws: { service: 'SecretsManager', region: 'eu-west-1' } } },
})
