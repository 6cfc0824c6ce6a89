import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'passworddepot',
  title: 'Password Depot',
  docs: 'https://external-secrets.io/latest/provider-passworddepot/',
  since: '0.9.14',
  stored: [{ field: 'auth.secretRef', secrets: ['auth.secretRef.credentials'], what: 'user name and password' }],
  keyless: [],
  endpoints: [{ field: 'host', form: 'host' }],
})
