import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'scaleway',
  title: 'Scaleway Secret Manager',
  docs: 'https://external-secrets.io/latest/provider/scaleway/',
  since: '0.7.3',
  stored: [{ field: 'secretKey', secrets: ['secretKey.secretRef'], what: 'secret key' }],
  keyless: [],
  identifiers: ['accessKey.secretRef'],
  inline: [{ field: 'secretKey.value', what: 'secret key' }],
  endpoints: [{ field: 'apiUrl', form: 'url', default: 'https://api.scaleway.com' }],
})
