import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'beyondtrust',
  title: 'BeyondTrust Password Safe',
  docs: 'https://external-secrets.io/latest/provider/beyondtrust/',
  since: '0.10.1',
  stored: [
    { field: 'auth.apiKey', secrets: ['auth.apiKey.secretRef'], what: 'API key' },
    { field: 'auth.clientSecret', secrets: ['auth.clientSecret.secretRef'], what: 'client secret' },
  ],
  keyless: [],
  identifiers: ['auth.clientId.secretRef'],
  clientCertificates: [{ certificate: 'auth.certificate.secretRef', key: 'auth.certificateKey.secretRef' }],
  inline: [
    { field: 'auth.apiKey.value', what: 'API key' },
    { field: 'auth.certificateKey.value', what: 'private key' },
    { field: 'auth.clientSecret.value', what: 'client secret' },
  ],
  endpoints: [{ field: 'server.apiUrl', form: 'url' }],
  insecure: [{ field: 'server.verifyCA', value: false, what: 'its certificate is not verified' }],
})
