import { defineProvider } from '../provider.ts'

// providers/v1/azure/keyvault/keyvault.go: only ServicePrincipal reads the secret half.
export default defineProvider({
  name: 'azurekv',
  title: 'Azure Key Vault',
  docs: 'https://external-secrets.io/latest/provider/azure-key-vault/',
  since: '0.2.0',
  stored: [
    {
      field: 'authSecretRef',
      secrets: ['authSecretRef.clientSecret', 'authSecretRef.clientCertificate'],
      what: "service principal's secret",
      instead: 'authType WorkloadIdentity with serviceAccountRef',
      when: { field: 'authType', is: 'ServicePrincipal', byDefault: true },
    },
  ],
  keyless: [{ field: 'serviceAccountRef' }, { field: 'authType', values: ['ManagedIdentity', 'WorkloadIdentity'] }],
  ambient: [
    {
      when: { field: 'authType', is: 'ManagedIdentity' },
      unless: [],
      as: "the controller pod's or node's managed identity",
      instead: 'authType WorkloadIdentity with serviceAccountRef',
    },
    {
      when: { field: 'authType', is: 'WorkloadIdentity' },
      unless: ['serviceAccountRef'],
      as: "the controller pod's workload identity",
      instead: 'serviceAccountRef',
    },
  ],
  roles: ['identityId'],
  serviceAccounts: [
    {
      field: 'serviceAccountRef',
      annotation: { key: 'azure.workload.identity/client-id', isRequired: false, orField: 'authSecretRef.clientId' },
    },
  ],
  identifiers: ['authSecretRef.clientId', 'authSecretRef.tenantId'],
  clientCertificates: [{ certificate: 'authSecretRef.clientCertificate' }],
  endpoints: [
    { field: 'customCloudConfig.activeDirectoryEndpoint', form: 'url' },
    { field: 'customCloudConfig.keyVaultDNSSuffix', form: 'part' },
    { field: 'customCloudConfig.keyVaultEndpoint', form: 'url' },
    { field: 'customCloudConfig.resourceManagerEndpoint', form: 'url' },
    { field: 'vaultUrl', form: 'url' },
  ],
})
