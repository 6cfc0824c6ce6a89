import { defineProvider } from '../provider.ts'

// providers/v1/ibm/provider.go: containerAuth sends a file of the pod to iamEndpoint.
export default defineProvider({
  name: 'ibm',
  title: 'IBM Cloud Secrets Manager',
  docs: 'https://external-secrets.io/latest/provider/ibm-secrets-manager/',
  since: '0.2.2',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.secretApiKeySecretRef'],
      what: 'API key',
      instead: 'auth.containerAuth (a trusted profile)',
    },
  ],
  keyless: [{ field: 'auth.containerAuth' }],
  ambient: [
    {
      field: 'auth.containerAuth',
      unless: ['auth.containerAuth.tokenLocation', 'auth.containerAuth.iamEndpoint'],
      as: "the controller pod's token for IBM Cloud",
    },
  ],
  ownTokens: [
    {
      field: 'auth.containerAuth.tokenLocation',
      unless: [],
      what: "a file of the controller's pod",
      to: 'auth.containerAuth.iamEndpoint',
      instead: 'leave out tokenLocation and iamEndpoint',
    },
    {
      field: 'auth.containerAuth.iamEndpoint',
      unless: ['auth.containerAuth.tokenLocation'],
      what: "the controller pod's token for IBM Cloud",
      to: 'auth.containerAuth.iamEndpoint',
      instead: 'leave out iamEndpoint',
    },
  ],
  endpoints: [
    { field: 'auth.containerAuth.iamEndpoint', form: 'url', default: 'https://iam.cloud.ibm.com' },
    { field: 'auth.secretRef.iamEndpoint', form: 'url', default: 'https://iam.cloud.ibm.com' },
    { field: 'serviceUrl', form: 'url' },
  ],
  podFiles: [{ field: 'auth.containerAuth.tokenLocation' }],
})
