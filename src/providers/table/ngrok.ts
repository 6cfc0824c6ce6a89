import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'ngrok',
  title: 'ngrok',
  docs: 'https://external-secrets.io/latest/provider/ngrok/',
  since: '0.20.2',
  stored: [{ field: 'auth.apiKey', secrets: ['auth.apiKey.secretRef'], what: 'API key' }],
  keyless: [],
  endpoints: [{ field: 'apiUrl', form: 'url', default: 'https://api.ngrok.com' }],
})
