import { defineGenerator } from '../provider.ts'
import vault from '../table/vault.ts'

// The same block as in a store.
export default defineGenerator({
  ...vault,
  kind: 'VaultDynamicSecret',
  clusterField: 'vaultDynamicSecretSpec',
  title: 'Vault dynamic secret',
  docs: 'https://external-secrets.io/latest/api/generator/vault/',
  block: 'provider',
})
