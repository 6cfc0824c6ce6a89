import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'secretserver',
  title: 'Delinea Secret Server',
  docs: 'https://external-secrets.io/latest/provider/secretserver/',
  since: '0.10.0',
  stored: [
    { field: 'password', secrets: ['password.secretRef'], what: 'password' },
    { field: 'token', secrets: ['token.secretRef'], what: 'token' },
  ],
  keyless: [],
  identifiers: ['username.secretRef'],
  inline: [
    { field: 'password.value', what: 'password' },
    { field: 'token.value', what: 'token' },
  ],
  endpoints: [{ field: 'serverURL', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
