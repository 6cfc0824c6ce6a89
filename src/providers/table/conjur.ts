import { defineProvider } from '../provider.ts'

// providers/v1/conjur/auth_jwt.go: the token has no audience but those of the reference.
export default defineProvider({
  name: 'conjur',
  title: 'CyberArk Conjur',
  docs: 'https://external-secrets.io/latest/provider/conjur/',
  since: '0.9.0',
  stored: [
    {
      field: 'auth.apikey',
      secrets: ['auth.apikey.apiKeyRef'],
      what: 'API key',
      instead: 'auth.jwt.serviceAccountRef',
    },
    {
      field: 'auth.jwt.secretRef',
      secrets: ['auth.jwt.secretRef'],
      what: 'JWT',
      instead: 'auth.jwt.serviceAccountRef',
      unless: ['auth.jwt.serviceAccountRef'],
    },
  ],
  keyless: [{ field: 'auth.jwt.serviceAccountRef' }],
  serviceAccounts: [{ field: 'auth.jwt.serviceAccountRef', needsAudience: true }],
  identifiers: ['auth.apikey.userRef'],
  clientCertificates: [{ certificate: 'auth.cert.clientCertRef', key: 'auth.cert.clientKeyRef' }],
  endpoints: [{ field: 'url', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
