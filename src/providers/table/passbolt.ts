import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'passbolt',
  title: 'Passbolt',
  docs: 'https://external-secrets.io/latest/provider/passbolt/',
  since: '0.9.16',
  stored: [
    {
      field: 'auth',
      secrets: ['auth.privateKeySecretRef', 'auth.passwordSecretRef'],
      what: 'private key and its passphrase',
    },
  ],
  keyless: [],
  endpoints: [{ field: 'host', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
