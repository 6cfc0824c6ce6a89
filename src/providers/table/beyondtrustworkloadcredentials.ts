import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'beyondtrustworkloadcredentials',
  title: 'BeyondTrust Workload Credentials',
  docs: 'https://external-secrets.io/latest/provider/beyondtrustworkloadcredentials/',
  since: '2.7.0',
  stored: [{ field: 'auth.apikey', secrets: ['auth.apikey.token'], what: 'API key' }],
  keyless: [],
  endpoints: [{ field: 'server.apiUrl', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
