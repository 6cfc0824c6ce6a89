import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'previder',
  title: 'Previder Vault',
  docs: 'https://external-secrets.io/latest/provider/previder/',
  since: '0.10.4',
  stored: [{ field: 'auth.secretRef', secrets: ['auth.secretRef.accessToken'], what: 'access token' }],
  keyless: [],
  endpoints: [{ field: 'baseUri', form: 'url' }],
})
