import { defineRule } from '../check/rule.ts'
import { FETCHING_KINDS, type Item, itemsOf } from '../model/eso/external-secrets.ts'
import { matchesEverything } from '../model/regexp.ts'
import { asMapping, asText, isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'fetch-all-secrets',
  title: 'An ExternalSecret fetches every secret that its store can see',
  severities: ['high'],
  kinds: FETCHING_KINDS,
  why: 'One Secret holds everything that the store’s credential reads, also what is added to the provider later and is meant for somebody else. Whoever reads that Secret, or a pod that mounts it, has it all.',
  remedy:
    'Name the secrets under `data` or `dataFrom[].extract`, or narrow `find` by `path`, by `tags`, or by a `name.regexp` that begins with the application’s own prefix.',
  references: [
    'https://external-secrets.io/latest/guides/getallsecrets/',
    'https://external-secrets.io/latest/api/externalsecret/',
  ],
  guide: ['TM3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: everything, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - find:
        name:
          regexp: .* # finding: every secret that ClusterSecretStore vault can see is fetched
    - find: # finding: every secret that SecretStore aws can see is fetched
        path: /
      sourceRef:
        storeRef: { name: aws }
    - find: # finding: every secret that the store can see is fetched, for it has no name, path or tags
        tags: {}
      sourceRef:
        storeRef: { kind: ClusterSecretStore }
    - find: # finding: it has no name, path or tags
        conversionStrategy: Default
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everything }
spec:
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom:
      - find:
          name: { regexp: '\\A(?:.+)\\z' } # finding: the expression \\A(?:.+)\\z takes every name
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/database }
    - find: { path: shop, name: { regexp: .* } }
    - find: { name: { regexp: ^shop- } }
    - find: { tags: { team: shop } }
    - find: { name: { regexp: "\${PATTERN}" } }
    - find: { path: "\${FOLDER}" }
    - find: { tags: "\${TAGS}" }
    - find: { name: "\${NAME}" }
    - find: { name: { regexp: 7 } }
`,
  ],
  *check(manifest) {
    for (const item of itemsOf(manifest)) {
      const fault = item.how === 'find' ? faultOf(item) : undefined
      if (!fault) continue
      const { kind, name } = item.store ?? {}
      const store = kind && name ? `${kind} ${name}` : 'the store'
      yield {
        path: [...item.path, 'find', ...fault.at],
        message: `every secret that ${store} can see is fetched, for ${fault.because}`,
      }
    }
  },
})

interface Fault {
  /** Below `find`. */
  readonly at: readonly string[]
  readonly because: string
}

/** Why a `find` takes everything; undefined when it does not, or nobody knows yet. */
function faultOf({ body }: Item): Fault | undefined {
  const find = asMapping(body.find)
  if (!find || isNarrowed(find.path) || Object.keys(asMapping(find.tags) ?? {}).length > 0) return undefined
  if (isPlaceholder(find.tags) || isPlaceholder(find.name)) return undefined
  const pattern = asMapping(find.name)?.regexp ?? ''
  if (pattern === '') return { at: [], because: 'it has no name, path or tags' }
  const text = asText(pattern)
  if (text === undefined || isPlaceholder(text) || !matchesEverything(text)) return undefined
  return { at: ['name', 'regexp'], because: `the expression ${text} takes every name` }
}

/** The root is no narrower than nothing. */
const isNarrowed = (path: unknown): boolean => isPlaceholder(path) || !/^[/.]*$/.test(asText(path) ?? '')
