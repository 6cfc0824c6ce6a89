import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parseManifests } from '../../src/parse/manifest.ts'
import { maskedLines } from '../../src/parse/mask.ts'
import { manifestsOf } from '../world.ts'

/** The masked text of the first manifest's document. */
function masked(yaml: string): string {
  const [manifest] = manifestsOf(yaml)
  if (!manifest) throw new Error('the example holds no manifest')
  const lines = maskedLines(manifest)
  expect(lines).toHaveLength(yaml.split('\n').length)
  return lines.join('\n')
}

const secret = (rest: string): string => `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${rest}`
const store = (rest: string): string =>
  `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\n${rest}`

describe('of a Secret', () => {
  test('every value is hidden, and keys, name and type are legible', () => {
    expect(
      masked(secret('type: Opaque\nimmutable: true\ndata:\n  user: YQ==\nstringData: { a: "b", c: true }\n')),
    ).toBe(secret('type: Opaque\nimmutable: true\ndata:\n  user: ***\nstringData: { a: ***, c: *** }\n'))
  })

  test('a block keeps its lines', () => {
    expect(masked(secret('stringData:\n  a: |\n    one\n\n    two\n  b: "x\n    y"\ntype: Opaque\n'))).toBe(
      secret('stringData:\n  a: ***\n***\n\n***\n  b: ***\n***\ntype: Opaque\n'),
    )
  })

  test('what only looks like data is hidden too', () => {
    expect(masked(secret('data: YQ==\n'))).toBe(secret('data: ***\n'))
    expect(masked(secret('data: [YQ==, { a: YQ== }]\n'))).toBe(secret('data: [***, { a: *** }]\n'))
    expect(masked(secret('data: { a: 5, b: true, c: ~ }\n'))).toBe(secret('data: { a: ***, b: ***, c: *** }\n'))
  })

  test('annotations are hidden, for one may repeat the whole object', () => {
    const text = 'apiVersion: v1\nkind: Secret\nmetadata:\n  annotations:\n    a/last: "{data}"\n  labels: { b: c }\n'
    expect(masked(text)).toBe(text.replace('"{data}"', '***'))
  })

  test('comments are hidden', () => {
    expect(masked(secret('# was: hunter2\ndata: # hunter2\n  a: YQ== # hunter2\n'))).not.toContain('hunter2')
  })

  test('an anchor is hidden where it is written', () => {
    expect(masked(`x: &x hunter2\ny: &y { a: [hunter2] }\n${secret('stringData: { a: *x, b: *y }\n')}`)).not.toContain(
      'hunter2',
    )
    expect(masked(`x: &x { a: hunter2 }\n${secret('stringData: { <<: *x }\n')}`)).not.toContain('hunter2')
    expect(masked(`x: &x { stringData: { a: hunter2 } }\n${secret('<<: *x\n')}`)).not.toContain('hunter2')
    expect(masked(`x: &x { data: { a: hunter2 } }\n${secret('<<: [*x]\n')}`)).not.toContain('hunter2')
  })

  test('an anchor that is written twice is hidden both times', () => {
    const item = (value: string): string =>
      `  - apiVersion: v1\n    kind: Secret\n    metadata: { name: &x ${value} }\n    stringData: { a: *x, b: }\n`
    expect(masked(`apiVersion: v1\nkind: List\nitems:\n${item('hunter2')}${item('hunter3')}`)).not.toContain('hunter')
  })

  test('in a List it is hidden, and its neighbours show nothing of it', () => {
    const item = (kind: string): string =>
      `  - apiVersion: v1\n    kind: ${kind}\n    metadata: { name: a }\n    data: { a: hunter2 }\n`
    const list = `apiVersion: v1\nkind: List\nitems:\n${item('ServiceAccount')}${item('Secret')}`
    for (const manifest of manifestsOf(list))
      expect(
        maskedLines(manifest)
          .join('\n')
          .match(/hunter2/g),
      ).toHaveLength(1)
    const typed = 'apiVersion: v1\nkind: SecretList\nitems:\n  - metadata: { name: a }\n    data: { a: hunter2 }\n'
    expect(masked(typed)).not.toContain('hunter2')
  })

  test('however its kind is written', () => {
    const body = 'apiVersion: v1\nmetadata: { name: a }\nstringData: { a: hunter2 }\n'
    for (const kind of ['x: &k Secret\nkind: *k', 'kind: !!str Secret', 'x: &x { kind: Secret }\n<<: *x'])
      expect(masked(`${kind}\n${body}`)).not.toContain('hunter2')
  })

  test('no line of any value is shown, in any style', () => {
    const line = fc.stringMatching(/^[ -~]{0,12}$/).map(text => `zq${text}`)
    const value = fc.array(line, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n'))
    const data = fc.dictionary(fc.stringMatching(/^[a-f.-]{1,8}$/), value, { minKeys: 1 })
    const style = fc.record({
      lineWidth: fc.constantFrom(0, 20, 80),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
      collectionStyle: fc.constantFrom('any', 'flow'),
    })
    fc.assert(
      fc.property(data, style, fc.boolean(), (stringData, options, isCrlf) => {
        const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData }
        const written = stringify(object, options as object)
        const text = isCrlf ? written.replaceAll('\n', '\r\n') : written
        for (const manifest of parseManifests(text, { file: 'a.yaml', release: undefined }).manifests)
          expect(maskedLines(manifest).join('\n')).not.toContain('zq')
      }),
    )
  })
})

describe('of other kinds', () => {
  test.each([
    ['the headers of a request', 'spec: { provider: { vault: { headers: { X-Any: hunter2 } } } }'],
    ['the body of a request', 'spec: { provider: { webhook: { body: hunter2 } } }'],
    ['what the fake provider answers', 'spec: { provider: { fake: { data: [{ key: a, value: hunter2 }] } } }'],
    ['the same as a map', 'spec: { provider: { fake: { data: [{ key: a, valueMap: { b: hunter2 } }] } } }'],
    ['a password', 'spec: { password: hunter2 }'],
    ['an API key', 'spec: { apiKey: hunter2, api-key: hunter2, API_KEY: hunter2 }'],
    ['an access key', 'spec: { secretAccessKey: hunter2 }'],
    ['a credential in a list', 'spec: { tokens: [hunter2, hunter2] }'],
    ['a password in a URL', 'spec: { url: "https://ann:hunter2@example.com" }'],
    ['a token in a query', 'spec: { url: "https://example.com/?a=b&token=hunter2" }'],
    ['a private key', 'spec: { any: "-----BEGIN RSA PRIVATE KEY----- hunter2" }'],
    ['an assignment in a text', 'spec: { any: "a=b;Password=hunter2" }'],
    ['a line of a template', 'spec: { any: "user: {{ .user }}\\npassword: hunter2" }'],
    ['a literal in an action', 'spec: { password: \'{{ "hunter2" }}\' }'],
    ['last-applied-configuration', 'status: { kubectl.kubernetes.io/last-applied-configuration: "{hunter2}" }'],
    ['a comment like a credential', 'spec: {} # password: hunter2'],
    ['an anchor of a password', 'spec: { any: &x hunter2, password: *x }'],
  ])('%s is hidden', (_, line) => {
    expect(masked(store(`${line}\n`))).not.toContain('hunter2')
  })

  test.each([
    'spec: { provider: { vault: { auth: { tokenSecretRef: { name: vault-token, key: token, namespace: eso } } } } }',
    'spec: { provider: { aws: { auth: { secretRef: { secretAccessKeySecretRef: { name: a, key: secret-key } } } } } }',
    'spec: { provider: { azurekv: { authType: ServicePrincipal, vaultUrl: "https://a.vault.azure.net" } } }',
    'spec: { provider: { aws: { service: SecretsManager, role: "arn:aws:iam::1:role/secret:x" } } }',
    'spec: { caProvider: { type: Secret, name: ca, key: ca.crt }, caBundle: LS0tLS1CRUdJTiBDRVJU }',
    'spec: { secretStoreRef: { kind: SecretStore, name: a }, data: [{ secretKey: password, remoteRef: { key: a, property: token } }] }',
    'spec: { target: { template: { data: { password: "{{ .password }}", token: "{{ .a }}{{ .b }}" } } } }',
    'spec: { target: { template: { data: { url: "https://{{ .user }}:{{ .password }}@example.com" } } } }',
    'spec: { imagePullSecrets: [{ name: pull-secret }], serviceAccountName: token-reader }',
    'spec: { automountServiceAccountToken: false, tokenPath: /var/run/secrets, secretName: a, passwordKey: b }',
    'metadata2: { labels: { argocd.argoproj.io/secret-type: repository } }',
    'spec: { image: "registry.example.com/token:v1" }',
    'spec: {} # key: a name, and secretStoreRef is another',
  ])('%s is legible', line => {
    expect(masked(store(`${line}\n`))).toBe(store(`${line}\n`))
  })

  test('roles and bindings are legible', () => {
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: a }
rules:
  - apiGroups: [""]
    resources: [secrets, serviceaccounts/token]
    resourceNames: [password, "token=a"]
    verbs: [get]
`
    expect(masked(role)).toBe(role)
  })

  test('an environment shows only what is plainly a setting', () => {
    const pod = (values: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - env: ${values}\n`
    const plain = '[{ name: PORT, value: "8080" }, { name: DEBUG, value: "true" }]'
    const address = '[{ name: AWS_STS_ENDPOINT, value: "https://sts.example.com" }]'
    const reference = '[{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }]'
    for (const env of [plain, address, reference]) expect(masked(pod(env))).toBe(pod(env))
    for (const [name, value] of [
      ['DB_PASSWORD', '12345'],
      ['API_TOKEN', 'hunter2'],
      ['LICENCE', 'hunter2'],
      ['WEBHOOK', 'https://hooks.example.com/hunter2'],
      ['DATABASE_URL', 'postgres://ann:hunter2@db/shop'],
    ])
      expect(masked(pod(`[{ name: ${name}, value: "${value}" }]`))).toContain(`name: ${name}, value: *** `)
    expect(masked(pod('[{ value: "8080" }]'))).toContain('value: ***')
  })

  test('an argument with a credential is hidden, a switch is not', () => {
    const pod = (args: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - args:\n${args}`
    const harmless = '        - --enable-secret-store-reconciler=false\n        - --tls-min-version=1.2\n'
    expect(masked(pod(harmless))).toBe(pod(harmless))
    expect(masked(pod('        - --password=hunter2\n'))).toBe(pod('        - ***\n'))
  })
})

test("helm's comment stays, for it names the template", () => {
  const text = `# Source: eso/templates/secret-token=a.yaml\n${secret('data: { a: YQ== }\n')}`
  expect(masked(text)).toContain('# Source: eso/templates/secret-token=a.yaml')
})

test.each(['://a:', 'eyJ-', '-----BEGIN ', 'token ', '{{', 'arn:', '"\\\\'])(
  'a long run of %j comes to an end',
  part => {
    expect(masked(store(`spec:\n  any: |\n    ${part.repeat(100_000)}\n`))).toContain('spec:')
  },
)
