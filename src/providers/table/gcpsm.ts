import { defineProvider } from '../provider.ts'

// providers/v1/gcp/secretmanager/auth.go: the order of the ways (a stored key wins).
export default defineProvider({
  name: 'gcpsm',
  title: 'Google Secret Manager',
  docs: 'https://external-secrets.io/latest/provider/google-secrets-manager/',
  since: '0.2.0',
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
  ambient: [
    {
      unless: ['auth.secretRef', 'auth.workloadIdentity', 'auth.workloadIdentityFederation'],
      as: "the controller pod's default Google credentials (its Workload Identity or the node's service account)",
      instead: 'auth.workloadIdentity.serviceAccountRef',
    },
  ],
  serviceAccounts: [
    {
      field: 'auth.workloadIdentity.serviceAccountRef',
      annotation: { key: 'iam.gke.io/gcp-service-account', isRequired: false },
    },
    { field: 'auth.workloadIdentityFederation.serviceAccountRef', needsAudience: true },
  ],
  configMaps: ['auth.workloadIdentityFederation.credConfig'],
  endpoints: [{ field: 'auth.workloadIdentityFederation.externalTokenEndpoint', form: 'url' }],
})
