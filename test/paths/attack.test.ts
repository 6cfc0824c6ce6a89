import { describe, expect, test } from 'vitest'
import { attackPaths } from '../../src/paths/attack.ts'
import type { AttackPath, Question } from '../../src/paths/steps.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { worldOf } from '../world.ts'

/** What a question is answered with: `severity title`, and each step with the object and line it stands on. */
function answers(yaml: string, question: Question, config = {}): string[][] {
  const { paths } = attackPaths(worldOf(yaml, config))
  return paths.filter(path => path.question === question).map(told)
}

const told = ({ severity, title, steps }: AttackPath): string[] => [
  `${severity}: ${title}`,
  ...steps.map(({ says, manifest, path }) => {
    const place = manifest ? ` @ ${manifest.kind} ${manifest.name} ${path.join('.')}` : ''
    return `${says}${place}`
  }),
]

const titles = (yaml: string, question: Question, config = {}): string[] =>
  answers(yaml, question, config).flatMap(([title]) => title ?? [])

const binding = (role: string, subjects: string, namespace?: string, kind = namespace ? 'Role' : 'ClusterRole') => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${namespace ? 'RoleBinding' : 'ClusterRoleBinding'}
metadata: { name: ${role}${namespace ? `, namespace: ${namespace}` : ''} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: ${role} }
subjects: [${subjects}]
`
const role = (name: string, rules: string, namespace?: string) => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${namespace ? 'Role' : 'ClusterRole'}
metadata: { name: ${name}${namespace ? `, namespace: ${namespace}` : ''} }
rules: [${rules}]
`
const held = (name: string, rules: string, subjects: string, namespace?: string): string =>
  role(name, rules, namespace) + binding(name, subjects, namespace)

const group = (name: string): string => `{ kind: Group, name: "${name}" }`
const account = (namespace: string, name: string): string =>
  `{ kind: ServiceAccount, name: ${name}, namespace: ${namespace} }`
const core = (resources: string, verbs: string): string =>
  `{ apiGroups: [""], resources: [${resources}], verbs: [${verbs}] }`
const eso = (resources: string, verbs: string): string =>
  `{ apiGroups: [external-secrets.io], resources: [${resources}], verbs: [${verbs}] }`

const CONTROLLER = `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: operator, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers: [{ name: main, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
`
const OPERATOR =
  CONTROLLER +
  held(
    'operator',
    `${core('secrets', 'get, list')}, ${core('serviceaccounts/token', 'create')}`,
    account('eso', 'operator'),
  )

const vault = (kind: string, metadata: string, more = '') => `
---
apiVersion: external-secrets.io/v1
kind: ${kind}
metadata: { ${metadata} }
spec:
  ${more}
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: vault, namespace: eso } } }
`

describe('who can read every Secret', () => {
  test('by a right, with the entry of the binding and the rule', () => {
    expect(answers(held('reader', core('secrets', 'list'), group('support')), 'secrets-everywhere')).toEqual([
      [
        'high: Group support can read every Secret of the cluster',
        'Group support is bound to ClusterRole reader in all namespaces @ ClusterRoleBinding reader subjects.0',
        'ClusterRole reader gives the right to read Secrets @ ClusterRole reader rules.0.resources.0',
        'every Secret of the cluster can be read, the credentials of providers among them',
      ],
    ])
  })

  test('everybody with a login is worse, single names and one namespace are nothing', () => {
    const everybody = held('reader', core('secrets', 'get'), group('system:authenticated'))
    expect(titles(everybody, 'secrets-everywhere')).toEqual([
      'critical: Group system:authenticated can read every Secret of the cluster',
    ])
    const named = '{ apiGroups: [""], resources: [secrets], resourceNames: [tls], verbs: [get] }'
    expect(titles(held('reader', named, group('support')), 'secrets-everywhere')).toEqual([])
    expect(titles(held('reader', core('secrets', 'get'), group('a'), 'shop'), 'secrets-everywhere')).toEqual([])
  })

  test('subjects with the same rights are one path, operators and parts of Kubernetes are none', () => {
    const yaml = held(
      'reader',
      core('secrets', 'get'),
      `${group('b')}, ${group('a')}, ${group('system:masters')}, ${group('ops')}`,
    )
    const config = { config: { operators: [{ kind: 'Group', name: 'ops' }] } }
    expect(titles(yaml, 'secrets-everywhere', config)).toEqual([
      'high: Group a, Group b can read every Secret of the cluster',
    ])
  })

  test("as one of the operator's components, when it is taken over", () => {
    expect(answers(OPERATOR, 'secrets-everywhere')).toEqual([
      [
        "high: whoever takes over the operator's controller (ServiceAccount eso/operator) can read every Secret of the cluster",
        'the controller of the operator runs as ServiceAccount eso/operator @ Deployment operator spec.template.spec.containers.0',
        'ServiceAccount eso/operator is bound to ClusterRole operator in all namespaces @ ClusterRoleBinding operator subjects.0',
        'ClusterRole operator gives the right to read every Secret of the cluster @ ClusterRole operator rules.0.resources.0',
        'every Secret of the cluster can be read, the credentials of providers among them',
      ],
    ])
  })

  test('by a token of somebody who can', () => {
    const yaml = OPERATOR + held('minter', core('serviceaccounts/token', 'create'), group('ci'))
    expect(titles(yaml, 'secrets-everywhere')).toContain(
      'high: Group ci can make a token for ServiceAccount eso/operator in all namespaces, which can read every Secret of the cluster',
    )
  })
})

describe("the operator's identity", () => {
  test.each([
    ['serviceaccounts/token', 'create', 'make a token for ServiceAccount eso/operator'],
    ['pods', 'create', 'run a pod as ServiceAccount eso/operator'],
    [
      'pods/exec',
      'create',
      'run commands in the pods of namespace eso, that of ServiceAccount eso/operator among them',
    ],
    ['pods/ephemeralcontainers', 'patch', 'add a container to the pod of ServiceAccount eso/operator'],
    ['serviceaccounts', 'impersonate', 'act as ServiceAccount eso/operator'],
    ['secrets', 'create, get', 'create a token Secret for ServiceAccount eso/operator and read it'],
  ])('%s %s in its namespace is enough', (resource, verbs, deed) => {
    const yaml = OPERATOR + held('way', core(resource, verbs), group('debuggers'), 'eso')
    expect(answers(yaml, 'operator-identity')).toEqual([
      [
        `critical: Group debuggers can ${deed}, which can read every Secret of the cluster`,
        'Group debuggers is bound to Role way in namespace eso @ RoleBinding way subjects.0',
        `Role eso/way gives the right to ${deed} @ Role way rules.0.resources.0`,
        "the operator's controller runs as ServiceAccount eso/operator @ Deployment operator spec.template.spec.containers.0",
        'ServiceAccount eso/operator is bound to ClusterRole operator in all namespaces @ ClusterRoleBinding operator subjects.0',
        'ClusterRole operator gives the right to read every Secret of the cluster @ ClusterRole operator rules.0.resources.0',
      ],
    ])
    expect(
      titles(OPERATOR + held('way', core(resource, verbs), group('debuggers'), 'shop'), 'operator-identity'),
    ).toEqual([])
  })

  test('half a way is none, and neither is a right on another name', () => {
    const half = held('way', core('secrets', 'create'), group('a'), 'eso')
    const other = `{ apiGroups: [""], resources: [serviceaccounts/token], resourceNames: [other], verbs: [create] }`
    expect(titles(OPERATOR + half + held('named', other, group('b'), 'eso'), 'operator-identity')).toEqual([])
    const own = other.replace('other', 'operator')
    expect(titles(OPERATOR + held('named', own, group('b'), 'eso'), 'operator-identity')).toHaveLength(1)
  })

  test('reaches whoever its tokens can be made for', () => {
    const admin = binding('cluster-admin', account('ci', 'runner'))
    const steps = answers(OPERATOR + admin, 'operator-reach')
    expect(steps).toEqual([
      [
        "high: whoever takes over the operator's controller (ServiceAccount eso/operator) can become ServiceAccount ci/runner by a token, which can do anything in the cluster",
        "the operator's controller runs as ServiceAccount eso/operator @ Deployment operator spec.template.spec.containers.0",
        'ServiceAccount eso/operator is bound to ClusterRole operator in all namespaces @ ClusterRoleBinding operator subjects.0',
        'ClusterRole operator gives the right to make a token for ServiceAccount ci/runner @ ClusterRole operator rules.1.resources.0',
        'ServiceAccount ci/runner is bound to the built-in role cluster-admin in all namespaces @ ClusterRoleBinding cluster-admin subjects.0',
        'the built-in role cluster-admin gives the right to do anything in the cluster',
      ],
    ])
    const way = held('way', core('pods/exec', 'create'), group('debuggers'), 'eso')
    expect(answers(OPERATOR + admin + way, 'operator-identity')[0]).toEqual(
      expect.arrayContaining(steps[0]?.slice(4) ?? []),
    )
    const withoutTokens = CONTROLLER + held('operator', core('secrets', 'get'), account('eso', 'operator'))
    expect(titles(withoutTokens + admin, 'operator-reach')).toEqual([])
  })
})

describe('whose store makes the operator send a token', () => {
  const maker = held('maker', eso('secretstores', 'create'), group('shop'), 'shop')

  test('its own', () => {
    expect(answers(OPERATOR + maker, 'operator-token-sent')).toEqual([
      [
        'critical: Group shop can make the operator send its own token, that of ServiceAccount eso/operator, which can read every Secret of the cluster, to a server of their choice: they can create SecretStores in namespace shop',
        'Group shop is bound to Role maker in namespace shop @ RoleBinding maker subjects.0',
        'Role shop/maker gives the right to create SecretStores @ Role maker rules.0.resources.0',
        'a Vault sign-in by `auth.kubernetes` that names no ServiceAccount takes the token of the operator itself, and `server` is whatever its author wrote',
        'the controller of the operator signs in as ServiceAccount eso/operator, and its token leaves @ Deployment operator spec.template.spec.containers.0',
        'ServiceAccount eso/operator is bound to ClusterRole operator in all namespaces @ ClusterRoleBinding operator subjects.0',
        'ClusterRole operator gives the right to read every Secret of the cluster @ ClusterRole operator rules.0.resources.0',
      ],
    ])
  })

  test('not where the controller does not look', () => {
    const scoped = OPERATOR.replace('name: main,', 'name: main, args: [--namespace=bank],')
    expect(titles(scoped + maker, 'operator-token-sent')).toEqual([])
  })

  test('that of a mighty ServiceAccount beside the store', () => {
    const admin = binding('cluster-admin', account('shop', 'deploy'))
    expect(titles(OPERATOR + maker + admin, 'operator-token-sent')).toContain(
      'critical: Group shop can make the operator send a token of ServiceAccount shop/deploy, which can do anything in the cluster, to a server of their choice: they can create SecretStores in namespace shop',
    )
    const elsewhere = binding('cluster-admin', account('bank', 'deploy'))
    expect(titles(OPERATOR + maker + elsewhere, 'operator-token-sent')).toHaveLength(1)
  })

  test('everyone with a built-in role that takes in such a rule, unless the set is all there is', () => {
    const edit = role('edit-stores', eso('secretstores', 'create')).replace(
      'name: edit-stores',
      'name: edit-stores, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }',
    )
    expect(titles(OPERATOR + edit, 'operator-token-sent')).toEqual([
      expect.stringMatching(
        /^critical: everyone with the built-in role edit or admin can make the operator send its own/,
      ),
    ])
    const twice = edit + edit.replaceAll('edit-stores', 'edit-stores-too')
    expect(titles(OPERATOR + twice, 'operator-token-sent')).toHaveLength(1)
    expect(titles(OPERATOR + edit, 'operator-token-sent', { complete: true })).toEqual([])
  })

  test('a store that is there', () => {
    const store = vault('SecretStore', 'name: vault, namespace: shop').replace(
      ', serviceAccountRef: { name: vault, namespace: eso }',
      '',
    )
    expect(titles(store, 'operator-token-sent')).toEqual([
      'high: SecretStore shop/vault makes the operator send its own token to Vault at vault.example.com',
    ])
  })
})

describe('whose ExternalSecret fetches through what', () => {
  const writer = (namespace: string): string =>
    held('writer', eso('externalsecrets', 'create'), group(namespace), namespace)

  test('an open ClusterSecretStore', () => {
    const yaml = writer('shop') + vault('ClusterSecretStore', 'name: all')
    expect(answers(yaml, 'fetch')).toEqual([
      [
        'medium: Group shop can fetch what ServiceAccount eso/vault may read at Vault at vault.example.com through ClusterSecretStore all in namespace shop',
        'Group shop is bound to Role writer in namespace shop @ RoleBinding writer subjects.0',
        'Role shop/writer gives the right to write ExternalSecrets @ Role writer rules.0.resources.0',
        'ClusterSecretStore all serves namespace shop @ ClusterSecretStore all spec',
        'it signs in with ServiceAccount eso/vault @ ClusterSecretStore all spec.provider.vault.auth.kubernetes.serviceAccountRef',
        'what ServiceAccount eso/vault may read at Vault at vault.example.com arrives in a Secret of the namespace of the ExternalSecret @ ClusterSecretStore all spec.provider.vault.server',
      ],
    ])
  })

  test('conditions decide as the operator has it: alternatives, labels, expressions without anchors', () => {
    const conditions =
      'conditions: [{ namespaces: [bank], namespaceSelector: { matchLabels: { tier: web } }, namespaceRegexes: [team] }]'
    const namespace = '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { tier: web } }\n'
    const yaml =
      ['shop', 'bank', 'x-team-y', 'other'].map(writer).join('') +
      namespace +
      vault('ClusterSecretStore', 'name: some', conditions)
    expect(titles(yaml, 'fetch').map(title => title.split(' ')[2])).toEqual(['bank', 'shop', 'x-team-y'])
    expect(titles(yaml, 'fetch')[0]).toMatch(/^low: /)
  })

  test('a SecretStore of its own namespace only', () => {
    const yaml =
      writer('shop') +
      vault('SecretStore', 'name: a, namespace: shop') +
      vault('SecretStore', 'name: b, namespace: bank')
    expect(titles(yaml, 'fetch')).toEqual([expect.stringContaining('through SecretStore shop/a in namespace shop')])
  })
})

describe('whose PushSecret sends what where', () => {
  test('to a server of their own choice where they may write stores, worse where they may not read', () => {
    const rules = `${eso('pushsecrets', 'create')}, ${eso('secretstores', 'create')}`
    expect(answers(held('pusher', rules, group('shop'), 'shop'), 'push')).toEqual([
      [
        'high: Group shop can push every Secret in namespace shop to a server of their choice',
        'Group shop is bound to Role pusher in namespace shop @ RoleBinding pusher subjects.0',
        'Role shop/pusher gives the right to write PushSecrets @ Role pusher rules.0.resources.0',
        'an empty `selector.secret.selector` takes every Secret of its namespace, whether its author may read them or not',
        'Role shop/pusher gives the right to create SecretStores @ Role pusher rules.1.resources.0',
        'the operator writes them to the server that the store names',
      ],
    ])
    const reads = `${rules}, ${core('secrets', 'get')}`
    expect(titles(held('pusher', reads, group('shop'), 'shop'), 'push')).toEqual([expect.stringMatching(/^medium: /)])
    expect(titles(held('pusher', rules, group('all')), 'push')).toEqual([
      expect.stringMatching(/^critical: .* in all namespaces/),
    ])
  })

  test('through a store that admits them, and what is there already', () => {
    const push = `
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: all, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: all }]
  selector: { secret: { selector: {} } }
`
    const pusher = held('pusher', eso('pushsecrets', 'create'), group('shop'), 'shop')
    expect(titles(pusher + push + vault('ClusterSecretStore', 'name: all'), 'push')).toEqual([
      'medium: Group shop can push every Secret in namespace shop through ClusterSecretStore all to Vault at vault.example.com',
      'medium: PushSecret shop/all sends every Secret of namespace shop to Vault at vault.example.com through ClusterSecretStore all',
    ])
    const off = CONTROLLER.replace('name: main,', 'name: main, args: [--enable-push-secret-reconciler=false],')
    expect(titles(off + pusher + push + vault('ClusterSecretStore', 'name: all'), 'push')).toEqual([])
  })
})

describe('who can change a store in use', () => {
  const request = `
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: bank }
spec: { secretStoreRef: { kind: ClusterSecretStore, name: all }, dataFrom: [{ extract: { key: db } }] }
`
  test('of others, by any name or by its own', () => {
    const named =
      '{ apiGroups: [external-secrets.io], resources: [clustersecretstores], resourceNames: [all], verbs: [patch] }'
    const yaml = held('changer', named, group('shop')) + request + vault('ClusterSecretStore', 'name: all')
    expect(answers(yaml, 'store-change')).toEqual([
      [
        'critical: Group shop can change ClusterSecretStore all, which 1 request uses',
        'Group shop is bound to ClusterRole changer in all namespaces @ ClusterRoleBinding changer subjects.0',
        'ClusterRole changer gives the right to change ClusterSecretStore all @ ClusterRole changer rules.0.resources.0',
        'it signs in with ServiceAccount eso/vault @ ClusterSecretStore all spec.provider.vault.auth.kubernetes.serviceAccountRef',
        'where it signs in, now Vault at vault.example.com, is for them to say, and ServiceAccount eso/vault goes there @ ClusterSecretStore all spec.provider.vault.server',
        'what it answers arrives at ExternalSecret bank/db @ ExternalSecret db spec',
      ],
    ])
    expect(titles(yaml.replace('resourceNames: [all]', 'resourceNames: [other]'), 'store-change')).toEqual([])
    expect(titles(yaml.replace('name: all }, dataFrom', 'name: other }, dataFrom'), 'store-change')).toEqual([])
  })

  test('a binding in a namespace gives nothing on cluster-wide stores', () => {
    const yaml = held('changer', eso('clustersecretstores', 'patch'), group('shop'), 'bank')
    expect(titles(yaml + request + vault('ClusterSecretStore', 'name: all'), 'store-change')).toEqual([])
  })
})

describe('all questions', () => {
  test('cluster administrators are one answer, not one for each question', () => {
    const yaml = OPERATOR + binding('cluster-admin', group('root')) + vault('ClusterSecretStore', 'name: all')
    const { paths } = attackPaths(worldOf(yaml))
    expect(paths.filter(({ title }) => title.includes('Group root')).map(({ question }) => question)).toEqual([
      'secrets-everywhere',
    ])
  })

  test('the order and the ids do not depend on the order of documents, nor the ids on lines', () => {
    const documents = (
      OPERATOR +
      held('a', core('secrets', 'get'), group('a')) +
      held('b', eso('externalsecrets', 'create'), group('b'), 'shop') +
      vault('ClusterSecretStore', 'name: all')
    ).split('---')
    const of = (parts: string[]): string[] =>
      attackPaths(worldOf(parts.join('\n---'))).paths.map(({ id, title }) => `${id} ${title}`)
    const ids = of(documents)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(2)
    expect(of(['\n# a remark', ...documents.reverse()])).toEqual(ids)
  })

  test('the worst of each question are listed and the rest are counted', () => {
    const many = Array.from({ length: 8 }, (_, i) =>
      vault('ClusterSecretStore', `name: s${i}`, i === 7 ? '' : 'conditions: [{ namespaces: [shop] }]'),
    )
    const yaml = held('w', eso('externalsecrets', 'create'), group('shop'), 'shop') + many.join('')
    const { paths, more } = attackPaths(worldOf(yaml), 3)
    expect(paths.map(({ severity }) => severity)).toEqual(['medium', 'low', 'low'])
    expect(more).toEqual([{ question: 'fetch', number: 5 }])
  })

  test('nothing throws on strange manifests', () => {
    const strange = [
      'roleRef: 1',
      'subjects: [1, { kind: Group }]',
      'rules: [1, null, { verbs: 2 }]',
      'spec: { provider: [] }',
    ]
    const kinds = [
      'rbac.authorization.k8s.io/v1 ClusterRoleBinding',
      'rbac.authorization.k8s.io/v1 Role',
      'external-secrets.io/v1 ClusterSecretStore',
      'external-secrets.io/v1 PushSecret',
      'generators.external-secrets.io/v1alpha1 ClusterGenerator',
    ]
    const yaml = kinds.flatMap(kind =>
      strange.map(body => {
        const [apiVersion, name] = kind.split(' ')
        return `apiVersion: ${apiVersion}\nkind: ${name}\nmetadata: { name: x }\n${body}\n`
      }),
    )
    expect(attackPaths(worldOf(yaml.join('---\n'))).paths).toEqual([])
  })

  test('thousands of tenants and their stores take no longer than a few seconds', () => {
    const parts = Array.from(
      { length: 1000 },
      (_, i) =>
        held('w', `${eso('externalsecrets, secretstores, pushsecrets', '"*"')}`, group(`g${i}`), `n${i}`) +
        vault('SecretStore', `name: s, namespace: n${i}`),
    )
    const stores = Array.from({ length: 20 }, (_, i) =>
      vault(
        'ClusterSecretStore',
        `name: c${i}`,
        `conditions: [{ namespaces: [n${i}] }, { namespaceRegexes: ["^n1.$"] }]`,
      ),
    )
    const world = worldOf([OPERATOR, ...parts, ...stores].join(''))
    expect(attackPaths(world).more.length).toBeGreaterThan(2)
  })
})

describe('real charts', () => {
  test('fixtures/demo: the worst paths, with places in the repository', async () => {
    const { attack } = await assess({
      root: process.cwd(),
      folder: process.cwd(),
      paths: ['fixtures/demo'],
      helm: HELM,
    })
    expect(attack.paths.slice(0, 2).map(({ severity, question }) => `${severity} ${question}`)).toEqual([
      'critical operator-token-sent',
      'critical operator-token-sent',
    ])
    expect(attack.paths[0]?.title).toMatch(/^Group payments-developers can make the operator send its own token/)
    expect(attack.paths[0]?.steps[0]?.location).toEqual({
      file: 'fixtures/demo/apps/payments/templates/developers.yaml',
      via: 'template',
    })
    const fetch = attack.paths.find(({ question }) => question === 'fetch')
    expect(fetch?.steps.at(-1)?.location).toMatchObject({ file: 'fixtures/demo/platform/stores.yaml', via: 'manifest' })
    expect(attack.paths.some(({ title }) => title.includes('platform-team'))).toBe(false)
  })
})
