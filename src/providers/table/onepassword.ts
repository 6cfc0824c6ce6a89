import { defineProvider } from '../provider.ts'

// A Connect server takes nothing but its token.
export default defineProvider({
  name: 'onepassword',
  title: '1Password Connect',
  docs: 'https://external-secrets.io/latest/provider/1password-automation/',
  since: '0.5.3',
  stored: [
    {
      field: 'auth.secretRef.connectTokenSecretRef',
      secrets: ['auth.secretRef.connectTokenSecretRef'],
      what: 'Connect token',
    },
  ],
  keyless: [],
  endpoints: [{ field: 'connectHost', form: 'url' }],
})
