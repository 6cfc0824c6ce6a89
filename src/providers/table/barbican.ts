import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'barbican',
  title: 'OpenStack Barbican',
  docs: 'https://external-secrets.io/latest/provider/barbican/',
  since: '1.2.0',
  stored: [{ field: 'auth.password', secrets: ['auth.password.secretRef'], what: 'password' }],
  keyless: [],
  identifiers: ['auth.username.secretRef'],
  endpoints: [{ field: 'authURL', form: 'url' }],
})
