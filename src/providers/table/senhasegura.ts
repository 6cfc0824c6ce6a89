import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'senhasegura',
  title: 'senhasegura DSM',
  docs: 'https://external-secrets.io/latest/provider/senhasegura-dsm/',
  since: '0.5.3',
  stored: [{ field: 'auth.clientSecretSecretRef', secrets: ['auth.clientSecretSecretRef'], what: 'client secret' }],
  keyless: [],
  endpoints: [{ field: 'url', form: 'url' }],
  insecure: [{ field: 'ignoreSslCertificate', value: true, what: 'its certificate is not verified' }],
})
