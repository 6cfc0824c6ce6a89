import { defineProvider } from '../provider.ts'

const SERVICE_PRINCIPAL = { field: 'authType', is: 'ServicePrincipal', byDefault: true } as const
const INSTEAD = 'authType WorkloadIdentity with serviceAccountRef'

// Source: CRDs of ESO 2.9.0; providers/v1/azure/keyvault/keyvault.go: only ServicePrincipal reads the secret half.
export default defineProvider({
  name: 'azurekv',
  title: 'Azure Key Vault',
  docs: 'https://external-secrets.io/latest/provider/azure-key-vault/',
  stored: [
    {
      field: 'authSecretRef',
      secrets: ['authSecretRef.clientSecret', 'authSecretRef.clientCertificate'],
      what: "service principal's secret",
      instead: INSTEAD,
      when: SERVICE_PRINCIPAL,
    },
  ],
  keyless: [{ field: 'serviceAccountRef' }, { field: 'authType', values: ['ManagedIdentity', 'WorkloadIdentity'] }],
  ambient:
    "with authType ManagedIdentity, or WorkloadIdentity without serviceAccountRef: the controller pod's or node's identity",
})
