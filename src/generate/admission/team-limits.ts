import { teamRights } from '../../check/team-rights.ts'
import type { World } from '../../model/world.ts'
import type { Policy, PolicyMaker } from './policy.ts'
import { FETCHING, ON_WRITTEN_SPEC, PUSHING } from './policy.ts'
import { everyNamespace, FETCHED_SPEC, FETCHING_NAMESPACES, PUSHED_SPEC, PUSHING_NAMESPACES } from './spec.ts'

/** What ExternalSecrets of a team's namespaces may fetch, and through which ClusterSecretStores. */
export const fetchingLimits: PolicyMaker = world => {
  const limits = limitsOf(world)
  if (!limits) return { notes: ['no team of the config has keyPrefixes or stores: remote keys are not judged'] }
  return {
    policy: {
      ...limits,
      id: 'eso-external-secret-keys',
      kinds: FETCHING,
      variables: [FETCHED_SPEC, ...FETCHING_NAMESPACES, ...FETCHED_KEYS, ...FETCHED_STORES],
      ...examplesFor(limits.settings, (namespace, key) => ({
        ...{ apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'one', namespace } },
        spec: { data: [{ secretKey: 'one', remoteRef: { key } }] },
      })),
    },
  }
}

/** The same of what PushSecrets may write. */
export const pushingLimits: PolicyMaker = world => {
  const limits = limitsOf(world)
  if (!limits) return {}
  return {
    policy: {
      ...limits,
      id: 'eso-push-secret-keys',
      kinds: PUSHING,
      variables: [PUSHED_SPEC, ...PUSHING_NAMESPACES, ...PUSHED_KEYS, ...PUSHED_STORES],
      ...examplesFor(limits.settings, (namespace, remoteKey) => ({
        ...{ apiVersion: 'external-secrets.io/v1alpha1', kind: 'PushSecret', metadata: { name: 'one', namespace } },
        spec: { data: [{ match: { remoteRef: { remoteKey } } }] },
      })),
    },
  }
}

type ByNamespace = Readonly<Record<string, readonly string[]>>

function limitsOf(world: World): Omit<Policy, 'id' | 'kinds' | 'variables'> | undefined {
  const all = Object.values(world.config.teams ?? {}).flatMap(({ namespaces = [] }) => namespaces)
  const rights = [...new Set(all)].sort().map(namespace => ({ namespace, ...teamRights(namespace, world.config) }))
  const prefixes = rights.flatMap(({ namespace, prefixes }) => (prefixes ? [[namespace, prefixes] as const] : []))
  const stores = rights.flatMap(({ namespace, stores }) => (stores ? [[namespace, stores] as const] : []))
  if (prefixes.length + stores.length === 0) return undefined
  return {
    comment: [
      'prefixes: what remote keys begin with, by namespace: teams of the config. A key must not have .. in it, and a search must be held to a folder or begin with ^ and a prefix.',
      'stores: the ClusterSecretStores of a namespace; SecretStores are its own.',
    ],
    ...ON_WRITTEN_SPEC,
    settings: [
      { name: 'prefixes', value: Object.fromEntries(prefixes) },
      { name: 'stores', value: Object.fromEntries(stores) },
    ],
    validations: [
      {
        expression: everyNamespace(`(!(ns in variables.prefixes) || (${KEYS} && ${FOLDERS} && ${SEARCHES}))`),
        message: "'a remote key begins with none of the prefixes of its namespace: ' + variables.named.join(', ')",
      },
      {
        expression: everyNamespace('(!(ns in variables.stores) || variables.used.all(s, s in variables.stores[ns]))'),
        message: "'a ClusterSecretStore is none of those of its namespace: ' + variables.used.join(', ')",
      },
    ],
    action: 'deny',
    holds: [{ id: 'remote-key-outside-prefix' }],
  }
}

/** As isBelow: a key with `..` in it may leave its folder. */
const KEYS = below('keys', 'k', 'k.startsWith(p)')
const FOLDERS = below('folders', 'f', "f.startsWith(p) || f + '/' == p")
/** What is escaped in an expression stands for itself; an alternative may lead elsewhere. */
const SEARCHES =
  "variables.searches.all(x, !x.contains('|') && variables.prefixes[ns].exists(p, x.startsWith('^' + p) || " +
  String.raw`x.replace('\\.', '.').replace('\\-', '-').replace('\\/', '/').startsWith('^' + p)))`

function below(variable: string, item: string, begins: string): string {
  const leaves = String.raw`${item}.matches('(^|[/\\\\])\\.\\.([/\\\\]|$)')`
  return `variables.${variable}.all(${item}, !${leaves} && variables.prefixes[ns].exists(p, ${begins}))`
}

/** `find` wins over `extract`, and both over a generator. */
const FETCHED_KEYS = [
  { name: 'data', expression: 'variables.spec.?data.orValue([])' },
  { name: 'entries', expression: 'variables.spec.?dataFrom.orValue([])' },
  { name: 'finds', expression: 'variables.entries.filter(d, d.?find.hasValue())' },
  { name: 'extracts', expression: 'variables.entries.filter(d, !d.?find.hasValue() && d.?extract.hasValue())' },
  {
    name: 'keys',
    expression:
      "variables.data.map(d, string(d.?remoteRef.?key.orValue(''))) + variables.extracts.map(d, string(d.?extract.?key.orValue('')))",
  },
  {
    name: 'folders',
    expression: "variables.finds.filter(d, d.?find.?path.orValue('') != '').map(d, string(d.?find.?path.orValue('')))",
  },
  {
    name: 'searches',
    expression:
      "variables.finds.filter(d, d.?find.?path.orValue('') == '').map(d, string(d.?find.?name.?regexp.orValue('')))",
  },
]

const PUSHED_KEYS = [
  { name: 'data', expression: 'variables.spec.?data.orValue([])' },
  { name: 'wholes', expression: 'variables.spec.?dataTo.orValue([]).filter(d, d.?remoteKey.hasValue())' },
  {
    name: 'keys',
    expression:
      "variables.data.map(d, string(d.?match.?remoteRef.?remoteKey.orValue(''))) + variables.wholes.map(d, string(d.?remoteKey.orValue('')))",
  },
  { name: 'folders', expression: 'variables.keys.filter(k, false)' },
  { name: 'searches', expression: 'variables.keys.filter(k, false)' },
]

/** The store of the whole ExternalSecret counts unless every entry brings its own. */
const FETCHED_STORES = [
  {
    name: 'references',
    expression:
      '[variables.spec.?secretStoreRef].filter(o, o.hasValue()).map(o, o.value()) + (variables.data + variables.entries).filter(d, d.?sourceRef.?storeRef.hasValue()).map(d, d.sourceRef.storeRef)',
  },
  {
    name: 'used',
    expression:
      "variables.references.filter(s, s.?kind.orValue('SecretStore') == 'ClusterSecretStore').map(s, string(s.?name.orValue('')))",
  },
]

/** One that is chosen by labels has no name, and is refused: it may be any. */
const PUSHED_STORES = [
  { name: 'references', expression: 'variables.spec.?secretStoreRefs.orValue([])' },
  {
    name: 'used',
    expression:
      "variables.references.filter(s, s.?kind.orValue('SecretStore') == 'ClusterSecretStore').map(s, string(s.?name.orValue('')))",
  },
]

function examplesFor(
  [prefixes]: Policy['settings'],
  request: (namespace: string, key: string) => NonNullable<Policy['examples']>['admitted'],
): Pick<Policy, 'examples'> {
  const [namespace, [prefix] = []] = Object.entries((prefixes?.value ?? {}) as ByNamespace)[0] ?? []
  if (namespace === undefined || prefix === undefined) return {}
  return {
    examples: { admitted: request(namespace, `${prefix}one`), refused: request(namespace, `../${prefix}one`) },
  }
}
