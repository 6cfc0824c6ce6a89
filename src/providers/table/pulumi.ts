import { defineProvider } from '../provider.ts'

// providers/v1/pulumi/provider.go: the order of the ways.
export default defineProvider({
  name: 'pulumi',
  title: 'Pulumi ESC',
  docs: 'https://external-secrets.io/latest/provider/pulumi/',
  since: '0.9.13',
  stored: [
    {
      field: 'auth.accessToken',
      secrets: ['auth.accessToken.secretRef'],
      what: 'access token',
      instead: 'auth.oidcConfig (since ESO 2.5.0)',
    },
    {
      field: 'accessToken',
      secrets: ['accessToken.secretRef'],
      what: 'access token',
      instead: 'auth.oidcConfig (since ESO 2.5.0)',
      unless: ['auth.accessToken', 'auth.oidcConfig'],
    },
  ],
  keyless: [{ field: 'auth.oidcConfig' }],
  serviceAccounts: [{ field: 'auth.oidcConfig.serviceAccountRef' }],
  endpoints: [{ field: 'apiUrl', form: 'url', default: 'https://api.pulumi.com/api/esc' }],
})
