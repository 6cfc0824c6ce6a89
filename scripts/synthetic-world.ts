import { Manifest } from '../src/parse/manifest.ts'
import type { Mapping } from '../src/parse/untyped.ts'
import { SourceText } from '../src/parse/yaml.ts'

/** Manifests that a namespace has in a synthetic world. */
const PER_NAMESPACE = 20
/** Namespaces that share one ClusterSecretStore, ClusterExternalSecret and cluster-wide role. */
const PER_TEAM = 10
/** Namespaces that share one install of the operator. */
const PER_INSTALL = 50

/** About `count` manifests of a cluster of many teams: the same kinds and faults at every size, only more of them. */
export function syntheticManifests(count: number): Manifest[] {
  const namespaces = Math.ceil(count / (PER_NAMESPACE + 0.5))
  return [...Array(namespaces).keys()].flatMap(i => [
    ...(i % PER_INSTALL === 0 ? install(`eso-${i / PER_INSTALL}`) : []),
    ...(i % PER_TEAM === 0 ? team(i / PER_TEAM) : []),
    ...namespaceOf(i),
  ])
}

const ESO = 'external-secrets.io/v1'
const RBAC = 'rbac.authorization.k8s.io/v1'
const NETWORK = 'networking.k8s.io/v1'
const TOTAL_VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']

function namespaceOf(index: number): Manifest[] {
  const namespace = `app-${index}`
  const labels = { team: `team-${teamOf(index)}` }
  return [
    manifest(
      'v1',
      'Namespace',
      { name: namespace, labels: { ...labels, 'kubernetes.io/metadata.name': namespace } },
      {},
    ),
    manifest('v1', 'ServiceAccount', { name: 'web', namespace }, {}),
    manifest(
      ESO,
      'SecretStore',
      { name: 'vault', namespace },
      { spec: { provider: index % 3 === 0 ? AWS : vault(index) } },
    ),
    ...[...Array(6).keys()].map(i => externalSecret(namespace, index, i)),
    pushSecret(namespace, index),
    ...roleAndBinding(
      namespace,
      'developer',
      [rule([ESO.split('/')[0] ?? ''], ['externalsecrets', 'secretstores'], TOTAL_VERBS)],
      {
        kind: 'User',
        name: `dev-${index}`,
      },
    ),
    ...roleAndBinding(namespace, 'web', [rule([''], ['secrets', 'configmaps'], ['get', 'list'])], {
      kind: 'ServiceAccount',
      name: 'web',
      namespace,
    }),
    ...['web', 'worker', 'cron'].map(name => deployment(namespace, name)),
    policy(namespace, 'default-deny', {}, { policyTypes: ['Ingress', 'Egress'] }),
    policy(
      namespace,
      'web',
      { app: 'web' },
      {
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'worker' } } }], ports: [{ port: 8080 }] }],
        egress: [{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }] }],
      },
    ),
    index % 2 === 0
      ? manifest('v1', 'Secret', { name: 'rendered', namespace }, { stringData: { token: 'x' } })
      : manifest('v1', 'Secret', { name: 'rendered', namespace, annotations: TOKEN_OF_WEB }, { type: TOKEN }),
  ]
}

const AWS = { aws: { service: 'SecretsManager', region: 'eu-west-1' } }
const TOKEN = 'kubernetes.io/service-account-token'
const TOKEN_OF_WEB = { 'kubernetes.io/service-account.name': 'web' }

const teamOf = (index: number): number => Math.floor(index / PER_TEAM)

function externalSecret(namespace: string, index: number, i: number): Manifest {
  const store = i % 2 === 0 ? { name: 'vault' } : { name: `team-${teamOf(index)}`, kind: 'ClusterSecretStore' }
  return manifest(
    ESO,
    'ExternalSecret',
    { name: `secret-${i}`, namespace },
    {
      spec: {
        refreshInterval: i === 4 ? '0' : '1h',
        secretStoreRef: store,
        target: {
          name: i === 5 ? 'rendered' : `secret-${i}`,
          creationPolicy: 'Owner',
          ...(i === 3 && { template: { templateFrom: [{ configMap: { name: 'template', items: [{ key: 'a' }] } }] } }),
        },
        data: [{ secretKey: 'password', remoteRef: { key: `apps/${namespace}`, property: 'password' } }],
      },
    },
  )
}

const pushSecret = (namespace: string, index: number): Manifest =>
  manifest(
    'external-secrets.io/v1alpha1',
    'PushSecret',
    { name: 'push', namespace },
    {
      spec: {
        deletionPolicy: 'Delete',
        secretStoreRefs: [
          { name: 'vault' },
          { name: `team-${teamOf(index)}`, kind: 'ClusterSecretStore' },
          { labelSelector: { matchLabels: { team: `team-${teamOf(index)}` } }, kind: 'ClusterSecretStore' },
        ],
        selector: { secret: { name: 'rendered' } },
        data: [{ match: { secretKey: 'token', remoteRef: { remoteKey: `push/${namespace}` } } }],
      },
    },
  )

function team(index: number): Manifest[] {
  const name = `team-${index}`
  const key = { name: `${name}-token`, namespace: 'eso-0', key: 'token' }
  return [
    manifest(
      ESO,
      'ClusterSecretStore',
      { name },
      {
        spec: {
          ...(index % 2 === 0 ? {} : { conditions: [{ namespaceSelector: { matchLabels: { team: name } } }] }),
          provider: { vault: { server: `https://vault-${index}.example.com`, auth: { tokenSecretRef: key } } },
        },
      },
    ),
    manifest(
      ESO,
      'ClusterSecretStore',
      { name: `${name}-aws`, labels: { team: name } },
      {
        spec: {
          ...(index % 3 === 0 ? {} : { conditions: [{ namespaceRegexes: [`app-${index}[0-9]`] }] }),
          provider: { aws: { ...AWS.aws, auth: { jwt: { serviceAccountRef: { name: 'web' } } } } },
        },
      },
    ),
    manifest(
      'generators.external-secrets.io/v1alpha1',
      'ClusterGenerator',
      { name },
      {
        spec: { kind: 'Fake', generator: { fakeSpec: { data: { token: 'x' } } } },
      },
    ),
    binding(
      'ClusterRoleBinding',
      { name: `${name}-admin` },
      { kind: 'ClusterRole', name: 'cluster-admin' },
      {
        kind: 'ServiceAccount',
        name: 'web',
        namespace: `app-${index}`,
      },
    ),
    manifest(
      ESO,
      'ClusterExternalSecret',
      { name },
      {
        spec: {
          namespaceSelectors: [{ matchLabels: { team: name } }],
          externalSecretSpec: {
            secretStoreRef: { name, kind: 'ClusterSecretStore' },
            target: { name: `${name}-shared` },
            dataFrom: [{ extract: { key: 'shared' } }],
          },
        },
      },
    ),
    manifest(
      RBAC,
      'ClusterRole',
      { name, labels: { [`aggregate-to-${name}`]: 'true' } },
      {
        rules: [
          rule(['external-secrets.io'], ['pushsecrets', 'clustersecretstores'], TOTAL_VERBS),
          rule([''], ['namespaces'], ['update']),
        ],
      },
    ),
    manifest(
      RBAC,
      'ClusterRole',
      { name: `${name}-all` },
      {
        aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [`aggregate-to-${name}`]: 'true' } }] },
        rules: [],
      },
    ),
    binding('ClusterRoleBinding', { name }, { kind: 'ClusterRole', name: `${name}-all` }, { kind: 'Group', name }),
  ]
}

function install(namespace: string): Manifest[] {
  const secrets = rule([''], ['secrets', 'serviceaccounts/token'], TOTAL_VERBS)
  const stores = rule(
    ['external-secrets.io'],
    ['externalsecrets', 'externalsecrets/status', 'secretstores'],
    TOTAL_VERBS,
  )
  return [
    manifest('v1', 'Namespace', { name: namespace }, {}),
    manifest('v1', 'ServiceAccount', { name: 'external-secrets', namespace }, {}),
    ...[[], ['webhook'], ['certcontroller']].map(args => component(namespace, args)),
    manifest(RBAC, 'ClusterRole', { name: `${namespace}-controller` }, { rules: [secrets, stores] }),
    binding(
      'ClusterRoleBinding',
      { name: `${namespace}-controller` },
      { kind: 'ClusterRole', name: `${namespace}-controller` },
      {
        kind: 'ServiceAccount',
        name: 'external-secrets',
        namespace,
      },
    ),
    policy(
      namespace,
      'controller',
      { 'app.kubernetes.io/name': 'external-secrets' },
      {
        policyTypes: ['Ingress', 'Egress'],
        egress: [{ ports: [{ port: 443 }] }],
      },
    ),
  ]
}

const component = (namespace: string, args: readonly string[]): Manifest =>
  workload({ name: `external-secrets${args.map(arg => `-${arg}`).join('')}`, namespace }, 'external-secrets', {
    image: 'ghcr.io/external-secrets/external-secrets:v2.9.0',
    args,
    name: 'main',
  })

const deployment = (namespace: string, app: string): Manifest =>
  workload({ name: app, namespace }, app, {
    name: app,
    image: `registry.example.com/${app}:1.0`,
    env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'secret-0', key: 'password' } } }],
    envFrom: [{ secretRef: { name: 'secret-1' } }],
  })

const workload = (metadata: Mapping, app: string, container: Mapping): Manifest =>
  manifest('apps/v1', 'Deployment', metadata, {
    spec: {
      template: {
        metadata: { labels: { app, 'app.kubernetes.io/name': app } },
        spec: { serviceAccountName: app, containers: [container] },
      },
    },
  })

const vault = (index: number): Mapping => ({
  vault: {
    server: `http://vault-${index}.internal:8200`,
    auth: { kubernetes: { mountPath: 'kubernetes', role: 'app', serviceAccountRef: { name: 'web' } } },
  },
})

const policy = (namespace: string, name: string, matchLabels: Mapping, spec: Mapping): Manifest =>
  manifest(NETWORK, 'NetworkPolicy', { name, namespace }, { spec: { podSelector: { matchLabels }, ...spec } })

const rule = (apiGroups: readonly string[], resources: readonly string[], verbs: readonly string[]): Mapping => ({
  apiGroups,
  resources,
  verbs,
})

const roleAndBinding = (namespace: string, name: string, rules: readonly Mapping[], subject: Mapping): Manifest[] => [
  manifest(RBAC, 'Role', { name, namespace }, { rules }),
  binding('RoleBinding', { name, namespace }, { kind: 'Role', name }, subject),
]

const binding = (kind: string, metadata: Mapping, roleRef: Mapping, subject: Mapping): Manifest =>
  manifest(RBAC, kind, metadata, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', ...roleRef },
    subjects: [subject],
  })

/** As a plain manifest of its own file; JSON is YAML. */
function manifest(apiVersion: string, kind: string, metadata: Mapping, rest: Mapping): Manifest {
  const body = { apiVersion, kind, metadata, ...rest }
  const file = `${metadata.namespace ?? 'cluster'}/${kind}-${metadata.name}.yaml`
  const source = new SourceText(JSON.stringify(body, null, 2))
  return new Manifest(body, { file, release: undefined }, { source, startLine: 1, template: undefined, base: [] })
}
