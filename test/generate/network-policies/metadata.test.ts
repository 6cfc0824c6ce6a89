import { expect, test } from 'vitest'
import { metadataAt } from '../../../src/generate/network-policies/metadata.ts'
import { connectedOf } from '../../../src/providers/store.ts'
import { manifestsOf } from '../../world.ts'

function blocksFor(provider: string): string {
  const [store] = manifestsOf(
    `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\nspec: { provider: ${provider} }`,
  )
  const connected = store && connectedOf(store)
  if (!connected) throw new Error('the example is no store')
  return metadataAt(connected)
    .flatMap(({ parties }) => parties.flatMap(party => (party.kind === 'blocks' ? party.blocks : [])))
    .join()
}

const EKS = '169.254.170.23/32,fd00:ec2::23/128'
const GKE = '169.254.169.252/32,169.254.169.254/32'
const NODE = '169.254.169.254/32'

test.each([
  ['{ aws: { service: SecretsManager } }', EKS],
  ['{ aws: { auth: { jwt: { serviceAccountRef: { name: a } } } } }', ''],
  ['{ vault: { server: x, auth: { iam: { vaultRole: a } } } }', EKS],
  ['{ vault: { server: x, auth: { kubernetes: { role: a } } } }', ''],
  ['{ gcpsm: { projectID: p } }', GKE],
  ['{ gcpsm: { projectID: p, auth: { workloadIdentity: { serviceAccountRef: { name: a } } } } }', GKE],
  ['{ gcpsm: { projectID: p, auth: { secretRef: { secretAccessKeySecretRef: { name: a } } } } }', ''],
  ['{ azurekv: { vaultUrl: x, authType: ManagedIdentity } }', NODE],
  ['{ azurekv: { vaultUrl: x, authType: WorkloadIdentity } }', ''],
  ['{ azurekv: { vaultUrl: x, authSecretRef: { clientSecret: { name: a } } } }', ''],
  ['{ oracle: { vault: x, principalType: InstancePrincipal } }', NODE],
  ['{ oracle: { vault: x, principalType: Workload } }', ''],
])('%s', (provider, blocks) => expect(blocksFor(provider)).toBe(blocks))
