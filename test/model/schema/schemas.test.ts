import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { checkWorld } from '../../../src/check/check.ts'
import { NEWEST, newestSchema } from '../../../src/model/schema/newest-crds.ts'
import { faultsOf } from '../../../src/model/schema/structural.ts'
import type { World } from '../../../src/model/world.ts'
import type { Mapping } from '../../../src/parse/untyped.ts'
import deprecated from '../../../src/rules/deprecated-api-version.ts'
import invalid from '../../../src/rules/invalid-manifest.ts'
import unsafe from '../../../src/rules/unsafe-v1beta1-served.ts'
import { SHARED, testShared } from '../../shared.ts'
import { worldOf } from '../../world.ts'

/** The ClusterSecretStore that the guidance prints. */
const GUIDANCE = `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  secretRef: { namespace: eso }
  provider:
    vault:
      server: https://vault.example.com
      path: secret
      auth: { kubernetes: { mountPath: kubernetes, role: eso } }
`
const OLD = GUIDANCE.replace('/v1', '/v1beta1')

const bundle = (version: string): string =>
  readFileSync(join(SHARED, `crds/external-secrets-${version}-crds.yaml`), 'utf8')

const install = (version: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v${version}" }
`

const together = (...yaml: string[]): World => worldOf(yaml.join('\n---\n'))

const said = (world: World): string[] =>
  checkWorld([invalid, deprecated, unsafe], world).map(
    ({ rule, severity, path, problem }) => `${severity} ${rule.id} ${path.join('.')}: ${problem.message}`,
  )

describe('which schema judges', () => {
  test('the newest known, where no CRD is in the set', () => {
    expect(said(worldOf(GUIDANCE))).toEqual([
      expect.stringMatching(/^high invalid-manifest spec\.secretRef: .*judged by the CRD of ESO 2\.9\.0, as none is/),
    ])
  })

  test('those of several objects are named once, and only for what the operator has', () => {
    const generator = 'apiVersion: generators.external-secrets.io/v1alpha1\nkind: UUID\nmetadata: { name: a }\n'
    const world = together(GUIDANCE, GUIDANCE.replace('vault', 'other'), generator, install('2.9.0'))
    expect(world.schemas.judging(world.manifests)).toEqual(['the CRD of ESO 2.9.0, as none is in the set'])
    expect(world.schemas.judging(world.of('apps/Deployment'))).toEqual([])
    const verdicts = world.manifests.map(manifest => world.schemas.judge(manifest))
    expect(
      world.manifests.map(manifest => world.schemas.judge(manifest)),
      'judged once',
    ).toEqual(verdicts)
  })

  test('none, where the operator is newer than that: it may know more', () => {
    expect(said(together(GUIDANCE, install('99.0.0')))).toEqual([])
    expect(said(together(GUIDANCE, install(NEWEST)))).toHaveLength(1)
  })

  test('of several CRDs of a kind, the one that has least against the object', () => {
    const crd = (field: string) => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: uuids.generators.external-secrets.io }
spec:
  group: generators.external-secrets.io
  names: { kind: UUID }
  versions:
    - name: v1alpha1
      served: true
      schema:
        openAPIV3Schema: { properties: { spec: { properties: { ${field}: { type: string } } } } }
`
    const object = 'apiVersion: generators.external-secrets.io/v1alpha1\nkind: UUID\nmetadata: {}\nspec: { b: x }'
    expect(said(together(crd('a'), crd('b'), object))).toEqual([])
    expect(said(together(crd('a'), crd('c'), object))).toHaveLength(1)
  })

  testShared('the CRDs of ESO 2.9.0', () => {
    const world = together(bundle('2.9.0'), GUIDANCE, OLD, install('2.9.0'))
    expect(said(world)).toEqual([
      expect.stringMatching(/^high invalid-manifest spec\.secretRef: .*judged by the CRD of ESO 2\.9\.0 in the set/),
      // It is not served any more, but its schema is still there.
      expect.stringMatching(/^high invalid-manifest spec\.secretRef: /),
      expect.stringMatching(/^high deprecated-api-version apiVersion: .*the CRD in the set serves v1$/),
    ])
  })

  testShared('the CRDs of ESO 0.10.7, which has no v1', () => {
    const world = together(bundle('0.10.7'), GUIDANCE, OLD, install('0.10.7'))
    expect(said(world)).toEqual([
      expect.stringMatching(/^high invalid-manifest spec\.secretRef: .*judged by the CRD of ESO 0\.10\.7 in the set/),
      expect.stringMatching(/^high deprecated-api-version apiVersion: .*serves v1alpha1, v1beta1$/),
    ])
  })

  testShared('the CRDs of ESO 2.9.0 with crds.unsafeServeV1Beta1', () => {
    const world = together(bundle('2.9.0').replaceAll('served: false', 'served: true'), OLD)
    const kinds = ['ClusterExternalSecret', 'ClusterSecretStore', 'ExternalSecret', 'SecretStore']
    expect(said(world).filter(line => !line.includes('invalid-manifest'))).toEqual(
      kinds.map(kind => `medium unsafe-v1beta1-served spec.versions.1.served: it serves v1beta1 of ${kind} beside v1`),
    )
  })
})

describe('the embedded table', () => {
  testShared('says what the CRDs of its version say, of every served version of every kind', () => {
    const crds = parseAllDocuments(bundle(NEWEST)).flatMap(document => (document.toJS() as Crd | null) ?? [])
    expect(crds.length).toBeGreaterThan(20)
    for (const { spec } of crds)
      for (const { name, served, schema } of spec.versions) {
        const table = newestSchema(`${spec.group}/${spec.names.kind}`, name)
        expect(table !== undefined, `${spec.names.kind} ${name}`).toBe(served)
        if (table) expect(whole(table.root, table.parts)).toEqual(whole(schema.openAPIV3Schema, []))
      }
  })

  testShared('has the verdicts of ajv on real objects', () => {
    const kinds = ['ExternalSecret', 'SecretStore', 'ClusterSecretStore']
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      formats: { byte: true, int32: true, int64: true, 'date-time': true },
    })
    for (const kind of kinds) {
      const table = newestSchema(`external-secrets.io/${kind}`, 'v1') ?? { root: {}, parts: [] }
      const validate = ajv.compile(forAjv(kind, whole(table.root, table.parts) as Mapping))
      for (const object of OBJECTS.filter(object => object.kind === kind)) {
        const found = faultsOf(object, table).map(({ path }) => `/${path.join('/')}`)
        validate(object)
        const wanted = (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
          keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty}` : instancePath,
        )
        expect(new Set(found), JSON.stringify(object)).toEqual(new Set(wanted))
      }
    }
  })
})

interface Crd {
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly versions: readonly { name: string; served: boolean; schema: { openAPIV3Schema: unknown } }[]
  }
}

const SILENT = ['description', 'example', 'x-kubernetes-list-type', 'x-kubernetes-map-type']

/** A schema with its parts in place and without what decides nothing. */
function whole(schema: unknown, parts: readonly unknown[], isNames = false): unknown {
  if (Array.isArray(schema)) return schema.map(item => whole(item, parts))
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$ref' in schema) return whole(parts[Number(schema.$ref)], parts)
  const entries = Object.entries(schema).filter(([key]) => isNames || !SILENT.includes(key))
  return Object.fromEntries(entries.map(([key, value]) => [key, whole(value, parts, key === 'properties' && !isNames)]))
}

/** JSON Schema of a CRD's schema, with the providers that the objects name: all of them take ajv seconds. */
function forAjv(kind: string, schema: Mapping, path = ''): Mapping {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Mapping>).map(([name, field]) =>
    path === '/spec/provider' && !['vault', 'aws'].includes(name)
      ? [name, {}]
      : [name, forAjv(kind, field, `${path}/${name}`)],
  )
  const isClosed = schema.properties && !schema['x-kubernetes-preserve-unknown-fields'] && path !== '/metadata'
  return {
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(properties) } : {}),
    ...(isClosed ? { additionalProperties: false } : {}),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: forAjv(kind, schema.additionalProperties as Mapping, `${path}/*`),
    }),
    ...(schema.items ? { items: forAjv(kind, schema.items as Mapping, `${path}/*`) } : {}),
  }
}

const head = { apiVersion: 'external-secrets.io/v1', metadata: { name: 'x' } }
const data = [{ secretKey: 'k', remoteRef: { key: 'a' } }]
const vault = { server: 'https://v', path: 'p', version: 'v2', auth: { tokenSecretRef: { name: 't', key: 'k' } } }

/** Sound and unsound ones. */
const OBJECTS: Mapping[] = [
  { data },
  { data, dataFrom: [{ extract: { key: 'x' } }, { find: { name: { regexp: '.*' } } }] },
  { data: [{ secretKey: 'k' }, { remoteRef: { key: 1 } }, { secretKey: '-_.a', remoteRef: { key: 'a', x: 1 } }] },
  { refreshInterval: 5, refreshPolicy: 'Never', target: { creationPolicy: 'owner', template: { type: [] } } },
  { secretStoreRef: { name: 'UPPER', kind: 'SecretStore' }, target: { name: 'x'.repeat(300), imutable: true } },
  { data: {}, dataFrom: [{ rewrite: [{ regexp: { source: 'a', target: 'b' } }] }, { sourceRef: { storeRef: {} } }] },
]
  .map((spec): Mapping => ({ ...head, kind: 'ExternalSecret', spec }))
  .concat(
    [
      { provider: { vault } },
      { provider: { vault: { ...vault, server: 1, caProvider: { type: 'Secrets', name: '' } } } },
      { provider: { aws: { service: 'SecretsManager', region: 'eu-west-1' } }, conditions: [{ namespaces: ['A'] }] },
      {
        provider: { aws: { region: [], auth: { jwt: { serviceAccountRef: {} } } } },
        retrySettings: { maxRetries: 'x' },
      },
      { provider: {}, condition: [] },
      { provider: { vault, aws: { service: 'SecretsManager', region: 'x' } }, refreshInterval: 1.5, controller: 7 },
    ].flatMap((spec): Mapping[] => [
      { ...head, kind: 'SecretStore', spec },
      { ...head, kind: 'ClusterSecretStore', spec },
    ]),
  )
