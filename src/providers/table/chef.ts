import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'chef',
  title: 'Chef',
  docs: 'https://external-secrets.io/latest/provider/chef/',
  since: '0.9.13',
  stored: [{ field: 'auth.secretRef', secrets: ['auth.secretRef.privateKeySecretRef'], what: 'private key' }],
  keyless: [],
  endpoints: [{ field: 'serverUrl', form: 'url' }],
})
