import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'fortanix',
  title: 'Fortanix DSM',
  docs: 'https://external-secrets.io/latest/provider/fortanix/',
  since: '0.9.14',
  stored: [{ field: 'apiKey', secrets: ['apiKey.secretRef'], what: 'API key' }],
  keyless: [],
  endpoints: [{ field: 'apiUrl', form: 'url', default: 'https://sdkms.fortanix.com' }],
})
