const store = (provider: string): string =>
  `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: one, namespace: shop }\nspec: { provider: ${provider} }`
const clusterStore = (conditions: string): string =>
  `apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: one }\nspec: { conditions: ${conditions}, provider: { aws: {} } }`
const fetching = (spec: string, namespace = 'shop'): string =>
  `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: one, namespace: ${namespace} }\nspec: ${spec}`
const clusterWide = (spec: string): string =>
  `apiVersion: external-secrets.io/v1\nkind: ClusterExternalSecret\nmetadata: { name: one }\nspec: ${spec}`
const pushing = (spec: string, namespace = 'shop'): string =>
  `apiVersion: external-secrets.io/v1alpha1\nkind: PushSecret\nmetadata: { name: one, namespace: ${namespace} }\nspec: ${spec}`
const generator = (kind: string, spec: string): string =>
  `apiVersion: generators.external-secrets.io/v1alpha1\nkind: ${kind}\nmetadata: { name: one, namespace: shop }\nspec: ${spec}`
const template = (text: string): string =>
  fetching(`{ target: { template: { data: { a: ${JSON.stringify(text)} } } } }`)

/** Objects as YAML, each behind the policies that must refuse it, written for `SAMPLE_CONFIG`. */
export const ROWS: readonly (readonly [refusedBy: string, yaml: string])[] = [
  // Addresses: userinfo, ports, case, dots, what is no address, and templates behind the host.
  ...[
    'https://vault.example.com',
    'https://VAULT.example.com:8200/v1?x#y',
    'https://a.corp.example.com.',
    'vault.example.com:443',
  ].map(server => ['', store(`{ vault: { server: "${server}" } }`)] as const),
  ...[
    'https://vault.example.com@evil.example/',
    'https://vault.example.com.evil.example',
    'https://corp.example.com',
    '//vault.example.com',
    'https:///vault.example.com',
    'https://evil.example#vault.example.com',
    'https://evil.example?://vault.example.com',
    String.raw`https://evil.example\\@vault.example.com`,
    'https://[::1]',
    'https://ok{{ .a }}.corp.example.com',
  ].map(server => ['eso-allowed-endpoints', store(`{ vault: { server: "${server}" } }`)] as const),
  ['', store('{ webhook: { url: "https://hooks.corp.example.com/{{ .remoteRef.key }}" } }')],
  ['', store('{ webhook: { url: \'https://hooks.corp.example.com/{{ printf "%s/100%%" .remoteRef.key }}\' } }')],
  ['eso-allowed-endpoints', store('{ webhook: { url: "HTTP://hooks.corp.example.com" } }')],
  ['', store('{ kubernetes: { auth: { serviceAccount: { name: a } } } }')],
  ['', store('{ kubernetes: { server: { url: "" }, auth: { serviceAccount: { name: a } } } }')],
  ['eso-allowed-providers eso-allowed-endpoints', store('{ gitlab: {} }')],
  ['eso-allowed-providers', store('{ vault: {}, fake: {} }')],
  ['', store('{ vault: null }').replace('vault: null', 'vault: {}')],
  // Nulls are dropped, empty references read nothing.
  ['', store('{ aws: { auth: { secretRef: null } } }')],
  ['', store('{ aws: { auth: { secretRef: { secretAccessKeySecretRef: {} } } } }')],
  ['eso-static-credentials', store('{ aws: { auth: { secretRef: { secretAccessKeySecretRef: { name: a } } } } }')],
  ['', store('{ vault: { auth: { kubernetes: { serviceAccountRef: { name: a }, secretRef: { name: b } } } } }')],
  ['eso-static-credentials', store('{ vault: { auth: { kubernetes: { secretRef: { name: b } } } } }')],
  ['', store('{ vault: { auth: { appRole: { secretRef: { name: b } } } } }')],
  ['', `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: none, namespace: shop }`],
  // Generators, by themselves and in another.
  ['eso-allowed-endpoints', generator('Webhook', '{ url: "https://evil.example" }')],
  ['eso-allowed-endpoints', generator('QuayAccessToken', '{ robotAccount: a }')],
  ['eso-allowed-endpoints', generator('VaultDynamicSecret', '{ provider: { server: "https://evil.example" } }')],
  [
    'eso-static-credentials',
    generator('VaultDynamicSecret', '{ provider: { auth: { tokenSecretRef: { name: a } } } }'),
  ],
  ['', generator('Password', '{ length: 12 }')],
  ['', generator('Fake', '{ data: { url: "https://evil.example" }, url: "https://evil.example" }')],
  [
    'eso-allowed-endpoints',
    generator(
      'ClusterGenerator',
      '{ kind: Grafana, generator: { grafanaSpec: { url: "https://evil.example" } } }',
    ).replace(', namespace: shop', ''),
  ],
  // Conditions.
  ['eso-store-conditions', clusterStore('null')],
  ...[
    '[]',
    '[{}]',
    '[{ namespaces: [a] }, {}]',
    '[{ namespaces: [a], namespaceSelector: {} }]',
    '[{ namespaceSelector: { matchExpressions: [{ key: a, operator: NotIn, values: [b] }] } }]',
    '[{ namespaceSelector: { matchLabels: {}, matchExpressions: [{ key: kubernetes.io/metadata.name, operator: Exists }] } }]',
    '[{ namespaceRegexes: ["^.*$"] }]',
    '[{ namespaceRegexes: ["^(a|.*)$"] }]',
    '[{ namespaceRegexes: ["^a$|b"] }]',
    '[{ namespaceRegexes: ["^(a)|b$"] }]',
    '[{ namespaceRegexes: ["[a-z]+-dev$"] }]',
    '[{ namespaceRegexes: [""] }]',
    '[{ namespaceRegexes: ["^(a"] }]',
    ...['team-a', 'team-a-.*', '^team-a', '^team-a|team-b$', '^(team-a|team-b)'].map(
      expression => `[{ namespaceRegexes: ["${expression}"] }]`,
    ),
  ].map(conditions => ['eso-store-conditions', clusterStore(conditions)] as const),
  ...[
    '[{ namespaces: [a] }]',
    '[{ namespaceSelector: { matchLabels: { a: b } } }]',
    '[{ namespaceSelector: { matchExpressions: [{ key: a, operator: Exists }] } }]',
    '[{ namespaceRegexes: ["^a$|^b$", "^(a|b)-[a-z]+$", "^team-.*", "-dev$"] }]',
  ].map(conditions => ['', clusterStore(conditions)] as const),
  // Namespaces: named, by a pattern, and sensitive where only a pattern takes it in.
  ['', fetching('{}')],
  ['', fetching('{}', 'team-b')],
  ['', fetching('{}', 'kube-public')],
  ['eso-external-secret-namespaces', fetching('{}', 'team-x')],
  ['eso-external-secret-namespaces', fetching('{}', 'plain')],
  ['eso-push-secret-namespaces', pushing('{ updatePolicy: IfNotExists }', 'team-b')],
  ['', clusterWide('{ namespaces: [team-a, shop] }')],
  ['eso-external-secret-namespaces', clusterWide('{ namespaces: [team-a, plain] }')],
  [
    'eso-external-secret-namespaces',
    clusterWide('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: plain } } }'),
  ],
  [
    'eso-external-secret-namespaces',
    clusterWide(
      '{ namespaceSelectors: [{ matchExpressions: [{ key: kubernetes.io/metadata.name, operator: In, values: [shop, plain] }] }] }',
    ),
  ],
  [
    '',
    clusterWide(
      '{ namespaceSelectors: [{ matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [plain] }], matchLabels: { a: b } }] }',
    ),
  ],
  // Creation policy: only where it matters, and wherever labels may lead.
  ['', fetching('{ target: { creationPolicy: Merge } }')],
  ['eso-creation-policy', fetching('{ target: { creationPolicy: Orphan } }', 'kube-public')],
  ['', clusterWide('{ namespaces: [shop], externalSecretSpec: { target: { creationPolicy: Merge } } }')],
  [
    'eso-creation-policy',
    clusterWide('{ namespaces: [shop, kube-public], externalSecretSpec: { target: { creationPolicy: Merge } } }'),
  ],
  [
    'eso-creation-policy',
    clusterWide(
      '{ namespaceSelectors: [{ matchLabels: { a: b } }], externalSecretSpec: { target: { creationPolicy: Merge } } }',
    ),
  ],
  // Templates.
  ...[
    '{{ .env | b64enc }} getHostByName',
    '{{ "getHostByName" | upper }}',
    '{{/* getHostByName .a */}}',
    '{{ .getHostByName }}',
    '{{ $fail := .a }}',
    '{{ fail "no . user" }}',
    '{{ if not .a }}{{ fail `$x` }}{{ end }}',
    '{{ .a }} fail {{ .b }}',
    '{{ myfail .a }}',
  ].map(text => ['', template(text)] as const),
  ...[
    '{{getHostByName .a}}',
    '{{- .a | getHostByName -}}',
    '{{ (getSecretKey "a" "b" "c") }}',
    "{{ '\"' | getHostByName }}",
    '{{ "}}" | getHostByName }}',
    '{{ if\n.a }}{{ print (\n.a|getHostByName) }}{{ end }}',
    '{{ fail .a }}',
    '{{ .a | fail }}',
    '{{ fail (printf "x" $) }}',
  ].map(text => ['eso-external-secret-templates', template(text)] as const),
  [
    'eso-external-secret-templates',
    fetching('{ target: { template: { templateFrom: [{ literal: "{{ getHostByName .a }}" }] } } }'),
  ],
  [
    'eso-external-secret-templates',
    fetching(
      '{ dataFrom: [{ sourceRef: { generatorRef: { kind: Password, name: a } }, rewrite: [{ transform: { template: "{{ .value | getHostByName }}" } }] }] }',
    ),
  ],
  [
    'eso-external-secret-templates',
    fetching('{ target: { template: { metadata: { labels: { a: "{{ getHostByName .a }}" } } } } }'),
  ],
  [
    'eso-external-secret-templates',
    clusterWide('{ externalSecretSpec: { target: { template: { type: bootstrap.kubernetes.io/token } } } }'),
  ],
  ['eso-external-secret-templates', fetching('{ target: { manifest: { apiVersion: v1, kind: ConfigMap } } }')],
  [
    '',
    fetching(
      '{ target: { manifest: { apiVersion: v1, kind: Secret }, template: { templateFrom: [{ target: spec.a, literal: a }] } } }',
    ),
  ],
  [
    'eso-external-secret-templates',
    fetching('{ target: { template: { templateFrom: [{ target: spec.a, literal: a }] } } }'),
  ],
  [
    'eso-push-secret-templates',
    pushing('{ updatePolicy: IfNotExists, template: { data: { a: "{{ getHostByName .a }}" } } }'),
  ],
  // Keys and stores of a team.
  ...['shop/db', 'a.b/c'].map(key => ['', fetching(`{ data: [{ remoteRef: { key: ${key} } }] }`)] as const),
  ...['billing/db', 'shop/../billing', 'shop', String.raw`"shop/\\..\\x"`, '..', 'shop/..'].map(
    key => ['eso-external-secret-keys', fetching(`{ data: [{ remoteRef: { key: ${key} } }] }`)] as const,
  ),
  ['', fetching('{ data: [{ remoteRef: { key: shop/..a } }] }')],
  ['', fetching('{ data: [{ remoteRef: { key: anything } }] }', 'team-b')],
  ...[
    '{ extract: { key: shop/a } }',
    '{ find: { path: shop } }',
    '{ find: { path: shop/a }, extract: { key: b } }',
    '{ find: { name: { regexp: "^shop/x" } } }',
    String.raw`{ find: { name: { regexp: "^a\\.b\\/x" } } }`,
    '{ sourceRef: { generatorRef: { kind: Password, name: a } } }',
  ].map(entry => ['', fetching(`{ dataFrom: [${entry}] }`)] as const),
  ...[
    '{ extract: { key: billing } }',
    '{ find: { path: sho } }',
    '{ find: { path: billing }, extract: { key: shop/a } }',
    '{ find: { tags: { a: b } } }',
    '{ find: { name: { regexp: "shop/" } } }',
    '{ find: { name: { regexp: "^shop/|b" } } }',
  ].map(entry => ['eso-external-secret-keys', fetching(`{ dataFrom: [${entry}] }`)] as const),
  [
    '',
    fetching(
      '{ secretStoreRef: { kind: ClusterSecretStore, name: vault }, dataFrom: [{ sourceRef: { storeRef: { name: own } }, extract: { key: shop/a } }] }',
    ),
  ],
  ['eso-external-secret-keys', fetching('{ secretStoreRef: { kind: ClusterSecretStore, name: aws } }')],
  [
    'eso-external-secret-keys',
    fetching(
      '{ data: [{ remoteRef: { key: shop/a }, sourceRef: { storeRef: { kind: ClusterSecretStore, name: aws } } }] }',
    ),
  ],
  [
    'eso-external-secret-keys',
    clusterWide('{ namespaces: [shop], externalSecretSpec: { data: [{ remoteRef: { key: billing } }] } }'),
  ],
  [
    'eso-push-secret-keys',
    pushing('{ updatePolicy: IfNotExists, data: [{ match: { remoteRef: { remoteKey: billing } } }] }'),
  ],
  [
    'eso-push-secret-keys',
    pushing('{ updatePolicy: IfNotExists, dataTo: [{ remoteKey: billing, storeRef: { name: a } }] }'),
  ],
  [
    'eso-push-secret-keys',
    pushing(
      '{ updatePolicy: IfNotExists, secretStoreRefs: [{ kind: ClusterSecretStore, labelSelector: { matchLabels: { a: b } } }] }',
    ),
  ],
  [
    '',
    pushing(
      '{ updatePolicy: IfNotExists, secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }, { name: own }], data: [{ match: { remoteRef: { remoteKey: shop/a } } }] }',
    ),
  ],
  // What is pushed.
  ['eso-push-secret-limits', pushing('{}')],
  ['eso-push-secret-limits', pushing('{ updatePolicy: IfNotExists, deletionPolicy: Delete }')],
  [
    'eso-push-secret-limits',
    pushing('{ updatePolicy: IfNotExists, selector: { secret: { selector: { matchLabels: {} } } } }'),
  ],
  [
    'eso-push-secret-limits',
    pushing(
      '{ updatePolicy: IfNotExists, selector: { secret: { selector: { matchLabels: { a: b } } } }, dataTo: [{ storeRef: { name: a } }] }',
    ),
  ],
  [
    '',
    pushing(
      '{ updatePolicy: IfNotExists, selector: { secret: { name: a, selector: {} } }, dataTo: [{ storeRef: { name: a } }] }',
    ),
  ],
  [
    '',
    pushing(
      '{ updatePolicy: IfNotExists, selector: { generatorRef: { kind: Password, name: a }, secret: { selector: {} } } }',
    ),
  ],
  // Other versions of the same objects.
  ['eso-allowed-providers', store('{ fake: {} }').replace('/v1\n', '/v1beta1\n')],
]
