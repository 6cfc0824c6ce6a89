import type { StoredCredential } from '../../providers/connection.ts'
import { BLOCKS, type Block, inBlock } from './blocks.ts'
import { lines, optional, text } from './cel.ts'
import { ALL_GENERATORS, ON_WRITTEN_SPEC, type PolicyMaker, STORES } from './policy.ts'

/** No stored credential is read where the provider has a keyless way. */
export const staticCredentials: PolicyMaker = () => ({
  policy: {
    id: 'eso-static-credentials',
    comment: [
      'Stores and generators must not sign in with a stored credential where the service also takes a short-lived token of a ServiceAccount.',
      'An AppRole whose secret id is replaced periodically is let through, and so are services that have no keyless way.',
    ],
    kinds: [...STORES, ...ALL_GENERATORS],
    ...ON_WRITTEN_SPEC,
    settings: [],
    variables: [
      { name: 'stored', expression: lines('{', BLOCKS.flatMap(entriesOf), '}') },
      { name: 'found', expression: 'variables.stored.map(k, k).filter(k, variables.stored[k])' },
    ],
    validations: [
      {
        expression: 'size(variables.found) == 0',
        message: "'stored credential, though there is a keyless way: ' + variables.found.join(', ')",
      },
    ],
    action: 'deny',
    holds: [{ id: 'static-provider-credentials' }, { id: 'static-vault-token' }],
    examples: {
      admitted: vaultWith({
        kubernetes: { mountPath: 'kubernetes', role: 'shop', serviceAccountRef: { name: 'shop' } },
      }),
      refused: vaultWith({ tokenSecretRef: { name: 'vault', key: 'token' } }),
    },
  },
})

/** The credentials of a block that need not be, as replaceableCredentials chooses them: a name, and whether it is read. */
const entriesOf = (block: Block): string[] =>
  block.connection.stored
    .filter(({ instead, form }) => instead !== undefined && form !== 'secret id')
    .map(credential => `${text(nameOf(block, credential))}: ${inBlock(block, isRead(block, credential), 'false')}`)

/** A generator stands twice in the table: by itself, and inside of a ClusterGenerator. */
const nameOf = ({ name, kind, base }: Block, { field }: StoredCredential): string =>
  kind === undefined && base.includes('.?generator.') ? `ClusterGenerator ${name} ${field}` : `${name} ${field}`

function isRead({ base }: Block, { secrets, when, unless = [] }: StoredCredential): string {
  const named = secrets.map(field => optional(base, field)).join(', ')
  const conditions = [
    `[${named}].exists(o, size(o.orValue({})) > 0)`,
    ...(when ? [hasValue(base, when)] : []),
    ...unless.map(field => `${optional(base, field)}.orValue('') == ''`),
  ]
  return conditions.join(' && ')
}

const hasValue = (base: string, { field, is, byDefault }: NonNullable<StoredCredential['when']>): string => {
  const value = `${optional(base, field)}.orValue('')`
  return byDefault ? `${value} in ['', ${text(is)}]` : `${value} == ${text(is)}`
}

const vaultWith = (auth: {
  readonly [way: string]: { readonly [key: string]: string | { readonly name: string } }
}) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name: 'vault', namespace: 'shop' },
  spec: { provider: { vault: { server: 'https://vault.example.com', auth } } },
})
