import { defineGenerator } from '../provider.ts'
import beyondtrust from '../table/beyondtrustworkloadcredentials.ts'

// The same block as in a store.
export default defineGenerator({
  ...beyondtrust,
  kind: 'BeyondtrustWorkloadCredentialsDynamicSecret',
  clusterField: 'beyondtrustWorkloadCredentialsDynamicSecretSpec',
  title: 'BeyondTrust dynamic secret',
  docs: 'https://external-secrets.io/latest/api/generator/beyondtrustworkloadcredentials/',
  block: 'provider',
})
