import { defineProvider } from '../provider.ts'

// Source: CRDs of ESO 2.9.0; providers/v1/gcp/secretmanager/auth.go for the order of the ways (a stored key wins).
export default defineProvider({
  name: 'gcpsm',
  title: 'Google Secret Manager',
  docs: 'https://external-secrets.io/latest/provider/google-secrets-manager/',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.secretAccessKeySecretRef'],
      what: 'service account key',
      instead: 'auth.workloadIdentity.serviceAccountRef (Workload Identity)',
    },
    {
      field: 'auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef',
      secrets: ['auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef'],
      what: 'AWS access key',
      instead: 'auth.workloadIdentityFederation.serviceAccountRef',
    },
  ],
  keyless: [{ field: 'auth.workloadIdentity' }, { field: 'auth.workloadIdentityFederation' }],
  ambient: "the controller pod's default credentials: its Workload Identity or the node's service account",
})
