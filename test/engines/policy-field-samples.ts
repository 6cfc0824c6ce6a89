import { ESO_GROUP, GENERATORS_GROUP } from '../../src/model/eso/eso.ts'
import type { Mapping } from '../../src/parse/untyped.ts'
import type { Connection, StoredCredential } from '../../src/providers/connection.ts'
import { GENERATORS } from '../../src/providers/generators/index.ts'
import { PROVIDERS } from '../../src/providers/table/index.ts'
import type { Sample } from './policy-samples.ts'

const ALLOWED_PROVIDERS = ['aws', 'kubernetes', 'vault', 'webhook']

/** Puts what is wrong with a block into an object that has the block. */
interface Host {
  readonly connection: Connection
  /** What refuses the object anyway. */
  readonly besides: readonly string[]
  object(block: Mapping): Mapping
}

const HOSTS: readonly Host[] = [
  ...[...PROVIDERS.values()].map(provider => ({
    connection: provider,
    besides: ALLOWED_PROVIDERS.includes(provider.name) ? [] : ['eso-allowed-providers'],
    object: (block: Mapping) => ({
      ...{ apiVersion: `${ESO_GROUP}/v1`, kind: 'SecretStore', metadata: { name: 'one', namespace: 'shop' } },
      spec: { provider: { [provider.name]: block } },
    }),
  })),
  ...[...GENERATORS.values()].flatMap(({ kind, block: key, clusterField, ...connection }) => {
    const specOf = (block: Mapping): Mapping => (key === undefined ? block : { [key]: block })
    const apiVersion = `${GENERATORS_GROUP}/v1alpha1`
    return [
      {
        ...{ connection, besides: [] },
        object: (block: Mapping) => ({
          apiVersion,
          kind,
          metadata: { name: 'one', namespace: 'shop' },
          spec: specOf(block),
        }),
      },
      {
        ...{ connection, besides: [] },
        object: (block: Mapping) => ({
          ...{ apiVersion, kind: 'ClusterGenerator', metadata: { name: 'one' } },
          spec: { kind, generator: { [clusterField]: specOf(block) } },
        }),
      },
    ]
  }),
]

const ofEndpoints = ({ connection, besides, object }: Host): Sample[] =>
  (connection.endpoints ?? [])
    .filter(({ form }) => form !== 'part')
    .map(({ field }) => ({
      object: object(nested(field, 'https://evil.example')),
      refusedBy: ['eso-allowed-endpoints', ...besides],
    }))

const ofCredentials = ({ connection, besides, object }: Host): Sample[] =>
  connection.stored
    .filter(({ instead, form }) => instead !== undefined && form !== 'secret id')
    .flatMap(credential =>
      credential.secrets.map(field => ({
        object: object({ ...nested(field, { name: 'a', key: 'b' }), ...whenOf(credential) }),
        refusedBy: ['eso-static-credentials', ...besides, ...ofDefaults(connection)],
      })),
    )

const whenOf = ({ when }: StoredCredential): Mapping => (when ? { [when.field]: when.is } : {})

/** An address that is left out is the provider's own, and none of those is allowed but one. */
const ofDefaults = ({ endpoints = [] }: Connection): string[] =>
  endpoints.some(({ default: fallback }) => fallback !== undefined && fallback !== 'kubernetes.default')
    ? ['eso-allowed-endpoints']
    : []

const nested = (field: string, value: unknown): Mapping =>
  field.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Mapping

/** A sample for each address and each credential that the tables know. */
export const FIELD_SAMPLES: readonly Sample[] = HOSTS.flatMap(host => [...ofEndpoints(host), ...ofCredentials(host)])
