import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'ACRAccessToken',
  clusterField: 'acrAccessTokenSpec',
  title: 'Azure Container Registry',
  docs: 'https://external-secrets.io/latest/api/generator/acr/',
  stored: [
    {
      field: 'auth.servicePrincipal',
      secrets: ['auth.servicePrincipal.secretRef.clientSecret'],
      what: "service principal's secret",
      instead: 'auth.workloadIdentity.serviceAccountRef',
    },
  ],
  keyless: [
    { field: 'auth.workloadIdentity.serviceAccountRef' },
    { field: 'auth.managedIdentity' },
    { field: 'auth.workloadIdentity' },
  ],
  ambient: [
    {
      field: 'auth.managedIdentity',
      unless: [],
      as: "the controller pod's or node's managed identity",
      instead: 'auth.workloadIdentity.serviceAccountRef',
    },
    {
      field: 'auth.workloadIdentity',
      unless: ['auth.workloadIdentity.serviceAccountRef'],
      as: "the controller pod's workload identity",
      instead: 'auth.workloadIdentity.serviceAccountRef',
    },
  ],
  serviceAccounts: [
    {
      field: 'auth.workloadIdentity.serviceAccountRef',
      annotation: { key: 'azure.workload.identity/client-id', isRequired: false },
    },
  ],
  identifiers: ['auth.servicePrincipal.secretRef.clientId'],
})
